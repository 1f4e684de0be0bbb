/** `/api/ireca/…` and `/api/kassa/…`: allow-listed calls of an upstream, token in, secrets out. */
import type { Context, Hono } from 'hono';
import type { System } from '#src/contracts/feed.ts';
import { roleAllows } from '#src/contracts/session.ts';
import type { Who } from '#proxy/feeds/changesDeeds.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import type { Allowed } from './allowList.ts';
import { allowedCall, isTrickyTarget } from './allowList.ts';
import { createAnswers } from './answers.ts';
import { meansNotFound } from './failure.ts';
import type { Ireca } from './ireca.ts';
import type { Kassa } from './kassa.ts';
import { withOwnId } from './kassa.ts';
import type { KeptList } from './keptLists.ts';
import { createListRequests } from './listRequests.ts';
import type { ListWrites } from './listWrites.ts';
import { plain } from './losslessJson.ts';
import type { OrderWrites } from './orderWrites.ts';
import type { WriteRow } from './writeBody.ts';
import { readChangeOf, readWriteBody } from './writeBody.ts';

type PassThroughParts = {
  ireca: Ireca;
  kassa: Kassa | null;
  writes: { orders: OrderWrites; lists: ListWrites };
};

/** As the log of changes names them. */
function whoAsks(c: Context<AppEnv>): Who {
  const { login, name } = c.get('session');
  return { login, name };
}

export function passThroughRoutes(app: Hono<AppEnv>, { ireca, kassa, writes }: PassThroughParts): void {
  const answers = createAnswers();
  const writeList = createListRequests(writes.lists, answers);

  async function readIreca(c: Context<AppEnv>, { call, query }: Allowed): Promise<Response> {
    const reply = await ireca.get(call.path, query, call.ttlMs);
    if (!reply.ok) {
      // Of a write the same words may speak of something that it names; of a read only of what was asked for.
      const missing = meansNotFound(reply.failure);
      // As an error it would stand in the console of every browser that opens an order.
      if (call.noneWhenMissing && missing) return answers.send(c, null);
      return refuseUpstream(c, 'ireca', missing ? { ...reply.failure, status: 404 } : reply.failure);
    }
    return call.path === '/orders' ? answers.sendRecord(c, reply.value) : answers.send(c, reply.value);
  }

  async function readRecord(c: Context<AppEnv>, list: KeptList, id: string): Promise<Response> {
    const reading = await ireca.readRecord(list.path, list.idKey, id);
    return reading.ok ? answers.sendRecord(c, reading.value) : refuseUpstream(c, 'ireca', reading.failure);
  }

  async function readKassa(c: Context<AppEnv>, from: Kassa, id: string): Promise<Response> {
    const reply = await from.readOrder(id);
    if (!reply.ok) return refuseUpstream(c, 'kassa', reply.failure);
    return answers.send(c, reply.value === null ? null : plain(withOwnId(reply.value, id)));
  }

  async function createInKassa(c: Context<AppEnv>, wrapper: WriteRow): Promise<Response> {
    if (kassa?.canCreate === false) {
      return refuse(c, 'invalid', { message: 'onlineOrder.tradeObjectId: no shop in the settings' });
    }
    const created = await writes.orders.createInKassa(wrapper, whoAsks(c));
    return answers.ended(c, 'kassa', created, (_, order) => {
      c.status(201);
      return answers.send(c, order);
    });
  }

  async function putOrder(c: Context<AppEnv>, orderId: string, order: WriteRow): Promise<Response> {
    const change = readChangeOf(c, order, 'orderId', orderId);
    if (!change.ok) return change.refusal;
    const written = await writes.orders.put(orderId, order, change.ifMatch, whoAsks(c));
    return answers.ended(c, 'ireca', written, answers.sendRecord);
  }

  async function write(c: Context<AppEnv>, allowed: Allowed): Promise<Response> {
    const { call, query } = allowed;
    const body = await readWriteBody(c, call);
    if (!body.ok) return body.refusal;
    const [first = {}] = body.rows;
    if (call.system === 'kassa') return createInKassa(c, first);
    if (!call.path.startsWith('/orders')) return writeList(c, allowed, body.rows);
    if (call.method === 'PUT') return putOrder(c, query['orderId'] ?? '', first);
    const posted = await writes.orders.post(call.path, query, body.rows, whoAsks(c));
    return answers.ended(c, 'ireca', posted, () => {
      c.status(201);
      return answers.send(c, null);
    });
  }

  async function pass(c: Context<AppEnv>, system: System): Promise<Response> {
    const target = c.env?.incoming?.url ?? c.req.url;
    if (isTrickyTarget(target.replace(/^https?:\/\/[^/]*/, ''))) return refuse(c, 'notAllowed');
    const { pathname, searchParams } = new URL(c.req.url);
    const path = pathname.slice(`/api/${system}`.length);
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const allowed = allowedCall({ system, method, path, query: searchParams });
    if (!allowed) return refuse(c, 'notAllowed');
    const { call, query } = allowed;
    if (!roleAllows(c.get('session').role, call.role)) return refuse(c, 'forbidden');
    if (system === 'kassa' && !kassa) return refuse(c, 'systemOff', { system });
    if (call.method !== 'GET') return write(c, allowed);
    if (kassa && allowed.id !== null) return readKassa(c, kassa, allowed.id);
    return call.list ? readRecord(c, call.list, query[call.list.idKey] ?? '') : readIreca(c, allowed);
  }

  app.all('/api/ireca/*', (c) => pass(c, 'ireca'));
  app.all('/api/kassa/*', (c) => pass(c, 'kassa'));
}
