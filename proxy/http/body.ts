/** An answer's text, compressed at most once per encoding however many browsers take it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this a packet is not filled anyway. */
const WORTH_COMPRESSING = 1400;
/** Fast enough to be made while somebody waits (node:zlib works off the main thread). */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: 1 } };
const GZIP = { level: 5 };

export type Encoding = 'br' | 'gzip';

export type Body = {
  identity: Buffer;
  encoded(encoding: Encoding): Promise<Buffer>;
};

export function createBody(text: string | Buffer): Body {
  const identity = typeof text === 'string' ? Buffer.from(text) : text;
  const made: Partial<Record<Encoding, Promise<Buffer>>> = {};
  return {
    identity,
    encoded: (encoding) =>
      (made[encoding] ??= encoding === 'br' ? brotliAsync(identity, BROTLI) : gzipAsync(identity, GZIP)),
  };
}

/** The best encoding that `Accept-Encoding` allows; null = none. A weight of 0 means "not this one". */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (!header) return null;
  const allowed = (name: string) =>
    new RegExp(`(^|[,\\s])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`).test(header);
  if (allowed('br')) return 'br';
  return allowed('gzip') ? 'gzip' : null;
}

/** Answers with JSON that holds people's data: never stored by anything between here and the screen. */
export async function sendJson(c: Context<AppEnv>, body: Body): Promise<Response> {
  c.header('content-type', 'application/json; charset=UTF-8');
  c.header('cache-control', 'no-store');
  if (body.identity.length < WORTH_COMPRESSING) return c.body(view(body.identity));
  c.header('vary', 'Accept-Encoding');
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  if (encoding === null) return c.body(view(body.identity));
  c.header('content-encoding', encoding);
  return c.body(view(await body.encoded(encoding)));
}

/** Buffers of Node are typed as possibly shared memory; these never are. */
export const view = (buffer: Buffer) => buffer as Buffer<ArrayBuffer>;
