/** Concurrent equal reads share one upstream call, and a list is remembered for a few seconds. */
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamResult } from './failure.ts';

export type Coalesce = {
  /**
   * The value of `key`: remembered for `ttlMs` (0: never), else loaded once for all who ask meanwhile. A failure is
   * shared by those who wait for it and not remembered.
   */
  get<T>(key: string, ttlMs: number, load: () => Promise<UpstreamResult<T>>): Promise<UpstreamResult<T>>;
  /** Nothing read before now is given out any more, not even what is still on its way. */
  invalidate(keyPrefix?: string): void;
  /** The same after a write: what is read within the next moments may not show it yet, and is not remembered either. */
  written(keyPrefix: string): void;
};

/** An upstream may take so long until what it accepted is seen in its lists (assumption). */
const SETTLING_MS = 3_000;

const MAX_KEYS = 500;

type Entry = {
  generation: number;
  inFlight: Promise<UpstreamResult<unknown>> | null;
  kept: { result: UpstreamResult<unknown>; until: number } | null;
};

export function createCoalesce(clock: Clock): Coalesce {
  const entries = new Map<string, Entry>();
  /** Until when what is read is not remembered, by the beginning of its key. */
  const settling = new Map<string, number>();
  let generation = 0;

  const isSettled = (key: string, at: number) =>
    [...settling].every(([prefix, until]) => at >= until || !key.startsWith(prefix));

  function invalidate(keyPrefix: string): void {
    for (const key of entries.keys()) if (key.startsWith(keyPrefix)) entries.delete(key);
  }

  function trim(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= MAX_KEYS) return;
      if (!entry.inFlight) entries.delete(key);
    }
  }

  return {
    get<T>(key: string, ttlMs: number, load: () => Promise<UpstreamResult<T>>) {
      const known = entries.get(key);
      if (known?.inFlight) return known.inFlight as Promise<UpstreamResult<T>>;
      if (known?.kept && known.kept.until > clock.now()) {
        return Promise.resolve(known.kept.result as UpstreamResult<T>);
      }
      const entry: Entry = { generation: (generation += 1), inFlight: null, kept: null };
      const mayKeep = ttlMs > 0 && isSettled(key, clock.now());
      const call = load().finally(() => {
        entry.inFlight = null;
      });
      entry.inFlight = call;
      entries.delete(key);
      entries.set(key, entry);
      trim();
      return call.then((result) => {
        const current = entries.get(key);
        if (current?.generation !== entry.generation) return result;
        if (result.ok && mayKeep) entry.kept = { result, until: clock.now() + ttlMs };
        else entries.delete(key);
        return result;
      });
    },
    invalidate: (keyPrefix = '') => invalidate(keyPrefix),
    written(keyPrefix) {
      invalidate(keyPrefix);
      settling.set(keyPrefix, clock.now() + SETTLING_MS);
    },
  };
}
