/** After an order was put on the map by hand: says so, and gives the keyboard back to the list. */
import type { RefObject } from 'react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { usePlacing } from '#src/components/map/placePointStore.ts';
import type { PlacingEnd } from '#src/components/map/placePointStore.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderSideLook } from './orderSideLook.ts';

type Placing = {
  /** As listed; the one just placed has left it. */
  without: readonly DispatchOrder[];
  /** All orders, by key. */
  records: ReadonlyMap<string, DispatchOrder>;
  grid: RefObject<HTMLElement | null>;
  t: OrderSideLook['t'];
};

/** Where the keyboard goes on: the order after the one that was placed, so that several can be placed in a row. */
export function nextAfter(
  without: readonly DispatchOrder[],
  { key, placed }: PlacingEnd,
): DispatchOrder['key'] {
  const at = without.findIndex((order) => order.key === key);
  if (!placed || at < 0) return key;
  return without[at + 1]?.key ?? without[at - 1]?.key ?? key;
}

/** `said`: for a status region. */
export function usePlacingWords({ without, records, grid, t }: Placing) {
  const [said, say] = useState('');
  const ended = useEffectEvent((end: PlacingEnd) => {
    const number = records.get(end.key)?.number ?? '';
    say(end.placed ? t.said.placed(number) : t.said.givenUp);
    useBoardStore.getState().focus(nextAfter(without, end));
    grid.current?.focus({ preventScroll: true });
  });
  // Told as it happens, while the list still is as it was.
  useEffect(
    () => usePlacing.subscribe(({ ended: end }, before) => end && end !== before.ended && ended(end)),
    [],
  );
  return { said, sayTaken: (order: DispatchOrder) => say(t.said.taken(order.number)) };
}
