/** All orders of both systems, kept current by version. */
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { FeedState, ReadRecord } from '#src/api/feedPull.ts';
import { pullFeed, reading } from '#src/api/feedPull.ts';
import { boardOrderSchema } from '#src/contracts/ireca/boardOrder.ts';
import { onlineOrderSchema } from '#src/contracts/kassa/onlineOrder.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';

export type OrdersFeed = FeedState<DispatchOrder>;

export const ORDERS_FEED = ['feeds', 'orders'] as const;

const readIreca = reading(boardOrderSchema, dispatchOrderFromIreca);
const readKassa = reading(onlineOrderSchema, dispatchOrderFromKassa);

const readOrder: ReadRecord<DispatchOrder> = ({ system, body }) =>
  system === 'ireca' ? readIreca(body) : readKassa(body);

/** Hints say when to pull; the interval only catches what a lost hint or a network without SSE would miss. */
export const ordersFeedQuery = (client: QueryClient) =>
  queryOptions({
    queryKey: ORDERS_FEED,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
    refetchInterval: 30_000,
    refetchIntervalInBackground: true,
    queryFn: ({ signal }) =>
      pullFeed('/api/feeds/orders', client.getQueryData<OrdersFeed>(ORDERS_FEED), readOrder, {
        signal,
        onPartial: (partial) => client.setQueryData<OrdersFeed>(ORDERS_FEED, partial),
      }),
  });

/** The orders feed; `data.records` keeps the identity of every order that did not change. */
export function useOrdersFeed(client: QueryClient) {
  return useQuery(ordersFeedQuery(client));
}
