/** Only orders that truly arrived while we looked are announced. */
import { describe, expect, it } from 'vitest';
import { arrivalsKeeper } from '#src/app/notices/orderNotices.ts';
import { zoneFormatter } from '#src/lib/dates.ts';
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

const { dayKey } = zoneFormatter('Europe/Moscow', 'ru');

describe('arrivals', () => {
  const one = order('ireca:1');
  const two = order('ireca:2');

  it('are open orders that were not there', () => {
    const arrivals = arrivalsKeeper(dayKey);
    expect(keys(arrivals(feed('a', [one])))).toEqual([]);
    expect(keys(arrivals(feed('b', [one, two, order('kassa:3', false)])))).toEqual(['ireca:2']);
    expect(keys(arrivals(feed('c', [one, two])))).toEqual([]);
  });

  it('are none while a first load goes on', () => {
    const arrivals = arrivalsKeeper(dayKey);
    expect(arrivals(feed('a', [one], { loading: { done: 1, of: 2 } }))).toEqual([]);
    expect(arrivals(feed('a', [one, two]))).toEqual([]);
  });

  it('are not what went and came back when the proxy was restarted', () => {
    const arrivals = arrivalsKeeper(dayKey);
    arrivals(feed('a1', [one, two]));
    expect(arrivals(feed('b1', [], { asOf: { ireca: null, kassa: null } }))).toEqual([]);
    expect(keys(arrivals(feed('b2', [one, two, order('ireca:3')])))).toEqual(['ireca:3']);
  });

  it('are not the orders of a system that is read for the first time', () => {
    const arrivals = arrivalsKeeper(dayKey);
    const half = { asOf: { ireca: 1, kassa: null } };
    arrivals(feed('a', [one], half));
    // The age of the till comes before its orders do.
    arrivals(feed('a', [one]));
    expect(arrivals(feed('b', [one, order('kassa:1')]))).toEqual([]);
    expect(keys(arrivals(feed('c', [one, order('kassa:1'), order('kassa:2')])))).toEqual(['kassa:2']);
  });

  it('are not the orders of long ago that come at midnight, when Kassa is asked for one day more', () => {
    const MINUTE = 60_000;
    const MIDNIGHT = Date.UTC(2026, 10, 21, 21);
    const made = (key: OrderKey, createdAt: number | null) => ({ ...order(key), createdAt });
    const arrivals = arrivalsKeeper(dayKey);
    arrivals(feed('a', [], { asOf: { ireca: MIDNIGHT - MINUTE, kassa: MIDNIGHT - MINUTE } }));
    const came = [
      made('kassa:1', MIDNIGHT - 9 * 60 * MINUTE),
      made('kassa:2', MIDNIGHT + 5_000),
      made('kassa:3', null),
      made('ireca:4', MIDNIGHT - 9 * 60 * MINUTE),
    ];
    // A proxy that has just started knows no ages: those of before still hold.
    arrivals(feed('b', [], { asOf: { ireca: null, kassa: null } }));
    const next = { asOf: { ireca: MIDNIGHT, kassa: MIDNIGHT + 15_000 } };
    expect(keys(arrivals(feed('c', came, next)))).toEqual(['kassa:2', 'kassa:3', 'ireca:4']);
    expect(keys(arrivals(feed('d', came, next)))).toEqual([]);
    // On any other time of the day a shop only handed it over late.
    const later = { asOf: { ireca: MIDNIGHT + MINUTE, kassa: MIDNIGHT + MINUTE } };
    const handed = made('kassa:5', MIDNIGHT - 60 * MINUTE);
    expect(keys(arrivals(feed('e', [...came, handed], later)))).toEqual(['kassa:5']);
  });

  it('are those that were made while a system could not be read', () => {
    const HOUR = 3_600_000;
    const arrivals = arrivalsKeeper(dayKey);
    arrivals(feed('a', [], { asOf: { ireca: 9 * HOUR, kassa: 9 * HOUR } }));
    arrivals(feed('b', [one], { asOf: { ireca: 11 * HOUR, kassa: 9 * HOUR } }));
    const missed = { ...order('kassa:1'), createdAt: 10 * HOUR };
    expect(
      keys(arrivals(feed('c', [one, missed], { asOf: { ireca: 11 * HOUR, kassa: 11 * HOUR } }))),
    ).toEqual(['kassa:1']);
  });
});
