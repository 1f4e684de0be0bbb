/** Every change must be asked for by our own page: another site's page cannot make a signed-in browser do it. */
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse } from '#proxy/http/refuse.ts';

export type ChangeHeaders = {
  origin?: string | undefined;
  host?: string | undefined;
  fetchSite?: string | undefined;
};

/**
 * True when the request comes from our own page: its `Origin` is the address it was sent to, or PUBLIC_URL. Without an
 * `Origin` the browser must say itself (`Sec-Fetch-Site`) that page and server are the same.
 */
export function isOwnOrigin({ origin, host, fetchSite }: ChangeHeaders, publicUrl: string | null): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  if (origin === undefined) return fetchSite === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  if (publicUrl !== null && asked.origin === new URL(publicUrl).origin) return true;
  return host !== undefined && /^https?:$/.test(asked.protocol) && asked.host === host.toLowerCase();
}

const READS = new Set(['GET', 'HEAD']);

export function originCheck(publicUrl: string | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (READS.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const own = isOwnOrigin(
      { origin, host: c.req.header('host'), fetchSite: c.req.header('sec-fetch-site') },
      publicUrl,
    );
    return own ? next() : refuse(c, 'badOrigin');
  };
}
