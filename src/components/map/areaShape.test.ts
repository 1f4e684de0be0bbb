/** What lies in a drawn area. */
import { describe, expect, test } from 'vitest';
import type { AreaShape } from './areaShape.ts';
import { isInside, placesInside } from './areaShape.ts';
import { pinIndex } from './pinIndex.ts';

const at = (x: number, y: number) => ({ x, y });
const square = [at(0, 0), at(4, 0), at(4, 4), at(0, 4)];

describe('inside a polygon', () => {
  test.each([
    ['the middle', at(2, 2), true],
    ['left of it', at(-1, 2), false],
    ['below it', at(2, 5), false],
    ['level with a corner, outside', at(5, 4), false],
    ['level with a corner, left of it', at(-1, 0), false],
  ] as const)('%s: %o', (_, point, inside) => {
    expect(isInside(point, square)).toBe(inside);
    expect(isInside(point, square.toReversed())).toBe(inside);
  });

  test('a bay is outside', () => {
    const bay = [at(0, 0), at(4, 0), at(4, 4), at(2, 1), at(0, 4)];
    expect(isInside(at(2, 3), bay)).toBe(false);
    expect(isInside(at(2, 0.5), bay)).toBe(true);
  });

  test('a line that goes round twice encloses as well: nothing in a loop is left out', () => {
    expect(isInside(at(2, 2), [...square, ...square])).toBe(true);
    const star = [at(2, -2), at(4, 5), at(-1, 1), at(5, 1), at(0, 5)];
    expect(isInside(at(2, 2), star)).toBe(true);
  });
});

describe('places in an area', () => {
  const places = [at(1, 1.2), at(3, 0.5), at(0.5, 3), at(6, 1)].map((place, id) => ({ ...place, id }));
  const index = pinIndex(places);
  const ids = (shape: AreaShape) => placesInside(index, shape).map(({ id }) => id);

  test('a rectangle may be drawn towards any corner', () => {
    expect(ids({ kind: 'rectangle', from: at(0, 0), to: at(4, 4) })).toEqual([0, 1, 2]);
    expect(ids({ kind: 'rectangle', from: at(4, 4), to: at(0, 0) })).toEqual([0, 1, 2]);
    expect(ids({ kind: 'rectangle', from: at(0, 4), to: at(2, 0) })).toEqual([0, 2]);
  });

  test('where the pointer stands counts as a corner; two corners enclose nothing', () => {
    const corners = [at(0, 0), at(4, 0)];
    expect(ids({ kind: 'polygon', corners, tip: null })).toEqual([]);
    expect(ids({ kind: 'polygon', corners, tip: at(0, 4) })).toEqual([0, 1, 2]);
    expect(ids({ kind: 'polygon', corners, tip: at(4, 4) })).toEqual([1]);
  });
});
