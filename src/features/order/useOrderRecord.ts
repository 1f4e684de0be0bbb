/** The order as the feed has it, and the whole order read anew whenever that changes. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { orderKey } from '#src/api/order.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

export type OrderRecord = {
  /** Undefined: the feed does not hold it (any more, or yet). */
  record: DispatchOrder | undefined;
  /** The first load of the feed is over. */
  settled: boolean;
};

/** The feed keeps the identity of unchanged orders, so another object means another state: everything of it is asked again. */
export function useOrderRecord(system: System, id: string): OrderRecord {
  const client = useQueryClient();
  const { data } = useOrdersFeed(client);
  const record = data?.records.get(`${system}:${id}`);
  const settled = data !== undefined && data.loading === null;
  const seen = useRef<{ key: string; record: DispatchOrder | undefined } | null>(null);
  const key = `${system}:${id}`;
  useEffect(() => {
    if (!settled) return;
    const before = seen.current;
    seen.current = { key, record };
    if (before?.key === key && before.record === record) return;
    const reopened = before?.key !== key;
    void client.invalidateQueries({
      queryKey: orderKey(system, id),
      // What was kept since the card was last open may be older than the feed; what is being read now is not.
      ...(reopened && { predicate: ({ state }) => state.data !== undefined && state.fetchStatus === 'idle' }),
    });
  }, [client, system, id, key, record, settled]);
  return { record, settled };
}
