/** Lists of iRECA that an order is made of: goods, their properties, taxes, suppliers, clients, words for ids. */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import { pullPages } from '#src/api/pages.ts';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import {
  goodListSchema,
  specificityListSchema,
  supplierListSchema,
  taxListSchema,
} from '#src/contracts/ireca/catalogue.ts';
import { clientListSchema } from '#src/contracts/ireca/clients.ts';
import {
  calcTypeListSchema,
  closeTypeListSchema,
  orderStatusListSchema,
} from '#src/contracts/ireca/dictionaries.ts';
import type { RecordList } from '#src/contracts/records.ts';

/** Prices and stock change during a day; titles hardly ever. */
const CATALOGUE_MS = 10 * 60_000;
const WORDS_MS = 60 * 60_000;

const GOODS = ['ireca', 'goods'] as const;

/** `whole` is false while pages are still coming. */
export type GoodsSoFar = RecordList<Good> & { whole: boolean };

const goodsQuery = (client: QueryClient) =>
  queryOptions({
    queryKey: GOODS,
    staleTime: CATALOGUE_MS,
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<GoodsSoFar> => {
      const all = await pullPages('/api/ireca/goods', goodListSchema, {
        idOf: (good: Good) => good.goodId,
        signal,
        onPage: (soFar) => {
          // While a list that is known already is read anew, the old one stays whole.
          if (client.getQueryData<GoodsSoFar>(GOODS)?.whole) return;
          client.setQueryData<GoodsSoFar>(GOODS, { ...soFar, whole: false });
        },
      });
      return { ...all, whole: true };
    },
  });

const specificities = queryOptions({
  queryKey: ['ireca', 'specificities'],
  staleTime: CATALOGUE_MS,
  queryFn: ({ signal }) =>
    pullPages('/api/ireca/specificities', specificityListSchema, {
      idOf: (one) => one.specificityId,
      signal,
    }),
});

const suppliers = queryOptions({
  queryKey: ['ireca', 'suppliers'],
  staleTime: WORDS_MS,
  queryFn: ({ signal }) =>
    pullPages('/api/ireca/suppliers', supplierListSchema, { idOf: (one) => one.supplierId, signal }),
});

const taxes = queryOptions({
  queryKey: ['ireca', 'taxes'],
  staleTime: WORDS_MS,
  queryFn: ({ signal }) => request('/api/ireca/taxes', taxListSchema, { signal }),
});

const clients = queryOptions({
  queryKey: ['ireca', 'clients'],
  staleTime: CATALOGUE_MS,
  queryFn: ({ signal }) => request('/api/ireca/clients', clientListSchema, { signal }),
});

const orderStatuses = queryOptions({
  queryKey: ['ireca', 'dictionary', 'orderStatuses'],
  staleTime: WORDS_MS,
  queryFn: ({ signal }) => request('/api/ireca/dictionary/orderStatuses', orderStatusListSchema, { signal }),
});

const closeTypes = queryOptions({
  queryKey: ['ireca', 'dictionary', 'closeTypes'],
  staleTime: WORDS_MS,
  queryFn: ({ signal }) => request('/api/ireca/dictionary/closeTypes', closeTypeListSchema, { signal }),
});

const calcTypes = queryOptions({
  queryKey: ['ireca', 'dictionary', 'goodCalcTypes'],
  staleTime: WORDS_MS,
  queryFn: ({ signal }) => request('/api/ireca/dictionary/goodCalcTypes', calcTypeListSchema, { signal }),
});

/** The catalogue of goods: `data` (`GoodsSoFar`) grows while pages come, and is `whole` at last. */
export const useGoods = () => useQuery(goodsQuery(useQueryClient()));

/** All properties of goods: `{records: Specificity[], setAside}`. */
export const useSpecificities = () => useQuery(specificities);

/** Suppliers (agent scheme): `{records: Supplier[], setAside}`. */
export const useSuppliers = () => useQuery(suppliers);

/** Tax rates: `{records: [{taxId, title}], setAside}`. */
export const useTaxes = () => useQuery(taxes);

/** All clients (`GET /clients` has no paging): `{records: Client[], setAside}`. */
export const useClients = () => useQuery(clients);

/** Words for `statusId` (0 not paid, 1 paid). */
export const useOrderStatuses = () => useQuery(orderStatuses);

/** Words for `closeTypeId`; 3 is missing there. */
export const useCloseTypes = () => useQuery(closeTypes);

/** Words for `calcId`. */
export const useCalcTypes = () => useQuery(calcTypes);
