/** Reads the body of a write that is to be passed on: bounded, JSON, of its shape, free of secrets; or says what is wrong. */
import type { Context } from 'hono';
import { readBounded } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { System } from '#src/contracts/feed.ts';
import type { BodyShape } from './allowList.ts';
import { isObject, readLossless } from './losslessJson.ts';
import { isSecretKey } from './secrets.ts';

/** Five hundred orders with their goods. */
const BODY_LIMIT = 2 * 1024 * 1024;
const MAX_ROWS = 500;
/** An order's goods have warehouses, which have nothing in them: four steps down; the rest is not ours to pass on. */
const MAX_DEPTH = 12;
/** Names that mean an object's own making to programs that merge what they are sent. */
const MAKING = new Set(['__proto__', 'constructor', 'prototype']);

export type WriteRow = Record<string, unknown>;
type WriteBody = { ok: true; rows: WriteRow[] } | { ok: false; refusal: Response };

/**
 * The rows of a body (one row, when the shape is `row`). Of Kassa every number is kept as it was written.
 * What is refused is named by its place, never by its value.
 */
export async function readWriteBody(c: Context, system: System, shape: BodyShape): Promise<WriteBody> {
  const no = (message: string): WriteBody => ({ ok: false, refusal: refuse(c, 'invalid', { message }) });
  const contentType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') return no('content-type: application/json expected');
  const bytes = await readBounded(c, BODY_LIMIT);
  if (!bytes) return { ok: false, refusal: refuse(c, 'tooLarge') };
  const body = system === 'kassa' ? readLossless(bytes) : readPlain(bytes);
  if (!body.ok) return no('no JSON');
  const rows = shape === 'row' ? [body.value] : body.value;
  if (!Array.isArray(rows) || rows.length === 0) return no('body: a list of records expected');
  if (rows.length > MAX_ROWS) return no(`body: at most ${MAX_ROWS} records`);
  for (const [index, row] of (rows as unknown[]).entries()) {
    const place = shape === 'row' ? '' : String(index);
    if (!isObject(row)) return no(`${place || 'body'}: a record expected`);
    const wrong = whatIsWrong(row, place);
    if (wrong !== null) return no(wrong);
  }
  return { ok: true, rows: rows as WriteRow[] };
}

function readPlain(bytes: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return { ok: false };
  }
}

/**
 * A secret has no business in an order: it is refused, not left out, so that nobody thinks it was stored. So is a number
 * that lost digits when it was read (an id would name somebody else) or would be written as null.
 */
function whatIsWrong(value: unknown, place: string, depth = 0): string | null {
  if (depth > MAX_DEPTH) return `${place.slice(0, 100)}: too deep`;
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return `${place.slice(0, 200)}: too large a number`;
  }
  const entries = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries) {
    const at = place === '' ? String(key) : `${place}.${key}`;
    if (typeof key === 'string' && (isSecretKey(key) || MAKING.has(key))) {
      return `${at.slice(0, 200)}: may not be sent`;
    }
    const wrong = whatIsWrong(inner, at, depth + 1);
    if (wrong !== null) return wrong;
  }
  return null;
}
