import { expect, it } from 'vitest';
import { cancelPlan } from '#src/domain/cancelPlan.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const ireca = (id: string, status: string) => dispatchOrder({ id, status });
const kassa = (id: string, status: string) => dispatchOrder({ system: 'kassa', id, status });

it('groups a selection by what will really happen', () => {
  const plan = cancelPlan([
    ireca('1', '1'),
    ireca('2', '9'),
    kassa('3', 'NEW'),
    kassa('4', 'ACCEPTED'),
    kassa('5', 'DISTRIBUTED'),
    kassa('6', 'ISSUED'),
    ireca('7', '7'),
    ireca('8', '42'),
  ]);
  const ids = (orders: { id: string }[]) => orders.map(({ id }) => id);
  expect(ids(plan.irecaCancel)).toEqual(['1', '7']);
  expect(ids(plan.kassaRefuse)).toEqual(['4', '5']);
  expect(ids(plan.kassaDelete)).toEqual(['3']);
  expect(plan.illegal.map(({ order, why }) => [order.id, why])).toEqual([
    ['2', 'delivered'],
    ['6', 'taken'],
    ['8', 'unknownStatus'],
  ]);
});
