import { expect, it } from 'vitest';
import { digitsOf, fold, initials } from '#src/lib/text.ts';

it('folds case, ё and spaces, so that what is typed finds what is stored', () => {
  expect(fold('  Пётр   Ёлкин ')).toBe('петр елкин');
  expect(fold('Пе\u0308тр')).toBe('петр');
  expect(fold('дом\u00a024,\tкв\n4')).toBe('дом 24, кв 4');
  expect(fold('G-2')).toBe('g-2');
  expect(fold('')).toBe('');
});

it('takes digits only', () => {
  expect(digitsOf('+7 (912) 3')).toBe('79123');
  expect(digitsOf('нет')).toBe('');
});

it('makes initials for a marker', () => {
  expect(initials('Алексей Быстров')).toBe('АБ');
  expect(initials('иван иванович петров')).toBe('ИИ');
  expect(initials('Курьер')).toBe('К');
  expect(initials('(Анна) «Заря»')).toBe('АЗ');
  expect(initials(' – ')).toBe('?');
});
