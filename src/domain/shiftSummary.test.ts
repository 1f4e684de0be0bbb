import { describe, expect, it } from 'vitest';
import type { ChangedOrder } from '#src/contracts/changes.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { shiftSummary } from '#src/domain/shiftSummary.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const directory = directoryOf([
  { courierId: '3', title: 'Иванов', phone: '+79123456789' },
  { courierId: '4', title: 'Петров' },
]);
const summary = (orders: ChangedOrder[], records: DispatchOrder[] = [], until: number | null = null) =>
  shiftSummary({
    changes: { orders },
    records: new Map(records.map((order) => [order.key, order])),
    directory,
    span: { from: 100, until },
    now: 1000,
  });
const done = { open: false, stage: 'delivered', status: '9' } as const;

describe('shiftSummary: within the span', () => {
  it('counts what was delivered, each order once', () => {
    const result = summary([
      changedOrder('ireca:1', orderStep(200, null, glance('6')), orderStep(300, glance('6'), glance('11'))),
      changedOrder(
        'ireca:2',
        orderStep(200, glance('7'), glance('9')),
        orderStep(300, glance('9'), glance('10')),
      ),
      changedOrder('ireca:3', orderStep(200, glance('9'), glance('10'))),
      changedOrder(
        'kassa:5',
        orderStep(200, glance('ISSUED'), glance('FINISHED')),
        orderStep(300, glance('FINISHED'), null),
      ),
    ]);
    expect(result.delivered).toBe(2);
  });

  it('leaves out what happened after its end', () => {
    const delivered = changedOrder('ireca:1', orderStep(600, glance('7'), glance('9')));
    expect(summary([delivered], [], 500).delivered).toBe(0);
    expect(summary([delivered], [], 700).delivered).toBe(1);
  });

  it('sums up what the board knows and says of how many it does not', () => {
    const delivered = ['ireca:1', 'ireca:2', 'ireca:3'].map((key) =>
      changedOrder(key, orderStep(200, glance('7'), glance('9'))),
    );
    const records = [
      dispatchOrder({ ...done, id: '1', amount: 67_957 }),
      dispatchOrder({ ...done, id: '2' }),
    ];
    expect(summary(delivered, records).deliveredSum).toEqual({ kopecks: 67_957, unknown: 2 });
  });

  it('counts money that was given back apart, not as delivered, nor for its courier', () => {
    const carried = ['ireca:1', 'ireca:2', 'ireca:3'].map((key) =>
      changedOrder(key, orderStep(200, glance('7', { courierId: '3' }), glance('9', { courierId: '3' }))),
    );
    const result = summary(carried, [
      dispatchOrder({ ...done, id: '1', amount: 100_000 }),
      dispatchOrder({ ...done, id: '2', amount: 30_000, isRefund: true }),
      dispatchOrder({ ...done, id: '3', isRefund: true }),
    ]);
    expect(result.delivered).toBe(1);
    expect(result.deliveredSum).toEqual({ kopecks: 100_000, unknown: 0 });
    expect(result.refunds).toEqual({ count: 2, sum: { kopecks: 30_000, unknown: 1 } });
    expect(result.couriers).toMatchObject([{ id: '3', delivered: 1 }]);
  });
});

describe('shiftSummary: now', () => {
  const records = [
    dispatchOrder({ id: '1', windowTo: 500 }),
    dispatchOrder({ id: '2', courierId: '3', stage: 'taken', status: '7', windowTo: 900 }),
    dispatchOrder({ id: '3', courierId: '3', windowTo: 2000 }),
    dispatchOrder({ id: '4', system: 'kassa', courierLogin: '79123456789', stage: 'given' }),
    dispatchOrder({ id: '5', courierId: '77' }),
    dispatchOrder({ id: '6', system: 'kassa', selfPickUp: true }),
    dispatchOrder({ ...done, id: '7', courierId: '4' }),
  ];

  it('counts open orders as the board does', () => {
    expect(summary([], records).now).toEqual({ open: 6, unassigned: 1, onTheWay: 1, late: 2 });
  });

  it('tells per courier, also of one whom nobody knows; those without anything are left out', () => {
    const delivered = orderStep(200, glance('7', { courierId: '4' }), glance('9', { courierId: '4' }));
    expect(summary([changedOrder('ireca:7', delivered)], records).couriers).toEqual([
      { id: '3', title: 'Иванов', courierId: '3', delivered: 0, open: 3, late: 1 },
      { id: '77', title: null, courierId: null, delivered: 0, open: 1, late: 0 },
      { id: '4', title: 'Петров', courierId: '4', delivered: 1, open: 0, late: 0 },
    ]);
  });
});
