import { describe, expect, it } from 'vitest';
import { formatKopecks, kopecksToRoubles, roublesToKopecks } from '#src/lib/money.ts';

describe('roublesToKopecks', () => {
  it.each([
    ['679.57', 67957],
    [679.57, 67957],
    ['0.00', 0],
    [0, 0],
    ['14500', 1450000],
    [14500.0, 1450000],
    ['5.1', 510],
    [' 5.10 ', 510],
    ['.5', 50],
    ['5.', 500],
    ['-139.79', -13979],
    [-0.01, -1],
    ['-0', 0],
    [1e-7, 0],
  ])('%j → %j', (roubles, kopecks) => expect(roublesToKopecks(roubles)).toBe(kopecks));

  it('is exact where floats are not', () => {
    expect(1.005 * 100).not.toBe(100.5);
    expect(roublesToKopecks(1.005)).toBe(101);
    expect(roublesToKopecks('35855.41')).toBe(3585541);
    expect(roublesToKopecks(0.1 + 0.2)).toBe(30);
    const sum = (roublesToKopecks('0.1') ?? NaN) + (roublesToKopecks('0.2') ?? NaN);
    expect(sum).toBe(30);
    for (let kopecks = 0; kopecks < 20_000; kopecks += 7) {
      expect(roublesToKopecks(kopecksToRoubles(kopecks))).toBe(kopecks);
    }
  });

  it('rounds a third decimal half away from zero', () => {
    expect(roublesToKopecks('1.004')).toBe(100);
    expect(roublesToKopecks('1.005')).toBe(101);
    expect(roublesToKopecks('-1.005')).toBe(-101);
    expect(roublesToKopecks('0.999')).toBe(100);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    'abc',
    '1,5',
    '1 000',
    '12.3.4',
    '1e3',
    NaN,
    Infinity,
    1e21,
    '99999999999999999',
  ])('refuses %j', (garbage) => expect(roublesToKopecks(garbage)).toBeNull());
});

it('formats as people of the language write money', () => {
  expect(formatKopecks(1450000, 'ru')).toBe('14\u00a0500,00');
  expect(formatKopecks(1450000, 'en')).toBe('14,500.00');
  expect(formatKopecks(67957, 'ru')).toBe('679,57');
  expect(formatKopecks(-5, 'ru')).toBe('-0,05');
});
