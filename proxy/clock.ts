/** The proxy's sense of time. Polls, sessions, throttling and token expiry all go through it, so tests can drive it. */

export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` after `ms`; the result cancels it. A task that returns a promise must handle its own failures. */
  after(ms: number, task: () => unknown): () => void;
};

/** Node's timers take no more than this; nothing in the proxy waits longer than a day anyway. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(() => void task(), Math.min(Math.max(0, ms), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms` of the clock's time. */
export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** The result of `work`, or `late` when it has not settled after `ms` of the clock's time. */
export function within<T, L>(clock: Clock, ms: number, work: Promise<T>, late: L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late));
    work.then(resolve, reject).finally(cancel);
  });
}
