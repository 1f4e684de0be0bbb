/** One log line per request: what was asked for in general terms, never a path or query that a person filled in. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from '#proxy/logger.ts';
import type { AppEnv } from './env.ts';

const NAMED = new Set([
  '/api/session',
  '/api/config',
  '/api/feeds/orders',
  '/api/feeds/positions',
  '/api/feeds/positions/refresh',
  '/api/feeds/deviceErrors',
  '/api/tracks',
  '/api/changes',
  '/api/callbacks',
  '/api/events',
  '/api/commands',
  '/healthz',
  '/readyz',
]);
/** Asked for again and again by every screen: logged only when somebody looks for them. */
const FREQUENT = new Set([
  '/api/feeds/orders',
  '/api/feeds/positions',
  '/api/feeds/deviceErrors',
  '/api/changes',
  '/healthz',
  '/readyz',
  'client',
]);

/** What a request was for. Callback addresses hold a secret, upstream paths may hold anything. */
export function routeOf(path: string): string {
  if (NAMED.has(path)) return path;
  const prefix = /^\/(api\/ireca|api\/kassa|api|callbacks)(\/|$)/.exec(path);
  return prefix ? `/${prefix[1]}/…` : 'client';
}

export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    c.set('requestId', requestId);
    const began = performance.now();
    // Before, not after: a header added to a finished answer makes a slow stream of its body.
    c.header('x-request-id', requestId);
    await next();
    const { status } = c.res;
    const route = routeOf(c.req.path);
    const level = status >= 500 ? 'warn' : FREQUENT.has(route) && status < 400 ? 'debug' : 'info';
    if (!logger.isLevelEnabled(level)) return;
    const ms = Math.round(performance.now() - began);
    logger[level]({ requestId, method: c.req.method, route, status, ms }, 'request');
  };
}
