/** Numbers as people type them: with a comma or a point, with spaces, with a minus of any kind. */
import { roublesToKopecks } from './money.ts';

/** The text as one plain decimal number («1 234,5» → "1234.5"); null when it is none. */
function plainDecimal(text: string): string | null {
  const tight = text.replace(/[\s\u00a0\u2009\u202f]+/g, '').replace(/^[−–—]/, '-');
  const point = Math.max(tight.lastIndexOf(','), tight.lastIndexOf('.'));
  // Where both stand, the last one parts the decimals and the others part thousands («14,500.00»).
  const both = tight.includes(',') && tight.includes('.');
  const plain =
    point < 0
      ? tight
      : `${both ? tight.slice(0, point).replaceAll(/[.,]/g, '') : tight.slice(0, point)}.${tight.slice(point + 1)}`;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? plain : null;
}

/** What was typed: nothing, a number, or something that is none. */
export type TypedNumber = { ok: true; value: number | null } | { ok: false };

/**
 * A sum in roubles → kopecks. More than two decimals are refused, not rounded: nobody means 12,345 roubles.
 * @param signed whether a sum below zero is allowed.
 */
export function readTypedMoney(text: string, signed = false): TypedNumber {
  if (text.trim() === '') return { ok: true, value: null };
  const plain = plainDecimal(text);
  if (plain === null || /\.\d{3,}$/.test(plain) || (!signed && plain.startsWith('-'))) return { ok: false };
  const value = roublesToKopecks(plain);
  return value === null ? { ok: false } : { ok: true, value };
}

/** A count, a weight, degrees. @param signed whether a number below zero is allowed. */
export function readTypedDecimal(text: string, signed = true): TypedNumber {
  if (text.trim() === '') return { ok: true, value: null };
  const plain = plainDecimal(text);
  if (plain === null || (!signed && plain.startsWith('-'))) return { ok: false };
  return { ok: true, value: Number(plain) };
}
