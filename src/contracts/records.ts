/** Lists are read record by record: a bad one is set aside with its reason and never empties the list. */
import * as z from 'zod/mini';
import type { Row } from './wire.ts';
import { isRow, readOptionalId } from './wire.ts';

/** A record that could not be read: whose it is, where it is wrong, and why (a code-like phrase, not for people). */
export type SetAside = { id: string | null; path: string; reason: string; raw?: unknown };

/** What could be read of a list, and what could not. */
export type RecordList<T> = { records: T[]; setAside: SetAside[] };

type Issue = { code?: string; expected?: string; message: string; path?: PropertyKey[] };

/** Where and why, from the first thing that zod found (`error.issues`). */
export function firstIssue(issues: readonly Issue[]): { path: string; reason: string } {
  const issue = issues[0];
  const reason =
    issue?.code === 'invalid_type' && issue.expected
      ? `expected ${issue.expected}`
      : (issue?.message ?? 'unreadable');
  return { path: issue?.path?.map(String).join('.') ?? '', reason };
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value);

/**
 * Reads each row by itself. `idOf` picks the id out of a raw row (`(row) => row.orderId`): with it a repeated id is
 * dropped (pages of a moving list overlap) and a record set aside is named. Throws TypeError when `rows` is no list:
 * that is a failure of the whole answer, not of a record.
 */
export function parseRecords<Schema extends z.ZodMiniType>(
  schema: Schema,
  rows: unknown,
  idOf?: (row: Row) => unknown,
): RecordList<z.output<Schema>> {
  if (!Array.isArray(rows)) throw new TypeError(`expected a list, got ${kindOf(rows)}`);
  const records: z.output<Schema>[] = [];
  const setAside: SetAside[] = [];
  const seen = new Set<string>();
  for (const row of rows as unknown[]) {
    const id = idOf && isRow(row) ? readOptionalId(idOf(row)) : null;
    if (id !== null && seen.has(id)) continue;
    const result = schema.safeParse(row);
    if (result.success) {
      records.push(result.data);
      if (id !== null) seen.add(id);
    } else {
      setAside.push({ id, ...firstIssue(result.error.issues), raw: row });
    }
  }
  return { records, setAside };
}

/**
 * `parseRecords` as a schema, for a whole answer: reads to `{ records, setAside }`, refuses a body that is no list.
 * For reading only: a list is never sent back as it came.
 */
export function recordList<Schema extends z.ZodMiniType>(schema: Schema, idOf?: (row: Row) => unknown) {
  return z.transform((rows: unknown, context): RecordList<z.output<Schema>> => {
    if (Array.isArray(rows)) return parseRecords(schema, rows, idOf);
    context.issues.push({ code: 'invalid_type', expected: 'array', input: rows });
    return z.NEVER;
  });
}

/**
 * The one record of a body that is either the record itself or a list with it (`GET /orders?orderId=`). Null when
 * the list is empty. Throws TypeError when the record cannot be read, or when the list holds several: an upstream
 * that overlooked the id must not pass for the answer. `missing` fills in what the reply leaves out: one payment type
 * comes without its own id (iRECA API text), which is known from the request.
 */
export function parseOneOrMany<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  missing: Row = {},
): z.output<Schema> | null {
  const row = oneOf(body);
  if (row === null) return null;
  const result = schema.safeParse({ ...missing, ...row });
  if (result.success) return result.data;
  const { path, reason } = firstIssue(result.error.issues);
  throw new TypeError(path ? `${path}: ${reason}` : reason);
}

/** The same for a record that is not to be parsed: the object itself, or null when there is none. */
export function oneOf(body: unknown): Row | null {
  const rows: unknown[] = Array.isArray(body) ? body : [body];
  if (rows.length > 1) throw new TypeError(`expected one record, got ${rows.length}`);
  const row = rows[0];
  if (row === undefined || row === null || row === '') return null;
  if (!isRow(row)) throw new TypeError(`expected a record, got ${kindOf(row)}`);
  return row;
}
