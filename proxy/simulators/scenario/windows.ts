/** Hours promised to clients: one or two hours long, mostly on the hour or the half-hour. */
import type { Dice } from '../dice.ts';

export type Window = { from: number; to: number };

export const MINUTE = 60_000;
export const HALF_HOUR = 30 * MINUTE;

/** The half-hour at or before a moment. */
export const halfHourBefore = (ms: number): number => Math.floor(ms / HALF_HOUR) * HALF_HOUR;

const LENGTHS = [60, 60, 60, 120, 120, 90, 30];

/** A window that ends at `to`. */
export const windowEnding = (to: number, dice: Dice): Window => ({
  from: to - dice.pick(LENGTHS) * MINUTE,
  to,
});

/** A window for something ordered at `at`: it begins in half an hour to three hours. */
export function windowAhead(at: number, dice: Dice): Window {
  const from = halfHourBefore(at) + dice.int(1, 5) * HALF_HOUR;
  const odd = dice.chance(0.04) ? dice.int(1, 5) * 5 * MINUTE : 0;
  return { from: from + odd, to: from + odd + dice.pick(LENGTHS) * MINUTE };
}

/** A window for something that was delivered at `at`: kept nine times in ten. */
export function windowAround(at: number, dice: Dice): Window {
  return windowEnding(halfHourBefore(at) + (dice.chance(0.9) ? dice.int(1, 3) * HALF_HOUR : 0), dice);
}
