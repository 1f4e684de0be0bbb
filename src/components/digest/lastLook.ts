/** When somebody last had the screen in hand, and the pause before they came back: kept on this computer per login. */

/** Away for less than this is no absence. */
export const PAUSE_MS = 5 * 60_000;

/** Nobody was here from `from` to `to`, epoch ms; `seen`: what happened meanwhile was looked at, or waved away. */
export type Pause = { from: number; to: number; seen: boolean };

/** `at`: the last look, epoch ms; `pause`: the last absence, kept for «с последнего взгляда». */
export type Look = { at: number; pause: Pause | null };

/** The log does not go back further (`GET /api/changes` keeps two days at least). */
const LONGEST_MS = 48 * 60 * 60_000;

/** Somebody looks at `now` (epoch ms). `before` null: the first time on this computer. */
export function lookedAt(before: Look | null, now: number): Look {
  if (!before) return { at: now, pause: null };
  if (now - before.at < PAUSE_MS) return { ...before, at: now };
  const waiting = before.pause && !before.pause.seen ? before.pause.from : before.at;
  return { at: now, pause: { from: Math.max(waiting, now - LONGEST_MS), to: now, seen: false } };
}

/** What another tab wrote and what is held here, as one: the later look, and of one pause what was seen in either. */
export function laterLook(a: Look | null, b: Look | null): Look | null {
  if (!a || !b) return a ?? b;
  const [late, early] = a.at >= b.at ? [a, b] : [b, a];
  const [pause, other] = [late.pause, early.pause];
  if (!pause || !other) return { at: late.at, pause: pause ?? other };
  const newest = pause.to >= other.to ? pause : other;
  return { at: late.at, pause: { ...newest, seen: newest.seen || (pause.to === other.to && other.seen) } };
}

/** The log may learn for a while what happened in an absence. */
const SETTLED_MS = 2 * 60_000;

/**
 * True when an absence can be forgotten: nothing happened meanwhile, so nobody will look into it, and the next absence
 * must not reach back to it over hours in which somebody was here.
 * @param total how many orders changed in it; undefined = not read yet. @param now epoch ms.
 */
export const missedNothing = (pause: Pause, total: number | undefined, now: number): boolean =>
  total === 0 && now - pause.to >= SETTLED_MS;

export const samePause = (a: Pause | null, b: Pause | null): boolean =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to && a.seen === b.seen);

const isPause = (value: unknown): value is Pause =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  typeof value.from === 'number' &&
  'to' in value &&
  typeof value.to === 'number' &&
  'seen' in value &&
  typeof value.seen === 'boolean';

/** What was kept; null when there is nothing, or nothing of this shape. */
export function readLook(text: string | null): Look | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || typeof kept.at !== 'number')
      return null;
    return { at: kept.at, pause: 'pause' in kept && isPause(kept.pause) ? kept.pause : null };
  } catch {
    return null;
  }
}
