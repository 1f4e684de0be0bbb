/** One courier's orders: what is still in hand, what was done today, and what may be theirs or somebody else's. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { legalMove } from '#src/domain/moves.ts';

export type CourierDay = {
  /** All open ones of both systems, whatever their day: the earliest window first, those without one last. */
  open: DispatchOrder[];
  /** Delivered (or closed since) and due today, the latest first. */
  delivered: DispatchOrder[];
  cancelled: DispatchOrder[];
  /** Open Kassa orders given to a phone that another courier has too: whose they are nobody can tell. */
  doubtful: DispatchOrder[];
};

/** The moment that puts an order on a day: when it is due, else when it was made; null = not known. */
export const dayOf = (order: DispatchOrder): number | null =>
  windowEnd(order) ?? order.windowFrom ?? order.createdAt;

const byWindow = (a: DispatchOrder, b: DispatchOrder): number =>
  (windowEnd(a) ?? Infinity) - (windowEnd(b) ?? Infinity) ||
  (a.windowFrom ?? Infinity) - (b.windowFrom ?? Infinity) ||
  0;

/**
 * Sorts out the orders of the courier with this iRECA id. An iRECA order counts for the id that it names even when iRECA
 * has no such courier any more; a Kassa order is told by the phone (assumption: the same phone is the same person).
 * @param isToday whether a moment (epoch ms) lies within today, in the configured zone.
 */
export function courierDay(
  orders: Iterable<DispatchOrder>,
  courierId: string,
  directory: CourierDirectory,
  isToday: (ms: number) => boolean,
): CourierDay {
  const phone = directory.byId.get(courierId)?.phoneDigits ?? null;
  const shared = phone !== null && directory.sharedPhones.has(phone);
  const day: CourierDay = { open: [], delivered: [], cancelled: [], doubtful: [] };
  for (const order of orders) {
    if (shared && order.open && order.courierLogin === phone) day.doubtful.push(order);
    if ((order.courierId ?? courierOf(order, directory)?.courierId) !== courierId) continue;
    if (order.open) {
      day.open.push(order);
      continue;
    }
    const at = dayOf(order);
    if (at === null || !isToday(at)) continue;
    if (order.stage === 'cancelled') day.cancelled.push(order);
    else day.delivered.push(order);
  }
  day.open.sort(byWindow);
  day.doubtful.sort(byWindow);
  day.delivered.sort((a, b) => byWindow(b, a));
  day.cancelled.sort((a, b) => byWindow(b, a));
  return day;
}

/** Orders that no command can give to anybody: one that Kassa has as issued stays with whoever took it. */
export const immovable = (orders: readonly DispatchOrder[]): DispatchOrder[] =>
  orders.filter(({ system, status }) => !legalMove(system, status, 'assign').legal);
