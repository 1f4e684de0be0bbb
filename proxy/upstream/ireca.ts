/** iRECA Courier as the proxy calls it: the static token goes in, parsed JSON comes out. */
import { readOptionalId } from '#src/contracts/wire.ts';
import { formatGmt } from '#src/lib/dates.ts';
import type { Config } from '#proxy/config.ts';
import type { Logger } from '#proxy/logger.ts';
import type { UpstreamCall } from './client.ts';
import type { Coalesce } from './coalesce.ts';
import {
  createClient,
  firstByte,
  LIST_TIMEOUT_MS,
  READ_TIMEOUT_MS,
  readJson,
  WRITE_TIMEOUT_MS,
} from './client.ts';
import type { UpstreamResult } from './failure.ts';
import { failed, meansNotFound, succeeded } from './failure.ts';

/** For how long a list that was read is given out again. Single records are always read anew. */
export const LIST_TTL_MS = 10_000;

/** The most entries that `/locations` gives at once (iRECA API text). */
export const LOCATIONS_COUNT = 500;

/** What `PUT /orders/multipleUpdate` may change; ids as strings, times in GMT (iRECA API text). */
export type OrderAttributes = Partial<{
  deliveryStatusId: number;
  returnReasonId: string;
  courierId: string;
  deliveryTimeFrom: string;
  deliveryTimeTo: string;
  addressTo: string;
}>;

export type Row = Record<string, unknown>;

export type IrecaWrite = {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  query: Readonly<Record<string, string>>;
  /** Row or rows, sent as JSON; null = nothing is sent. */
  body: Row | readonly Row[] | null;
  /** Secrets in the body: iRECA may quote them when it refuses. */
  secrets?: readonly string[];
  /** Lists quote each other, so nothing at all that was read before is given out; otherwise only what tells of orders. */
  ofList?: boolean;
};

/** So many rows in one call may take as long as a list. */
const MANY_ROWS = 50;

/** Beginnings of all paths whose answers tell of orders or of what orders quote. */
const TOLD_OF_ORDERS = [
  '/orders',
  '/journal',
  '/clients',
  '/orderReceipts',
  '/orderReturnReceipts',
  '/bankTerminalLogs',
  '/fiscalRegistratorLogs',
];

/** The beginning of every path. */
const ANYTHING = ['/'];

