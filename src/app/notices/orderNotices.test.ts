/** Only orders that truly arrived while we looked are announced. */
import { describe, expect, it } from 'vitest';
import { arrivalsKeeper, readUpTo } from '#src/app/notices/orderNotices.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';

const order = (key: OrderKey, open = true) =>
  ({ key, open, system: key.split(':')[0] as System }) as DispatchOrder;

const BOTH = { ireca: 1, kassa: 1 };

const feed = (
  version: string,
  orders: DispatchOrder[],
  rest: Partial<{ asOf: Record<System, number | null>; loading: { done: number; of: number } | null }> = {},
) => ({
  version,
  records: new Map(orders.map((one) => [one.key as string, one])),
  asOf: BOTH,
  loading: null,
  ...rest,
});

const keys = (orders: DispatchOrder[]) => orders.map(({ key }) => key);

describe('arrivals', () => {
  const one = order('ireca:1');
  const two = order('ireca:2');

  it('are open orders that were not there', () => {
    const arrivals = arrivalsKeeper();
    expect(keys(arrivals(feed('a', [one])))).toEqual([]);
    expect(keys(arrivals(feed('b', [one, two, order('kassa:3', false)])))).toEqual(['ireca:2']);
    expect(keys(arrivals(feed('c', [one, two])))).toEqual([]);
  });

  it('are none while a first load goes on', () => {
    const arrivals = arrivalsKeeper();
    expect(arrivals(feed('a', [one], { loading: { done: 1, of: 2 } }))).toEqual([]);
    expect(arrivals(feed('a', [one, two]))).toEqual([]);
  });

  it('are not what went and came back when the proxy was restarted', () => {
    const arrivals = arrivalsKeeper();
    arrivals(feed('a1', [one, two]));
    expect(arrivals(feed('b1', [], { asOf: { ireca: null, kassa: null } }))).toEqual([]);
    expect(keys(arrivals(feed('b2', [one, two, order('ireca:3')])))).toEqual(['ireca:3']);
  });

  it('are not the orders of a system that is read for the first time', () => {
    const arrivals = arrivalsKeeper();
    const half = { asOf: { ireca: 1, kassa: null } };
    arrivals(feed('a', [one], half));
    // The age of the till comes before its orders do.
    arrivals(feed('a', [one]));
    expect(arrivals(feed('b', [one, order('kassa:1')]))).toEqual([]);
    expect(keys(arrivals(feed('c', [one, order('kassa:1'), order('kassa:2')])))).toEqual(['kassa:2']);
  });
});

describe('how far the screen has looked', () => {
  it('is as far as the system read longest ago', () => {
    const both = { ireca: true, kassa: true };
    expect(readUpTo({ ireca: 5, kassa: 3 }, both)).toBe(3);
    expect(readUpTo({ ireca: 5, kassa: null }, both)).toBeNull();
    expect(readUpTo({ ireca: 5, kassa: null }, { ireca: true, kassa: false })).toBe(5);
  });
});
