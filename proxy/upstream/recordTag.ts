/** The tag of a record as it was read: two readings have the same one when the record is the same. */
import { createHash } from 'node:crypto';
import { withoutSecrets } from './secrets.ts';

/** With the keys of every object in one order: an upstream may write them in another one the next time. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  const sorted = Object.keys(fields).sort();
  return Object.fromEntries(sorted.map((key) => [key, canonical(fields[key])]));
}

/**
 * As it stands in an `ETag`. Made without the record's secrets: all else in it is known to the browser, which could
 * guess a short password until the tag fits.
 * @param record plain JSON, as the upstream wrote it.
 */
export function recordTag(record: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(canonical(withoutSecrets(record))));
  return `"${digest.digest('base64url').slice(0, 27)}"`;
}

/** True when `If-Match` names this tag. `W/` is put before it by reverse proxies that compress answers. */
export const namesTag = (ifMatch: string, tag: string): boolean => ifMatch.trim().replace(/^W\//, '') === tag;
