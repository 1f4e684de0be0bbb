/** Asks about one after another at an even pace, so that an upstream never sees a burst; slow answers overlap a little. */
import type { Clock } from '#proxy/clock.ts';

export type Pacer = {
  /**
   * Puts into the line those who do not stand in it yet, at most one start each `gapMs`; the first start is made at
   * once. While a line is standing the shorter of the two gaps counts. Resolves when the first one is answered.
   */
  add(ids: readonly string[], gapMs: number): Promise<void>;
  /** How many stand in the line or are being asked about. */
  size(): number;
  /** Sends the line home; who is being asked about is waited for. */
  clear(): void;
  /** Resolves when nobody stands in the line and every answer has come. */
  idle(): Promise<void>;
};

export type PacerOptions = {
  clock: Clock;
  /** Most calls under way at once; while there are so many, the line waits. */
  limit: number;
  /** Epoch ms before which it is not this one's turn; who comes after them in the line may go first. */
  readyAt: (id: string) => number;
  /** Must handle its own failures. */
  ask: (id: string) => Promise<void>;
  /** Asked before each start: false sends the line home. */
  goOn: () => boolean;
};

export function createPacer({ clock, limit, readyAt, ask, goOn }: PacerOptions): Pacer {
  let line: string[] = [];
  const standing = new Set<string>();
  const waiting: (() => void)[] = [];
  let under = 0;
  let gap = 0;
  let startedAt = -Infinity;
  let cancel: (() => void) | null = null;

  function clear(): void {
    for (const id of line) standing.delete(id);
    line = [];
    cancel?.();
    cancel = null;
  }

  function wakeWaiting(): void {
    if (standing.size === 0) for (const resolve of waiting.splice(0)) resolve();
  }

  function schedule(at: number): void {
    cancel = clock.after(Math.max(0, at - clock.now()), () => {
      cancel = null;
      return step();
    });
  }

  function next(): void {
    if (cancel === null && line.length > 0 && under < limit) schedule(startedAt + gap);
  }

  function step(): Promise<void> {
    if (!goOn()) {
      clear();
      wakeWaiting();
    }
    if (line.length === 0 || under >= limit) return Promise.resolve();
    const now = clock.now();
    const at = line.findIndex((id) => readyAt(id) <= now);
    if (at < 0) {
      schedule(line.reduce((soonest, id) => Math.min(soonest, readyAt(id)), Infinity));
      return Promise.resolve();
    }
    const [id = ''] = line.splice(at, 1);
    under += 1;
    startedAt = now;
    const call = ask(id).finally(() => {
      under -= 1;
      standing.delete(id);
      wakeWaiting();
      next();
    });
    next();
    return call;
  }

  return {
    add(ids, gapMs) {
      gap = standing.size === 0 ? gapMs : Math.min(gap, gapMs);
      for (const id of ids) {
        if (standing.has(id)) continue;
        standing.add(id);
        line.push(id);
      }
      // The gap to whoever was asked about last is kept, or two lines one after another would be a burst.
      if (cancel === null && clock.now() >= startedAt + gap) return step();
      cancel?.();
      cancel = null;
      next();
      return Promise.resolve();
    },
    size: () => standing.size,
    clear() {
      clear();
      wakeWaiting();
    },
    idle: () => (standing.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
