/** The index finds what asking each would find. */
import { expect, test } from 'vitest';
import { boxAround, pinIndex } from './pinIndex.ts';

/** Seeded, so that a failure can be seen again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test('finds exactly what lies in the box, in the order given', () => {
  const next = dice(7);
  const places = Array.from({ length: 3000 }, (_, id) => ({ id, x: next(), y: next() }));
  const index = pinIndex(places);
  for (let round = 0; round < 50; round += 1) {
    const [a = 0, b = 0] = [next(), next()].sort((one, other) => one - other);
    const [c = 0, d = 0] = [next(), next()].sort((one, other) => one - other);
    const box = { west: a, east: b, north: c, south: d };
    const asked = places.filter(({ x, y }) => x >= a && x <= b && y >= c && y <= d);
    expect(index.within(box)).toEqual(asked);
  }
});

test('of several at one place all are found; of none, none', () => {
  const same = [1, 2, 3].map((id) => ({ id, x: 0.5, y: 0.25 }));
  const box = { west: 0.5, east: 0.5, north: 0.25, south: 0.25 };
  expect(pinIndex(same).within(box)).toEqual(same);
  expect(pinIndex([]).within({ west: 0, east: 1, north: 0, south: 1 })).toEqual([]);
});

test('a box around a pointer reaches so many pixels to each side', () => {
  expect(boxAround({ x: 100, y: 50 }, 200, { left: 10, right: 20, up: 30, down: 40 })).toEqual({
    west: 0.45,
    east: 0.6,
    north: 0.1,
    south: 0.45,
  });
});
