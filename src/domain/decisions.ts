/** Which orders wait for a dispatcher's decision: what the tab's title counts. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf, windowEnd } from '#src/domain/lateness.ts';
import { needsCourier } from '#src/domain/orderFilter.ts';

/** True when the order is under the counters «Без курьера» or «Опаздывают» of the orders screen. `now`: epoch ms. */
export function needsDecision(order: DispatchOrder, now: number): boolean {
  return needsCourier(order) || latenessOf(order, now, 0).band === 'late';
}

/** How many orders wait for a decision; one that is late without a courier counts once. */
export function countDecisions(orders: Iterable<DispatchOrder>, now: number): number {
  let count = 0;
  for (const order of orders) if (needsDecision(order, now)) count += 1;
  return count;
}

/** Epoch ms by system, as a feed has it: when it was last read whole. */
type ReadAt = Readonly<Record<DispatchOrder['system'], number | null>>;

/**
 * Open orders whose window ended after `since` and that have been read from their system after that end: an order that
 * was delivered in the last minute must not be called late by data from before.
 * @param now epoch ms.
 */
export function becameLate(
  orders: Iterable<DispatchOrder>,
  since: number,
  now: number,
  readAt: ReadAt,
): DispatchOrder[] {
  const late: DispatchOrder[] = [];
  for (const order of orders) {
    const end = order.open ? windowEnd(order) : null;
    if (end === null || end <= since || end >= now) continue;
    if ((readAt[order.system] ?? 0) > end) late.push(order);
  }
  return late;
}
