import { describe, expect, it } from 'vitest';
import { numberRows, packsOf, parentsFirst, withColumnBefore } from './recordPasteSend.ts';

type Item = { id: string; parent: string };
const item = (id: string, parent = ''): Item => ({ id, parent });
const sorted = (items: Item[]) =>
  parentsFirst(
    items,
    ({ id }) => id,
    ({ parent }) => parent,
  ).map(({ id }) => id);

describe('parentsFirst', () => {
  it('puts each after the one that it stands below and keeps the order otherwise', () => {
    expect(sorted([item('a', 'c'), item('b'), item('c', 'd'), item('d', 'elsewhere')])).toEqual([
      'd',
      'c',
      'a',
      'b',
    ]);
  });

  it('loses nobody in a circle, and does not mind ten thousand steps', () => {
    expect(sorted([item('a', 'b'), item('b', 'a'), item('c', 'c')]).sort()).toEqual(['a', 'b', 'c']);
    const line = Array.from({ length: 10_000 }, (_, at) => item(String(at), String(at + 1)));
    expect(sorted(line)[0]).toBe('9999');
  });
});

describe('packsOf', () => {
  it('parts by count and by length, and keeps the order', () => {
    const rows = Array.from({ length: 230 }, (_, at) => ({ row: { id: at } }));
    expect(packsOf(rows).map((pack) => pack.length)).toEqual([100, 100, 30]);
    const long = Array.from({ length: 5 }, () => ({ row: { text: 'ы'.repeat(150_000) } }));
    expect(packsOf(long).map((pack) => pack.length)).toEqual([2, 2, 1]);
    expect(packsOf([{ row: { text: 'ы'.repeat(900_000) } }])).toHaveLength(1);
    expect(packsOf([])).toEqual([]);
  });
});

describe('numberRows', () => {
  it('gives the numbers after all that are taken, in the list and in the table', () => {
    const table = {
      heads: ['id', 'title'],
      rows: [
        ['', 'a'],
        ['40', 'b'],
        ['', 'c'],
        ['x', 'd'],
      ],
      firstRow: 2,
    };
    expect(numberRows(table, 0, ['7', '31']).rows).toEqual([
      ['41', 'a'],
      ['40', 'b'],
      ['42', 'c'],
      ['x', 'd'],
    ]);
  });

  it('has a column to write to, where the table had none', () => {
    const wide = withColumnBefore({ heads: ['title'], rows: [['a']], firstRow: 2 }, 'Номер');
    expect(wide).toEqual({ heads: ['Номер', 'title'], rows: [['', 'a']], firstRow: 2 });
    expect(numberRows(wide, 0, []).rows).toEqual([['1', 'a']]);
  });
});
