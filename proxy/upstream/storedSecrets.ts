/**
 * What stands in for a courier's password that was left out: the stored one. iRECA wants it in every write (iRECA API
 * text, «Курьер»), and the browser never knows it.
 */
import { readOptionalId } from '#src/contracts/wire.ts';
import type { Row } from './ireca.ts';
import { isObject } from './losslessJson.ts';
import { isSecretKey } from './secrets.ts';

/** True when a row says nothing about its secret: no key, null, '' or blanks, or `{}`, which is iRECA's null. */
export function leavesOut(row: Row, secret: string): boolean {
  const value = row[secret];
  return typeof value === 'string' ? value.trim() === '' : typeof value !== 'number';
}

/** The row with the secret of the stored record where it says none; null = none is stored either. */
export function withStored(row: Row, stored: Row | undefined, secret: string): Row | null {
  if (!leavesOut(row, secret)) return row;
  return stored && !leavesOut(stored, secret) ? { ...row, [secret]: stored[secret] } : null;
}

/**
 * The row with what no reading gives out because of its name: whoever writes a record over its reading does not know of
 * it, and must not wipe it out.
 */
export function withHidden(row: Row, stored: Row): Row {
  const hidden = Object.entries(stored).filter(([key]) => isSecretKey(key) && !Object.hasOwn(row, key));
  return hidden.length === 0 ? row : { ...row, ...Object.fromEntries(hidden) };
}

/** A list as iRECA writes it, by id; what is no record is passed over. */
export function byId(list: unknown, idKey: string): Map<string, Row> {
  const rows = Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
  return new Map(
    rows.flatMap((row) => {
      const id = readOptionalId(row[idKey]);
      return id === null ? [] : [[id, row] as const];
    }),
  );
}

/** Inside JSON as our writes have it, and as a server has it that keeps to Latin letters and escapes slashes. */
function asSent(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const code = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const latin = json.replaceAll('/', '\\/').replace(/[^ -~]/g, code);
  return [json, latin];
}

/** The secrets in these rows as they could be quoted: as they are, without blanks around them, and as they are sent. */
export function secretsIn(rows: readonly (Row | null | undefined)[], secret: string | undefined): string[] {
  if (secret === undefined) return [];
  const values = rows.map((row) => row?.[secret]);
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
  return texts.flatMap((text) => [text, text.trim(), ...asSent(text)]);
}
