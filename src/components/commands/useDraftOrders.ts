/** The orders of an open dialog as the feed has them now, sorted by whether they still are what was shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { FeedProblem } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { CommandDraft, DraftOrders } from './commandDraft.ts';
import { draftOrders } from './commandDraft.ts';
import { useCommandStore } from './commandStore.ts';

const NO_RECORDS: ReadonlyMap<string, DispatchOrder> = new Map();
const NO_PROBLEMS: FeedProblem[] = [];

/** `known`: false until the orders have been read whole (after a reload). `troubles`: problems of the systems concerned. */
export function useDraftOrders(
  draft: CommandDraft,
): DraftOrders & { known: boolean; troubles: FeedProblem[] } {
  const { data: feed } = useOrdersFeed(useQueryClient());
  const pending = useCommandStore((state) => state.pending);
  const { kind, orders: shown } = draft;
  const records = feed?.records ?? NO_RECORDS;
  const sorted = useMemo(
    () => draftOrders({ kind, orders: shown }, records, pending),
    [kind, shown, records, pending],
  );
  const orders = useSteady(sorted.orders);
  const problems = feed?.problems ?? NO_PROBLEMS;
  const troubles = problems.filter(({ system }) => shown.some(({ key }) => key.startsWith(`${system}:`)));
  return { ...sorted, orders, known: feed !== undefined && feed.loading === null, troubles };
}

/** Keeps the identity of a list whose orders are the same ones, so that a pull elsewhere ranks nothing anew. */
function useSteady(orders: DispatchOrder[]): DispatchOrder[] {
  const [kept, setKept] = useState(orders);
  if (kept === orders) return kept;
  if (kept.length === orders.length && kept.every((order, index) => order === orders[index])) return kept;
  setKept(orders);
  return orders;
}
