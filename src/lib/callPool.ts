/** A bounded pool of calls: however many are asked for at once, only a few are under way. */

export type CallPool = {
  /**
   * Runs `call` as soon as there is room, in the order of asking.
   * @param signal one that is given up before its turn is never made; it rejects with the signal's reason.
   */
  run: <T>(call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
};

/** @param most how many may be under way at the same time. */
export function createCallPool(most: number): CallPool {
  let underWay = 0;
  const waiting = new Set<() => void>();

  function next(): void {
    const [first] = waiting;
    if (!first || underWay >= most) return;
    waiting.delete(first);
    underWay += 1;
    first();
  }

  const turn = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        // Once its turn has come the call itself hears the signal.
        if (waiting.delete(begin)) reject(signal?.reason as Error);
      };
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(begin);
      next();
    });

  return {
    async run(call, signal) {
      signal?.throwIfAborted();
      await turn(signal);
      try {
        return await call();
      } finally {
        underWay -= 1;
        next();
      }
    },
  };
}
