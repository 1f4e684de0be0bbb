/** Writes of one record come one after another, and one that has begun is brought to its end when the proxy stops. */
import type { OrderLocks } from '#proxy/commands/orderLocks.ts';
import type { UpstreamFailure } from './failure.ts';
import { failed } from './failure.ts';

/**
 * How a write ended. `stopping`, `stale` and `lacking` (`at`: the field without which it cannot be sent): nothing was
 * sent.
 */
export type Written =
  | { end: 'done'; record: unknown }
  | { end: 'stopping' }
  | { end: 'stale' }
  | { end: 'lacking'; at: string }
  | { end: 'failed'; failure: UpstreamFailure };

export const NOT_FOUND: Written = { end: 'failed', failure: failed('refused', { status: 404 }).failure };

export type WriteTurns = {
  /** Runs a write under the locks of its records, unless the proxy stops before its turn comes. */
  take(keys: readonly string[], work: () => Promise<Written>): Promise<Written>;
  /** From now on nothing new is begun; resolves when what was begun has come to its end. */
  stop(): Promise<void>;
};

export function createWriteTurns(locks: OrderLocks): WriteTurns {
  const underWay = new Set<Promise<Written>>();
  let stopped = false;

  async function turn(keys: readonly string[], work: () => Promise<Written>): Promise<Written> {
    if (stopped) return { end: 'stopping' };
    const release = await locks.take(keys);
    try {
      return stopped ? { end: 'stopping' } : await work();
    } finally {
      for (const key of keys) release(key);
    }
  }

  return {
    take(keys, work) {
      const writing = turn(keys, work);
      underWay.add(writing);
      const over = () => underWay.delete(writing);
      writing.then(over, over);
      return writing;
    },
    async stop() {
      stopped = true;
      await Promise.allSettled(underWay);
    },
  };
}
