import { describe, expect, it } from 'vitest';
import { lineTotal, orderTotals } from '#src/domain/orderTotals.ts';

describe('lineTotal', () => {
  it.each([
    [53978, 1, 53978],
    [53978, 3, 161934],
    [10010, 0.1, 1001],
    [333, 0.333, 111],
    [5, 0.1, 1],
    [29, 1.005, 29],
    [0, 12, 0],
  ])('%d kopecks × %d = %d', (price, count, total) => expect(lineTotal(price, count)).toBe(total));

  it('does not gather the errors of floats', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(lineTotal(10_000, 0.1 + 0.2)).toBe(3000);
  });
});

describe('orderTotals', () => {
  it('adds up: goods, discount, what is left to pay', () => {
    const lines = [
      { total: 53978, discountTotal: -4000 },
      { total: 13979, discountTotal: 0 },
    ];
    expect(orderTotals(lines, 10000)).toEqual({
      amountToPay: 67957,
      discount: -4000,
      due: 63957,
      toCollect: 53957,
    });
  });

  it('a surcharge adds, a prepayment of more than all leaves nothing', () => {
    expect(orderTotals([{ total: 1000, discountTotal: 50 }], 2000)).toMatchObject({
      due: 1050,
      toCollect: 0,
    });
    expect(orderTotals([], 0)).toEqual({ amountToPay: 0, discount: 0, due: 0, toCollect: 0 });
  });
});
