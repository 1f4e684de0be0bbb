/**
 * What a browser may ask of the upstreams through us: one table, everything else is refused. Nothing in it writes:
 * changes of orders go by commands. A request is never passed on as it came: the path is the one of the row, the query
 * is put together anew from the names that the row lists.
 */
import type { Role } from '#src/contracts/session.ts';
import type { System } from '#src/contracts/feed.ts';
import { LIST_TTL_MS } from './ireca.ts';

export type AllowedCall = {
  system: System;
  method: 'GET';
  /** Below the upstream's base address; compared letter for letter. */
  path: string;
  /** Names that a query may hold, each once. */
  query: readonly string[];
  /** Those that it must hold: without `orderId`, `/orders` would be all orders. */
  required?: readonly string[];
  role: Role;
  /** For how long the answer is given out again. */
  ttlMs: number;
};

const list = (path: string, query: readonly string[] = []): AllowedCall => ({
  system: 'ireca',
  method: 'GET',
  path,
  query,
  role: 'viewer',
  ttlMs: LIST_TTL_MS,
});
const one = (path: string, required: string, query: readonly string[] = []): AllowedCall => ({
  ...list(path, [required, ...query]),
  required: [required],
  ttlMs: 0,
});
const PAGE = ['page', 'count'] as const;

export const ALLOW_LIST: readonly AllowedCall[] = [
  list('/couriers'),
  list('/licenses'),
  list('/orderReturnReasons'),
  list('/paymentTypes'),
  list('/warehouses', PAGE),
  list('/dictionary/orderStatuses'),
  list('/dictionary/orderDeliveryStatuses'),
  list('/dictionary/closeTypes'),
  list('/dictionary/taxTypes'),
  list('/dictionary/goodCalcTypes'),
  list('/dictionary/permissions'),
  one('/orders', 'orderId'),
  one('/orders/journalStatuses', 'orderId'),
  one('/journal', 'entityId', ['startedAt', ...PAGE]),
];

export type Asked = { system: System; method: string; path: string; query: URLSearchParams };
export type Allowed = { call: AllowedCall; query: Record<string, string> };

const MAX_VALUE = 200;
const hasControl = (value: string) => [...value].some((letter) => letter < ' ' || letter === '\u007f');

/** The row that allows a call, and the query as it may go on; null = refused. */
export function allowedCall(asked: Asked): Allowed | null {
  const call = ALLOW_LIST.find(
    ({ system, method, path }) => system === asked.system && method === asked.method && path === asked.path,
  );
  if (!call) return null;
  const query: Record<string, string> = {};
  for (const [name, value] of asked.query) {
    if (!call.query.includes(name) || Object.hasOwn(query, name)) return null;
    if (value.length > MAX_VALUE || hasControl(value)) return null;
    query[name] = value;
  }
  return call.required?.every((name) => query[name]) === false ? null : { call, query };
}

/** True for a request target that tries to be read in two ways: dot segments, doubled or encoded slashes, backslashes. */
export function isTrickyTarget(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return /\/\/|\\|(^|\/)(\.|%2e){1,2}(\/|$)|%2f|%5c|%00|%25/i.test(path);
}
