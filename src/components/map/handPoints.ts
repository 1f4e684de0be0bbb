/** Orders whose system knows no point, put on the map by hand: for this tab's session, told nobody, written nowhere. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { useSession } from '#src/api/session.ts';
import { tabStorage } from '#src/components/commands/tabStorage.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';

/** Points by order. */
export type HandPoints = Readonly<Record<OrderKey, LatLon>>;

type HandPointsState = {
  /** By login: somebody else signing in at this tab sees the map without them. */
  byUser: Readonly<Record<string, HandPoints>>;
  put: (login: string, key: OrderKey, point: LatLon) => void;
  /** Those that have no point by hand are passed over. */
  forget: (login: string, keys: readonly OrderKey[]) => void;
};

const NONE: HandPoints = {};

/** What can be read of what was kept; the rest is as good as never placed. */
function readKept(kept: unknown): HandPointsState['byUser'] {
  const byUser: Record<string, HandPoints> = {};
  for (const [login, points] of Object.entries(asRecord(asRecord(kept)['byUser']))) {
    const read: Record<OrderKey, LatLon> = {};
    for (const [key, point] of Object.entries(asRecord(points))) {
      const { latitude, longitude } = asRecord(point);
      if (!isKey(key) || typeof latitude !== 'number' || typeof longitude !== 'number') continue;
      const known = knownPoint(latitude, longitude);
      if (known) read[key] = known;
    }
    byUser[login] = read;
  }
  return byUser;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isKey = (key: string): key is OrderKey => key.startsWith('ireca:') || key.startsWith('kassa:');

/** Survives a reload of this tab. */
export const useHandPointStore = create<HandPointsState>()(
  persist(
    (set) => ({
      byUser: {},
      put: (login, key, point) =>
        set(({ byUser }) => ({ byUser: { ...byUser, [login]: { ...byUser[login], [key]: point } } })),
      forget: (login, keys) =>
        set((state) => {
          const points: Record<OrderKey, LatLon> = { ...state.byUser[login] };
          const gone = keys.filter((key) => key in points);
          if (gone.length === 0) return state;
          for (const key of gone) delete points[key];
          return { byUser: { ...state.byUser, [login]: points } };
        }),
    }),
    {
      name: 'pult.handPoints',
      storage: tabStorage<Pick<HandPointsState, 'byUser'>>(),
      partialize: ({ byUser }) => ({ byUser }),
      merge: (kept, current) => ({ ...current, byUser: readKept(kept) }),
    },
  ),
);

/** The points that the signed-in user has set in this tab. */
export function useHandPoints(): HandPoints {
  const login = useSession().data?.login ?? '';
  return useHandPointStore(({ byUser }) => byUser[login] ?? NONE);
}

/** An unchanged order with an unchanged point is the same object each time: nothing is drawn anew for it. */
const made = new WeakMap<DispatchOrder, DispatchOrder>();
const byHand = new WeakSet<DispatchOrder>();

/** The order as it is, or, where its system knows no point and the user has set one, a copy that has that point. */
export function withHandPoint(order: DispatchOrder, points: HandPoints): DispatchOrder {
  if (order.point !== null) return order;
  const point = points[order.key];
  if (point === undefined) return order;
  const before = made.get(order);
  if (before?.point === point) return before;
  const placed = { ...order, point };
  made.set(order, placed);
  byHand.add(placed);
  return placed;
}

/** True for an order whose point was set by hand, as `usePlacedOrders` and `useWithHandPoints` give it. */
export const isHandPoint = (order: DispatchOrder): boolean => byHand.has(order);

export type PlacedOrders = {
  /** With a point of their own, or one given by hand; unchanged orders keep their identity. */
  placed: readonly DispatchOrder[];
  /** Still without one. */
  without: readonly DispatchOrder[];
};

/** Parts the orders; both lists keep their order. */
export function partPlaced(orders: readonly DispatchOrder[], points: HandPoints): PlacedOrders {
  const placed: DispatchOrder[] = [];
  const without: DispatchOrder[] = [];
  for (const order of orders) {
    const maybe = withHandPoint(order, points);
    (maybe.point === null ? without : placed).push(maybe);
  }
  return { placed, without };
}

export function usePlacedOrders(orders: readonly DispatchOrder[]): PlacedOrders {
  const points = useHandPoints();
  return useMemo(() => partPlaced(orders, points), [orders, points]);
}

/** The same orders in the same order, those put on the map by hand with their points: for measuring distances. */
export function useWithHandPoints(orders: readonly DispatchOrder[]): readonly DispatchOrder[] {
  const points = useHandPoints();
  return useMemo(() => {
    const measured = orders.map((order) => withHandPoint(order, points));
    return measured.every((order, index) => order === orders[index]) ? orders : measured;
  }, [orders, points]);
}

/**
 * Which points by hand have had their day: the order got a point of its own, is over, or is gone. An order of a system
 * that was not read yet (`isRead` false) is not gone.
 */
export function outlivedPoints(
  points: HandPoints,
  records: ReadonlyMap<string, DispatchOrder>,
  isRead: (system: DispatchOrder['system']) => boolean,
): OrderKey[] {
  return (Object.keys(points) as OrderKey[]).filter((key) => {
    const order = records.get(key);
    if (order) return order.point !== null || !order.open;
    return isRead(key.startsWith('kassa:') ? 'kassa' : 'ireca');
  });
}
