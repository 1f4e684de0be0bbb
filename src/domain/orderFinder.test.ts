/** An order is found by its number before anything else that matches. */
import { describe, expect, it } from 'vitest';
import { findOrders, unlistedId } from '#src/domain/orderFinder.ts';
import { dispatchOrder } from '#src/testing/sampleOrders.ts';

const orders = [
  dispatchOrder({ key: 'ireca:1', id: '1', number: 'G-20', searchText: 'g-20 невский 10', searchDigits: '' }),
  dispatchOrder({ key: 'ireca:2', id: '2', number: 'G-2', searchText: 'g-2 невский 20', searchDigits: '' }),
  dispatchOrder({
    key: 'ireca:777',
    id: '777',
    number: 'B-9',
    searchText: 'b-9 g-2 на обмен',
    searchDigits: '79111234567',
  }),
];
const found = (query: string, most = 10) => {
  const { shown, more } = findOrders(orders, query, most);
  return { ids: shown.map(({ id }) => id), more };
};

describe('findOrders', () => {
  it('puts the very number first, then numbers that begin so, then the rest', () => {
    expect(found('g-2')).toEqual({ ids: ['2', '1', '777'], more: 0 });
  });

  it('finds by phone, and by the id of the system though people call the order otherwise', () => {
    expect(found('8 911 123').ids).toEqual(['777']);
    expect(found('777').ids).toEqual(['777']);
  });

  it('counts what it leaves out', () => {
    expect(found('невский', 1)).toEqual({ ids: ['1'], more: 1 });
  });

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual({ ids: [], more: 0 });
  });
});

describe('unlistedId', () => {
  const listed = new Map([['ireca:777', null]]);

  it('is a number that the feed does not have, and nothing else', () => {
    expect(unlistedId('778', listed)).toBe('778');
    expect(unlistedId('778', undefined)).toBe('778');
    expect(unlistedId('777', listed)).toBeNull();
    expect(unlistedId('G-20', listed)).toBeNull();
    expect(unlistedId('', listed)).toBeNull();
  });
});