export type Ireca = {
  /** Any documented GET, shared by all who ask at the same moment and for `ttlMs` after. */
  get(path: string, query: Readonly<Record<string, string>>, ttlMs: number): Promise<UpstreamResult<unknown>>;
  /** `GET /orders`: the bytes of the array of all orders. */
  listOrders(): Promise<UpstreamResult<Buffer>>;
  /** One order as it is right now; null when iRECA does not know it. */
  readOrder(orderId: string): Promise<UpstreamResult<Row | null>>;
  /**
   * One record of a reference list as it is right now, secrets included; null when iRECA does not know it. It may come
   * without its own id (payment types and taxes do: iRECA API text), but never under another one.
   */
  readRecord(path: string, idKey: string, id: string): Promise<UpstreamResult<Row | null>>;
  /** `PUT /orders/multipleUpdate`: answers 204, which says nothing about any single order. */
  updateOrders(orderIds: readonly string[], attributes: OrderAttributes): Promise<UpstreamResult<null>>;
  /**
   * A documented write of whole records (`POST /orders`, `PUT /goods?goodId=`, `DELETE /couriers?courierId=`, …).
   * iRECA's answer to it says nothing of single records. Nothing here sends it twice.
   */
  write(call: IrecaWrite): Promise<UpstreamResult<null>>;
  /** `DELETE /orders?orderId=`: answers 204 without a body. */
  deleteOrder(orderId: string): Promise<UpstreamResult<null>>;
  /** `GET /couriers`, passwords included; `fresh`: not even a few seconds old. */
  couriers(fresh?: boolean): Promise<UpstreamResult<unknown>>;
  /** `GET /licenses`: who has the courier app open; `fresh` as above. */
  licences(fresh?: boolean): Promise<UpstreamResult<unknown>>;
  /** `GET /locations` of one courier, one page; `since` is epoch ms, null = from the beginning. */
  locations(courierId: string, since: number | null, page: number): Promise<UpstreamResult<unknown>>;
};

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function createIreca(config: Config['ireca'], coalesce: Coalesce, logger: Logger): Ireca {
  const { baseUrl, token } = config;
  const client = createClient({ system: 'ireca', baseUrl, secrets: () => [token], logger });

  /** @param blank what an answer without a body stands for. */
  async function read(
    path: string,
    query: Readonly<Record<string, string>>,
    blank: UpstreamResult<null> = succeeded(null),
  ): Promise<UpstreamResult<unknown>> {
    const reply = await client({ method: 'GET', path, query, token, timeoutMs: READ_TIMEOUT_MS });
    if (!reply.ok) return reply;
    return firstByte(reply.value.bytes) === undefined ? blank : readJson(reply.value.bytes);
  }

  const get: Ireca['get'] = (path, query, ttlMs) =>
    coalesce.get(`ireca ${path}?${new URLSearchParams(query)}`, ttlMs, () => read(path, query));

  /** Whatever came of a write: nothing that was read before it is given out any more. */
  async function written(
    call: Omit<UpstreamCall, 'token'>,
    told: readonly string[] = TOLD_OF_ORDERS,
  ): Promise<UpstreamResult<null>> {
    const reply = await client({ ...call, token });
    for (const path of told) coalesce.written(`ireca ${path}`);
    return reply.ok ? succeeded(null) : reply;
  }

  /** What is read by its id: an object, or a list of the one; null when iRECA knows none. */
  async function readOne(
    path: string,
    idKey: string,
    id: string,
    blank?: UpstreamResult<null>,
  ): Promise<UpstreamResult<Row | null>> {
    const reply = await read(path, { [idKey]: id }, blank);
    if (!reply.ok) return meansNotFound(reply.failure) ? succeeded(null) : reply;
    const found: unknown = Array.isArray(reply.value) ? (reply.value as unknown[])[0] : reply.value;
    if (found === undefined || found === null) return succeeded(null);
    return isRow(found) ? succeeded(found) : failed('malformed');
  }

  return {
    get,
    async listOrders() {
      const reply = await client({ method: 'GET', path: '/orders', token, timeoutMs: LIST_TIMEOUT_MS });
      if (!reply.ok) return reply;
      const { bytes } = reply.value;
      // Without a body it does not say that there are no orders (iRECA's text has that for writes only): the board is kept.
      return firstByte(bytes) === 0x5b ? succeeded(bytes) : failed('malformed');
    },
    // Another record than the one asked for must never be taken for it, nor an answer without a body for word that it is gone.
    async readOrder(orderId) {
      const reading = await readOne('/orders', 'orderId', orderId, failed('malformed'));
      if (!reading.ok || reading.value === null) return reading;
      return readOptionalId(reading.value['orderId']) === orderId ? reading : failed('malformed');
    },
    async readRecord(path, idKey, id) {
      const reading = await readOne(path, idKey, id);
      const own = reading.ok && reading.value !== null ? reading.value[idKey] : undefined;
      return own === undefined || readOptionalId(own) === id ? reading : failed('malformed');
    },
    updateOrders: (orderIds, attributes) =>
      written({
        method: 'PUT',
        path: '/orders/multipleUpdate',
        body: JSON.stringify({ orderIds, attributes }),
        timeoutMs: WRITE_TIMEOUT_MS,
      }),
    write: ({ body, ofList = false, ...call }) =>
      written(
        {
          ...call,
          ...(body !== null && { body: JSON.stringify(body) }),
          timeoutMs: Array.isArray(body) && body.length > MANY_ROWS ? LIST_TIMEOUT_MS : WRITE_TIMEOUT_MS,
        },
        ofList ? ANYTHING : TOLD_OF_ORDERS,
      ),
    deleteOrder: (orderId) =>
      written({ method: 'DELETE', path: '/orders', query: { orderId }, timeoutMs: WRITE_TIMEOUT_MS }),
    couriers(fresh = false) {
      if (fresh) coalesce.invalidate('ireca /couriers');
      return get('/couriers', {}, LIST_TTL_MS);
    },
    licences(fresh = false) {
      if (fresh) coalesce.invalidate('ireca /licenses');
      return get('/licenses', {}, LIST_TTL_MS);
    },
    locations(courierId, since, page) {
      const query = {
        courierId,
        ...(since !== null && { createdAt: formatGmt(since) }),
        page: String(page),
        count: String(LOCATIONS_COUNT),
      };
      return read('/locations', query);
    },
  };
}
