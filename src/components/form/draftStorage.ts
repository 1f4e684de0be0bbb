/** Drafts of forms in this computer's storage: one per user and form (or of all users), forgotten after two weeks. */

const PREFIX = 'pult.draft.';
const KEPT_MS = 14 * 24 * 60 * 60_000;

/** Of localStorage; a storage that is full or forbidden throws, and is then as good as empty. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type KeptDraft<Values> = { at: number; values: Values };

export const draftKey = (login: string, name: string): string => `${PREFIX}${login}.${name}`;

/** Of everybody who works at this computer; no login is empty, so it is nobody's own. */
export const sharedDraftKey = (name: string): string => draftKey('', name);

function attempt<T>(deed: () => T, otherwise: T): T {
  try {
    return deed();
  } catch {
    return otherwise;
  }
}

function parse(text: string | null): KeptDraft<unknown> | null {
  const kept: unknown = attempt(() => JSON.parse(text ?? 'null') as unknown, null);
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('values' in kept)) return null;
  return typeof kept.at === 'number' ? { at: kept.at, values: kept.values } : null;
}

/** A draft from the future comes from a clock that was wrong: nothing can be said of its age. */
const fresh = (at: number, now: number) => at <= now && now - at < KEPT_MS;

/**
 * The draft kept under `key`; one that is too old or of another shape is removed and null comes back.
 * @param now epoch ms.
 */
export function readDraft<Values>(
  storage: DraftStorage,
  key: string,
  isValues: (kept: unknown) => kept is Values,
  now: number,
): KeptDraft<Values> | null {
  const text = attempt(() => storage.getItem(key), null);
  if (text === null) return null;
  const kept = parse(text);
  if (kept && fresh(kept.at, now) && attempt(() => isValues(kept.values), false))
    return { at: kept.at, values: kept.values as Values };
  dropDraft(storage, key);
  return null;
}

/** Keeps the draft; when it cannot be kept, the work goes on without. */
export function keepDraft(storage: DraftStorage, key: string, values: unknown, now: number): void {
  attempt(() => storage.setItem(key, JSON.stringify({ at: now, values })), undefined);
}

export function dropDraft(storage: DraftStorage, key: string): void {
  attempt(() => storage.removeItem(key), undefined);
}

/** Removes everybody's drafts that are too old: names and phones should not lie about for longer than they are of use. */
export function dropOldDrafts(storage: DraftStorage, now: number): void {
  attempt(() => {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const key of keys.filter((name) => name.startsWith(PREFIX))) {
      const kept = parse(storage.getItem(key));
      if (!kept || !fresh(kept.at, now)) storage.removeItem(key);
    }
  }, undefined);
}
