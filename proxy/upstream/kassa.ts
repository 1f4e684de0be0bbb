/** BIFIT Kassa as the proxy calls it: signed in by OAuth2, JSON read and written without losing a digit. */
import { readOptionalId } from '#src/contracts/wire.ts';
import type { Clock } from '#proxy/clock.ts';
import type { KassaConfig } from '#proxy/config.ts';
import type { Logger } from '#proxy/logger.ts';
import type { UpstreamCall, UpstreamReply } from './client.ts';
import { createClient, firstByte, LIST_TIMEOUT_MS, READ_TIMEOUT_MS, WRITE_TIMEOUT_MS } from './client.ts';
import type { UpstreamResult } from './failure.ts';
import { failed, meansNotFound, succeeded } from './failure.ts';
import type { KassaToken } from './kassaToken.ts';
import { createKassaToken } from './kassaToken.ts';
import type { JsonObject } from './losslessJson.ts';
import { isObject, plain, readLossless, writeLossless } from './losslessJson.ts';

export type Kassa = {
  /** Login of the account that Pult works as; it signs the status rows it writes. */
  username: string;
  /** The bytes of the array of orders between two moments (epoch ms). Path and shape are assumptions. */
  listOrders(beginDate: number, endDate: number): Promise<UpstreamResult<Buffer>>;
  /** One order as it is right now, numbers lossless; null when Kassa does not know it. */
  readOrder(orderId: string): Promise<UpstreamResult<JsonObject | null>>;
  /**
   * `POST` of the wrapper (Kassa API text): organisation and shop are those of the settings, whatever stands there.
   * Gives the order as Kassa wrote it, numbers lossless; null when it wrote nothing. Only a 401 is tried again.
   */
  createOrder(wrapper: JsonObject): Promise<UpstreamResult<JsonObject | null>>;
  /** Whether orders can be created: without a shop in the settings they would belong to none. */
  canCreate: boolean;
  /** `PUT` of the wrapper `{onlineOrder, onlineOrderStatuses, …}` (an assumption, so the path is a setting). */
  writeOrder(orderId: string, wrapper: JsonObject): Promise<UpstreamResult<null>>;
  /** Whether Kassa lets us in. */
  signIn(): Promise<UpstreamResult<null>>;
};

const ORDERS_PATH = '/protected/online_orders';
const ORDER_PATH = '/protected/online_orders/{id}';

/** An order comes flat, or in the wrapper with which it is created: the part that holds its own fields. */
export function orderFields(order: JsonObject): JsonObject {
  const inner = order['onlineOrder'];
  return isObject(inner) ? inner : order;
}

/** The answer for one order may leave its own id out: it is the one that was asked for. */
export function withOwnId(order: JsonObject, id: string): JsonObject {
  const fields = orderFields(order);
  if ('id' in fields) return order;
  return fields === order ? { ...order, id } : { ...order, onlineOrder: { ...fields, id } };
}

/** Whose an order is, said by the settings and by nobody else, in every part that says it (Kassa API text, sample). */
function ownedBy({ organizationId, tradeObjectId }: KassaConfig, wrapper: JsonObject): JsonObject {
  const owned: JsonObject = {
    ...wrapper,
    onlineOrder: {
      ...(isObject(wrapper['onlineOrder']) ? wrapper['onlineOrder'] : {}),
      organizationId,
      tradeObjectId,
    },
  };
  for (const part of ['client', 'responsiblePerson']) {
    const person = owned[part];
    if (isObject(person)) owned[part] = { ...person, organizationId };
  }
  return owned;
}

export function createKassa(config: KassaConfig, clock: Clock, logger: Logger): Kassa {
  let token: KassaToken | null = null;
  const secrets = () => token?.secrets() ?? [config.password];
  const client = createClient({ system: 'kassa', baseUrl: config.baseUrl, secrets, logger });
  const tokens = createKassaToken(config, client, clock);
  token = tokens;

  /** On 401 the token is renewed once and the call repeated once. */
  async function signed(call: Omit<UpstreamCall, 'token'>): Promise<UpstreamResult<UpstreamReply>> {
    const first = await tokens.current();
    if (!first.ok) return notSent(first);
    const reply = await client({ ...call, token: first.value });
    if (reply.ok || reply.failure.code !== 'unauthorized') return reply;
    const second = await tokens.renewed(first.value);
    return second.ok ? client({ ...call, token: second.value }) : notSent(second);
  }

  const pathOf = (template: string, orderId: string) =>
    template.replaceAll('{id}', encodeURIComponent(orderId));

  return {
    username: config.username,
    async listOrders(beginDate, endDate) {
      const reply = await signed({
        method: 'POST',
        path: config.listPath,
        body: JSON.stringify({ organizationId: config.organizationId, beginDate, endDate }),
        timeoutMs: LIST_TIMEOUT_MS,
      });
      if (!reply.ok) return reply;
      const { bytes } = reply.value;
      // An answer without a body does not say that there are no orders: the board must not be emptied by it.
      return firstByte(bytes) === 0x5b ? succeeded(bytes) : failed('malformed');
    },
    async readOrder(orderId) {
      const path = pathOf(ORDER_PATH, orderId);
      const reply = await signed({ method: 'GET', path, timeoutMs: READ_TIMEOUT_MS });
      if (!reply.ok) return meansNotFound(reply.failure) ? succeeded(null) : reply;
      const { bytes } = reply.value;
      // Nor does one say that the order is gone.
      if (firstByte(bytes) === undefined) return failed('malformed');
      const body = readLossless(bytes);
      if (!body.ok) return body;
      if (body.value === null) return succeeded(null);
      if (!isObject(body.value)) return failed('malformed');
      // Another order than the one asked for must never be taken for it.
      const id = readOptionalId(plain(orderFields(body.value)['id']));
      return id === null || id === orderId ? succeeded(body.value) : failed('malformed');
    },
    canCreate: config.tradeObjectId !== null,
    async createOrder(wrapper) {
      const reply = await signed({
        method: 'POST',
        path: ORDERS_PATH,
        body: writeLossless(ownedBy(config, wrapper)),
        timeoutMs: WRITE_TIMEOUT_MS,
      });
      if (!reply.ok) return reply;
      const body = readLossless(reply.value.bytes);
      return succeeded(body.ok && isObject(body.value) ? body.value : null);
    },
    async writeOrder(orderId, wrapper) {
      const reply = await signed({
        method: 'PUT',
        path: pathOf(config.updatePath, orderId),
        body: writeLossless(wrapper),
        timeoutMs: WRITE_TIMEOUT_MS,
      });
      return reply.ok ? succeeded(null) : reply;
    },
    async signIn() {
      const result = await tokens.current();
      return result.ok ? succeeded(null) : result;
    },
  };
}

/** The call itself never left, whatever happened to the sign-in before it. */
function notSent<T>(result: UpstreamResult<T>): UpstreamResult<never> {
  return result.ok ? failed('unreachable') : failed(result.failure.code, { ...result.failure, sent: false });
}
