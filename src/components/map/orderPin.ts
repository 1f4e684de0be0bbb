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

/** Pins of those orders whose point is known, in the order given. */
export function orderPins(orders: readonly DispatchOrder[], now: number, atRiskMinutes: number): Pin[] {
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
    const pin: Pin = { key: order.key, order, point: order.point, x, y, tone, hollow };
    made.set(order, pin);
    pins.push(pin);
  }
  return pins;
}

/** True when both lists show the same: then nothing is drawn again. */
export function samePins(a: readonly Pin[], b: readonly Pin[]): boolean {
  return a.length === b.length && a.every((pin, index) => pin === b[index]);
}

/** Above so many square pixels a pin, there is room for real pins; in a thicker crowd they become dots. */
const ROOM_PX = 420;

/** True when `shown` pins in a view of this size would be a heap: dots are drawn instead. */
export function crowded(shown: number, width: number, height: number): boolean {
  return shown * ROOM_PX > width * height;
}

/** Half the width, and the height of a pin's head above its tip. CSS pixels. */
export const PIN = { halfWidth: 9, height: 24, dot: 5 } as const;

/**
 * The pins under the pointer, the topmost first.
 * @param at the pointer, in world pixels at this zoom. @param world pixels of the whole world.
 */
export function pinsAt(
  pins: readonly Pin[],
  at: { x: number; y: number },
  world: number,
  dots: boolean,
): Pin[] {
  const found: Pin[] = [];
  const reach = dots ? PIN.dot + 3 : PIN.halfWidth + 2;
  const up = dots ? 0 : PIN.height - PIN.halfWidth;
  for (const pin of pins) {
    const dx = pin.x * world - at.x;
    if (dx > reach || dx < -reach) continue;
    const dy = pin.y * world - up - at.y;
    // The tip below the head belongs to the pin as well.
    if (Math.abs(dy) <= reach || (!dots && dy < 0 && dy > -up - 2 && Math.abs(dx) < 4)) found.push(pin);
  }
  return found.sort((a, b) => TONES.indexOf(b.tone) - TONES.indexOf(a.tone));
}
