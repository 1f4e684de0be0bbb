import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import { hourSlot, orderTest, touchesSlot } from './orderTest.ts';
import { PLAIN_VIEW } from './ordersView.ts';
import type { OrdersView } from './ordersView.ts';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour - 3, minute);
const slot = { from: at(14), to: at(15) };

describe('an hour of the day', () => {
  it('is an hour of the configured zone', () => {
    expect(hourSlot('Europe/Moscow', '2026-11-21', 14)).toEqual(slot);
    expect(hourSlot('Europe/Moscow', 'no day', 14)).toBeNull();
  });
  it.each([
    [at(14), at(15), true],
    [at(13, 30), at(14, 30), true],
    [at(12), at(18), true],
    [at(13), at(14), false],
    [at(15), at(16), false],
    [at(15), at(13), true],
    [null, at(15), true],
    [null, at(14), false],
    [null, at(14, 1), true],
    [at(14), null, false],
    [null, null, false],
  ])('window %s – %s', (windowFrom, windowTo, expected) => {
    expect(touchesSlot({ windowFrom, windowTo }, slot)).toBe(expected);
  });
});

describe('the test of a view', () => {
  const context = {
    now: at(14),
    atRiskMinutes: 30,
    paymentKinds: new Map(),
    directory: directoryOf([{ courierId: '7', phone: '+7 921 000-00-07' }]),
  };
  const base = dispatchOrder({
    windowFrom: at(14),
    windowTo: at(15),
  });
  const passes = (order: Partial<DispatchOrder>, view: Partial<OrdersView>) =>
    orderTest({ ...PLAIN_VIEW, ...view }, 'Europe/Moscow', '2026-11-21')({ ...base, ...order }, context);

  it('adds couriers and «без курьера» up', () => {
    const view = { courierIds: ['7', 'none'] };
    expect(passes({}, view)).toBe(true);
    expect(passes({ courierId: '7' }, view)).toBe(true);
    expect(passes({ courierId: '8' }, view)).toBe(false);
    expect(passes({ system: 'kassa', courierLogin: '79210000007' }, view)).toBe(true);
    expect(passes({}, { courierIds: ['7'] })).toBe(false);
    expect(passes({ courierId: '7' }, { courierIds: ['none'] })).toBe(false);
  });
  it('adds hours up', () => {
    expect(passes({}, { hours: [9, 14] })).toBe(true);
    expect(passes({}, { hours: [9, 15] })).toBe(false);
  });
  it('wants all kinds of filters at once', () => {
    expect(passes({}, { hours: [14], courierIds: ['none'] })).toBe(true);
    expect(passes({}, { hours: [14], courierIds: ['none'], payments: ['cash'] })).toBe(false);
    expect(passes({}, { hours: [14], systems: ['kassa'] })).toBe(false);
    expect(passes({ open: false, stage: 'delivered' }, { hours: [14] })).toBe(false);
  });
});
