/** What an area does to the selection. */
import { describe, expect, test } from 'vitest';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { modeOf, selectionAfter, touchedBy } from './areaMode.ts';

const keys = (...ids: number[]): OrderKey[] => ids.map((id): OrderKey => `ireca:${id}`);
const held = (changes: object) => ({ altKey: false, ctrlKey: false, metaKey: false, ...changes });
const before = new Set(keys(1, 2, 3));

test('a key that is held decides before the button; Alt before Ctrl', () => {
  expect(modeOf(held({}), 'replace')).toBe('replace');
  expect(modeOf(held({}), 'remove')).toBe('remove');
  expect(modeOf(held({ ctrlKey: true }), 'replace')).toBe('add');
  expect(modeOf(held({ metaKey: true }), 'remove')).toBe('add');
  expect(modeOf(held({ altKey: true, ctrlKey: true }), 'add')).toBe('remove');
});

describe('the selection afterwards', () => {
  test.each([
    ['replace', keys(3, 4), keys(3, 4)],
    ['add', keys(3, 4), keys(1, 2, 3, 4)],
    ['remove', keys(3, 4), keys(1, 2)],
  ] as const)('%s', (mode, found, after) => {
    expect([...selectionAfter(mode, found, before)]).toEqual(after);
  });

  test('an empty area changes nothing: it is the very same selection', () => {
    for (const mode of ['replace', 'add', 'remove'] as const)
      expect(selectionAfter(mode, [], before)).toBe(before);
  });

  test('what is counted is what would change', () => {
    expect(touchedBy('replace', keys(3, 4), before)).toEqual(keys(3, 4));
    expect(touchedBy('add', keys(3, 4), before)).toEqual(keys(4));
    expect(touchedBy('remove', keys(3, 4), before)).toEqual(keys(3));
  });
});
