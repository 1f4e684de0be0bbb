/** An upstream order as a record of the orders feed: cut down to what the board shows, less secrets, as text. */
import { createHash } from 'node:crypto';
import { boardOrderSchema, toBoardBody as irecaBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import { onlineOrderSchema, toBoardBody as kassaBoardBody } from '#src/contracts/kassa/onlineOrder.ts';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { dispatchOrderFromKassa } from '#src/domain/fromKassa.ts';
import { withoutSecrets } from '#proxy/upstream/secrets.ts';
import type { NewRecord, RecordMeta } from './feed.ts';
import { recordPrint } from './recordPrint.ts';

/** What cannot be read is shown with what needs a decision. */
const UNREADABLE: RecordMeta = { open: true, windowTo: null, courierId: null };

/** iRECA writes ids and sums as numbers in one answer and as text in the next: only what is read of them counts. */
const printOf = (read: unknown) =>
  createHash('sha256').update(JSON.stringify(read)).digest('base64url').slice(0, 22);

function metaOf(order: DispatchOrder, read: unknown): RecordMeta {
  const { open, number, status, courierId, courierLogin, windowFrom, windowTo, createdAt } = order;
  const glance = { status, courierId, courierLogin, windowFrom, windowTo };
  return { open, windowTo, courierId, noted: { number, glance, createdAt, print: printOf(read) } };
}

/**
 * A record without an id cannot be an order, but must be listed as set aside: it gets a key by its place.
 * @param body plain JSON.
 */
function recordOf(
  system: System,
  id: string | null,
  position: number,
  body: unknown,
  meta: RecordMeta,
): NewRecord {
  const key = id === null ? `${system}:?${position}` : `${system}:${id}`;
  const json = Buffer.from(JSON.stringify({ key, system, id: id ?? '', body: withoutSecrets(body) }));
  return { key, json, meta };
}

const field = (raw: unknown, name: string) =>
  typeof raw === 'object' && raw !== null ? readOptionalId((raw as Record<string, unknown>)[name]) : null;

/** Of a raw iRECA order; `position` is its place in the list. */
export function irecaRecord(raw: unknown, position = 0): NewRecord {
  const body = irecaBoardBody(raw);
  const order = boardOrderSchema.safeParse(body);
  const meta = order.success ? metaOf(dispatchOrderFromIreca(order.data), order.data) : UNREADABLE;
  return { ...recordOf('ireca', field(raw, 'orderId'), position, body, meta), print: recordPrint(raw) };
}

/** Of a raw Kassa order, flat or wrapped, as `parseForBrowser` reads it. */
export function kassaRecord(raw: unknown, position = 0): NewRecord {
  const body = kassaBoardBody(raw);
  const order = onlineOrderSchema.safeParse(body);
  const meta = order.success ? metaOf(dispatchOrderFromKassa(order.data), order.data) : UNREADABLE;
  return { ...recordOf('kassa', field(body, 'id'), position, body, meta), print: recordPrint(raw) };
}
