import { describe, expect, it } from 'vitest';
import { readTypedDecimal, readTypedMoney } from '#src/lib/typedNumber.ts';

describe('readTypedMoney', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['14500', 1_450_000],
    ['14 500,00', 1_450_000],
    ['14\u00a0500,5', 1_450_050],
    ['14\u202f500.05', 1_450_005],
    ['14,500.00', 1_450_000],
    ['1.234.567,89', 123_456_789],
    ['0', 0],
    [',5', 50],
    ['7.', 700],
  ])('«%s» is %s kopecks', (text, value) => expect(readTypedMoney(text)).toEqual({ ok: true, value }));

  it.each(['сто', '1,2,3', '12,345', '1e3', '--5', '-5', '5 р', '.', '99999999999999999'])(
    'refuses «%s»',
    (text) => expect(readTypedMoney(text)).toEqual({ ok: false }),
  );

  it.each([
    ['-40', -4000],
    ['−40,5', -4050],
    ['+40', 4000],
  ])('signed: «%s» is %s', (text, value) => expect(readTypedMoney(text, true)).toEqual({ ok: true, value }));
});

describe('readTypedDecimal', () => {
  it.each([
    ['', null],
    ['0,125', 0.125],
    ['59.939095', 59.939095],
    ['−30,31', -30.31],
    ['1 000', 1000],
  ])('«%s» is %s', (text, value) => expect(readTypedDecimal(text)).toEqual({ ok: true, value }));

  it.each(['два', '1.2.3', '-'])('refuses «%s»', (text) =>
    expect(readTypedDecimal(text)).toEqual({ ok: false }),
  );
});
