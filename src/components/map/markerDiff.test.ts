/** A refresh touches only what changed. */
import { expect, test } from 'vitest';
import { keepIdentity, markerDiff } from './markerDiff.ts';

type Spot = { id: string; x: number };
const spot = (id: string, x: number): Spot => ({ id, x });
const mapOf = (...spots: Spot[]) => new Map(spots.map((one) => [one.id, one]));
const same = (a: Spot, b: Spot) => a.x === b.x;

test('new, changed and gone are told apart; the untouched is in none of them', () => {
  const stays = spot('stays', 1);
  const diff = markerDiff(
    mapOf(stays, spot('moves', 1), spot('goes', 1)),
    mapOf(stays, spot('moves', 2), spot('comes', 1)),
  );
  expect(diff.added.map((one) => one.id)).toEqual(['comes']);
  expect(diff.changed).toEqual([spot('moves', 2)]);
  expect(diff.removed).toEqual(['goes']);
});

test('the same map twice is no work at all', () => {
  const held = mapOf(spot('a', 1), spot('b', 2));
  expect(markerDiff(held, held)).toEqual({ added: [], changed: [], removed: [] });
});

test('equal values keep the old objects, and the whole map when none differs', () => {
  const before = mapOf(spot('a', 1), spot('b', 2));
  expect(keepIdentity(before, mapOf(spot('a', 1), spot('b', 2)), same)).toBe(before);

  const after = keepIdentity(before, mapOf(spot('a', 1), spot('b', 3)), same);
  expect(after).not.toBe(before);
  expect(after.get('a')).toBe(before.get('a'));
  expect(after.get('b')).toEqual(spot('b', 3));
});

test('one that left makes a new map', () => {
  const before = mapOf(spot('a', 1), spot('b', 2));
  expect([...keepIdentity(before, mapOf(spot('a', 1)), same).keys()]).toEqual(['a']);
});
