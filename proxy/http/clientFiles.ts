/** Serves the built client from memory: compressed at build time, hashed files for ever, `index.html` always asked anew. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Handler } from 'hono';
import type { AppEnv } from './env.ts';
import type { Encoding } from './body.ts';
import { acceptedEncoding, view } from './body.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite puts a hash into the names of these. */
const HASHED = /^\/assets\//;

type File = {
  type: string;
  etag: string;
  cache: string;
  identity: Buffer;
  encoded: Partial<Record<Encoding, Buffer>>;
};

export type ClientFiles = Handler<AppEnv>;

async function readFiles(dir: string): Promise<Map<string, File>> {
  const contents = new Map<string, Buffer>();
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(`/${relative(dir, path).split(sep).join('/')}`, await readFile(path));
  }
  const files = new Map<string, File>();
  for (const [path, identity] of contents) {
    const type = TYPES[extname(path)];
    if (!type) continue;
    const br = contents.get(`${path}.br`);
    const gzip = contents.get(`${path}.gz`);
    files.set(path, {
      type,
      etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 20)}"`,
      cache: HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      identity,
      encoded: { ...(br && { br }), ...(gzip && { gzip }) },
    });
  }
  return files;
}

/** Reads the built client; `dir` null or without `index.html`: every page says that there is none. */
export async function createClientFiles(dir: string | null): Promise<ClientFiles> {
  const files =
    dir === null ? new Map<string, File>() : await readFiles(dir).catch(() => new Map<string, File>());

  return (c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    const wantsPage = c.req.header('accept')?.includes('text/html') ?? false;
    const path = c.req.path;
    const file = files.get(path) ?? (wantsPage ? files.get('/index.html') : undefined);
    if (!isRead || !file) {
      const unbuilt = files.size === 0 && wantsPage && isRead;
      return unbuilt
        ? c.text('The client is not built: run `npm run build`.', 503)
        : c.text('Not found', 404);
    }
    c.header('etag', file.etag);
    c.header('cache-control', file.cache);
    c.header('vary', 'Accept-Encoding');
    if (c.req.header('if-none-match')?.includes(file.etag)) return c.body(null, 304);
    c.header('content-type', file.type);
    const encoding = acceptedEncoding(c.req.header('accept-encoding'));
    const encoded = encoding && (file.encoded[encoding] ?? null);
    if (!encoding || !encoded) return c.body(view(file.identity));
    c.header('content-encoding', encoding);
    return c.body(view(encoded));
  };
}
