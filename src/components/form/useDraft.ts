/** What is typed into a form, kept on this computer per user: survives a reload, an error and signing out. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '#src/api/session.ts';
import type { DraftStorage, KeptDraft } from './draftStorage.ts';
import { draftKey, dropDraft, dropOldDrafts, keepDraft, readDraft } from './draftStorage.ts';

/** A pause in typing; leaving or hiding the page writes at once. */
const PAUSE_MS = 400;

export type Draft<Values> = {
  values: Values;
  setValues: (change: Values | ((held: Values) => Values)) => void;
  /** True when the values came from an earlier visit, and when those were typed (epoch ms). */
  restoredAt: number | null;
  /** Forgets what is kept; `next` becomes the values. */
  reset: (next: Values) => void;
};

/** Where drafts are kept; null in a browser that forbids it. */
export function draftStorage(): DraftStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

type Held<Values> = {
  values: Values;
  /** Typed in this visit, so there is something to write. */
  typed: boolean;
  restoredAt: number | null;
};

/**
 * @param name one per form and record: `order.new`, `order.edit.209900`. Read once: a form that may be shown for one
 * record after another needs the same name as its `key`.
 * @param initial what a form without a draft begins with; read once.
 * @param isValues guards against a draft of an older shape: such a one is dropped.
 */
export function useDraft<Values>(
  name: string,
  initial: Values,
  isValues: (kept: unknown) => kept is Values,
): Draft<Values> {
  const login = useSession().data?.login;
  const [place] = useState(() => {
    const storage = draftStorage();
    return storage && login !== undefined ? { storage, key: draftKey(login, name) } : null;
  });
  const [held, setHeld] = useState<Held<Values>>(() => {
    const kept: KeptDraft<Values> | null = place && readDraft(place.storage, place.key, isValues, Date.now());
    return { values: kept ? kept.values : initial, typed: false, restoredAt: kept?.at ?? null };
  });
  const waiting = useRef<Values | null>(null);

  const flush = useCallback(() => {
    if (!place || waiting.current === null) return;
    keepDraft(place.storage, place.key, waiting.current, Date.now());
    waiting.current = null;
  }, [place]);

  useEffect(() => {
    if (place) dropOldDrafts(place.storage, Date.now());
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [place, flush]);

  const { values, typed, restoredAt } = held;
  useEffect(() => {
    if (!typed) return;
    waiting.current = values;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values, typed, flush]);

  const setValues = useCallback((change: Values | ((held: Values) => Values)) => {
    setHeld((before) => {
      const next =
        typeof change === 'function' ? (change as (held: Values) => Values)(before.values) : change;
      return Object.is(next, before.values) ? before : { ...before, values: next, typed: true };
    });
  }, []);

  const reset = useCallback(
    (next: Values) => {
      waiting.current = null;
      if (place) dropDraft(place.storage, place.key);
      setHeld({ values: next, typed: false, restoredAt: null });
    },
    [place],
  );

  return { values, setValues, restoredAt, reset };
}
