/** Pages of a list. */
import { describe, expect, it } from 'vitest';
import { pageChoice, pageOf } from './pageOf.ts';

describe('pageOf', () => {
  const rows = Array.from({ length: 101 }, (_, index) => index);

  it('cuts pages, and at the end gives what is left', () => {
    expect(pageOf(rows, 1, 50)).toMatchObject({ page: 1, pages: 3, first: 0 });
    expect(pageOf(rows, 1, 50).rows).toHaveLength(50);
    expect(pageOf(rows, 3, 50)).toEqual({ page: 3, pages: 3, first: 100, rows: [100] });
    expect(pageOf(rows, 2, 20)).toMatchObject({ page: 2, pages: 6, first: 20 });
  });

  it('stays on the last page where a link asks for one that is not there', () => {
    expect(pageOf(rows, 9, 50)).toEqual(pageOf(rows, 3, 50));
    expect(pageOf([], 9, 50)).toEqual({ page: 1, pages: 1, first: 0, rows: [] });
  });
});

describe('pageChoice', () => {
  it('names all of a few, and the ends and the neighbours of many', () => {
    expect(pageChoice(2, 4)).toEqual([1, 2, 3, 4]);
    expect(pageChoice(6, 20)).toEqual([1, null, 5, 6, 7, null, 20]);
    expect(pageChoice(20, 20)).toEqual([1, null, 19, 20]);
  });
});
