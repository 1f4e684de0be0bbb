/** How far the screen has looked, and when that is too long ago. */
import { describe, expect, it } from 'vitest';
import { isReadLate, readUpTo, unreadSystems } from '#src/domain/feedAge.ts';

const both = { ireca: true, kassa: true };

describe('how far the screen has looked', () => {
  it('is as far as the system read longest ago', () => {
    expect(readUpTo({ ireca: 5, kassa: 3 }, both)).toBe(3);
    expect(readUpTo({ ireca: 5, kassa: null }, both)).toBeNull();
    expect(readUpTo({ ireca: 5, kassa: null }, { ireca: true, kassa: false })).toBe(5);
  });

  it('is too long ago after four polls, and never within a minute', () => {
    expect(isReadLate(0, 80_000, 20)).toBe(false);
    expect(isReadLate(0, 80_001, 20)).toBe(true);
    expect(isReadLate(0, 60_000, 1)).toBe(false);
    expect(isReadLate(0, 60_001, 1)).toBe(true);
    expect(isReadLate(null, 60_001, 1)).toBe(false);
  });

  it('names the systems that are behind or were never read, those that are not connected excepted', () => {
    const names = (asOf: Parameters<typeof unreadSystems>[0], systems = both) =>
      unreadSystems(asOf, systems, 100_000, 15);
    expect(names({ ireca: 99_000, kassa: 1_000 })).toEqual(['kassa']);
    expect(names({ ireca: 1_000, kassa: null })).toEqual(['ireca', 'kassa']);
    expect(names({ ireca: 99_000, kassa: null }, { ireca: true, kassa: false })).toEqual([]);
  });
});
