/** Keeps a store in this tab (sessionStorage) without writing on every outcome line. */
import type { PersistStorage, StorageValue } from 'zustand/middleware';

const PAUSE_MS = 300;

/** Writes what has been waiting. Call it before anything that must survive a reload is sent. */
export type TabStorage<S> = PersistStorage<S> & { flush: () => void };

/**
 * Writes at most each 300 ms, and at once when the page is hidden or left. When the tab's storage is full or forbidden
 * the work goes on, only a reload would then forget it.
 */
export function tabStorage<S>(): TabStorage<S> {
  let waiting: { name: string; value: StorageValue<S> } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { name, value } = waiting;
    waiting = null;
    try {
      sessionStorage.setItem(name, JSON.stringify(value));
    } catch {
      sessionStorage.removeItem(name);
    }
  };
  globalThis.addEventListener?.('pagehide', flush);
  globalThis.addEventListener?.('visibilitychange', flush);

  return {
    flush,
    getItem: (name) => {
      try {
        return JSON.parse(sessionStorage.getItem(name) ?? 'null') as StorageValue<S> | null;
      } catch {
        return null;
      }
    },
    setItem: (name, value) => {
      waiting = { name, value };
      timer ??= setTimeout(flush, PAUSE_MS);
    },
    removeItem: (name) => {
      waiting = null;
      sessionStorage.removeItem(name);
    },
  };
}
