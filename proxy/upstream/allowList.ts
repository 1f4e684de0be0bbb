/**
 * What a browser may ask of the upstreams through us: one table, everything else is refused. A request is never passed
 * on as it came: the path is the one of the row, the query is put together anew from the names that the row lists, a
 * body is read and written anew.
 */
import type { Role } from '#src/contracts/session.ts';
import type { System } from '#src/contracts/feed.ts';
import { LIST_TTL_MS } from './ireca.ts';

/** What a body must be: a list of records, or one record. */
export type BodyShape = 'rows' | 'row';

export type AllowedCall = {
  system: System;
  method: 'GET' | 'POST' | 'PUT';
  /** Below the upstream's base address; compared letter for letter, but for `{id}`, which stands for digits. */
  path: string;
  /** Names that a query may hold, each once. */
  query: readonly string[];
  /** Those that it must hold: without `orderId`, `/orders` would be all orders. */
  required?: readonly string[];
  /** The only value that a name may have. */
  exact?: Readonly<Record<string, string>>;
  role: Role;
  /** For how long the answer is given out again; 0 = never. */
  ttlMs: number;
  /** Null: no body, this call only reads. */
  body: BodyShape | null;
  /** «No such model» is an ordinary answer here (nothing printed yet): `null` and no error. */
  noneWhenMissing?: true;
};

const list = (path: string, query: readonly string[] = []): AllowedCall => ({
  system: 'ireca',
  method: 'GET',
  path,
  query,
  role: 'viewer',
  ttlMs: LIST_TTL_MS,
  body: null,
});
const one = (path: string, required: string, query: readonly string[] = []): AllowedCall => ({
  ...list(path, [required, ...query]),
  required: [required],
  ttlMs: 0,
});
const write = (
  method: 'POST' | 'PUT',
  path: string,
  body: BodyShape,
  rest: Partial<AllowedCall> = {},
): AllowedCall => ({ system: 'ireca', method, path, query: [], role: 'dispatcher', ttlMs: 0, body, ...rest });

const PAGE = ['page', 'count'] as const;
const KASSA_ORDERS = '/protected/online_orders';

export const ALLOW_LIST: readonly AllowedCall[] = [
  list('/couriers'),
  list('/licenses'),
  list('/userRoles'),
  list('/orderReturnReasons'),
  list('/paymentTypes'),
  list('/taxes'),
  list('/clients'),
  list('/warehouses', PAGE),
  list('/suppliers', PAGE),
  list('/specificities', PAGE),
  list('/goods', ['goodId', ...PAGE]),
  list('/dictionary/orderStatuses'),
  list('/dictionary/orderDeliveryStatuses'),
  list('/dictionary/closeTypes'),
  list('/dictionary/taxTypes'),
  list('/dictionary/goodCalcTypes'),
  list('/dictionary/permissions'),
  { ...one('/orders', 'orderId'), noneWhenMissing: true },
  one('/orders/journalStatuses', 'orderId'),
  one('/journal', 'entityId', ['startedAt', ...PAGE]),
  { ...one('/orderReceipts', 'orderId'), noneWhenMissing: true },
  { ...one('/orderReturnReceipts', 'orderId'), noneWhenMissing: true },
  one('/bankTerminalLogs', 'orderId', PAGE),
  one('/fiscalRegistratorLogs', 'orderId', PAGE),
  { ...list(`${KASSA_ORDERS}/{id}`), system: 'kassa', ttlMs: 0 },

  write('POST', '/orders', 'rows', { query: ['isRefund'], exact: { isRefund: '1' } }),
  write('PUT', '/orders', 'row', { query: ['orderId'], required: ['orderId'] }),
  write('POST', '/orders/replace', 'rows'),
  write('POST', '/clients', 'rows'),
  write('POST', KASSA_ORDERS, 'row', { system: 'kassa' }),
];

export type Asked = { system: System; method: string; path: string; query: URLSearchParams };
export type Allowed = {
  call: AllowedCall;
  query: Record<string, string>;
  /** What stood in the place of `{id}`. */
  id: string | null;
};

/** Ids of Kassa are whole numbers. */
const ID = /^\d{1,20}$/;

/** The id in a path that a row describes, '' where the row names none; null = another path. */
function idIn(path: string, template: string): string | null {
  const [before = '', after] = template.split('{id}');
  if (after === undefined) return path === template ? '' : null;
  if (!path.startsWith(before) || !path.endsWith(after)) return null;
  const id = path.slice(before.length, path.length - after.length);
  return ID.test(id) ? id : null;
}

const MAX_VALUE = 200;
const hasControl = (value: string) => [...value].some((letter) => letter < ' ' || letter === '\u007f');

function allowedQuery(call: AllowedCall, asked: URLSearchParams): Record<string, string> | null {
  const query: Record<string, string> = {};
  for (const [name, value] of asked) {
    if (!call.query.includes(name) || Object.hasOwn(query, name)) return null;
    if (value.length > MAX_VALUE || hasControl(value)) return null;
    const only = call.exact?.[name];
    if (only !== undefined && value !== only) return null;
    query[name] = value;
  }
  return call.required?.every((name) => query[name]?.trim()) === false ? null : query;
}

/** The row that allows a call, and the query and id as they may go on; null = refused. */
export function allowedCall(asked: Asked): Allowed | null {
  for (const call of ALLOW_LIST) {
    if (call.system !== asked.system || call.method !== asked.method) continue;
    const id = idIn(asked.path, call.path);
    if (id === null) continue;
    const query = allowedQuery(call, asked.query);
    return query && { call, query, id: id || null };
  }
  return null;
}

/** True for a request target that tries to be read in two ways: dot segments, doubled or encoded slashes, backslashes. */
export function isTrickyTarget(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return /\/\/|\\|(^|\/)(\.|%2e){1,2}(\/|$)|%2f|%5c|%00|%25/i.test(path);
}
