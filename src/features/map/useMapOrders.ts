/** The open orders that lie on the map, the loudest first, with the counters of the day. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { FilterContext } from '#src/domain/orderFilter.ts';
import { NO_FILTER, countViews, matchesFilter } from '#src/domain/orderFilter.ts';
import { sortOrders } from '#src/domain/orderSort.ts';
import type { MapChoice } from './mapAddress.ts';

const MINUTE = 60_000;
const NO_RECORDS: ReadonlyMap<string, DispatchOrder> = new Map();
const NO_COURIERS = courierDirectory([], null);

export function useMapOrders({ view, query }: Pick<MapChoice, 'view' | 'query'>) {
  const feed = useOrdersFeed(useQueryClient());
  const { directory = NO_COURIERS } = useCourierDirectory();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(MINUTE);
  const records = feed.data?.records ?? NO_RECORDS;
  const context = useMemo(
    (): FilterContext => ({ now, atRiskMinutes, directory, paymentKinds: new Map() }),
    [now, atRiskMinutes, directory],
  );
  const settled = feed.data !== undefined && feed.data.loading === null;

  /** Every open order, whatever is chosen: a courier's own orders are shown under any counter. */
  const open = useMemo(
    () =>
      sortOrders(
        [...records.values()].filter((order) => order.open),
        null,
        context,
      ),
    [records, context],
  );
  const orders = useMemo(() => {
    const filter = { ...NO_FILTER, view, query };
    return open.filter((order) => matchesFilter(order, filter, context));
  }, [open, view, query, context]);
  const counts = useMemo(() => countViews(open, context), [open, context]);

  return {
    feed,
    records,
    open,
    orders,
    /** Null while the first load is under way. */
    counts: settled ? counts : null,
    /** How many of the counter's orders the search hides. */
    hidden: query.trim() === '' ? 0 : counts[view] - orders.length,
    failed: feed.isError && !feed.data,
  };
}
