/** Couriers never hide each other. */
import { describe, expect, test } from 'vitest';
import type { Spot } from './crowd.ts';
import { fanOut, gather } from './crowd.ts';

const at = (id: string, x: number, y: number): Spot => ({ id, x, y });

describe('fan', () => {
  test('one who stands alone is not pushed', () => {
    expect(fanOut([at('a', 0, 0), at('b', 100, 0)]).get('a')).toEqual({ id: 'a', dx: 0, dy: 0 });
  });

  test.each([2, 3, 5, 8])('%d at one spot end up a marker apart', (count) => {
    const spots = Array.from({ length: count }, (_, i) => at(String(i), 50, 50));
    const places = [...fanOut(spots).values()];
    expect(places).toHaveLength(count);
    for (const [i, one] of places.entries()) {
      for (const other of places.slice(i + 1)) {
        expect(Math.hypot(one.dx - other.dx, one.dy - other.dy)).toBeGreaterThan(31);
      }
    }
  });

  test('neighbours across the edge of a cell are found', () => {
    const places = fanOut([at('a', 19.9, 19.9), at('b', 20.1, 20.1)]);
    expect(places.get('a')).not.toEqual({ id: 'a', dx: 0, dy: 0 });
  });

  test('who stands where does not depend on the order of the list', () => {
    const spots = [at('a', 5, 5), at('b', 5, 5), at('c', 5, 5)];
    expect(fanOut(spots).get('b')).toEqual(fanOut(spots.toReversed()).get('b'));
  });
});

describe('crowd', () => {
  const heap = ['a', 'b', 'c', 'd'].map((id, index) => at(id, index * 4, index * 2));

  test('counts those in one square and leaves the others alone', () => {
    const { alone, gatherings } = gather([...heap, at('e', 200, 1)], new Set());
    expect(alone.map((spot) => spot.id)).toEqual(['e']);
    expect(gatherings).toEqual([{ id: '0:0', ids: ['a', 'b', 'c', 'd'], x: 6, y: 3 }]);
  });

  test('a few in one square have room', () => {
    expect(gather(heap.slice(0, 3), new Set()).gatherings).toEqual([]);
  });

  test('the one in hand stays visible', () => {
    const { alone, gatherings } = gather([...heap, at('e', 9, 9)], new Set(['b']));
    expect(alone.map((spot) => spot.id)).toEqual(['b']);
    expect(gatherings[0]?.ids).toEqual(['a', 'c', 'd', 'e']);
  });

  test('nobody is lost', () => {
    const spots = Array.from({ length: 500 }, (_, i) => at(String(i), (i * 37) % 400, (i * 91) % 500));
    const { alone, gatherings } = gather(spots, new Set(['7']));
    const ids = [...alone.map((spot) => spot.id), ...gatherings.flatMap((one) => one.ids)];
    expect(ids.toSorted()).toEqual(spots.map((spot) => spot.id).toSorted());
  });
});
