/** How thick the crowd of pins is: single pins while they can be told apart, then dots, then counts. */
import type { WorldPoint } from './mercator.ts';

export const CROWDS = ['pins', 'dots', 'counts'] as const;
export type Crowd = (typeof CROWDS)[number];

/** About the size of a pin. CSS pixels. */
const PLACE_PX = 20;
/** So few pins are always drawn as pins. */
const FEW = 40;
/** So many pins on a place of their own size on average, and the next plainer drawing is taken. */
const TOO_MANY = { pins: 1.75, dots: 11 } as const;
/** What is drawn now stays until the crowd is that much thinner: at the edge nothing flickers. */
const STAY = 0.82;

/**
 * @param pins those in view. @param world pixels of the whole world at this zoom.
 * @param before how they are drawn now.
 */
export function pinCrowd(pins: readonly WorldPoint[], world: number, before: Crowd): Crowd {
  if (pins.length <= FEW) return 'pins';
  const places = new Set<number>();
  for (const { x, y } of pins) {
    places.add(Math.floor((x * world) / PLACE_PX) * 2 ** 24 + Math.floor((y * world) / PLACE_PX));
  }
  const thick = pins.length / places.size;
  if (thick > TOO_MANY.dots * (before === 'counts' ? STAY : 1)) return 'counts';
  return thick > TOO_MANY.pins * (before === 'pins' ? 1 : STAY) ? 'dots' : 'pins';
}
