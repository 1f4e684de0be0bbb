/** `/api/ireca/…` and `/api/kassa/…`: allow-listed reads of an upstream, token in, secrets out. */
import type { Context, Hono } from 'hono';
import type { System } from '#src/contracts/feed.ts';
import { roleAllows } from '#src/contracts/session.ts';
import type { Body } from '#proxy/http/body.ts';
import { createBody, sendJson } from '#proxy/http/body.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import { allowedCall, isTrickyTarget } from './allowList.ts';
import type { Ireca } from './ireca.ts';
import { withoutSecrets } from './secrets.ts';

export function passThroughRoutes(app: Hono<AppEnv>, parts: { ireca: Ireca; kassaOn: boolean }): void {
  const { ireca, kassaOn } = parts;
  /** A remembered answer is cleaned, written and compressed once, not once per browser. */
  const bodies = new WeakMap<object, Body>();

  function bodyOf(value: unknown): Body {
    const known = typeof value === 'object' && value !== null ? bodies.get(value) : undefined;
    if (known) return known;
    const body = createBody(JSON.stringify(withoutSecrets(value)));
    if (typeof value === 'object' && value !== null) bodies.set(value, body);
    return body;
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
    if (system === 'kassa' && !kassaOn) return refuse(c, 'systemOff', { system });
    const reply = await ireca.get(path, allowed.query, allowed.call.ttlMs);
    return reply.ok ? sendJson(c, bodyOf(reply.value)) : refuseUpstream(c, system, reply.failure);
  }

  app.all('/api/ireca/*', (c) => pass(c, 'ireca'));
  app.all('/api/kassa/*', (c) => pass(c, 'kassa'));
}
