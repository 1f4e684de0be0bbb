/** Couriers never hide each other. */
import { describe, expect, test } from 'vitest';
import type { Spot } from './crowd.ts';
import { fanOut, gather } from './crowd.ts';

const at = (id: string, x: number, y: number): Spot => ({ id, x, y });

describe('fan', () => {
  test('one who stands alone is not pushed', () => {
    expect(fanOut([at('a', 0, 0), at('b', 100, 0)]).get('a')).toEqual({ id: 'a', dx: 0, dy: 0 });
  });

  test.each([2, 3, 5, 8, 9, 40, 100])('%d at one spot end up a marker apart', (count) => {
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

  test('a fan that would cover a neighbour takes them in', () => {
    const spots = [at('a', 50, 50), at('b', 50, 50), at('c', 50, 76)];
    const places = fanOut(spots);
    const drawn = spots.map(({ id, x, y }) => {
      const { dx, dy } = places.get(id) ?? { dx: 0, dy: 0 };
      return [x + dx, y + dy] as const;
    });
    for (const [i, [x, y]] of drawn.entries()) {
      for (const [ox, oy] of drawn.slice(i + 1)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(31);
    }
  });

  test('nobody is pushed far: a row of neighbours does not become one great ring', () => {
    const spots = Array.from({ length: 40 }, (_, i) => at(String(i), i * 18, 0));
    for (const { dx, dy } of fanOut(spots).values()) expect(Math.hypot(dx, dy)).toBeLessThan(110);
    expect(fanOut(spots).size).toBe(40);
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
    expect(gatherings).toEqual([{ id: '64/0:0', ids: ['a', 'b', 'c', 'd'], x: 6, y: 3 }]);
  });

  test('a few in one square have room', () => {
    expect(gather(heap.slice(0, 3), new Set()).gatherings).toEqual([]);
  });

  test('the one in hand stays visible', () => {
    const { alone, gatherings, stepped } = gather([...heap, at('e', 9, 9)], new Set(['b']));
    expect(alone.map((spot) => spot.id)).toEqual(['b']);
    expect(stepped).toEqual(['b']);
    expect(gatherings[0]?.ids).toEqual(['a', 'c', 'd', 'e']);
  });

  test('who is in hand where there is room has stepped out of nothing', () => {
    expect(gather([at('a', 3, 3), at('b', 9, 9)], new Set(['b'])).stepped).toEqual([]);
  });

  test('of very many there are few signs: what a thousand couriers put on the page stays small', () => {
    const spots = Array.from({ length: 1000 }, (_, i) => at(String(i), (i * 397) % 1600, (i * 911) % 1200));
    const { alone, gatherings } = gather(spots, new Set());
    expect(alone.length + gatherings.length).toBeLessThan(260);
  });

  test('nobody is lost', () => {
    const spots = Array.from({ length: 500 }, (_, i) => at(String(i), (i * 37) % 400, (i * 91) % 500));
    const { alone, gatherings } = gather(spots, new Set(['7']));
    const ids = [...alone.map((spot) => spot.id), ...gatherings.flatMap((one) => one.ids)];
    expect(ids.toSorted()).toEqual(spots.map((spot) => spot.id).toSorted());
  });
});
