/** Kassa's JSON keeps every digit: `rolePerms` stands in it as a bare number longer than 2^53. */
import { isLosslessNumber, parse } from 'lossless-json';
import { refusal } from '../control/refusal.ts';

export type Body = Record<string, unknown>;

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

/** An object with its numbers kept as digits. Refuses anything else. */
export function readBody(text: string): Body {
  let body: unknown;
  try {
    body = parse(text);
  } catch {
    throw refusal('Неверный формат JSON', 400);
  }
  if (!isBody(body)) throw refusal('Неверный формат запроса', 400);
  return body;
}

/** The digits of a bare number; null for anything that is not one. */
export const digitsOf = (value: unknown): string | null => (isLosslessNumber(value) ? value.value : null);

/** A number that fits; null for null or nothing. Refuses the rest, naming the field. */
export function readAmount(value: unknown, field: string): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(digitsOf(value) ?? Number.NaN);
  if (!Number.isFinite(number)) throw refusal(`Неверное значение поля ${field}`, 400);
  return number;
}

export const readString = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
