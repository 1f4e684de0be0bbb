/** Orders that a callback named are read again: each by itself while they are few, as one list when they are many. */
import type { Clock } from '#proxy/clock.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { Watch } from '#proxy/feeds/watch.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { createBucket } from './bucket.ts';

export type OrderHints = {
  /** These orders are said to have changed. Nothing is believed but what iRECA answers about them. */
  named(ids: readonly string[]): void;
  /** Something is said to have changed, and it is not known what: the list is read soon. */
  something(): void;
};

/** More orders in line than this are read as a list. */
const IN_LINE = 20;
const SIDE_BY_SIDE = 4;
/** Readings of single orders in the long run and at once; whatever comes beyond them makes one list reading. */
const READS_PER_SECOND = 10;
const READS_AT_ONCE = 60;

export function createOrderHints(parts: {
  clock: Clock;
  watch: Pick<Watch, 'watching'>;
  ireca: Pick<Ireca, 'readOrder'>;
  orders: Pick<OrdersFeed, 'feed' | 'take' | 'soon'>;
  logger: Logger;
}): OrderHints {
  const { clock, watch, ireca, orders, logger } = parts;
  const budget = createBucket(clock, READS_PER_SECOND, READS_AT_ONCE);
  /** An order that is being read may stand here once more: what changed meanwhile may not be in that reading. */
  const waiting = new Set<string>();
  const reading = new Set<string>();

  function something(): void {
    waiting.clear();
    if (watch.watching()) orders.soon('ireca');
  }

  async function read(id: string): Promise<void> {
    const number = orders.feed.beginRead();
    const answer = await ireca.readOrder(id);
    if (answer.ok) orders.take('ireca', id, answer.value, number, { promptly: true });
    else orders.soon('ireca');
  }

  function next(): void {
    for (const id of waiting) {
      if (reading.size >= SIDE_BY_SIDE) return;
      if (reading.has(id)) continue;
      if (!budget.take()) return something();
      waiting.delete(id);
      reading.add(id);
      read(id)
        .catch((error: unknown) =>
          logger.error({ err: errorFields(error) }, 'reading after a callback broke'),
        )
        .finally(() => {
          reading.delete(id);
          next();
        });
    }
  }

  return {
    named(ids) {
      // Whoever opens a screen later reads the whole list anyway.
      if (!watch.watching()) return;
      for (const id of ids) waiting.add(id);
      if (waiting.size > IN_LINE) something();
      else next();
    },
    something,
  };
}
