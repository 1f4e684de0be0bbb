import { expect, it } from 'vitest';
import { assignPlan, unassignPlan } from '#src/domain/assignPlan.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const directory = directoryOf([
  { courierId: '1', phone: '+79123456789' },
  { courierId: '2', phone: '' },
]);
const courier = (id: string) => directory.byId.get(id) ?? expect.fail(`no courier ${id}`);

const orders = [
  dispatchOrder({ id: '1' }),
  dispatchOrder({ id: '2', courierId: '2' }),
  dispatchOrder({ id: '3', status: '9' }),
  dispatchOrder({ system: 'kassa', id: '4' }),
  dispatchOrder({ system: 'kassa', id: '5', status: 'DISTRIBUTED', courierLogin: '79123456789' }),
  dispatchOrder({ system: 'kassa', id: '6', status: 'ISSUED' }),
];
const ids = (group: { id: string }[]) => group.map(({ id }) => id);
const whys = (group: { order: { id: string }; why: string }[]) =>
  group.map(({ order, why }) => [order.id, why]);

it('sends what can be given to the courier, and not what they have already', () => {
  const plan = assignPlan(orders, courier('1'), directory);
  expect(ids(plan.assign)).toEqual(['1', '2', '4']);
  expect(ids(plan.already)).toEqual(['5']);
  expect(whys(plan.illegal)).toEqual([
    ['3', 'delivered'],
    ['6', 'taken'],
  ]);
});

it('gives no Kassa order to a courier without a phone', () => {
  const plan = assignPlan(orders, courier('2'), directory);
  expect(ids(plan.assign)).toEqual(['1']);
  expect(ids(plan.already)).toEqual(['2']);
  expect(whys(plan.illegal)).toEqual([
    ['3', 'delivered'],
    ['4', 'noPhone'],
    ['5', 'noPhone'],
    ['6', 'taken'],
  ]);
});

it('takes orders only from somebody', () => {
  const plan = unassignPlan([...orders, dispatchOrder({ id: '7', status: '7', courierId: '1' })]);
  expect(ids(plan.unassign)).toEqual(['2', '5']);
  expect(whys(plan.illegal)).toEqual([
    ['1', 'notAssigned'],
    ['3', 'delivered'],
    ['4', 'notAssigned'],
    ['6', 'taken'],
    ['7', 'taken'],
  ]);
});
