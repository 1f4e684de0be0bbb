import { describe, expect, it } from 'vitest';
import { nextSort, sortFromText, sortText } from './nextSort.ts';

describe('sorting by a head', () => {
  it('goes up, down, and back to the order of the list', () => {
    const price = { id: 'price' };
    expect(nextSort(price, null)).toEqual({ column: 'price', down: false });
    expect(nextSort(price, { column: 'price', down: false })).toEqual({ column: 'price', down: true });
    expect(nextSort(price, { column: 'price', down: true })).toBeNull();
    expect(nextSort(price, { column: 'title', down: true })).toEqual({ column: 'price', down: false });
  });

  it('begins with the greatest where that is what is looked for', () => {
    const late = { id: 'late', downFirst: true };
    expect(nextSort(late, null)).toEqual({ column: 'late', down: true });
    expect(nextSort(late, { column: 'late', down: true })).toEqual({ column: 'late', down: false });
    expect(nextSort(late, { column: 'late', down: false })).toBeNull();
  });

  it('is written into the address and read from it, but for columns that are not there', () => {
    for (const sort of [
      { column: 'price', down: true },
      { column: 'addressEntity.street', down: false },
    ]) {
      expect(sortFromText(sortText(sort), ['price', 'addressEntity.street'])).toEqual(sort);
    }
    expect(sortFromText('-password', ['price'])).toBeNull();
    expect(sortFromText(null, ['price'])).toBeNull();
  });
});
