/** Which orders are a courier's, on what day, and which of them nobody can be given. */
import { describe, expect, it } from 'vitest';
import { courierDay, immovable } from '#src/domain/courierDay.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const HOUR = 3_600_000;
const TODAY = 100 * 24 * HOUR;
const isToday = (ms: number) => ms >= TODAY && ms < TODAY + 24 * HOUR;

const directory = directoryOf([
  { courierId: '1', title: 'Иванов', phone: '+7 912 345-67-89' },
  { courierId: '2', title: 'Петров', phone: '+7 999 111-22-33' },
  { courierId: '3', title: 'Сидоров', phone: '8 (999) 111-22-33' },
]);

const ireca = (id: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({ key: `ireca:${id}`, id, system: 'ireca', status: '6', courierId: '1', ...changes });
const kassa = (id: string, courierLogin: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({
    key: `kassa:${id}`,
    id,
    system: 'kassa',
    status: 'DISTRIBUTED',
    stage: 'given',
    courierId: null,
    courierLogin,
    ...changes,
  });
const done = (at: number | null, stage: DispatchOrder['stage'] = 'delivered') => ({
  open: false,
  stage,
  windowFrom: null,
  windowTo: at,
  createdAt: null,
});
const idsOf = (orders: readonly DispatchOrder[]) => orders.map(({ id }) => id);
const dayOf = (orders: DispatchOrder[], courierId = '1') => courierDay(orders, courierId, directory, isToday);

describe('courierDay', () => {
  it('takes iRECA orders by id and Kassa orders by phone, and nobody else’s', () => {
    const day = dayOf([
      ireca('10'),
      ireca('11', { courierId: '2' }),
      ireca('12', { courierId: null }),
      kassa('20', '79123456789'),
      kassa('21', '79991112233'),
    ]);
    expect(idsOf(day.open).toSorted()).toEqual(['10', '20']);
    expect(day.doubtful).toEqual([]);
  });

  it('puts open ones in the order of their windows, whatever their day, those without one last', () => {
    const day = dayOf([
      ireca('none', { windowFrom: null, windowTo: null }),
      ireca('tomorrow', { windowFrom: null, windowTo: TODAY + 30 * HOUR }),
      ireca('later', { windowFrom: null, windowTo: TODAY + 14 * HOUR }),
      ireca('soon', { windowFrom: null, windowTo: TODAY + 12 * HOUR }),
    ]);
    expect(idsOf(day.open)).toEqual(['soon', 'later', 'tomorrow', 'none']);
  });

  it('has only today’s of what is done, the latest first, cancelled ones apart', () => {
    const day = dayOf([
      ireca('yesterday', done(TODAY - HOUR)),
      ireca('nine', done(TODAY + 9 * HOUR)),
      ireca('ten', done(TODAY + 10 * HOUR, 'closed')),
      ireca('cancelled', done(TODAY + 11 * HOUR, 'cancelled')),
      ireca('timeless', done(null)),
      ireca('made', { ...done(null), createdAt: TODAY + 8 * HOUR }),
    ]);
    expect(idsOf(day.delivered).toSorted()).toEqual(['made', 'nine', 'ten']);
    expect(idsOf(day.delivered).indexOf('ten')).toBeLessThan(idsOf(day.delivered).indexOf('nine'));
    expect(idsOf(day.cancelled)).toEqual(['cancelled']);
    expect(day.open).toEqual([]);
  });

  it('claims no Kassa order of a phone that two couriers have, and does not hide it', () => {
    const orders = [kassa('20', '79991112233'), kassa('21', '79991112233', done(TODAY + HOUR))];
    for (const courierId of ['2', '3']) {
      const day = dayOf(orders, courierId);
      expect(day.open).toEqual([]);
      expect(idsOf(day.doubtful)).toEqual(['20']);
    }
  });

  it('still finds iRECA orders of a courier whom iRECA has no more', () => {
    expect(idsOf(dayOf([ireca('10', { courierId: '99' })], '99').open)).toEqual(['10']);
  });
});

describe('immovable', () => {
  it('names what no command can give to anybody', () => {
    const issued = kassa('20', '79123456789', { status: 'ISSUED', stage: 'taken' });
    expect(idsOf(immovable([ireca('10'), ireca('11', { status: '7' }), kassa('21', '7'), issued]))).toEqual([
      '20',
    ]);
  });
});
