/** Reads many iRECA orders as they are right now: one by one side by side, or as one list where that is measured cheaper. */
import { succeeded } from '#proxy/upstream/failure.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { inPool } from '#proxy/upstream/pool.ts';

/** Reads these orders; calls back for each as it comes, with the raw record or null when iRECA does not know it. */
export type ReadOrders = (
  ids: readonly string[],
  onRead: (id: string, reading: UpstreamResult<unknown>) => void,
) => Promise<void>;

const SIDE_BY_SIDE = 8;
/** A list read is only worth a thought from so many orders on. */
const LIST_FROM = 24;
/** The list must be clearly cheaper: it is heavy for the upstream. */
const LIST_MARGIN = 1.5;

/** True when one list read takes less time than reading so many orders one by one. */
export function listIsCheaper(count: number, oneTook: number | null, listTook: number | null): boolean {
  if (count < LIST_FROM || oneTook === null || listTook === null) return false;
  return listTook * LIST_MARGIN < Math.ceil(count / SIDE_BY_SIDE) * oneTook;
}

export function createOrderReads(ireca: Ireca, orders: OrdersFeed): ReadOrders {
  /** Moving average, ms. */
  let oneTook: number | null = null;

  async function readOne(
    id: string,
    onRead: (id: string, reading: UpstreamResult<unknown>) => void,
  ): Promise<void> {
    const number = orders.feed.beginRead();
    const began = performance.now();
    const reading = await ireca.readOrder(id);
    const took = performance.now() - began;
    oneTook = oneTook === null ? took : oneTook * 0.8 + took * 0.2;
    if (reading.ok) orders.take('ireca', id, reading.value, number);
    onRead(id, reading);
  }

  return async (ids, onRead) => {
    if (listIsCheaper(ids.length, oneTook, orders.listTook('ireca')) && (await orders.readNow('ireca'))) {
      for (const id of ids) {
        const held = orders.feed.get(`ireca:${id}`);
        onRead(id, succeeded(held ? (JSON.parse(held.json.toString()) as { body: unknown }).body : null));
      }
      return;
    }
    await inPool(ids, SIDE_BY_SIDE, (id) => readOne(id, onRead));
  };
}
