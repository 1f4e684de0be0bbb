/** The short reference lists of iRECA that the orders screen needs for its words and filters. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import {
  paymentTypeListSchema,
  returnReasonListSchema,
  warehouseListSchema,
} from '#src/contracts/ireca/catalogue.ts';
import { deliveryStatusListSchema } from '#src/contracts/ireca/dictionaries.ts';

/** These change a few times a month; an hour keeps a page that is open all day honest. */
const staleTime = 60 * 60_000;

const returnReasons = queryOptions({
  queryKey: ['ireca', 'orderReturnReasons'],
  staleTime,
  queryFn: ({ signal }) => request('/api/ireca/orderReturnReasons', returnReasonListSchema, { signal }),
});

const paymentTypes = queryOptions({
  queryKey: ['ireca', 'paymentTypes'],
  staleTime,
  queryFn: ({ signal }) => request('/api/ireca/paymentTypes', paymentTypeListSchema, { signal }),
});

const deliveryStatuses = queryOptions({
  queryKey: ['ireca', 'dictionary', 'orderDeliveryStatuses'],
  staleTime,
  queryFn: ({ signal }) =>
    request('/api/ireca/dictionary/orderDeliveryStatuses', deliveryStatusListSchema, { signal }),
});

const warehouses = queryOptions({
  queryKey: ['ireca', 'warehouses'],
  staleTime,
  queryFn: ({ signal }) => request('/api/ireca/warehouses?page=0&count=500', warehouseListSchema, { signal }),
});

/** Why an order may be cancelled (`orderReturnReasons`): `{records: [{reasonId, title, type}], setAside}`. */
export const useReturnReasons = (enabled = true) => useQuery({ ...returnReasons, enabled });

/** Ways to pay (`paymentTypes`): `{records: [{paymentTypeId, title, closeTypeId}], setAside}`. */
export const usePaymentTypes = () => useQuery(paymentTypes);

/** iRECA's titles of `deliveryStatusId` (`dictionary/orderDeliveryStatuses`): `{records: [{statusId, title}], setAside}`. */
export const useDeliveryStatuses = () => useQuery(deliveryStatuses);

/** Warehouses, the first 500: `{records: Warehouse[], setAside}`. */
export const useWarehouses = () => useQuery(warehouses);
