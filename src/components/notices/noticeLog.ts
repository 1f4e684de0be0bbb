/**
 * What this browser has been told already: kept on this computer, so that of many tabs one speaks, and nothing is
 * repeated after a reload, a restart of the proxy or a catch-up.
 */

/** heard: its tone was played · shown: the browser was given it to show. */
export type Told = 'heard' | 'shown';

/** Of localStorage. */
export type LogStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Runs a deed while no other tab runs one; without locks (a page that is not secure) at once. */
export type Alone = <T>(deed: () => T) => Promise<T>;

const ofThisTab = new Map<string, string>();

/** What all tabs of this browser share; where that is forbidden, each tab remembers for itself. */
function computerStorage(): LogStorage {
  try {
    return localStorage;
  } catch {
    return {
      getItem: (name) => ofThisTab.get(name) ?? null,
      setItem: (name, value) => void ofThisTab.set(name, value),
    };
  }
}

type Log = Record<string, [at: number, told: number]>;

const NAME = 'pult.noticed';
const LOCK = 'pult.noticed';
const BIT: Record<Told, number> = { heard: 1, shown: 2 };
const KEPT_MS = 24 * 60 * 60_000;
/** About what a busy day brings; the oldest are forgotten first. */
const MOST = 6_000;

const withLock: Alone = async (deed) =>
  'locks' in navigator ? await navigator.locks.request(LOCK, async () => deed()) : deed();

function read(storage: LogStorage): Log {
  try {
    const kept: unknown = JSON.parse(storage.getItem(NAME) ?? '{}');
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Log) : {};
  } catch {
    return {};
  }
}

/** When it cannot be kept, tabs may repeat each other: better heard twice than never. */
function write(storage: LogStorage, log: Log): void {
  try {
    storage.setItem(NAME, JSON.stringify(log));
  } catch {
    return;
  }
}

/** Entries of the last day; a time ahead of the clock comes from a clock that was wrong. */
function pruned(log: Log, now: number): Log {
  const fresh = Object.entries(log).filter(
    ([, entry]) => Array.isArray(entry) && entry[0] <= now && now - entry[0] < KEPT_MS,
  );
  return Object.fromEntries(fresh.slice(-MOST));
}

/**
 * Takes upon this tab to tell these events: gives those that no tab has told so far, and marks them told.
 * @param now epoch ms.
 */
export async function claim(
  keys: readonly string[],
  told: Told,
  now: number,
  storage: LogStorage = computerStorage(),
  alone: Alone = withLock,
): Promise<string[]> {
  return alone(() => {
    const log = read(storage);
    const bit = BIT[told];
    const free = keys.filter((key) => ((log[key]?.[1] ?? 0) & bit) === 0);
    if (free.length === 0) return free;
    for (const key of free) {
      const before = log[key]?.[1] ?? 0;
      delete log[key];
      log[key] = [now, before | bit];
    }
    write(storage, pruned(log, now));
    return free;
  });
}

const LOOKED = 'pult.looked';
/** After half a day away the lateness of then is no news. */
const LOOK_KEPT_MS = 12 * 60 * 60_000;

/** Up to when this browser has looked for orders that became late, epoch ms; null = not, or too long ago. */
export function lastLook(now: number, storage: LogStorage = computerStorage()): number | null {
  try {
    const at = Number(storage.getItem(LOOKED) ?? Number.NaN);
    return at <= now && now - at < LOOK_KEPT_MS ? at : null;
  } catch {
    return null;
  }
}

/** Keeps that this browser has looked up to `at` (epoch ms); an earlier time never takes the place of a later one. */
export function keepLook(at: number, now: number, storage: LogStorage = computerStorage()): void {
  if (at <= (lastLook(now, storage) ?? 0)) return;
  try {
    storage.setItem(LOOKED, String(at));
  } catch {
    return;
  }
}
