/** Everything the orders screen shows, derived: rows, counts, what is hidden, what is selected. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { usePaymentTypes } from '#src/api/references.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { FilterContext } from '#src/domain/orderFilter.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { paymentKinds as kindsOf } from '#src/domain/paymentKind.ts';
import { boardRowsKeeper } from './boardRows.ts';
import type { Choices } from './orderTest.ts';
import { orderTest } from './orderTest.ts';
import type { OrdersView } from './ordersView.ts';

const MINUTE = 60_000;
const NO_RECORDS: ReadonlyMap<string, DispatchOrder> = new Map();
const NO_COURIERS = courierDirectory([], null);

const choicesKey = ({ query: _query, sort: _sort, ...choices }: OrdersView) => JSON.stringify(choices);

export function useBoard(view: OrdersView) {
  const feed = useOrdersFeed(useQueryClient());
  const { directory = NO_COURIERS } = useCourierDirectory();
  const payments = usePaymentTypes().data?.records;
  const { timeZone, atRiskMinutes, systems } = useAppConfig();
  const now = useNow(MINUTE);
  const { dayKey } = useFormat();
  const day = useMemo(() => dayKey(now), [dayKey, now]);
  const [keep] = useState(boardRowsKeeper);

  const paymentKinds = useMemo(() => kindsOf(payments ?? []), [payments]);
  const context = useMemo(
    (): FilterContext => ({ now, atRiskMinutes, directory, paymentKinds }),
    [now, atRiskMinutes, directory, paymentKinds],
  );
  // By its words, not by its object: a keystroke in the search makes a new view of the same choices.
  const choices = choicesKey(view);
  const test = useMemo(
    () => orderTest(JSON.parse(choices) as Choices, timeZone, day),
    [choices, timeZone, day],
  );
  const { column, descending } = view.sort ?? {};
  const sort = useMemo(
    (): OrderSort => (column ? { column, descending: descending ?? false } : null),
    [column, descending],
  );
  const records = feed.data?.records ?? NO_RECORDS;
  const { rows, counts } = useMemo(
    () => keep({ records, test, query: view.query, sort, context }),
    [keep, records, test, view.query, sort, context],
  );

  // A proxy that has just started answers before it has read any system.
  const unread =
    feed.data !== undefined &&
    feed.data.problems.length === 0 &&
    records.size === 0 &&
    (['ireca', 'kassa'] as const).every((system) => !systems[system] || feed.data.asOf[system] === null);
  const settled = feed.data !== undefined && feed.data.loading === null && !unread;
  return {
    feed,
    records,
    rows,
    /** Null while the first load is under way. */
    counts: settled ? counts : null,
    /** How many orders of the chosen counter search and filters hide. */
    hidden: settled ? counts[view.view] - rows.length : null,
    settled,
    /** Nothing has ever been read, and the last try failed. */
    failed: feed.isError && !feed.data,
    /** The same object until the sort changes. */
    sort,
    waiting: feed.isPending || unread,
    context,
    day,
  };
}
