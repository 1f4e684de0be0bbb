// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { isHandPoint, outlivedPoints, partPlaced, useHandPointStore, withHandPoint } from './handPoints.ts';

const nevsky = { latitude: 59.93, longitude: 30.36 };
const lost = dispatchOrder({ key: 'kassa:5', system: 'kassa', id: '5', point: null });
const found = dispatchOrder({ key: 'ireca:1', id: '1', point: { latitude: 59.95, longitude: 30.3 } });
const store = () => useHandPointStore.getState();
const pointsOf = (login: string) => store().byUser[login] ?? {};

beforeEach(() => useHandPointStore.setState({ byUser: {} }));

describe('withHandPoint', () => {
  it('gives the point that was set, and the same object as long as neither changes', () => {
    const points = { 'kassa:5': nevsky } as Record<OrderKey, typeof nevsky>;
    const placed = withHandPoint(lost, points);
    expect(placed).toEqual({ ...lost, point: nevsky });
    expect(withHandPoint(lost, points)).toBe(placed);
    expect(withHandPoint(lost, { ...points })).toBe(placed);
    expect(isHandPoint(placed)).toBe(true);
    const moved = withHandPoint(lost, { 'kassa:5': { ...nevsky, latitude: 59.94 } } as typeof points);
    expect(moved.point?.latitude).toBe(59.94);
    expect(withHandPoint({ ...lost, status: 'ACCEPTED' }, points)).not.toBe(placed);
  });

  it('leaves alone what has a point of its own, and what was never placed', () => {
    const points = { 'ireca:1': nevsky } as Record<OrderKey, typeof nevsky>;
    expect(withHandPoint(found, points)).toBe(found);
    expect(withHandPoint(lost, points)).toBe(lost);
    expect(isHandPoint(found)).toBe(false);
    expect(lost.point).toBeNull();
  });
});

it('parts the orders and keeps their order', () => {
  const other = dispatchOrder({ key: 'kassa:6', system: 'kassa', id: '6', point: null });
  const { placed, without } = partPlaced([lost, found, other], { 'kassa:5': nevsky } as Record<
    OrderKey,
    typeof nevsky
  >);
  expect(placed.map(({ key }) => key)).toEqual(['kassa:5', 'ireca:1']);
  expect(without).toEqual([other]);
});

describe('the store', () => {
  it('keeps each user’s points apart, and moves and forgets them', () => {
    store().put('dina', 'kassa:5', nevsky);
    store().put('denis', 'kassa:6', nevsky);
    store().put('dina', 'kassa:5', { latitude: 60, longitude: 30 });
    expect(pointsOf('dina')).toEqual({ 'kassa:5': { latitude: 60, longitude: 30 } });
    const before = store().byUser;
    store().forget('dina', ['kassa:6']);
    expect(store().byUser).toBe(before);
    store().forget('dina', ['kassa:5', 'kassa:6']);
    expect(pointsOf('dina')).toEqual({});
    expect(pointsOf('denis')).toEqual({ 'kassa:6': nevsky });
  });

  it('comes back after a reload, less what cannot be read', async () => {
    store().put('dina', 'kassa:5', nevsky);
    globalThis.dispatchEvent(new Event('pagehide'));
    const kept = JSON.parse(sessionStorage.getItem('pult.handPoints') ?? 'null') as {
      state: { byUser: Record<string, Record<string, unknown>> };
    };
    expect(kept.state.byUser).toEqual({ dina: { 'kassa:5': nevsky } });
    Object.assign(kept.state.byUser['dina'] ?? {}, {
      'ireca:2': { latitude: 'odd', longitude: 30 },
      'ireca:3': { latitude: 95, longitude: 30 },
      'ireca:4': null,
      odd: nevsky,
    });
    sessionStorage.setItem('pult.handPoints', JSON.stringify(kept));
    await useHandPointStore.persist.rehydrate();
    expect(store().byUser).toEqual({ dina: { 'kassa:5': nevsky } });
  });

  it.each(['{"state":7}', '{"state":{"byUser":{"dina":5}}}', '{"state":{"byUser":[1]}}', 'odd'])(
    'begins anew with %s',
    async (text) => {
      sessionStorage.setItem('pult.handPoints', text);
      await useHandPointStore.persist.rehydrate();
      expect(pointsOf('dina')).toEqual({});
    },
  );
});

describe('outlivedPoints', () => {
  const points = { 'kassa:5': nevsky, 'ireca:7': nevsky } as Record<OrderKey, typeof nevsky>;
  const records = (...orders: DispatchOrder[]) => new Map(orders.map((order) => [order.key, order]));
  const waiting = dispatchOrder({ key: 'ireca:7', id: '7', point: null });
  const always = () => true;

  it('keeps the points of open orders that still have none', () => {
    expect(outlivedPoints(points, records(lost, waiting), always)).toEqual([]);
  });

  it('forgets that of an order which got one, is over, or is gone', () => {
    expect(outlivedPoints(points, records(lost, { ...waiting, point: nevsky }), always)).toEqual(['ireca:7']);
    expect(outlivedPoints(points, records({ ...lost, open: false }, waiting), always)).toEqual(['kassa:5']);
    expect(outlivedPoints(points, records(lost), always)).toEqual(['ireca:7']);
  });

  it('takes nothing for gone in a system that was not read yet', () => {
    expect(outlivedPoints(points, records(), (system) => system === 'kassa')).toEqual(['kassa:5']);
  });
});
