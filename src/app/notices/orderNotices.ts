/** Which orders are news: those that came while we looked. */
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

type Seen = Pick<OrdersFeed, 'version' | 'records' | 'asOf' | 'loading'>;

/**
 * A function that is shown the feed whenever it moved, and gives the open orders that were never on it before. What is
 * there when a system is seen for the first time is no news; nor is what went and came back (a proxy that has just
 * started answers with an empty list until it has read both systems).
 */
export function arrivalsKeeper(): (feed: Seen) => DispatchOrder[] {
  const known = new Set<string>();
  const read = new Set<System>();
  let version: string | null = null;
  return (feed) => {
    // Between two pulls only the ages move, and they may run ahead of the records.
    if (feed.loading || feed.version === version) return [];
    version = feed.version;
    const arrived: DispatchOrder[] = [];
    for (const [key, order] of feed.records) {
      if (known.has(key)) continue;
      known.add(key);
      if (order.open && read.has(order.system)) arrived.push(order);
    }
    for (const system of ['ireca', 'kassa'] as const) if (feed.asOf[system] !== null) read.add(system);
    return arrived;
  };
}

/**
 * Up to when the orders on screen are known not to be older, epoch ms; null while a connected system was never read.
 * @param systems which are connected.
 */
export function readUpTo(asOf: OrdersFeed['asOf'], systems: Record<System, boolean>): number | null {
  const times = (['ireca', 'kassa'] as const)
    .filter((system) => systems[system])
    .map((system) => asOf[system]);
  return times.includes(null) ? null : Math.min(...times.filter((time) => time !== null));
}
