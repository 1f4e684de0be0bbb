/** The short reference lists of iRECA that the orders screen needs for its words and filters. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { deliveryStatuses, paymentTypes, returnReasons, warehouses } from '#src/api/resources.ts';

/** Why an order may be cancelled (`orderReturnReasons`): `{records: [{reasonId, title, type}], setAside}`. */
export const useReturnReasons = (enabled = true) =>
  useQuery({ ...returnReasons.list(useQueryClient()), enabled });

/** Ways to pay (`paymentTypes`): `{records: [{paymentTypeId, title, closeTypeId}], setAside}`. */
export const usePaymentTypes = () => useQuery(paymentTypes.list(useQueryClient()));

/** iRECA's titles of `deliveryStatusId` (`dictionary/orderDeliveryStatuses`): `{records: [{statusId, title}], setAside}`. */
export const useDeliveryStatuses = () => useQuery(deliveryStatuses.list(useQueryClient()));

/** All warehouses, deleted ones too: `{records: Warehouse[], setAside}`. */
export const useWarehouses = () => useQuery(warehouses.list(useQueryClient()));
