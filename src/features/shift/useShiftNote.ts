/**
 * The note of a shift: of this computer, not of a login, as whoever takes over signs in by another one. It goes with the
 * drafts, which are forgotten after two weeks.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import {
  dropDraft,
  dropOldDrafts,
  keepDraft,
  readDraft,
  sharedDraftKey,
} from '#src/components/form/draftStorage.ts';
import { draftStorage } from '#src/components/form/useDraft.ts';

const isText = (kept: unknown): kept is string => typeof kept === 'string';

/** What could not be kept (storage full or forbidden): this tab alone knows it. */
const unkept = new Map<string, string>();
const listeners = new Set<() => void>();

function read(key: string): string {
  const storage = draftStorage();
  return unkept.get(key) ?? (storage && readDraft(storage, key, isText, Date.now())?.values) ?? '';
}

/** At once, without a pause in typing: what another tab is typing must not be written over. */
function write(key: string, note: string): void {
  const storage = draftStorage();
  unkept.delete(key);
  if (storage && note === '') dropDraft(storage, key);
  else if (storage) keepDraft(storage, key, note, Date.now());
  if (read(key) !== note) unkept.set(key, note);
  for (const listener of listeners) listener();
}

/** Hears of other tabs too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** @param from when the shift began, epoch ms: each has its own note. @returns the note and what writes it. */
export function useShiftNote(from: number): [note: string, setNote: (note: string) => void] {
  const key = sharedDraftKey(`shift.note.${from}`);
  const note = useSyncExternalStore(subscribe, () => read(key));
  useEffect(() => {
    const storage = draftStorage();
    if (storage) dropOldDrafts(storage, Date.now());
  }, []);
  return [note, useCallback((next: string) => write(key, next), [key])];
}
