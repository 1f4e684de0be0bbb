/** The next free number, and who stands below whom. */
import { describe, expect, it } from 'vitest';
import { nextFreeId, ownBranch } from './recordIds.ts';

describe('nextFreeId', () => {
  it('is the number after the largest, whatever else is called otherwise', () => {
    expect(nextFreeId(['12', '7', 'без номера', '012'])).toBe('13');
    expect(nextFreeId([])).toBe('1');
    expect(nextFreeId(['0'])).toBe('1');
  });

  it('does not follow a number that cannot be held exactly', () => {
    expect(nextFreeId(['5', '9007199254740993', '1e400'])).toBe('6');
    expect(nextFreeId(['9007199254740991', '5'])).toBe('6');
  });
});

describe('ownBranch', () => {
  const rows = [
    { id: '1', parentId: null },
    { id: '2', parentId: '1' },
    { id: '3', parentId: '2' },
    { id: '4', parentId: '9' },
  ];
  const idOf = (row: Readonly<Record<string, unknown>>) => String(row['id']);

  it('holds the record and all that stand below it, however deep', () => {
    expect([...ownBranch(rows, idOf, 'parentId', '1')].sort()).toEqual(['1', '2', '3']);
    expect([...ownBranch(rows, idOf, 'parentId', '3')]).toEqual(['3']);
  });

  it('ends where records stand below each other in a ring', () => {
    const ring = [
      { id: '1', parentId: '2' },
      { id: '2', parentId: '1' },
    ];
    expect([...ownBranch(ring, idOf, 'parentId', '1')].sort()).toEqual(['1', '2']);
  });
});
