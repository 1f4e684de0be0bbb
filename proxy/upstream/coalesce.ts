/** Concurrent equal reads share one upstream call, and a list is remembered for a few seconds. */
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamResult } from './failure.ts';

export type Coalesce = {
  /**
   * The value of `key`: remembered for `ttlMs` (0: never), else loaded once for all who ask meanwhile. A failure is
   * shared by those who wait for it and not remembered.
   */
  get<T>(key: string, ttlMs: number, load: () => Promise<UpstreamResult<T>>): Promise<UpstreamResult<T>>;
  /** Something was written: nothing read before now is given out any more, not even what is still on its way. */
  invalidate(keyPrefix?: string): void;
};

const MAX_KEYS = 500;

type Entry = {
  generation: number;
  inFlight: Promise<UpstreamResult<unknown>> | null;
  kept: { result: UpstreamResult<unknown>; until: number } | null;
};

export function createCoalesce(clock: Clock): Coalesce {
  const entries = new Map<string, Entry>();
  let generation = 0;

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
        if (result.ok && ttlMs > 0) entry.kept = { result, until: clock.now() + ttlMs };
        else entries.delete(key);
        return result;
      });
    },
    invalidate(keyPrefix = '') {
      for (const key of entries.keys()) if (key.startsWith(keyPrefix)) entries.delete(key);
    },
  };
}
