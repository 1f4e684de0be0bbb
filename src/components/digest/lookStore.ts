/** Watches whether somebody is here: keys, pointer, focus, in any tab of this browser. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Look, Pause } from './lastLook.ts';
import { laterLook, lookedAt, readLook, samePause } from './lastLook.ts';

/** A moving pointer is a look each time, but is written down no more often than this. */
const WRITE_MS = 10_000;
/** Moves within a second are one. */
const NOTE_MS = 1_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const;

const keyOf = (login: string) => `pult.look.${login}`;

function read(login: string): Look | null {
  try {
    return readLook(localStorage.getItem(keyOf(login)));
  } catch {
    return null;
  }
}

function write(login: string, look: Look): void {
  try {
    localStorage.setItem(keyOf(login), JSON.stringify(look));
  } catch {
    // A browser that keeps nothing: this tab still knows.
  }
}

/** The last absence; null = none is known, or nobody is signed in. */
export const usePauseStore = create<{ pause: Pause | null }>(() => ({ pause: null }));

/** As it stands in this tab; it changes with every move of the pointer, so nothing is drawn by it. */
let held: Look | null = null;

function hold(look: Look | null): void {
  held = look;
  const { pause } = usePauseStore.getState();
  if (!samePause(pause, look?.pause ?? null)) usePauseStore.setState({ pause: look?.pause ?? null });
}

/** What happened in the pause was shown, or waved away; in the other tabs too. */
export function markPauseSeen(login: string): void {
  const look = laterLook(read(login), held);
  if (!look?.pause || look.pause.seen) return;
  const seen = { ...look, pause: { ...look.pause, seen: true } };
  hold(seen);
  write(login, seen);
}

function watch(login: string): () => void {
  let noted = 0;
  let written = 0;

  const keep = (look: Look) => {
    written = look.at;
    write(login, look);
  };
  const note = () => {
    const now = Date.now();
    if (document.visibilityState === 'hidden' || (now >= noted && now - noted < NOTE_MS)) return;
    noted = now;
    const before = laterLook(read(login), held);
    const look = lookedAt(before, now);
    hold(look);
    if (!samePause(look.pause, before?.pause ?? null) || now - written >= WRITE_MS || now < written)
      keep(look);
  };
  const leave = () => {
    const look = laterLook(read(login), held);
    if (look) keep(look);
  };
  const turn = () => (document.visibilityState === 'visible' ? note() : leave());
  const hear = (event: StorageEvent) => {
    if (event.key === keyOf(login)) hold(laterLook(readLook(event.newValue), held));
  };

  hold(read(login));
  note();
  for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('pagehide', leave);
  window.addEventListener('storage', hear);
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('storage', hear);
    leave();
    hold(null);
  };
}

/** Watches for this user while mounted; another user begins anew. */
export function useLookWatch(login: string | undefined): void {
  useEffect(() => (login === undefined ? undefined : watch(login)), [login]);
}
