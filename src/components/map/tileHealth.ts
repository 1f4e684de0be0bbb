/** Tells whether the tile server can be had, from what its tiles do. Pure: the map reports, this judges. */

/** `waitingSince`: epoch ms since when a tile has been waited for with none coming; null = none is. */
export type TileHealth = {
  verdict: 'unknown' | 'good' | 'failed';
  misses: number;
  waitingSince: number | null;
};

export type TileEvent = 'asked' | 'loaded' | 'missed' | 'checked';

/** So many in a row, with none loaded between, is no longer one bad tile. */
const MISSES_AT_FIRST = 4;
/** Once tiles have been seen, a hole is more likely the edge of the covered area than an outage. */
const MISSES_LATER = 12;
/** A server that hangs is as bad as one that refuses. */
const PATIENCE_MS = 8_000;

export const untried: TileHealth = { verdict: 'unknown', misses: 0, waitingSince: null };

/** The health after one more event at `now` (epoch ms). `failed` stays until a new start with `untried`. */
export function tileHealth(before: TileHealth, event: TileEvent, now: number): TileHealth {
  if (before.verdict === 'failed') return before;
  switch (event) {
    case 'asked':
      return before.waitingSince === null ? { ...before, waitingSince: now } : before;
    case 'loaded':
      return { verdict: 'good', misses: 0, waitingSince: null };
    case 'missed': {
      const misses = before.misses + 1;
      const limit = before.verdict === 'good' ? MISSES_LATER : MISSES_AT_FIRST;
      // A refusal is an answer: such a server does not hang.
      return { verdict: misses >= limit ? 'failed' : before.verdict, misses, waitingSince: null };
    }
    case 'checked': {
      const hangs = before.waitingSince !== null && now - before.waitingSince >= PATIENCE_MS;
      return hangs ? { ...before, verdict: 'failed' } : before;
    }
  }
}
