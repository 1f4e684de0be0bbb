/** Stepping from a card to its neighbours in the list under it, as fast as the key repeats. */
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useListedOrders } from '#src/components/orders/listedOrders.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { OVER_LIST, orderAddress } from '#src/lib/paths.ts';

/** Steps that follow each other faster than this (ms) are leafing through, not reading. */
const LEAFING = 400;

export type Steps = {
  /** Null: there is no such neighbour. */
  toPrevious: (() => void) | null;
  toNext: (() => void) | null;
  /** Null: the list does not show this order. */
  place: { n: number; of: number } | null;
};

/**
 * `key` is that of the open card. The address follows later than a held key repeats, so each step counts from where the
 * last one leads, not from what is on screen. The list is scrolled to the order when it is out of sight.
 */
export function useSteps(key: string): Steps {
  const rows = useListedOrders((state) => state.rows);
  const navigate = useNavigate();
  const { search } = useLocation();
  const ahead = useRef<string[]>([]);
  const last = useRef(-Infinity);
  useEffect(() => {
    ahead.current = ahead.current.slice(ahead.current.lastIndexOf(key) + 1 || ahead.current.length);
  }, [key]);

  const at = rows.findIndex((row) => row.key === key);
  if (at < 0) return { toPrevious: null, toNext: null, place: null };
  const step = (by: -1 | 1) => {
    const from = ahead.current.at(-1) ?? key;
    const order = rows[rows.findIndex((row) => row.key === from) + by];
    if (!order) return;
    const now = performance.now();
    const leafing = now - last.current < LEAFING;
    last.current = now;
    ahead.current.push(order.key);
    useListedOrders.getState().reveal?.(order.key);
    void navigate(
      { pathname: orderAddress(order.system, order.id), search },
      { replace: true, state: { ...OVER_LIST, leafing } satisfies OrderLinkState },
    );
  };
  return {
    toPrevious: at > 0 ? () => step(-1) : null,
    toNext: at < rows.length - 1 ? () => step(1) : null,
    place: { n: at + 1, of: rows.length },
  };
}
