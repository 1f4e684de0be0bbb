import { describe, expect, it } from 'vitest';
import { formatPhone, phoneDigits, phoneLink, samePhone } from '#src/lib/phone.ts';

describe('phoneDigits', () => {
  it.each([
    ['+7 (912) 345-67-89', '79123456789'],
    ['8 912 345 67 89', '79123456789'],
    ['9123456789', '79123456789'],
    ['79123456789', '79123456789'],
    ['+77777777', '77777777'],
    ['+380 44 123 45 67', '380441234567'],
    ['12345', '12345'],
  ])('%j → %j', (raw, digits) => expect(phoneDigits(raw)).toBe(digits));

  it.each(['1234', '', 'нет', null, undefined])('%j is no phone', (raw) =>
    expect(phoneDigits(raw)).toBeNull(),
  );
});

it('knows a phone again however it is written, and nothing is the same as nothing', () => {
  expect(samePhone('+7 912 345-67-89', '89123456789')).toBe(true);
  expect(samePhone('+7 912 345-67-89', '89123456780')).toBe(false);
  expect(samePhone('', '')).toBe(false);
  expect(samePhone(null, null)).toBe(false);
});

it('formats Russian numbers and leaves others as they came', () => {
  expect(formatPhone('89123456789')).toBe('+7 912 345-67-89');
  expect(formatPhone('+380 44 123 45 67')).toBe('+380 44 123 45 67');
  expect(formatPhone(' 112 ')).toBe('112');
  expect(formatPhone(null)).toBe('');
});

it('links so that the number can be called', () => {
  expect(phoneLink('8 (912) 345-67-89')).toBe('tel:+79123456789');
  expect(phoneLink('+380 44 123 45 67')).toBe('tel:+380441234567');
  expect(phoneLink('12345')).toBe('tel:12345');
  expect(phoneLink('нет')).toBeNull();
});
