import { describe, expect, it } from 'vitest';
import { nextPlace } from './rightsKeys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const size = { rows: 10, columns: 3 };
const from = (row: number, column: number, key: string, held = {}) =>
  nextPlace({ ...none, ...held, key }, { row, column }, size);

describe('keys of the matrix', () => {
  it('arrows go to the neighbour and stop at the edge', () => {
    expect(from(4, 1, 'ArrowUp')).toEqual({ row: 3, column: 1 });
    expect(from(4, 1, 'ArrowDown')).toEqual({ row: 5, column: 1 });
    expect(from(4, 1, 'ArrowLeft')).toEqual({ row: 4, column: 0 });
    expect(from(4, 1, 'ArrowRight')).toEqual({ row: 4, column: 2 });
    expect(from(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(from(9, 2, 'ArrowRight')).toEqual({ row: 9, column: 2 });
  });

  it('Home and End go along the row, with Ctrl to the corners, pages down the column', () => {
    expect(from(4, 1, 'Home')).toEqual({ row: 4, column: 0 });
    expect(from(4, 1, 'End')).toEqual({ row: 4, column: 2 });
    expect(from(4, 1, 'Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(from(4, 1, 'End', { metaKey: true })).toEqual({ row: 9, column: 2 });
    expect(from(1, 1, 'PageDown')).toEqual({ row: 9, column: 1 });
    expect(from(9, 1, 'PageUp')).toEqual({ row: 1, column: 1 });
  });

  it('leaves other keys alone', () => {
    expect(from(4, 1, ' ')).toBeNull();
    expect(from(4, 1, 'Enter')).toBeNull();
    expect(from(4, 1, 'ArrowUp', { altKey: true })).toBeNull();
    expect(from(4, 1, 'ArrowUp', { ctrlKey: true })).toBeNull();
    expect(from(4, 1, 'ArrowRight', { shiftKey: true })).toBeNull();
  });
});
