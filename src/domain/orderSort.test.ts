import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderSort, SortColumn } from '#src/domain/orderSort.ts';
import { naturalKey, sortOrders } from '#src/domain/orderSort.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const context = {
  now: NOW,
  atRiskMinutes: 30,
  directory: directoryOf([
    { courierId: '1', title: 'Ёлкин', phone: '+79123456789' },
    { courierId: '2', title: 'Жуков' },
  ]),
};

const sorted = (sort: OrderSort, ...orders: Partial<DispatchOrder>[]) =>
  sortOrders(orders.map(dispatchOrder), sort, context)
    .map(({ number }) => number)
    .join(' ');
const both = (column: SortColumn, ...orders: Partial<DispatchOrder>[]) => [
  sorted({ column, descending: false }, ...orders),
  sorted({ column, descending: true }, ...orders),
];

describe('sortOrders', () => {
  it('by default has late, at risk, the other open ones by window, then what is done, the latest first', () => {
    const done = { open: false, stage: 'delivered' } as const;
    expect(
      sorted(
        null,
        { number: 'done-old', ...done, windowTo: NOW - 90 * MINUTE },
        { number: 'done', ...done, windowTo: NOW - 5 * MINUTE },
        { number: 'done-when', ...done },
        { number: 'someday' },
        { number: 'fine-2', windowTo: NOW + 90 * MINUTE },
        { number: 'fine-1', windowTo: NOW + 60 * MINUTE },
        { number: 'risk-2', windowTo: NOW + 20 * MINUTE },
        { number: 'risk-1', windowTo: NOW + 10 * MINUTE },
        { number: 'late-2', windowTo: NOW - 10 * MINUTE },
        { number: 'late-1', windowTo: NOW - 20 * MINUTE },
      ),
    ).toBe('late-1 late-2 risk-1 risk-2 fine-1 fine-2 someday done done-old done-when');
  });

  it('breaks ties by number in its natural order', () => {
    expect(sorted(null, { number: 'G-10' }, { number: 'G-9' }, { number: 'G-2' })).toBe('G-2 G-9 G-10');
    expect(sorted({ column: 'amount', descending: true }, { number: 'G-10' }, { number: 'G-2' })).toBe(
      'G-2 G-10',
    );
  });

  it('is stable and leaves its input alone', () => {
    const orders = ['b', 'a', 'c'].map((id) => dispatchOrder({ id, number: 'G-1' }));
    expect(sortOrders(orders, null, context).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    const mixed = [dispatchOrder({ id: '2' }), dispatchOrder({ id: '1' })];
    sortOrders(mixed, null, context);
    expect(mixed.map(({ id }) => id)).toEqual(['2', '1']);
  });

  it('sorts by number', () =>
    expect(both('number', { number: 'G-10' }, { number: 'G-2' }, { number: 'BFt-3' })).toEqual([
      'BFt-3 G-2 G-10',
      'G-10 G-2 BFt-3',
    ]));

  it('sorts by window, address, client and amount, with what is not known last in both directions', () => {
    const windows = [
      { number: '2', windowTo: 20 },
      { number: '0' },
      { number: '3', windowTo: 10 },
      { number: '1' },
    ];
    expect(both('window', ...windows)).toEqual(['3 2 0 1', '2 3 0 1']);
    expect(both('window', ...windows.reverse())).toEqual(['3 2 0 1', '2 3 0 1']);
    expect(
      both(
        'address',
        { number: '1' },
        { number: '2', address: 'Невский 10' },
        { number: '3', address: 'невский 9' },
      ),
    ).toEqual(['3 2 1', '2 3 1']);
    expect(
      both('client', { number: '1' }, { number: '2', client: 'Жук' }, { number: '3', client: 'Ёж' }),
    ).toEqual(['3 2 1', '2 3 1']);
    expect(
      both('amount', { number: '1' }, { number: '2', amount: 1000 }, { number: '3', amount: 200 }),
    ).toEqual(['3 2 1', '2 3 1']);
  });

  it('sorts by system, by status on its way, and by the courier in either system', () => {
    expect(both('system', { number: '1', system: 'kassa' }, { number: '2' })).toEqual(['2 1', '1 2']);
    expect(
      both(
        'status',
        { number: '1', stage: 'closed', status: '10' },
        { number: '2', stage: 'delivered', status: '9' },
        { number: '3', stage: 'new', status: '1' },
      ),
    ).toEqual(['3 2 1', '1 2 3']);
    expect(
      both(
        'courier',
        { number: '1' },
        { number: '2', courierId: '2' },
        { number: '3', system: 'kassa', courierLogin: '79123456789' },
      ),
    ).toEqual(['3 2 1', '2 3 1']);
  });
});

it('naturalKey compares runs of digits as numbers, leading zeros aside', () => {
  const inOrder = ['2', '10', 'bft-002', 'bft-10', 'g-2', 'g-2a', 'g-2b', 'g-10', 'g-10-9', 'g-10-10'];
  const keys = inOrder.map(naturalKey);
  expect(keys).toEqual([...keys].sort());
  expect(naturalKey('G-007')).toBe(naturalKey('g-7'));
  expect(naturalKey('0')).not.toBe(naturalKey(''));
});
