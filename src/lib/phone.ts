/** Phones: one form for comparing, one for reading, one for calling. */
import { digitsOf } from './text.ts';

/**
 * Digits by which phones are compared. A Russian number comes out as eleven digits from 7, however it was written:
 * `8…` → `7…`, ten digits → `7` before them. Other numbers are their digits. Null for fewer than five digits.
 */
export function phoneDigits(raw: string | null | undefined): string | null {
  if (!raw) return null;
  const digits = digitsOf(raw);
  if (digits.length < 5) return null;
  if (digits.length === 10) return `7${digits}`;
  if (digits.length === 11 && digits.startsWith('8')) return `7${digits.slice(1)}`;
  return digits;
}

/** True when both are phones and are the same one. */
export function samePhone(a: string | null | undefined, b: string | null | undefined): boolean {
  const digits = phoneDigits(a);
  return digits !== null && digits === phoneDigits(b);
}

/** "+7 912 345-67-89"; a number of another shape comes back as it was written, nothing as ''. */
export function formatPhone(raw: string | null | undefined): string {
  const digits = phoneDigits(raw);
  if (digits === null || digits.length !== 11 || !digits.startsWith('7')) return raw?.trim() ?? '';
  const part = (from: number, to: number) => digits.slice(from, to);
  return `+7 ${part(1, 4)} ${part(4, 7)}-${part(7, 9)}-${part(9, 11)}`;
}

/** `tel:` link of a phone; null when it is none. */
export function phoneLink(raw: string | null | undefined): string | null {
  const digits = phoneDigits(raw);
  if (digits === null) return null;
  const international = (digits.length === 11 && digits.startsWith('7')) || raw?.trim().startsWith('+');
  return international ? `tel:+${digits}` : `tel:${digits}`;
}
