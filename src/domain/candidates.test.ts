import { describe, expect, it } from 'vitest';
import type { Candidate } from '#src/domain/candidates.ts';
import { firstStop, rankCandidates } from '#src/domain/candidates.ts';
import type { Position } from '#src/domain/courierState.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const SHOP = { latitude: 59.93, longitude: 30.33 };
/** Metres to the north of the shop. */
const north = (metres: number) => ({ latitude: SHOP.latitude + metres / 111_195, longitude: SHOP.longitude });

const at = (courierId: string, metres: number, ageMs = 0): [string, Position] => [
  courierId,
  { courierId, point: north(metres), at: NOW - ageMs, accuracy: null, orderId: null },
];
const load = (courierId: string, open: number) => [courierId, { open, late: 0, atRisk: 0 }] as const;

const pickUp = (point: typeof SHOP | null) => ({ warehouseId: '1099', title: 'Склад', point });
const order = dispatchOrder({ pickUps: [pickUp(SHOP)] });

function rank(input: {
  orders?: DispatchOrder[];
  onShift?: string[];
  phones?: Record<string, string>;
  titles?: Record<string, string>;
  positions?: [string, Position][];
  loads?: (readonly [string, { open: number; late: number; atRisk: number }])[];
}): Candidate[] {
  const couriers = ['a', 'b', 'c'].map((courierId) => ({
    courierId,
    title: input.titles?.[courierId] ?? courierId,
    phone: input.phones?.[courierId] ?? '',
  }));
  return rankCandidates({
    orders: input.orders ?? [order],
    directory: directoryOf(couriers, input.onShift ?? ['a', 'b', 'c']),
    positions: new Map(input.positions),
    loads: new Map(input.loads),
    now: NOW,
  });
}
const ids = (candidates: Candidate[]) => candidates.map(({ courier }) => courier.courierId).join('');

describe('rankCandidates', () => {
  it('puts the nearest to the pick-up first, and says why', () => {
    const [first, ...rest] = rank({
      positions: [at('a', 3000), at('b', 500, 40_000), at('c', 2000)],
      loads: [load('b', 1)],
    });
    expect(first?.courier.courierId).toBe('b');
    expect(first).toMatchObject({
      onShift: true,
      openOrders: 1,
      positionAgeMs: 40_000,
      alreadyHas: 0,
      possible: { ireca: true, kassa: false, why: 'noPhone' },
      possibleOrders: 1,
    });
    expect(first?.distanceMetres).toBeCloseTo(500, -1);
    expect(ids(rest)).toBe('ca');
  });

  it('puts those on shift before all others, however near', () => {
    expect(ids(rank({ onShift: ['c'], positions: [at('a', 10), at('b', 20), at('c', 9000)] }))).toBe('cab');
  });

  it('prefers the less loaded of two who are about as near, but not against a long way', () => {
    expect(ids(rank({ positions: [at('a', 500), at('b', 600), at('c', 9000)], loads: [load('a', 3)] }))).toBe(
      'bac',
    );
    expect(
      ids(rank({ positions: [at('a', 500), at('b', 6000), at('c', 9000)], loads: [load('a', 3)] })),
    ).toBe('abc');
  });

  it('trusts a fresh position more than an old one', () => {
    expect(ids(rank({ positions: [at('a', 500, 9 * 60_000), at('b', 600), at('c', 9000)] }))).toBe('bac');
  });

  it('puts couriers whom nobody has seen last, the less loaded first, then by name', () => {
    const loads = [load('a', 2), load('b', 1), load('c', 1)];
    expect(ids(rank({ loads }))).toBe('bca');
    expect(ids(rank({ positions: [at('a', 9000)], loads }))).toBe('abc');
    expect(rank({})[0]).toMatchObject({ distanceMetres: null, positionAgeMs: null, score: null });
  });

  it('goes by load and by who was seen last when no order has a point, as in Kassa', () => {
    const nowhere = dispatchOrder({ system: 'kassa', id: '9' });
    const positions = [at('a', 10, 50_000), at('b', 9000, 40_000)];
    expect(ids(rank({ orders: [nowhere], positions }))).toBe('bac');
    expect(ids(rank({ orders: [nowhere], positions, loads: [load('b', 1)] }))).toBe('acb');
  });

  it('takes a position slightly ahead of our clock as just now', () => {
    expect(rank({ positions: [at('a', 500, -60_000)] })[0]).toMatchObject({ positionAgeMs: 0 });
  });

  it('is stable: the same ranks the same, whatever the order of couriers', () => {
    const positions = [at('c', 500), at('b', 500), at('a', 500)];
    expect(ids(rank({ positions }))).toBe('abc');
    expect(ids(rank({ positions, titles: { a: 'Яковлев', b: 'Ёлкин', c: 'Ершов' } }))).toBe('bca');
  });

  it('measures several orders to their nearest pick-up', () => {
    const far = dispatchOrder({ id: '2', pickUps: [pickUp(north(5000))] });
    const ranked = rank({ orders: [order, far], positions: [at('a', 5100), at('b', 400), at('c', 2500)] });
    expect(ids(ranked)).toBe('abc');
    expect(ranked[0]?.distanceMetres).toBeCloseTo(100, -1);
  });

  it('tells who cannot have Kassa orders, and puts them last when there is nothing else to give', () => {
    const kassa = dispatchOrder({ system: 'kassa', id: '9', pickUps: [pickUp(SHOP)] });
    const phones = { a: '+7 912 345-67-89', b: '+380 44 123 45 67' };
    const positions = [at('a', 9000), at('b', 10), at('c', 20)];
    const ranked = rank({ orders: [kassa], phones, positions });
    expect(ids(ranked)[0]).toBe('a');
    expect(ranked.map(({ possible }) => possible.why)).toEqual([null, 'notALogin', 'noPhone']);
    expect(ranked.map(({ possibleOrders }) => possibleOrders)).toEqual([1, 0, 0]);
    const mixed = rank({ orders: [kassa, order], phones, positions });
    expect(ids(mixed)).toBe('bca');
    expect(mixed.map(({ possibleOrders }) => possibleOrders)).toEqual([1, 1, 2]);
  });

  it('counts what a courier has already', () => {
    const own = dispatchOrder({ id: '2', courierId: 'b' });
    const login = dispatchOrder({ id: '3', system: 'kassa', courierLogin: '79123456789' });
    const ranked = rank({ orders: [order, own, login], phones: { b: '89123456789' } });
    expect(ranked.find(({ courier }) => courier.courierId === 'b')?.alreadyHas).toBe(2);
    expect(ranked.find(({ courier }) => courier.courierId === 'a')?.alreadyHas).toBe(0);
  });
});

it('firstStop is the first pick-up that is known, else the drop', () => {
  const from = { warehouseId: null, title: 'Откуда', point: north(10) };
  expect(firstStop({ pickUps: [pickUp(SHOP), from], point: north(20) })).toEqual(SHOP);
  expect(firstStop({ pickUps: [pickUp(null), from], point: north(20) })).toEqual(north(10));
  expect(firstStop({ pickUps: [pickUp(null)], point: north(20) })).toEqual(north(20));
  expect(firstStop({ pickUps: [], point: null })).toBeNull();
});
