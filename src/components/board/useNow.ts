/** The time, as it passes on screen. One timer per pace serves all who look. */
import { useSyncExternalStore } from 'react';

type Ticker = { subscribe: (listener: () => void) => () => void; now: () => number };

const tickers = new Map<number, Ticker>();

/** Beats at whole minutes (seconds) of the clock, so that all slacks change together; rests while nobody looks. */
export function makeTicker(everyMs: number): Ticker {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const beat = () => {
    now = Date.now();
    timer = setTimeout(beat, everyMs - (now % everyMs));
    for (const listener of listeners) listener();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (timer === null) {
        // Rested too long to be true; whoever comes first is told at once (React compares after subscribing).
        if (Date.now() - now >= everyMs) now = Date.now();
        timer = setTimeout(beat, everyMs - (Date.now() % everyMs));
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
    now: () => now,
  };
}

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs);
  if (known) return known;
  const made = makeTicker(everyMs);
  tickers.set(everyMs, made);
  return made;
}

/** Epoch milliseconds, renewed each `everyMs` (aligned to the clock). */
export function useNow(everyMs: number): number {
  const { subscribe, now } = tickerOf(everyMs);
  return useSyncExternalStore(subscribe, now);
}
