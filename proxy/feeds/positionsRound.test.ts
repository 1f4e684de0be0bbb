import { describe, expect, it } from 'vitest';
import { MINUTE_MS, dueInRound, roundGap } from './positionsRound.ts';

describe('roundGap', () => {
  it('makes no haste with a few, and is over in time with many', () => {
    expect(roundGap(5, false)).toBe(1_000);
    expect(roundGap(500, false)).toBe(80);
    expect(roundGap(1_000, false) * 1_000).toBeLessThan(MINUTE_MS);
    expect(roundGap(0, false)).toBe(1_000);
  });

  it('is quicker after a rest, yet never none', () => {
    expect(roundGap(5, true)).toBe(50);
    expect(roundGap(500, true)).toBe(16);
  });
});

describe('dueInRound', () => {
  const NOW = 3_600_000;
  const due = (asked: Record<string, number>, active: string[], everyone = Object.keys(asked)) =>
    dueInRound({
      everyone,
      active: new Set(active),
      askedAt: (id) => asked[id] ?? -Infinity,
      now: NOW,
      quick: false,
    });

  it('takes who is at work in the order of the last round, newcomers after them, the rest last', () => {
    const asked = {
      idle: NOW - 10 * MINUTE_MS + 5_000,
      rested: NOW - 8 * MINUTE_MS,
      b: NOW - 59_000,
      a: NOW - MINUTE_MS,
    };
    expect(due(asked, ['b', 'new', 'a'], ['idle', 'new', 'b', 'rested', 'fresh', 'a'])).toEqual([
      'a',
      'b',
      'new',
      'idle',
      'fresh',
    ]);
  });

  it('leaves for the next round whose minute ends long after this one is over', () => {
    expect(due({ a: NOW - MINUTE_MS, b: NOW - 55_000, c: NOW - 10_000 }, ['a', 'b', 'c'])).toEqual([
      'a',
      'b',
    ]);
  });
});
