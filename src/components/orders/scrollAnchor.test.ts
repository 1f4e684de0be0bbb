import { describe, expect, it } from 'vitest';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { anchorShift, indexNear, newAbove } from './scrollAnchor.ts';

const rows = (...ids: number[]) => ids.map((id) => ({ key: `ireca:${id}` as OrderKey }));
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('indexNear', () => {
  it('finds a row on either side of where it was', () => {
    expect(indexNear(rows(1, 2, 3, 4), 'ireca:1', 3)).toBe(0);
    expect(indexNear(rows(1, 2, 3, 4), 'ireca:4', 0)).toBe(3);
    expect(indexNear(rows(1, 2, 3, 4), 'ireca:9', 2)).toBe(-1);
    expect(indexNear([], 'ireca:9', 0)).toBe(-1);
  });
});

describe('anchorShift', () => {
  it('is nothing when nothing moved above', () => {
    expect(anchorShift(rows(1, 2, 3, 4), rows(1, 2, 3, 4, 5), 1, 2)).toBe(0);
  });
  it('goes down with rows put above', () => {
    expect(anchorShift(rows(1, 2, 3, 4), rows(8, 9, 1, 2, 3, 4), 1, 2)).toBe(2);
  });
  it('goes up with rows taken away above', () => {
    expect(anchorShift(rows(1, 2, 3, 4, 5), rows(3, 4, 5), 3, 2)).toBe(-2);
  });
  it('holds the next row when the first in sight is gone', () => {
    expect(anchorShift(rows(1, 2, 3, 4, 5), rows(9, 1, 3, 4, 5), 1, 3)).toBe(0);
    expect(anchorShift(rows(1, 2, 3, 4, 5), rows(8, 9, 1, 3, 4, 5), 1, 3)).toBe(1);
  });
  it('does not follow a row that jumped away by itself', () => {
    const before = rows(...count(1, 40));
    const after = rows(...count(1, 10), ...count(12, 40), 11);
    expect(anchorShift(before, after, 10, 10)).toBe(-1);
  });
  it('stays when everything in sight is gone', () => {
    expect(anchorShift(rows(1, 2, 3), rows(7, 8, 9), 0, 3)).toBe(0);
    expect(anchorShift(rows(1, 2, 3), [], 0, 3)).toBe(0);
    expect(anchorShift([], rows(1), 0, 3)).toBe(0);
  });
});

describe('newAbove', () => {
  it('names what came above, and what moved up from below', () => {
    expect(newAbove(rows(1, 2, 3, 4), rows(9, 1, 4, 2, 3), 2, 4)).toEqual([
      { key: 'ireca:9', came: true },
      { key: 'ireca:4', came: false },
    ]);
  });
  it('is empty when rows only went away', () => {
    expect(newAbove(rows(1, 2, 3, 4), rows(2, 3, 4), 2, 1)).toEqual([]);
  });
});
