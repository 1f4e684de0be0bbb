/** Whose orders, and in which order. */
import { expect, test } from 'vitest';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { ordersOfCourier } from './courierOrders.ts';

const directory = courierDirectory(
  [
    {
      courierId: '7',
      title: 'Алексей Быстров',
      email: '',
      phone: '+7 912 345-67-89',
      roleId: null,
      inn: '',
      updatedAt: null,
    },
  ],
  null,
);
const order = (id: string, changes: Partial<DispatchOrder>) =>
  ({ key: `ireca:${id}`, courierId: null, courierLogin: null, ...changes }) as DispatchOrder;
const of = (orders: DispatchOrder[], courierId: string) =>
  ordersOfCourier(orders, courierId, directory).map(({ key }) => key);

test('orders of both systems stand by the end of their windows, those without one last', () => {
  const orders = [
    order('1', { courierId: '7', windowFrom: null, windowTo: null }),
    order('2', { courierId: '7', windowFrom: 3, windowTo: 9 }),
    order('3', { courierLogin: '79123456789', windowFrom: null, windowTo: 5 }),
    order('4', { courierId: '7', windowFrom: 1, windowTo: 9 }),
    order('5', { courierId: '8', windowFrom: 1, windowTo: 2 }),
    order('6', { courierLogin: '79990000000', windowFrom: 1, windowTo: 2 }),
  ];
  expect(of(orders, '7')).toEqual(['ireca:3', 'ireca:4', 'ireca:2', 'ireca:1']);
});

test('a courier who is no longer in the list still has their orders', () => {
  expect(of([order('5', { courierId: '8', windowFrom: 1, windowTo: 2 })], '8')).toEqual(['ireca:5']);
});
