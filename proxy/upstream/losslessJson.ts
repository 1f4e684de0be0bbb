/** Kassa's JSON: ids longer than 2^53 stand in it as bare numbers, so it never passes through `JSON.parse`. */
import { isLosslessNumber, isSafeNumber, parse, stringify } from 'lossless-json';
import type { UpstreamResult } from './failure.ts';
import { failed, succeeded } from './failure.ts';
import { firstByte } from './client.ts';

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

/** Reads a body with every number kept as it was written; an empty one is null. */
export function readLossless(bytes: Buffer): UpstreamResult<unknown> {
  if (firstByte(bytes) === undefined) return succeeded(null);
  try {
    return succeeded(parse(bytes.toString('utf8')));
  } catch {
    return failed('malformed');
  }
}

/** Writes what `readLossless` gave, changed or not: numbers come out digit for digit. */
export function writeLossless(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** A number as the browser can hold it: a whole one beyond 2^53 becomes text. */
const forBrowser = (digits: string): number | string => (isSafeNumber(digits) ? Number(digits) : digits);

/** Reads JSON text for the browser. @throws SyntaxError */
export function parseForBrowser(text: string): unknown {
  return parse(text, null, forBrowser);
}

/** The same for a value that was already read by `readLossless`. */
export function plain(value: unknown): unknown {
  if (isLosslessNumber(value)) return forBrowser(value.value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
