/** ИНН: the Russian taxpayer's number, whose last digits prove the others. */

/** Weights of the check digits (order of the Federal Tax Service on the ИНН). */
const COMPANY = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const checkDigit = (digits: readonly number[], weights: readonly number[]) =>
  (weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11) % 10;

/**
 * What is wrong with an ИНН: not 10 (company) or 12 (person) digits, or check digits that do not fit the others.
 * Null: nothing. Spaces around it do not matter.
 */
export function innError(inn: string): 'length' | 'checkDigits' | null {
  const text = inn.trim();
  if (!/^(\d{10}|\d{12})$/.test(text)) return 'length';
  const digits = [...text].map(Number);
  // All zeros add up, and belong to nobody.
  if (digits.every((digit) => digit === 0)) return 'checkDigits';
  const fits =
    digits.length === 10
      ? checkDigit(digits, COMPANY) === digits[9]
      : checkDigit(digits, PERSON_FIRST) === digits[10] && checkDigit(digits, PERSON_SECOND) === digits[11];
  return fits ? null : 'checkDigits';
}
