/** Seeded dice: every chance in the simulated day comes from here, so the same seed gives the same day. */

export type Dice = {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  /** A number in [from, to). */
  between: (from: number, to: number) => number;
  /** True with this probability. */
  chance: (probability: number) => boolean;
  /** One element. Throws on an empty list. */
  pick: <T>(list: readonly T[]) => T;
  /** A waiting time with this mean (Poisson arrivals). */
  wait: (mean: number) => number;
};

/** Dice for a seed and a purpose (mulberry32). Different purposes do not disturb each other. */
export function rollDice(seed: number, purpose = 0): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to pick from');
      return list[Math.floor(next() * list.length)] as (typeof list)[number];
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}
