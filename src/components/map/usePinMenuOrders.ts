/** The orders of an open menu as they are now. One that leaves the map stays in its menu, which says what became of it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';

/** Whether the map shows it, and why not: filtered out, without a point, no longer open, no longer in the feed. */
export type MenuStanding = 'shown' | 'hidden' | 'noPoint' | 'over' | 'gone';

export type MenuOrder = {
  order: DispatchOrder;
  standing: MenuStanding;
  /** Where its pin stands, or stood; null = it has none. */
  point: LatLon | null;
};

const none: ReadonlyMap<OrderKey, MenuOrder> = new Map();

const same = (a: MenuOrder | undefined, b: MenuOrder) =>
  a?.order === b.order &&
  a.standing === b.standing &&
  a.point?.latitude === b.point?.latitude &&
  a.point?.longitude === b.point?.longitude;

function standingOf(record: DispatchOrder | undefined, point: LatLon | null): MenuStanding {
  if (!record) return 'gone';
  if (!record.open) return 'over';
  return point === null ? 'noPoint' : 'hidden';
}

/**
 * @param pins the orders whose pins are shown (with points given by hand).
 * @returns in the order of `keys`; what was never seen is left out.
 */
export function usePinMenuOrders(keys: readonly OrderKey[], pins: readonly DispatchOrder[]): MenuOrder[] {
  const records = useOrdersFeed(useQueryClient()).data?.records;
  const [last, setLast] = useState(none);

  const wanted = new Set(keys);
  const shown = new Map<OrderKey, DispatchOrder>();
  for (const order of pins) if (wanted.has(order.key)) shown.set(order.key, order);

  const now = new Map<OrderKey, MenuOrder>();
  for (const key of keys) {
    const before = last.get(key);
    const pinned = shown.get(key);
    const record = records?.get(key);
    const order = pinned ?? record ?? before?.order;
    if (!order) continue;
    const point = order.point ?? before?.point ?? null;
    const next: MenuOrder = { order, point, standing: pinned ? 'shown' : standingOf(record, point) };
    now.set(key, before && same(before, next) ? before : next);
  }
  const unchanged = now.size === last.size && [...now].every(([key, one]) => last.get(key) === one);
  if (!unchanged) setLast(now);
  return [...(unchanged ? last : now).values()];
}
