import { expect, test } from 'vitest';
import { isUnderWay } from './positionsRound.ts';

const now = 1_800_000_000_000;
const feed = (nextIn: number | null, readAgo: number | null) => ({
  nextAt: nextIn === null ? null : now + nextIn,
  asOf: { ireca: readAgo === null ? null : now - readAgo, kassa: null },
});

test('a round that was due goes on while something comes, and is not believed in once nothing does', () => {
  expect(isUnderWay(feed(1, 59_000), now)).toBe(false);
  expect(isUnderWay(feed(0, 60_000), now)).toBe(true);
  expect(isUnderWay(feed(-14_000, 60_000), now)).toBe(true);
  expect(isUnderWay(feed(-40_000, 5_000), now)).toBe(true);
  expect(isUnderWay(feed(-15_000, 15_000), now)).toBe(false);
  expect(isUnderWay(feed(-40_000, null), now)).toBe(false);
  expect(isUnderWay(feed(null, 0), now)).toBe(false);
});
