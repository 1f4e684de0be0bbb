import { describe, expect, it } from 'vitest';
import { innError } from '#src/domain/inn.ts';

describe('innError', () => {
  // Published numbers of a bank, a fuel company and the sample of the tax service for a person.
  it.each(['7707083893', '7736050003', ' 7830002293 ', '500100732259', '526317984689'])(
    '%s is an ИНН',
    (inn) => expect(innError(inn)).toBeNull(),
  );

  it.each(['7707083894', '7707038893', '500100732258', '500100732269', '0000000000', '000000000000'])(
    '%s has wrong check digits',
    (inn) => expect(innError(inn)).toBe('checkDigits'),
  );

  it.each(['', '770708389', '77070838931', '7707083893123', '77070838aa', '770 708 3893'])(
    '«%s» has not the right digits',
    (inn) => expect(innError(inn)).toBe('length'),
  );

  it('finds every mistake of one digit in a company’s number', () => {
    const right = '7707083893';
    for (let at = 0; at < right.length; at += 1) {
      const other = String((Number(right[at]) + 1) % 10);
      expect(innError(right.slice(0, at) + other + right.slice(at + 1))).toBe('checkDigits');
    }
  });
});
