/** `/api/ireca/…` and `/api/kassa/…`: allow-listed calls of an upstream, token in, secrets out. */
import type { Context, Hono } from 'hono';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { System } from '#src/contracts/feed.ts';
import { roleAllows } from '#src/contracts/session.ts';
import type { Body } from '#proxy/http/body.ts';
import { createBody, sendJson } from '#proxy/http/body.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import type { Allowed } from './allowList.ts';
import { allowedCall, isTrickyTarget } from './allowList.ts';
import { meansNotFound } from './failure.ts';
import type { Ireca } from './ireca.ts';
import type { Kassa } from './kassa.ts';
import { withOwnId } from './kassa.ts';
import { plain } from './losslessJson.ts';
import type { OrderWrites, Written } from './orderWrites.ts';
import { recordTag } from './recordTag.ts';
import { withoutSecrets } from './secrets.ts';
import type { WriteRow } from './writeBody.ts';
import { readWriteBody } from './writeBody.ts';

type PassThroughParts = { ireca: Ireca; kassa: Kassa | null; writes: OrderWrites };

export function passThroughRoutes(app: Hono<AppEnv>, { ireca, kassa, writes }: PassThroughParts): void {
  /** A remembered answer is cleaned, written and compressed once, not once per browser. */
  const bodies = new WeakMap<object, Body>();

  function bodyOf(value: unknown): Body {
    const known = typeof value === 'object' && value !== null ? bodies.get(value) : undefined;
    if (known) return known;
    const body = createBody(JSON.stringify(withoutSecrets(value)));
    if (typeof value === 'object' && value !== null) bodies.set(value, body);
    return body;
  }

  /** One iRECA order carries its tag: a change of it must name the reading it was made from. */
  function sendOrder(c: Context<AppEnv>, value: unknown): Promise<Response> {
    const order: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
    if (order !== null && order !== undefined) c.header('etag', recordTag(order));
    return sendJson(c, bodyOf(value));
  }

  async function readIreca(c: Context<AppEnv>, { call, query }: Allowed): Promise<Response> {
    const reply = await ireca.get(call.path, query, call.ttlMs);
    if (!reply.ok) {
      // Of a write the same words may speak of something that it names; of a read only of what was asked for.
      const missing = meansNotFound(reply.failure);
      // As an error it would stand in the console of every browser that opens an order.
      if (call.noneWhenMissing && missing) return sendJson(c, bodyOf(null));
      return refuseUpstream(c, 'ireca', missing ? { ...reply.failure, status: 404 } : reply.failure);
    }
    return call.path === '/orders' ? sendOrder(c, reply.value) : sendJson(c, bodyOf(reply.value));
  }

  async function readKassa(c: Context<AppEnv>, from: Kassa, id: string): Promise<Response> {
    const reply = await from.readOrder(id);
    if (!reply.ok) return refuseUpstream(c, 'kassa', reply.failure);
    if (reply.value === null) return sendJson(c, bodyOf(null));
    return sendJson(c, bodyOf(plain(withOwnId(reply.value, id))));
  }

  async function ended(c: Context<AppEnv>, system: System, written: Written): Promise<Response> {
    switch (written.end) {
      case 'stopping':
        return refuse(c, 'stopping');
      case 'stale':
        return refuse(c, 'stale', { system });
      case 'failed':
        return refuseUpstream(c, system, written.failure);
      case 'done':
        if (c.req.method === 'POST') c.status(201);
        return system === 'ireca' ? sendOrder(c, written.record) : sendJson(c, bodyOf(written.record));
    }
  }

  async function putOrder(c: Context<AppEnv>, orderId: string, body: WriteRow): Promise<Response> {
    const ifMatch = c.req.header('if-match') ?? '';
    if (ifMatch === '') return refuse(c, 'invalid', { message: 'if-match: the tag of the order as read' });
    const named = body['orderId'];
    if (named !== undefined && named !== null && readOptionalId(named) !== orderId) {
      return refuse(c, 'invalid', { message: 'orderId: not the order of the address' });
    }
    return ended(c, 'ireca', await writes.put(orderId, body, ifMatch));
  }

  async function write(c: Context<AppEnv>, { call, query }: Allowed): Promise<Response> {
    const { system, path } = call;
    const body = await readWriteBody(c, system, call.body ?? 'row');
    if (!body.ok) return body.refusal;
    const [first = {}] = body.rows;
    if (system === 'kassa') {
      if (kassa?.canCreate === false) {
        return refuse(c, 'invalid', { message: 'onlineOrder.tradeObjectId: no shop in the settings' });
      }
      return ended(c, system, await writes.createInKassa(first));
    }
    if (call.method === 'PUT') return putOrder(c, query['orderId'] ?? '', first);
    return ended(c, system, await writes.post(path, query, body.rows));
  }

  async function pass(c: Context<AppEnv>, system: System): Promise<Response> {
    const target = c.env?.incoming?.url ?? c.req.url;
    if (isTrickyTarget(target.replace(/^https?:\/\/[^/]*/, ''))) return refuse(c, 'notAllowed');
    const { pathname, searchParams } = new URL(c.req.url);
    const path = pathname.slice(`/api/${system}`.length);
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const allowed = allowedCall({ system, method, path, query: searchParams });
    if (!allowed) return refuse(c, 'notAllowed');
    if (!roleAllows(c.get('session').role, allowed.call.role)) return refuse(c, 'forbidden');
    if (system === 'kassa' && !kassa) return refuse(c, 'systemOff', { system });
    if (allowed.call.body !== null) return write(c, allowed);
    return kassa && allowed.id !== null ? readKassa(c, kassa, allowed.id) : readIreca(c, allowed);
  }

  app.all('/api/ireca/*', (c) => pass(c, 'ireca'));
  app.all('/api/kassa/*', (c) => pass(c, 'kassa'));
}
