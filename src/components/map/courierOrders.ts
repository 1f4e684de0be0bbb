/** A courier's open orders in the order of their windows: the way they will most likely be carried out. */
import { useMemo } from 'react';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { useWithHandPoints } from './handPoints.ts';

/** Earliest window first; those without one stand last. */
export function ordersOfCourier(
  orders: readonly DispatchOrder[],
  courierId: string,
  directory: CourierDirectory,
): DispatchOrder[] {
  return orders
    .filter((order) => (order.courierId ?? courierOf(order, directory)?.courierId) === courierId)
    .toSorted(
      (a, b) =>
        (windowEnd(a) ?? Infinity) - (windowEnd(b) ?? Infinity) ||
        (a.windowFrom ?? Infinity) - (b.windowFrom ?? Infinity) ||
        0,
    );
}

const none: readonly DispatchOrder[] = [];

/** The same out of all that the feed holds, with the points that were set by hand; empty while nothing is read. */
export function useOrdersInHand(
  records: ReadonlyMap<string, DispatchOrder> | undefined,
  courierId: string,
  directory: CourierDirectory,
): readonly DispatchOrder[] {
  const orders = useMemo(() => {
    if (!records) return none;
    const open: DispatchOrder[] = [];
    for (const order of records.values()) if (order.open) open.push(order);
    return ordersOfCourier(open, courierId, directory);
  }, [records, courierId, directory]);
  return useWithHandPoints(orders);
}
