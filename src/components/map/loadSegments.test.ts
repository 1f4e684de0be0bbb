/** Load in segments and as a ring. */
import { expect, test } from 'vitest';
import { loadRing, loadSegments } from './loadSegments.ts';

test('late orders come first, then the other open ones, then room', () => {
  expect(loadSegments(3, 1)).toEqual(['late', 'open', 'open', 'empty', 'empty', 'empty']);
  expect(loadSegments(0, 0)).toEqual(Array.from({ length: 6 }, () => 'empty'));
  expect(loadSegments(6, 6)).toEqual(Array.from({ length: 6 }, () => 'late'));
});

test('more than six do not fit: a number stands instead', () => {
  expect(loadSegments(7, 0)).toBeNull();
});

test('never more late ones than orders', () => {
  expect(loadSegments(1, 4)).toEqual(['late', 'empty', 'empty', 'empty', 'empty', 'empty']);
  expect(loadRing(1, 4)).toEqual({ late: 60, open: 60 });
});

test('the ring fills with six and keeps the late share beyond', () => {
  expect(loadRing(3, 1)).toEqual({ late: 60, open: 180 });
  expect(loadRing(6, 0)).toEqual({ late: 0, open: 360 });
  expect(loadRing(12, 3)).toEqual({ late: 90, open: 360 });
  expect(loadRing(0, 0)).toEqual({ late: 0, open: 0 });
});
