import { describe, expect, it } from 'vitest';
import { discountOf, typingOf, withWay } from './discountTyping.ts';

const line = { price: 10_000, count: 2, discountTotal: 0 };

describe('discountOf', () => {
  it.each([
    ['discountSum', 500, -500],
    ['discountPercent', 10, -2000],
    ['surchargeSum', 500, 500],
    ['surchargePercent', 10, 2000],
    ['discountSum', null, 0],
    ['discountPercent', null, 0],
    ['discountSum', 0, 0],
  ] as const)('%s of %s is %d kopecks', (way, amount, sum) =>
    expect(discountOf({ way, amount }, line)).toBe(sum),
  );

  it('of a line without price or count per cent are nothing yet', () => {
    expect(discountOf({ way: 'discountPercent', amount: 10 }, { ...line, count: null })).toBe(0);
    expect(discountOf({ way: 'discountPercent', amount: 10 }, { ...line, price: null })).toBe(0);
  });
});

it('shows what is there already in roubles', () => {
  expect(typingOf(-500)).toEqual({ way: 'discountSum', amount: 500 });
  expect(typingOf(500)).toEqual({ way: 'surchargeSum', amount: 500 });
  expect(typingOf(0)).toEqual({ way: 'discountSum', amount: null });
});

it('does not turn roubles into per cent', () => {
  const typing = { way: 'discountSum', amount: 500 } as const;
  expect(withWay(typing, 'surchargeSum')).toEqual({ way: 'surchargeSum', amount: 500 });
  expect(withWay(typing, 'discountPercent')).toEqual({ way: 'discountPercent', amount: null });
});
