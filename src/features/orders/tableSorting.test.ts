import { describe, expect, it } from 'vitest';
import { columnTemplate, leastWidth } from './orderColumns.tsx';
import { sortFromTable, sortingOf } from './tableSorting.ts';

describe('sorting', () => {
  it('goes there and back', () => {
    const sort = { column: 'courier', descending: true } as const;
    expect(sortFromTable(sortingOf(sort))).toEqual(sort);
    expect(sortFromTable(sortingOf(null))).toBeNull();
    expect(sortFromTable([{ id: 'select', desc: false }])).toBeNull();
  });
});

describe('columns', () => {
  it('give the room that is left to the address and keep a width set by hand', () => {
    expect(columnTemplate(['select', 'number', 'address', 'amount'], { amount: 140.4 })).toBe(
      '38px clamp(84px, 8.6%, 112px) minmax(148px, 1fr) 140px',
    );
    expect(leastWidth(['number', 'address', 'amount'], { amount: 140 })).toBe(84 + 148 + 140);
  });
});
