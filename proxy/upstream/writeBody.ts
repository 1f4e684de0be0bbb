/** Reads the body of a write that is to be passed on: bounded, JSON, of its shape, free of secrets; or says what is wrong. */
import type { Context } from 'hono';
import { readOptionalId } from '#src/contracts/wire.ts';
import { readBounded } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { AllowedCall } from './allowedCalls.ts';
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

/** A password longer than this is a mistake. */
const SECRET_LENGTH = 200;

/**
 * The rows of a body (one row, when the shape is `row`; none, when the call has no body). Of Kassa every number is kept
 * as it was written. What is refused is named by its place, never by its value.
 */
export async function readWriteBody(c: Context, call: AllowedCall): Promise<WriteBody> {
  const { system, body: shape, list, secret = list?.secret } = call;
  const no = (message: string): WriteBody => ({ ok: false, refusal: refuse(c, 'invalid', { message }) });
  if (shape === null) return { ok: true, rows: [] };
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
    const wrong = whatIsWrong(row, place, secret);
    if (wrong !== null) return no(wrong);
  }
  return { ok: true, rows: rows as WriteRow[] };
}

/** The tag in `If-Match` of a change of one record; refuses a change without one, or of another record. */
export function readChangeOf(
  c: Context,
  row: WriteRow,
  idKey: string,
  id: string,
): { ok: true; ifMatch: string } | { ok: false; refusal: Response } {
  const no = (message: string) => ({ ok: false as const, refusal: refuse(c, 'invalid', { message }) });
  const ifMatch = c.req.header('if-match') ?? '';
  if (ifMatch === '') return no('if-match: the tag of the record as read');
  const named = row[idKey];
  // Reasons, payment types and taxes are changed without their id in the body (iRECA API text).
  const another = named !== undefined && named !== null && readOptionalId(named) !== id;
  return another ? no(`${idKey}: not the record of the address`) : { ok: true, ifMatch };
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
 * @param secret a key that may stand at the top of this record all the same.
 */
function whatIsWrong(value: unknown, place: string, secret?: string, depth = 0): string | null {
  if (depth > MAX_DEPTH) return `${place.slice(0, 100)}: too deep`;
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return `${place.slice(0, 200)}: too large a number`;
  }
  const entries = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries) {
    const at = place === '' ? String(key) : `${place}.${key}`;
    if (typeof key === 'string' && key === secret) {
      if (!isSecret(inner)) return `${at}: text expected`;
      continue;
    }
    if (typeof key === 'string' && (isSecretKey(key) || MAKING.has(key))) {
      return `${at.slice(0, 200)}: may not be sent`;
    }
    const wrong = whatIsWrong(inner, at, undefined, depth + 1);
    if (wrong !== null) return wrong;
  }
  return null;
}

const isSecret = (value: unknown) =>
  value === null || (typeof value === 'string' && value.length <= SECRET_LENGTH);
