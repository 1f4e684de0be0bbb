/** Lists of iRECA that an order is made of: goods, their properties, taxes, suppliers, clients, words for ids. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  calcTypes,
  clients,
  closeTypes,
  goods,
  orderStatuses,
  specificities,
  suppliers,
  taxes,
} from '#src/api/resources.ts';

/** The catalogue of goods: `data` (`ListSoFar`) grows while pages come, and is `whole` at last. */
export const useGoods = () => useQuery(goods.list(useQueryClient()));

/** All properties of goods: `{records: Specificity[], setAside}`. */
export const useSpecificities = () => useQuery(specificities.list(useQueryClient()));

/** Suppliers (agent scheme): `{records: Supplier[], setAside}`. */
export const useSuppliers = () => useQuery(suppliers.list(useQueryClient()));

/** Tax rates: `{records: [{taxId, title}], setAside}`. */
export const useTaxes = () => useQuery(taxes.list(useQueryClient()));

/** All clients (`GET /clients` has no paging): `{records: Client[], setAside}`. */
export const useClients = () => useQuery(clients.list(useQueryClient()));

/** Words for `statusId` (0 not paid, 1 paid). */
export const useOrderStatuses = () => useQuery(orderStatuses.list(useQueryClient()));

/** Words for `closeTypeId`; 3 is missing there. */
export const useCloseTypes = () => useQuery(closeTypes.list(useQueryClient()));

/** Words for `calcId`. */
export const useCalcTypes = () => useQuery(calcTypes.list(useQueryClient()));
