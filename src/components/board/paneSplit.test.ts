/** The border between map and list is kept, and never swallows either. */
import { expect, test } from 'vitest';
import { keepSplit, keptSplit } from './paneSplit.ts';

const holding = (kept: string | null) => ({ getItem: () => kept });

test.each([
  ['41.5', 41.5],
  [null, 58],
  ['', 58],
  ['much', 58],
  ['3', 58],
  ['99', 58],
])('kept %j is read as %d', (kept, share) => {
  expect(keptSplit(holding(kept))).toBe(share);
});

test.each([
  [61.234, '61.2'],
  ['61.234%', '61.2'],
])('%j is kept as %s', (size, kept) => {
  const written: string[] = [];
  keepSplit({ setItem: (_key, value) => written.push(value) }, size);
  expect(written).toEqual([kept]);
});

test('nonsense is not kept', () => {
  const written: string[] = [];
  keepSplit({ setItem: (_key, value) => written.push(value) }, undefined);
  expect(written).toEqual([]);
});
