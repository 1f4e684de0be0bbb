/** What counts as a change of a record, and what is only another spelling of it. */
import { describe, expect, it } from 'vitest';
import { recordPrint } from './recordPrint.ts';

const order = { orderId: 7, amount: '679.50', paid: 1, reason: null, goods: [{ goodId: 1, count: 2 }] };
const same = (other: unknown) => recordPrint(other) === recordPrint(order);

describe('recordPrint', () => {
  it.each([
    ['an id as text', { ...order, orderId: '7' }],
    ['a sum as a number', { ...order, amount: 679.5 }],
    ['a flag as a boolean', { ...order, paid: true }],
    ['nothing as {}', { ...order, reason: {} }],
    ['nothing as an empty text', { ...order, reason: '' }],
    ['nothing left out', { orderId: 7, amount: '679.50', paid: 1, goods: [{ goodId: 1, count: 2 }] }],
    ['keys in another order', Object.fromEntries(Object.entries(order).reverse())],
  ])('takes %s for the same', (_, other) => expect(same(other)).toBe(true));

  it.each([
    ['another sum', { ...order, amount: '679.51' }],
    ['a good more', { ...order, goods: [...order.goods, { goodId: 2, count: 1 }] }],
    ['goods in another order', { ...order, goods: [{ goodId: 2, count: 1 }, ...order.goods] }],
    ['a good’s count', { ...order, goods: [{ goodId: 1, count: 3 }] }],
    ['a reason', { ...order, reason: 5276 }],
  ])('takes %s for a change', (_, other) => expect(same(other)).toBe(false));

  it('tells ids apart that are longer than a floating-point number', () => {
    expect(recordPrint({ id: '1579776541385873338810.0' })).not.toBe(
      recordPrint({ id: '1579776541385873338811.0' }),
    );
  });
});
