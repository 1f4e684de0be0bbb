/** Which courier fits: couriers for one or several orders, best first, each with the reasons. */
import type { Courier, CourierDirectory, KassaBar } from '#src/domain/courierDirectory.ts';
import { courierOf, kassaBar } from '#src/domain/courierDirectory.ts';
import type { CourierLoad, Position } from '#src/domain/courierState.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';

export type Candidate = {
  courier: Courier;
  onShift: boolean;
  /** To the nearest pick-up of the orders; null when either end is not known. */
  distanceMetres: number | null;
  openOrders: number;
  positionAgeMs: number | null;
  /** How many of the orders are this courier's already. */
  alreadyHas: number;
  /** In which system this courier can be given orders at all, and why not in Kassa. */
  possible: { ireca: boolean; kassa: boolean; why: KassaBar | null };
  /** How many of the orders can be given to this courier. */
  possibleOrders: number;
  /** What the ranking compares, in metres (less is better): distance, plus what load and an old position add. */
  score: number | null;
};

/** An order in hand weighs as much as this much more way: two near couriers differ by load, two far ones by distance. */
const METRES_PER_OPEN_ORDER = 400;
/** A courier of whom nothing was heard for a minute may be this much further away (a bicycle's pace, halved). */
const METRES_PER_MINUTE_OF_AGE = 100;

/** Where the courier goes first: the first pick-up with a known point (warehouses stand before the address to carry from), else the drop. */
export function firstStop(order: Pick<DispatchOrder, 'pickUps' | 'point'>): LatLon | null {
  for (const pickUp of order.pickUps) if (pickUp.point !== null) return pickUp.point;
  return order.point;
}

function stopsOf(orders: readonly DispatchOrder[]): LatLon[] {
  const stops = new Map<string, LatLon>();
  for (const order of orders) {
    const stop = firstStop(order);
    if (stop) stops.set(`${stop.latitude},${stop.longitude}`, stop);
  }
  return [...stops.values()];
}

function nearest(from: LatLon, stops: readonly LatLon[]): number | null {
  let best: number | null = null;
  for (const stop of stops) {
    const distance = distanceMetres(from, stop);
    if (best === null || distance < best) best = distance;
  }
  return best;
}

const byName = new Intl.Collator('ru');

function compareAges(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/**
 * Couriers who can take any of the orders, then those on shift, then by score; where there is none (Kassa orders have no
 * coordinates, some couriers were never seen) by load, then by the age of the position; at last by name and id.
 */
function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.possibleOrders > 0) - Number(a.possibleOrders > 0) ||
    Number(b.onShift) - Number(a.onShift) ||
    Number(a.score === null) - Number(b.score === null) ||
    (a.score ?? 0) - (b.score ?? 0) ||
    a.openOrders - b.openOrders ||
    compareAges(a.positionAgeMs, b.positionAgeMs) ||
    byName.compare(a.courier.title, b.courier.title) ||
    (a.courier.courierId < b.courier.courierId ? -1 : 1)
  );
}

/**
 * All couriers of the directory, best first. Several orders are taken as one trip that starts at the pick-up nearest to
 * the courier. `positions` and `loads` are by courier id.
 */
export function rankCandidates(input: {
  orders: readonly DispatchOrder[];
  directory: CourierDirectory;
  positions: ReadonlyMap<string, Position>;
  loads: ReadonlyMap<string, CourierLoad>;
  now: number;
}): Candidate[] {
  const { orders, directory, positions, loads, now } = input;
  const stops = stopsOf(orders);
  const kassaOrders = orders.filter((order) => order.system === 'kassa').length;
  const has = new Map<string, number>();
  for (const order of orders) {
    const courier = courierOf(order, directory);
    if (courier) has.set(courier.courierId, (has.get(courier.courierId) ?? 0) + 1);
  }
  const candidates = directory.all.map((courier): Candidate => {
    const position = positions.get(courier.courierId) ?? null;
    const distance = position && nearest(position.point, stops);
    const openOrders = loads.get(courier.courierId)?.open ?? 0;
    const positionAgeMs = position && Math.max(0, now - position.at);
    const why = kassaBar(courier, directory);
    return {
      courier,
      onShift: courier.onShift,
      distanceMetres: distance,
      openOrders,
      positionAgeMs,
      alreadyHas: has.get(courier.courierId) ?? 0,
      possible: { ireca: true, kassa: why === null, why },
      possibleOrders: orders.length - (why === null ? 0 : kassaOrders),
      score:
        distance === null || positionAgeMs === null
          ? null
          : distance +
            openOrders * METRES_PER_OPEN_ORDER +
            (positionAgeMs / 60_000) * METRES_PER_MINUTE_OF_AGE,
    };
  });
  return candidates.sort(compare);
}
