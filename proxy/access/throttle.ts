/** Slows down guessing of passwords: each further failure doubles the wait, per login at an address and per address. */
import type { Clock } from '#proxy/clock.ts';

export type Throttle = {
  /**
   * An attempt begins; it counts as failed until it is said to have succeeded, so that many at once are no way round.
   * Gives the seconds to wait, or null when it may go on.
   */
  attempt(login: string, address: string): number | null;
  /** It was the right password. */
  succeeded(login: string, address: string): void;
};

/** Failures that cost nothing: people do mistype. An office shares one address. */
const FREE_PER_LOGIN = 5;
const FREE_PER_ADDRESS = 20;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long without an attempt all is forgiven. */
const FORGET_MS = 60 * 60_000;
const MAX_ENTRIES = 10_000;

type Entry = { failures: number; lastAt: number; until: number };

export function createThrottle(clock: Clock): Throttle {
  const entries = new Map<string, Entry>();
  const keys = (login: string, address: string) =>
    [
      [`login ${login} ${address}`, FREE_PER_LOGIN],
      [`address ${address}`, FREE_PER_ADDRESS],
    ] as const;

  function entryOf(key: string): Entry {
    const known = entries.get(key);
    const entry =
      known && clock.now() - known.lastAt < FORGET_MS ? known : { failures: 0, lastAt: 0, until: 0 };
    entries.delete(key);
    entries.set(key, entry);
    return entry;
  }

  return {
    attempt(login, address) {
      const now = clock.now();
      const until = Math.max(...keys(login, address).map(([key]) => entryOf(key).until));
      if (until > now) return Math.ceil((until - now) / 1000);
      for (const [key, free] of keys(login, address)) {
        const entry = entryOf(key);
        entry.failures += 1;
        entry.lastAt = now;
        const over = entry.failures - free;
        if (over >= 0) entry.until = now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** over);
      }
      for (const key of entries.keys()) {
        if (entries.size <= MAX_ENTRIES) break;
        entries.delete(key);
      }
      return null;
    },
    succeeded(login, address) {
      const [[loginKey], [addressKey]] = keys(login, address) as [[string, number], [string, number]];
      entries.delete(loginKey);
      // The attempt itself is taken back; what else failed at this address stays.
      const shared = entries.get(addressKey);
      if (shared) {
        shared.failures -= 1;
        shared.until = Math.min(shared.until, clock.now());
      }
    },
  };
}
