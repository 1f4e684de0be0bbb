/** Which pin an order gets. */
import { describe, expect, test } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { orderPins, pinTone, samePins } from './orderPin.ts';

const NOW = Date.UTC(2026, 10, 21, 11, 0, 0);
const MINUTE = 60_000;

const order = (id: string, changes: Partial<DispatchOrder> = {}) =>
  dispatchOrder({
    id,
    number: id,
    windowFrom: NOW,
    windowTo: NOW + 120 * MINUTE,
    point: { latitude: 59.93, longitude: 30.31 },
    ...changes,
  });
const pinsOf = (orders: DispatchOrder[], now = NOW) => orderPins(orders, now, 30);

describe('tone', () => {
  test.each([
    [-1, 'ready', 'late'],
    [-1, 'taken', 'late'],
    [30, 'taken', 'risk'],
    [31, 'taken', 'way'],
    [31, 'given', 'quiet'],
    [31, 'ready', 'quiet'],
  ] as const)('%d minutes left, %s: %s', (left, stage, tone) => {
    expect(pinTone(order('1', { windowTo: NOW + left * MINUTE, windowFrom: null, stage }), NOW, 30)).toBe(
      tone,
    );
  });

  test('hollow until somebody has it, in either system', () => {
    const [free, given, kassa] = pinsOf([
      order('1'),
      order('2', { courierId: '7' }),
      order('3', { courierLogin: '79123456789' }),
    ]);
    expect([free?.hollow, given?.hollow, kassa?.hollow]).toEqual([true, false, false]);
  });
});

describe('pins', () => {
  test('an order without a point has none', () => {
    expect(pinsOf([order('1', { point: null }), order('2')]).map((pin) => pin.key)).toEqual(['ireca:2']);
  });

  test('an unchanged order keeps its pin; time changes only those whose tone it changes', () => {
    const soon = order('1', { windowTo: NOW + 40 * MINUTE });
    const later = order('2');
    const before = pinsOf([soon, later]);
    expect(samePins(before, pinsOf([soon, later], NOW + MINUTE))).toBe(true);
    const after = pinsOf([soon, later], NOW + 20 * MINUTE);
    expect(samePins(before, after)).toBe(false);
    expect(after[0]).toMatchObject({ tone: 'risk' });
    expect(after[1]).toBe(before[1]);
  });

  test('say whose point was given by hand', () => {
    const placed = order('1');
    const pins = orderPins([placed, order('2')], NOW, 30, (one) => one === placed);
    expect(pins.map((pin) => pin.byHand)).toEqual([true, false]);
  });
});
