import { describe, expect, it } from 'vitest';
import { digest } from '#src/locales/ru/digest.ts';
import { refundsText } from './refundsText.ts';

describe('refundsText', () => {
  it.each([
    [2, { kopecks: 150_000, unknown: 0 }, '2 на 1500'],
    [3, { kopecks: 150_000, unknown: 1 }, '3 на 1500, у 1 заказа сумма неизвестна'],
    [2, { kopecks: 0, unknown: 2 }, '2, у 2 заказов сумма неизвестна'],
  ])('%i with %o', (count, sum, text) => {
    expect(refundsText({ count, sum }, digest.shift, (kopecks) => String(kopecks / 100))).toBe(text);
  });
});
