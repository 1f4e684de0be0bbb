/**
 * Which errors of tills somebody has looked at: kept per login on this computer and shared by its tabs. What cannot be
 * kept (storage full or forbidden) is known to this tab alone.
 */
import { useSyncExternalStore } from 'react';
import { useSession } from '#src/api/session.ts';

/** Key of the feed → when it was marked, epoch ms. */
export type SeenErrors = ReadonlyMap<string, number>;

const PREFIX = 'pult.seenErrors.';
/** The feed holds an error for this long; a key outlives it by that, so that a feed in trouble brings nothing back. */
const DAY_MS = 24 * 60 * 60_000;
const NOBODY: SeenErrors = new Map();

const placeOf = (login: string): string => `${PREFIX}${login}`;
const held = new Map<string, SeenErrors>();
/** Of whom not everything could be kept: this tab knows more than the computer. */
const unkept = new Set<string>();
const listeners = new Set<() => void>();

function read(login: string): SeenErrors {
  const own = unkept.has(login) ? held.get(login) : undefined;
  if (own) return own;
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(placeOf(login)) ?? '{}');
  } catch {
    return held.get(login) ?? NOBODY;
  }
  const marks = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return new Map(marks.filter((mark): mark is [string, number] => typeof mark[1] === 'number'));
}

function seenBy(login: string | null): SeenErrors {
  if (login === null) return NOBODY;
  const known = held.get(login) ?? read(login);
  held.set(login, known);
  return known;
}

function keep(login: string, seen: SeenErrors): void {
  held.set(login, seen);
  try {
    localStorage.setItem(placeOf(login), JSON.stringify(Object.fromEntries(seen)));
    unkept.delete(login);
  } catch {
    unkept.add(login);
    // Known to this tab at least.
  }
  for (const listener of listeners) listener();
}

/** What other tabs wrote is to be read anew; what only this tab knows stays. */
function readAnew(): void {
  for (const login of held.keys()) if (!unkept.has(login)) held.delete(login);
}

/** Another tab wrote; a `key` of null: everything was cleared. */
function onStorage({ key }: StorageEvent): void {
  if (key !== null && !key.startsWith(PREFIX)) return;
  readAnew();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    // Other tabs may have written while nobody here was listening.
    readAnew();
    addEventListener('storage', onStorage);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}

/** True while nothing was ever kept for `login` on this computer, not even that there was nothing to mark. */
export function neverMarked(login: string): boolean {
  if (unkept.has(login)) return false;
  try {
    return localStorage.getItem(placeOf(login)) === null;
  } catch {
    return true;
  }
}

/** Marks these as seen by `login`, on top of what other tabs marked. */
export function markSeen(login: string, keys: Iterable<string>, now: number): void {
  const seen = new Map(read(login));
  for (const key of keys) seen.set(key, now);
  keep(login, seen);
}

/** Takes the marks back. */
export function unmarkSeen(login: string, keys: Iterable<string>): void {
  const seen = new Map(read(login));
  for (const key of keys) seen.delete(key);
  keep(login, seen);
}

/**
 * Forgets the marks of errors that are no longer listed.
 * @param listed of a feed that was read whole.
 */
export function forgetSeen(login: string, listed: ReadonlyMap<string, unknown>, now: number): void {
  const seen = read(login);
  const left = [...seen].filter(([key, at]) => listed.has(key) || now - at < DAY_MS);
  if (left.length < seen.size) keep(login, new Map(left));
}

/** What the signed-in user has looked at; the same map until that changes, in this tab or another. */
export function useSeenErrors(): SeenErrors {
  const login = useSession().data?.login ?? null;
  return useSyncExternalStore(subscribe, () => seenBy(login));
}

/** Marks and takes back, for the signed-in user; both do nothing while nobody is signed in. */
export function useSeenMarks(): {
  mark: (keys: Iterable<string>) => void;
  unmark: (keys: Iterable<string>) => void;
} {
  const login = useSession().data?.login ?? null;
  return {
    mark: (keys) => {
      if (login !== null) markSeen(login, keys, Date.now());
    },
    unmark: (keys) => {
      if (login !== null) unmarkSeen(login, keys);
    },
  };
}
