import { describe, expect, it } from 'vitest';
import { doneToday } from '#src/domain/doneToday.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const isToday = (ms: number) => ms >= 1000 && ms < 2000;
const done = { stage: 'delivered', open: false, windowFrom: null } as const;

describe('doneToday', () => {
  it('gives iRECA’s delivered and closed ones that were due today, the latest first', () => {
    const orders = [
      dispatchOrder({ ...done, key: 'ireca:1', windowTo: 1100 }),
      dispatchOrder({ ...done, key: 'ireca:2', windowTo: 1500, stage: 'closed' }),
      dispatchOrder({ ...done, key: 'ireca:3', windowTo: 900 }),
      dispatchOrder({ ...done, key: 'ireca:4', windowTo: 1200, stage: 'cancelled' }),
      dispatchOrder({ ...done, key: 'ireca:5', windowTo: 1300, stage: 'taken', open: true }),
      dispatchOrder({ ...done, key: 'kassa:6', windowTo: 1400, system: 'kassa' }),
    ];
    expect(doneToday(orders, isToday).map(({ key }) => key)).toEqual(['ireca:2', 'ireca:1']);
  });

  it('goes by the day of making where there is no window, and leaves out what has no day at all', () => {
    const orders = [
      dispatchOrder({ ...done, key: 'ireca:1', windowTo: null, createdAt: 1200 }),
      dispatchOrder({ ...done, key: 'ireca:2', windowTo: null, createdAt: null }),
    ];
    expect(doneToday(orders, isToday).map(({ key }) => key)).toEqual(['ireca:1']);
  });
});
