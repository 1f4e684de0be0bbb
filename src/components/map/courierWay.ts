/**
 * A courier's way as their orders ask for it: from where they are to the pick-ups and drops, in the order of windows. It
 * knows no streets; each leg is a straight line.
 */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';
import type { Tone } from './orderPin.ts';

export type WayLeg = { from: LatLon; to: LatLon; tone: Tone };
/** A drop with the places of its orders in the order of windows, counted from 1: several at one address are one stop. */
export type WayStop = { point: LatLon; numbers: number[]; tone: Tone };
export type CourierWay = {
  legs: WayLeg[];
  drops: WayStop[];
  /** Of all legs together, as the crow flies. */
  metres: number;
};

const LOUDNESS: Record<Tone, number> = { quiet: 0, way: 1, risk: 2, late: 3 };
const louder = (a: Tone, b: Tone): Tone => (LOUDNESS[b] > LOUDNESS[a] ? b : a);
const placeOf = ({ latitude, longitude }: LatLon) => `${latitude},${longitude}`;

/**
 * @param orders open orders of one courier, as `ordersOfCourier` sorts them; those without a point keep their number and
 * are passed over. A pick-up is visited once, before the first order that needs it and is not taken yet.
 * @param start where the courier was seen; null = not known, or too long ago to start from.
 */
export function courierWay(
  orders: readonly DispatchOrder[],
  start: LatLon | null,
  toneOf: (order: DispatchOrder) => Tone,
): CourierWay {
  const legs: WayLeg[] = [];
  const drops = new Map<string, WayStop>();
  const picked = new Set<string>();
  let at = start;
  let metres = 0;

  const go = (to: LatLon, tone: Tone) => {
    if (at !== null && placeOf(at) !== placeOf(to)) {
      legs.push({ from: at, to, tone });
      metres += distanceMetres(at, to);
    }
    at = to;
  };

  for (const [index, order] of orders.entries()) {
    const tone = toneOf(order);
    if (order.stage !== 'taken') {
      for (const { point } of order.pickUps) {
        if (point === null || picked.has(placeOf(point))) continue;
        picked.add(placeOf(point));
        go(point, tone);
      }
    }
    if (order.point === null) continue;
    go(order.point, tone);
    const stop = drops.get(placeOf(order.point));
    if (stop) {
      stop.numbers.push(index + 1);
      stop.tone = louder(stop.tone, tone);
    } else {
      drops.set(placeOf(order.point), { point: order.point, numbers: [index + 1], tone });
    }
  }
  return { legs, drops: [...drops.values()], metres };
}

/** «3», «2, 5», «1–4», and «2, 5…» where more would not fit into the sign. */
export function stopLabel(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  if (numbers.length === 1) return String(first);
  if (numbers.length > 2 && last - first === numbers.length - 1) return `${first}–${last}`;
  return numbers.length === 2 ? `${first}, ${last}` : `${first}, ${numbers[1]}…`;
}
