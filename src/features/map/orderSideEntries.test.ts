import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';
import { HEAD_PX, entryAt, headOf, listedOrdersOf, sideEntries } from './orderSideEntries.ts';
import { nextAfter } from './usePlacingWords.ts';
import { whyWithout } from './whyWithout.ts';

const order = (id: number): DispatchOrder => dispatchOrder({ key: `ireca:${id}`, id: String(id) });
const parts = { without: [order(1), order(2)], hand: [order(3)], placed: [order(4), order(5)] };
const all = () => true;

describe('sideEntries', () => {
  it('puts heads above rows, one below the other', () => {
    const entries = sideEntries(parts, all);
    expect(entries.map(({ key }) => key)).toEqual([
      'head:hand',
      'ireca:3',
      'head:without',
      'ireca:1',
      'ireca:2',
      'head:placed',
      'ireca:4',
      'ireca:5',
    ]);
    let top = 0;
    for (const entry of entries) {
      expect(entry.top).toBe(top);
      top += entry.height;
    }
  });

  it('folds a part to its head, and counts it there all the same', () => {
    const entries = sideEntries(parts, (part) => part !== 'without');
    expect(entries.find(({ key }) => key === 'head:without')).toMatchObject({ open: false, height: HEAD_PX });
    expect(entries.flatMap((entry) => (entry.kind === 'head' ? entry.orders.length : []))).toEqual([1, 2, 2]);
    expect(listedOrdersOf(entries).map(({ id }) => id)).toEqual(['3', '4', '5']);
  });

  it('has no head for a part without orders', () => {
    expect(sideEntries({ without: [], hand: [], placed: [] }, all)).toEqual([]);
    expect(sideEntries({ ...parts, hand: [], without: [] }, all)[0]?.key).toBe('head:placed');
  });
});

describe('what is where', () => {
  const entries = sideEntries(parts, all);

  it('finds the entry at any px', () => {
    for (const [index, { top, height }] of entries.entries()) {
      expect(entryAt(entries, top)).toBe(index);
      expect(entryAt(entries, top + height - 1)).toBe(index);
    }
    expect(entryAt(entries, -10)).toBe(0);
    expect(entryAt(entries, 1e6)).toBe(entries.length - 1);
    expect(entryAt([], 0)).toBe(-1);
  });

  it('knows the head above an entry', () => {
    expect(entries.map((_, index) => entries[headOf(entries, index)]?.key)).toEqual([
      'head:hand',
      'head:hand',
      'head:without',
      'head:without',
      'head:without',
      'head:placed',
      'head:placed',
      'head:placed',
    ]);
    expect(headOf([], 3)).toBe(-1);
  });
});

describe('nextAfter', () => {
  const without = [order(1), order(2), order(3)];
  it('goes on to the next order when one was placed, and stays where it was given up', () => {
    expect(nextAfter(without, { key: 'ireca:1', placed: true })).toBe('ireca:2');
    expect(nextAfter(without, { key: 'ireca:3', placed: true })).toBe('ireca:2');
    expect(nextAfter([order(1)], { key: 'ireca:1', placed: true })).toBe('ireca:1');
    expect(nextAfter(without, { key: 'ireca:1', placed: false })).toBe('ireca:1');
  });
  it('stays with an order that was moved: it is on the map already', () => {
    expect(nextAfter(without, { key: 'ireca:9', placed: true })).toBe('ireca:9');
  });
});

describe('whyWithout', () => {
  const given = { system: 'ireca', selfPickUp: false, address: 'Невский 10', problems: [] } as const;
  const why = (changes: Partial<Parameters<typeof whyWithout>[0]>) =>
    whyWithout({ ...given, problems: [], ...changes });
  it('says why there is no point', () => {
    expect(why({ problems: ['zeroPoint'] })).toBe('zero');
    expect(why({ problems: ['noPoint'] })).toBe('none');
    expect(why({ system: 'kassa' })).toBe('kassa');
    expect(why({ system: 'kassa', address: '', selfPickUp: true })).toBe('selfPickUp');
    expect(why({ address: '', problems: ['zeroPoint'] })).toBe('noAddress');
  });
});
