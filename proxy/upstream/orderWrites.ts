/**
 * Orders written whole: under the lock that commands use, a change only over the reading it was made from, and what was
 * written is read back into the board. Nothing is ever sent twice.
 */
import { readOptionalId } from '#src/contracts/wire.ts';
import type { System } from '#src/contracts/feed.ts';
import type { ChangeLog } from '#proxy/feeds/changes.ts';
import type { Deed, Who } from '#proxy/feeds/changesDeeds.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { UpstreamFailure, UpstreamResult } from './failure.ts';
import { failed } from './failure.ts';
import type { Ireca, Row } from './ireca.ts';
import type { Kassa } from './kassa.ts';
import { orderFields } from './kassa.ts';
import type { JsonObject } from './losslessJson.ts';
import { plain } from './losslessJson.ts';
import { inPool } from './pool.ts';
import { namesTag, recordTag } from './recordTag.ts';
import type { Written, WriteTurns } from './writeTurns.ts';
import { NOT_FOUND } from './writeTurns.ts';

export type OrderWrites = {
  /** `POST` of orders. Resolves when the orders it names have been read back. */
  post(
    path: string,
    query: Readonly<Record<string, string>>,
    rows: readonly Row[],
    who: Who,
  ): Promise<Written>;
  /**
   * `PUT /orders?orderId=`, if the order still is what `ifMatch` names.
   * `record` is the order as read back; null when that reading failed.
   */
  put(orderId: string, body: Row, ifMatch: string, who: Who): Promise<Written>;
  /** Creates an order of Kassa. `record` is the order as Kassa wrote it, readable by a browser. */
  createInKassa(wrapper: JsonObject, who: Who): Promise<Written>;
};

/** More orders than this are read as a list. */
const ONE_BY_ONE = 20;
const SIDE_BY_SIDE = 4;

const keyOf = (orderId: string) => `ireca:${orderId}`;

export function createOrderWrites(parts: {
  ireca: Ireca;
  kassa: Kassa | null;
  orders: OrdersFeed;
  changes: Pick<ChangeLog, 'begin'>;
  turns: WriteTurns;
}): OrderWrites {
  const { ireca, kassa, orders, changes, turns } = parts;
  /** Reads one order; what is read goes to the board at once. */
  async function read(orderId: string): Promise<UpstreamResult<Row | null>> {
    const number = orders.feed.beginRead();
    const reading = await ireca.readOrder(orderId);
    if (reading.ok) orders.take('ireca', orderId, reading.value, number);
    else orders.soon('ireca');
    return reading;
  }

  /** A write that failed may have been done all the same, wholly or in part: the list will tell. */
  function failedWrite(system: System, failure: UpstreamFailure): Written {
    if (failure.sent) orders.soon(system);
    return { end: 'failed', failure };
  }

  /** What is noticed of these orders meanwhile is noted as the doing of `who`. */
  async function doing(
    keys: readonly string[],
    who: Who,
    work: (deed: Deed) => Promise<Written>,
  ): Promise<Written> {
    const deed = changes.begin(keys, who);
    const byList = keys.length > ONE_BY_ONE;
    try {
      const ended = await work(deed);
      const written = ended.end === 'failed' ? { ok: false as const, failure: ended.failure } : undefined;
      deed.end({ written, byList });
      return ended;
    } catch (error) {
      // Without an end all that anybody ever does to these orders would be noted as theirs.
      deed.end({ byList });
      throw error;
    }
  }

  return {
    post(path, query, rows, who) {
      const ids = idsOf(rows);
      const keys = ids.map(keyOf);
      return turns.take(keys, () =>
        doing(keys, who, async () => {
          const written = await ireca.write({ method: 'POST', path, query, body: rows });
          if (!written.ok) return failedWrite('ireca', written.failure);
          if (ids.length > ONE_BY_ONE) orders.soon('ireca');
          else await inPool(ids, SIDE_BY_SIDE, async (id) => void (await read(id)));
          return { end: 'done', record: null };
        }),
      );
    },
    put(orderId, body, ifMatch, who) {
      return turns.take([keyOf(orderId)], async () => {
        const before = await read(orderId);
        // Only read so far: nothing can have been written.
        if (!before.ok) return { end: 'failed', failure: { ...before.failure, sent: false } };
        if (before.value === null) return NOT_FOUND;
        if (!namesTag(ifMatch, recordTag(before.value))) return { end: 'stale' };
        return doing([keyOf(orderId)], who, async () => {
          const written = await ireca.write({ method: 'PUT', path: '/orders', query: { orderId }, body });
          if (!written.ok) return failedWrite('ireca', written.failure);
          const after = await read(orderId);
          return { end: 'done', record: after.ok ? after.value : null };
        });
      });
    },
    createInKassa(wrapper, who) {
      return turns.take([], () =>
        doing([], who, async (deed) => {
          if (!kassa) return { end: 'failed', failure: failed('unreachable', { sent: false }).failure };
          const created = await kassa.createOrder(wrapper);
          if (!created.ok) return failedWrite('kassa', created.failure);
          const order = plain(created.value);
          const id = created.value && readOptionalId(plain(orderFields(created.value)['id']));
          if (id) deed.add(`kassa:${id}`);
          // Numbered now: a list read that began while Kassa was still writing does not have this order.
          if (id) orders.take('kassa', id, order, orders.feed.beginRead());
          else orders.soon('kassa');
          return { end: 'done', record: order };
        }),
      );
    },
  };
}

/** Ids of the orders that rows name, each once. */
function idsOf(rows: readonly Row[]): string[] {
  const ids = rows.map((row) => readOptionalId(row['orderId']));
  return [...new Set(ids)].filter((id) => id !== null);
}
