import { describe, expect, it } from 'vitest';
import type { MovePlan } from '#src/domain/movePlan.ts';
import { deletePlan, readdressPlan, setDeliveryPlan } from '#src/domain/movePlan.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const order = (id: string, status: string, address = '') => dispatchOrder({ id, status, address });
const kassa = dispatchOrder({ id: '9', system: 'kassa', status: 'ACCEPTED' });

const told = ({ legal, illegal }: MovePlan) => ({
  legal: legal.map(({ id }) => id),
  illegal: illegal.map(({ order: { id }, why }) => `${id} ${why}`),
});

describe('readdressPlan', () => {
  const orders = [order('1', '6', 'Невский  пр., 10'), order('2', '7', 'Садовая, 5'), order('3', '9'), kassa];

  it('leaves out what cannot be moved and what stands there already', () => {
    expect(told(readdressPlan(orders, ' Невский пр., 10 '))).toEqual({
      legal: ['2'],
      illegal: ['1 same', '3 delivered', '9 notSupported'],
    });
  });

  it('calls nothing the same before an address is typed', () => {
    expect(told(readdressPlan([order('1', '6', '')], ''))).toEqual({ legal: ['1'], illegal: [] });
  });
});

it("setDeliveryPlan: only what is just made may be prepared, the rest is not a dispatcher's", () => {
  const orders = [order('1', '1'), order('2', '6'), order('3', '7'), order('4', '11'), kassa];
  expect(told(setDeliveryPlan(orders, '6'))).toEqual({
    legal: ['1'],
    illegal: ['2 same', '3 taken', '4 cancelled', '9 notSupported'],
  });
  expect(told(setDeliveryPlan([order('1', '6')], '9'))).toEqual({ legal: [], illegal: ['1 couriersMove'] });
});

it('deletePlan: what nobody carries and nobody was handed', () => {
  const orders = [order('1', '1'), order('2', '7'), order('3', '10'), order('4', '11'), kassa];
  expect(told(deletePlan(orders))).toEqual({
    legal: ['1', '4'],
    illegal: ['2 taken', '3 closed', '9 notSupported'],
  });
});
