/**
 * A print of a whole record by what it means. iRECA writes the same order with ids and sums as numbers in one answer
 * and as text in the next, and "nothing" in three ways: none of that is a change.
 */
import { createHash } from 'node:crypto';

/** Longer ones do not fit into a floating-point number: they are compared letter by letter. */
const SAFE_LENGTH = 15;

function plainText(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= SAFE_LENGTH && /^-?\d+\.\d+$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
}

/** Null for everything that says nothing. */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(meaningOf);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return plainText(value) || null;
  if (typeof value !== 'object' || value === null) return null;
  const said = Object.entries(value)
    .map(([key, inner]) => [key, meaningOf(inner)] as const)
    .filter(([, inner]) => inner !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return said.length === 0 ? null : Object.fromEntries(said);
}

/** @param raw plain JSON. */
export const recordPrint = (raw: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(meaningOf(raw)))
    .digest('base64url');
