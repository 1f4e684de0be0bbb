/** Which orders are news: those that came while we looked. */
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

type Seen = Pick<OrdersFeed, 'version' | 'records' | 'asOf' | 'loading'>;

/**
 * A function that is shown the feed whenever it moved, and gives the open orders that were never on it before. What is
 * there when a system is seen for the first time is no news; nor is what went and came back (a proxy that has just
 * started answers with an empty list until it has read both systems); nor is what only entered the days that Kassa is
 * asked for: they move on at midnight, and orders that were made long before come all at once.
 * @param dayKey the calendar day of a moment (epoch ms) in the configured zone.
 */
export function arrivalsKeeper(dayKey: (at: number) => string): (feed: Seen) => DispatchOrder[] {
  const known = new Set<string>();
  const readAt: Record<System, number | null> = { ireca: null, kassa: null };
  let version: string | null = null;
  const onlyEntered = ({ system, createdAt }: DispatchOrder, before: number, asOf: number | null) =>
    system === 'kassa' &&
    createdAt !== null &&
    createdAt <= before &&
    asOf !== null &&
    dayKey(before) !== dayKey(asOf);
  return (feed) => {
    // Between two pulls only the ages move, and they may run ahead of the records.
    if (feed.loading || feed.version === version) return [];
    version = feed.version;
    const arrived: DispatchOrder[] = [];
    for (const [key, order] of feed.records) {
      if (known.has(key)) continue;
      known.add(key);
      const before = readAt[order.system];
      if (!order.open || before === null) continue;
      if (!onlyEntered(order, before, feed.asOf[order.system])) arrived.push(order);
    }
    for (const system of ['ireca', 'kassa'] as const) readAt[system] = feed.asOf[system] ?? readAt[system];
    return arrived;
  };
}
