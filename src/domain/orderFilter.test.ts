import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderFilter, View } from '#src/domain/orderFilter.ts';
import { countViews, matchesFilter, NO_FILTER, VIEWS } from '#src/domain/orderFilter.ts';
import { paymentKindOf, paymentKinds } from '#src/domain/paymentKind.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const kinds = paymentKinds(
  [
    ['4113', '1'],
    ['4114', '2'],
    ['4115', '3'],
    ['4199', '9'],
  ].map(([paymentTypeId = '', closeTypeId = '']) => ({
    paymentTypeId,
    closeTypeId,
    title: '',
    updatedAt: null,
  })),
);
const context = {
  now: NOW,
  atRiskMinutes: 30,
  directory: directoryOf([{ courierId: '1', phone: '+79123456789' }, { courierId: '2' }]),
  paymentKinds: kinds,
};

const passes = (filter: Partial<OrderFilter>, order: Partial<DispatchOrder>) =>
  matchesFilter(dispatchOrder(order), { ...NO_FILTER, view: 'all', ...filter }, context);

const orders = {
  nobodys: dispatchOrder({ id: '1' }),
  late: dispatchOrder({ id: '2', courierId: '1', windowTo: NOW - 1 }),
  atRisk: dispatchOrder({ id: '3', windowTo: NOW + 30 * MINUTE }),
  given: dispatchOrder({ id: '4', system: 'kassa', courierLogin: '79123456789', stage: 'given' }),
  selfPickUp: dispatchOrder({ id: '5', system: 'kassa', selfPickUp: true }),
  delivered: dispatchOrder({ id: '6', stage: 'delivered', open: false, courierId: '1', windowTo: NOW - 1 }),
  closed: dispatchOrder({ id: '7', stage: 'closed', open: false }),
  cancelled: dispatchOrder({ id: '8', stage: 'cancelled', open: false }),
  strange: dispatchOrder({ id: '9', system: 'kassa', stage: 'unknown', open: false }),
};
const MEMBERS: Record<View, (keyof typeof orders)[]> = {
  open: ['nobodys', 'late', 'atRisk', 'given', 'selfPickUp'],
  unassigned: ['nobodys', 'atRisk'],
  late: ['late'],
  atRisk: ['atRisk'],
  inWork: ['late', 'given', 'selfPickUp'],
  delivered: ['delivered', 'closed'],
  cancelled: ['cancelled'],
  all: Object.keys(orders) as (keyof typeof orders)[],
};

describe('views', () => {
  it.each(VIEWS)('%s shows its orders', (view) => {
    const filter = { ...NO_FILTER, view };
    const shown = Object.entries(orders).filter(([, order]) => matchesFilter(order, filter, context));
    expect(shown.map(([name]) => name)).toEqual(MEMBERS[view]);
  });

  it('are counted as they are shown', () => {
    const counts = countViews(Object.values(orders), context);
    expect(counts).toEqual(Object.fromEntries(VIEWS.map((view) => [view, MEMBERS[view].length])));
    expect(counts.open).toBe(counts.unassigned + counts.inWork);
  });

  it('follow the clock', () => {
    const later = { ...context, now: NOW + 31 * MINUTE };
    expect(countViews([orders.atRisk], later)).toMatchObject({ late: 1, atRisk: 0 });
    const filter = { ...NO_FILTER, view: 'atRisk' as const };
    expect(matchesFilter(orders.atRisk, filter, context)).toBe(true);
    expect(matchesFilter(orders.atRisk, filter, later)).toBe(false);
  });
});

describe('filters', () => {
  it('let everything through when empty', () => expect(passes({}, {})).toBe(true));

  it('system', () => {
    expect(passes({ systems: ['kassa'] }, { system: 'kassa' })).toBe(true);
    expect(passes({ systems: ['kassa'] }, { system: 'ireca' })).toBe(false);
  });

  it('courier, in both systems', () => {
    expect(passes({ courierIds: ['1', '2'] }, { courierId: '2' })).toBe(true);
    expect(passes({ courierIds: ['1'] }, { system: 'kassa', courierLogin: '79123456789' })).toBe(true);
    expect(passes({ courierIds: ['1'] }, { courierId: '2' })).toBe(false);
    expect(passes({ courierIds: ['1'] }, {})).toBe(false);
    expect(passes({ courierIds: ['77'] }, { courierId: '77' })).toBe(true);
  });

  it('window: what touches [from, to)', () => {
    const hours = (from: number, to: number) => ({
      windowFrom: NOW + from * 60 * MINUTE,
      windowTo: NOW + to * 60 * MINUTE,
    });
    const slot = hours(2, 4);
    expect(passes(slot, hours(2, 3))).toBe(true);
    expect(passes(slot, hours(1, 5))).toBe(true);
    expect(passes(slot, hours(1, 2))).toBe(true);
    expect(passes(slot, hours(4, 5))).toBe(false);
    expect(passes(slot, hours(0, 1))).toBe(false);
    expect(passes(slot, { windowTo: NOW + 3 * 60 * MINUTE })).toBe(true);
    expect(passes(slot, { windowTo: NOW + 4 * 60 * MINUTE })).toBe(false);
    expect(passes(slot, hours(3, 2))).toBe(true);
    expect(passes(slot, {})).toBe(false);
    expect(passes({ ...slot, windowTo: null }, hours(8, 9))).toBe(true);
    expect(passes({ ...slot, windowFrom: null }, hours(0, 1))).toBe(true);
  });

  it('warehouse: any of the pick-ups', () => {
    const pickUps = ['1', '2'].map((warehouseId) => ({ warehouseId, title: '', point: null }));
    expect(passes({ warehouseIds: ['2', '3'] }, { pickUps })).toBe(true);
    expect(passes({ warehouseIds: ['3'] }, { pickUps })).toBe(false);
  });

  it('payment: by the order, else by its payment type', () => {
    expect(passes({ payments: ['cash'] }, { paymentTypeId: '4113' })).toBe(true);
    expect(passes({ payments: ['cash', 'card'] }, { paymentTypeId: '4114' })).toBe(true);
    expect(passes({ payments: ['cash'] }, { paymentTypeId: '4113', paymentKind: 'prepaid' })).toBe(false);
    expect(passes({ payments: ['cash'] }, { paymentTypeId: '4199' })).toBe(false);
    expect(paymentKindOf({ paymentKind: null, paymentTypeId: '4115' }, kinds)).toBe('prepaid');
    expect(paymentKindOf({ paymentKind: null, paymentTypeId: null }, kinds)).toBeNull();
  });

  it('search, together with the rest', () => {
    const found = { searchText: 'g-2 улица правды', searchDigits: '79123456789' };
    expect(passes({ query: 'Правды 345' }, found)).toBe(true);
    expect(passes({ query: 'Невский' }, found)).toBe(false);
    expect(passes({ query: 'Правды', systems: ['kassa'] }, found)).toBe(false);
  });
});
