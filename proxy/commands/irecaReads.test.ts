import { expect, it } from 'vitest';
import { listIsCheaper } from './irecaReads.ts';

it.each([
  ['few orders', 10, 100, 1, false],
  ['nothing measured yet', 400, null, null, false],
  ['a dear list', 400, 10, 400, false],
  ['slow single reads', 400, 100, 1000, true],
  ['a list just as dear', 80, 100, 1000, false],
])('one list instead of many reads: %s', (_, count, oneTook, listTook, cheaper) => {
  expect(listIsCheaper(count, oneTook, listTook)).toBe(cheaper);
});
