import { expect, it } from 'vitest';
import { namesThatFit, sameSquare } from './warehouseSquare.ts';

const spot = (id: string, x: number, y: number, title = 'Главный склад') => ({
  id,
  x,
  y,
  title,
  turned: false,
});

it('lets names stand that cover nothing', () => {
  expect([...namesThatFit([spot('a', 0, 0), spot('b', 0, 60), spot('c', 300, 0)])]).toEqual(['a', 'b', 'c']);
});

it('gives room to the first of two names that would meet', () => {
  expect([...namesThatFit([spot('a', 0, 0), spot('b', 30, 10)])]).toEqual(['b']);
  expect([...namesThatFit([spot('a', 0, 0), spot('b', 0, 15)])]).toEqual(['a']);
});

it('covers no square with a name', () => {
  // b stands where the name of a would be read.
  expect(namesThatFit([spot('a', 0, 0, 'Склад'), spot('b', 40, 0, 'Б')]).has('a')).toBe(false);
});

it('reckons with names that stand on the left', () => {
  const right = { ...spot('a', 300, 0), turned: true };
  expect(namesThatFit([right, spot('b', 260, 0)]).has('a')).toBe(false);
  expect(namesThatFit([right, spot('b', 340, 0)]).has('a')).toBe(true);
});

it('knows a square that would look the same', () => {
  const square = {
    id: 'a',
    title: 'Склад',
    point: { latitude: 60, longitude: 30 },
    waiting: 3,
    late: 1,
    deleted: false,
  };
  expect(sameSquare(square, { ...square, point: { ...square.point } })).toBe(true);
  for (const change of [
    { title: 'Другой' },
    { waiting: 4 },
    { late: 0 },
    { deleted: true },
    { point: { latitude: 60.1, longitude: 30 } },
  ]) {
    expect(sameSquare(square, { ...square, ...change })).toBe(false);
  }
});
