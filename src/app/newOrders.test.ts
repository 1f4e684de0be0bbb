/** Only orders that truly arrived while we looked are announced. */
import { describe, expect, it } from 'vitest';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { arrivals } from '#src/app/newOrders.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

const order = (open: boolean) => ({ open }) as DispatchOrder;

const feed = (records: Record<string, DispatchOrder>, rest: Partial<OrdersFeed> = {}): OrdersFeed => ({
  version: 'v',
  records: new Map(Object.entries(records)),
  setAside: new Map(),
  asOf: { ireca: 1, kassa: 1 },
  nextAt: null,
  problems: [],
  touched: [],
  loading: null,
  ...rest,
});

describe('arrivals', () => {
  const before = feed({ 'ireca:1': order(true) });

  it('counts open orders that were not there', () => {
    const after = feed(
      { 'ireca:1': order(true), 'ireca:2': order(true), 'kassa:3': order(false) },
      { touched: ['ireca:1', 'ireca:2', 'kassa:3'] },
    );
    expect(arrivals(before, after)).toBe(1);
  });

  it('is silent on the first load and after a full one', () => {
    const after = feed({ 'ireca:1': order(true), 'ireca:2': order(true) }, { touched: null });
    expect(arrivals(undefined, after)).toBe(0);
    expect(arrivals(before, after)).toBe(0);
  });

  it('is silent while a first load goes on', () => {
    const after = feed({ 'ireca:2': order(true) }, { touched: ['ireca:2'] });
    expect(arrivals(feed({}, { loading: { done: 1, of: 2 } }), after)).toBe(0);
  });
});
