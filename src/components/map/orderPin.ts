/** Which pin an order gets: its tone says how urgent it is, hollow says that nobody has it yet. */
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { worldPoint } from './mercator.ts';

export const TONES = ['quiet', 'way', 'risk', 'late'] as const;
/** From the quietest to the loudest; the loudest is drawn last, above the others. */
export type Tone = (typeof TONES)[number];

export type Pin = {
  key: OrderKey;
  order: DispatchOrder;
  point: LatLon;
  /** In the unit square (`mercator.ts`). */
  x: number;
  y: number;
  tone: Tone;
  hollow: boolean;
  /** The point was given by hand: no system knows it. */
  byHand: boolean;
};

/** The pin's tone at `now` (epoch ms). */
export function pinTone(order: DispatchOrder, now: number, atRiskMinutes: number): Tone {
  const { band } = latenessOf(order, now, atRiskMinutes);
  if (band === 'late') return 'late';
  if (band === 'atRisk') return 'risk';
  return order.stage === 'taken' ? 'way' : 'quiet';
}

/** An unchanged order keeps its pin as long as its tone does. */
const made = new WeakMap<DispatchOrder, Pin>();

/**
 * Pins of those orders whose point is known, in the order given.
 * @param byHand says of an order object that its point was given by hand.
 */
export function orderPins(
  orders: readonly DispatchOrder[],
  now: number,
  atRiskMinutes: number,
  byHand: (order: DispatchOrder) => boolean = () => false,
): Pin[] {
  const pins: Pin[] = [];
  for (const order of orders) {
    if (order.point === null) continue;
    const tone = pinTone(order, now, atRiskMinutes);
    const before = made.get(order);
    if (before && before.tone === tone) {
      pins.push(before);
      continue;
    }
    const hollow = order.courierId === null && order.courierLogin === null;
    const { x, y } = before ?? worldPoint(order.point);
    const pin: Pin = { key: order.key, order, point: order.point, x, y, tone, hollow, byHand: byHand(order) };
    made.set(order, pin);
    pins.push(pin);
  }
  return pins;
}

/** True when both lists show the same: then nothing is drawn again. */
export function samePins(a: readonly Pin[], b: readonly Pin[]): boolean {
  return a.length === b.length && a.every((pin, index) => pin === b[index]);
}

/** Half the width, and the height of a pin's head above its tip. CSS pixels. */
export const PIN = { halfWidth: 9, height: 24, dot: 5 } as const;

const LOUDNESS: Record<Tone, number> = { quiet: 0, way: 1, risk: 2, late: 3 };

/** The order of drawing: the loudest last, and of two alike the one farther down, whose head must stay whole. */
export const drawnBefore = (a: Pin, b: Pin): number => LOUDNESS[a.tone] - LOUDNESS[b.tone] || a.y - b.y;
