import { describe, expect, it } from 'vitest';
import { enPlural, ruPlural } from '#src/locales/plural.ts';

describe('ruPlural', () => {
  const word = (n: number) => ruPlural(n, 'заказ', 'заказа', 'заказов');

  it.each([
    [0, 'заказов'],
    [1, 'заказ'],
    [2, 'заказа'],
    [5, 'заказов'],
    [11, 'заказов'],
    [21, 'заказ'],
    [112, 'заказов'],
  ])('%i', (n, expected) => expect(word(n)).toBe(expected));
});

describe('enPlural', () => {
  it.each([
    [0, 'orders'],
    [1, 'order'],
    [2, 'orders'],
  ])('%i', (n, expected) => expect(enPlural(n, 'order', 'orders')).toBe(expected));
});
