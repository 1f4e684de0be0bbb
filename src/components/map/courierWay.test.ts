/** The straight way of a courier through pick-ups and drops. */
import { describe, expect, test } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';
import { courierWay, stopLabel } from './courierWay.ts';

const at = (n: number): LatLon => ({ latitude: 59.9 + n / 100, longitude: 30.3 });
const order = (id: string, point: LatLon | null, changes: Partial<DispatchOrder> = {}) =>
  ({ key: `ireca:${id}`, point, stage: 'ready', pickUps: [], ...changes }) as unknown as DispatchOrder;
const pickUp = (point: LatLon | null) => ({ warehouseId: '1', title: 'Склад', point });
const quiet = () => 'quiet' as const;
/** Each leg as «from→to», by the numbers given to `at`. */
const legs = (way: ReturnType<typeof courierWay>) =>
  way.legs.map(({ from, to }) =>
    [from, to].map(({ latitude }) => Math.round((latitude - 59.9) * 100)).join('→'),
  );

describe('courierWay', () => {
  test('goes from the courier to the pick-up, then to the drops in the order given', () => {
    const way = courierWay(
      [order('1', at(1), { pickUps: [pickUp(at(5))] }), order('2', at(2))],
      at(0),
      quiet,
    );
    expect(legs(way)).toEqual(['0→5', '5→1', '1→2']);
    expect(way.drops.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(way.metres).toBeCloseTo(
      distanceMetres(at(0), at(5)) + distanceMetres(at(5), at(1)) + distanceMetres(at(1), at(2)),
    );
  });

  test('visits a pick-up once, before the first order that needs it', () => {
    const orders = ['1', '2', '3'].map((id, index) =>
      order(id, at(index + 1), { pickUps: [pickUp(at(index === 2 ? 7 : 5))] }),
    );
    expect(legs(courierWay(orders, at(0), quiet))).toEqual(['0→5', '5→1', '1→2', '2→7', '7→3']);
  });

  test('goods that are taken need no pick-up', () => {
    const taken = order('1', at(1), { stage: 'taken', pickUps: [pickUp(at(5))] });
    expect(legs(courierWay([taken], at(0), quiet))).toEqual(['0→1']);
  });

  test('an order without a point keeps its number and is passed over', () => {
    const way = courierWay([order('1', at(1)), order('2', null), order('3', at(3))], null, quiet);
    expect(legs(way)).toEqual(['1→3']);
    expect(way.drops.map(({ numbers }) => numbers)).toEqual([[1], [3]]);
  });

  test('orders at one address are one stop, in the loudest tone', () => {
    const way = courierWay([order('1', at(1)), order('2', at(2)), order('3', at(1))], null, ({ key }) =>
      key === 'ireca:3' ? 'late' : 'quiet',
    );
    expect(way.drops).toEqual([
      { point: at(1), numbers: [1, 3], tone: 'late' },
      { point: at(2), numbers: [2], tone: 'quiet' },
    ]);
    expect(way.legs.map(({ tone }) => tone)).toEqual(['quiet', 'late']);
  });

  test('standing at the first stop is no leg; nothing to do is no way', () => {
    expect(courierWay([order('1', at(1))], at(1), quiet)).toMatchObject({ legs: [], metres: 0 });
    expect(courierWay([], at(1), quiet)).toEqual({ legs: [], drops: [], metres: 0 });
  });
});

test.each([
  [[4], '4'],
  [[2, 5], '2, 5'],
  [[1, 2], '1, 2'],
  [[1, 2, 3, 4], '1–4'],
  [[1, 4, 9], '1, 4…'],
])('numbers %j are written «%s»', (numbers, label) => {
  expect(stopLabel(numbers)).toBe(label);
});
