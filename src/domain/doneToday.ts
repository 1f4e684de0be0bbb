/** Orders that are done and were due today: those for which a receipt is asked for most. */
import { dayOf } from '#src/domain/courierDay.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

/**
 * iRECA's delivered and closed orders of today, the latest first. The feed does not say when an order was delivered: it
 * counts for the day of its window, else for that of its making.
 * @param isToday whether a moment (epoch ms) lies within today, in the configured zone.
 */
export function doneToday(
  orders: Iterable<DispatchOrder>,
  isToday: (ms: number) => boolean,
): DispatchOrder[] {
  const done: { order: DispatchOrder; at: number }[] = [];
  for (const order of orders) {
    if (order.system !== 'ireca' || (order.stage !== 'delivered' && order.stage !== 'closed')) continue;
    const at = dayOf(order);
    if (at !== null && isToday(at)) done.push({ order, at });
  }
  return done.sort((a, b) => b.at - a.at || (a.order.key < b.order.key ? 1 : -1)).map(({ order }) => order);
}
