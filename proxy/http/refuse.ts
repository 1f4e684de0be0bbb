/** The one shape in which the proxy says no. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiErrorBody, ApiErrorCode } from '#src/contracts/apiError.ts';
import type { System } from '#src/contracts/feed.ts';
import type { UpstreamFailure } from '#proxy/upstream/failure.ts';
import { leavesOpen } from '#proxy/upstream/failure.ts';

const STATUS: Record<Exclude<ApiErrorCode, 'upstreamRefused'>, ContentfulStatusCode> = {
  unauthenticated: 401,
  badCredentials: 401,
  throttled: 429,
  forbidden: 403,
  badOrigin: 403,
  notAllowed: 404,
  invalid: 400,
  tooLarge: 413,
  stale: 412,
  upstreamFailed: 502,
  upstreamUnreachable: 502,
  upstreamTimeout: 504,
  upstreamUnauthorized: 502,
  systemOff: 503,
  stopping: 503,
  internal: 500,
};

type Details = Partial<Omit<ApiErrorBody['error'], 'code'>>;

function answer(c: Context, status: ContentfulStatusCode, code: ApiErrorCode, details: Details): Response {
  const body: ApiErrorBody = { error: { code, message: null, system: null, retryAfter: null, ...details } };
  c.header('cache-control', 'no-store');
  if (body.error.retryAfter !== null) c.header('retry-after', String(body.error.retryAfter));
  return c.json(body, status);
}

/** Answers with an error of Pult's own. */
export function refuse(
  c: Context,
  code: Exclude<ApiErrorCode, 'upstreamRefused'>,
  details: Details = {},
): Response {
  return answer(c, STATUS[code], code, details);
}

/** Answers with what an upstream did: its words pass on, its status only where a browser can make use of it. */
export function refuseUpstream(c: Context, system: System, failure: UpstreamFailure): Response {
  const details = { system, message: failure.message, ...(!failure.sent && { unsent: true }) };
  switch (failure.code) {
    case 'unreachable':
      return refuse(c, 'upstreamUnreachable', details);
    case 'timeout':
      return refuse(c, 'upstreamTimeout', details);
    case 'unauthorized':
      return refuse(c, 'upstreamUnauthorized', details);
    case 'refused':
      if (leavesOpen(failure)) return refuse(c, 'upstreamFailed', details);
      return answer(c, failure.status === 404 ? 404 : 422, 'upstreamRefused', details);
    case 'malformed':
      return refuse(c, 'upstreamFailed', details);
  }
}
