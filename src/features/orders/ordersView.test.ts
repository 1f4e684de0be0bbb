import { describe, expect, it } from 'vitest';
import { CLEARED, PLAIN_VIEW, isNarrowed, paramsWith, viewFromParams } from './ordersView.ts';
import type { OrdersView } from './ordersView.ts';

const read = (address: string) => viewFromParams(new URLSearchParams(address));

const full: OrdersView = {
  view: 'late',
  query: 'невский, 88 & co',
  systems: ['kassa'],
  courierIds: ['none', '55752'],
  hours: [9, 14],
  warehouseIds: ['3'],
  payments: ['cash', 'prepaid'],
  sort: { column: 'amount', descending: true },
};

describe('the address of the orders screen', () => {
  it('round-trips everything', () => {
    const params = paramsWith(new URLSearchParams(), full);
    expect(viewFromParams(new URLSearchParams(params.toString()))).toEqual(full);
  });
  it('reads an empty address as all open orders, and writes that as an empty address', () => {
    expect(read('')).toEqual(PLAIN_VIEW);
    expect(paramsWith(new URLSearchParams('view=late&q=a&sort=-amount&hour=3'), PLAIN_VIEW).toString()).toBe(
      '',
    );
  });
  it('changes only what is asked and keeps what is not ours', () => {
    const params = paramsWith(new URLSearchParams('view=late&q=a&from=mail'), { systems: ['ireca'] });
    expect(params.toString()).toBe('view=late&q=a&from=mail&system=ireca');
  });
  it('ignores what it cannot read', () => {
    const view = read(
      'view=nice&system=kassa,1c,kassa&hour=5,25,x,-1,05&pay=gold&sort=-colour&courier=,a%3Cb,7&warehouse=',
    );
    expect(view).toEqual({ ...PLAIN_VIEW, systems: ['kassa'], hours: [5], courierIds: ['7'] });
  });
  it('does not take names of the prototype for columns', () => {
    expect(read('sort=constructor&view=toString')).toEqual(PLAIN_VIEW);
  });
  it('clears search and filters, keeping the counter and the sort', () => {
    const params = paramsWith(paramsWith(new URLSearchParams(), full), CLEARED);
    expect(viewFromParams(params)).toEqual({ ...PLAIN_VIEW, view: 'late', sort: full.sort });
  });
  it('knows whether anything is narrowed', () => {
    expect(isNarrowed(PLAIN_VIEW)).toBe(false);
    expect(isNarrowed({ ...PLAIN_VIEW, view: 'late', sort: full.sort })).toBe(false);
    expect(isNarrowed({ ...PLAIN_VIEW, query: '  ' })).toBe(false);
    expect(isNarrowed({ ...PLAIN_VIEW, query: 'a' })).toBe(true);
    expect(isNarrowed({ ...PLAIN_VIEW, hours: [0] })).toBe(true);
  });
});
