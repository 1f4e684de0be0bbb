/**
 * Whether a call is one of the allowed ones. A request is never passed on as it came: the path is the one of the row,
 * the query is put together anew from the names that the row lists, a body is read and written anew.
 */
import type { System } from '#src/contracts/feed.ts';
import type { AllowedCall } from './allowedCalls.ts';
import { ALLOW_LIST } from './allowedCalls.ts';

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
  const isGiven = (name: string) => Boolean(query[name]?.trim());
  if (call.required?.every(isGiven) === false) return null;
  return call.requiredAny?.some(isGiven) === false ? null : query;
}

/** The row that allows a call, and the query and id as they may go on; null = refused. */
export function allowedCall(asked: Asked): Allowed | null {
  for (const call of ALLOW_LIST) {
    if (call.system !== asked.system || call.method !== asked.method) continue;
    const id = idIn(asked.path, call.path);
    const query = id === null ? null : allowedQuery(call, asked.query);
    if (query) return { call, query, id: id || null };
  }
  return null;
}

/** True for a request target that tries to be read in two ways: dot segments, doubled or encoded slashes, backslashes. */
export function isTrickyTarget(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return /\/\/|\\|(^|\/)(\.|%2e){1,2}(\/|$)|%2f|%5c|%00|%25/i.test(path);
}
