import { describe, expect, it } from 'vitest';
import { PAUSE_MS, laterLook, lookedAt, missedNothing, readLook } from './lastLook.ts';

const T = 1_800_000_000_000;
const DAY = 24 * 60 * 60_000;

describe('lookedAt', () => {
  it('remembers the first look and tells no absence', () => {
    expect(lookedAt(null, T)).toEqual({ at: T, pause: null });
  });

  it('counts five minutes away as an absence, less as none', () => {
    expect(lookedAt({ at: T, pause: null }, T + PAUSE_MS - 1)).toEqual({ at: T + PAUSE_MS - 1, pause: null });
    expect(lookedAt({ at: T, pause: null }, T + PAUSE_MS)).toEqual({
      at: T + PAUSE_MS,
      pause: { from: T, to: T + PAUSE_MS, seen: false },
    });
  });

  it('goes back to the first of several absences that nobody looked into', () => {
    const pause = { from: T - DAY / 4, to: T, seen: false };
    const look = { at: T + 1000, pause };
    expect(lookedAt(look, T + PAUSE_MS * 2).pause).toMatchObject({ from: pause.from, seen: false });
    expect(lookedAt({ ...look, pause: { ...pause, seen: true } }, T + PAUSE_MS * 2).pause).toMatchObject({
      from: T + 1000,
    });
  });

  it('looks back two days at most, and takes a clock that was put back as it is', () => {
    expect(lookedAt({ at: T - 5 * DAY, pause: null }, T).pause).toMatchObject({ from: T - 2 * DAY });
    expect(lookedAt({ at: T, pause: null }, T - DAY)).toEqual({ at: T - DAY, pause: null });
  });
});

describe('missedNothing', () => {
  const pause = { from: T - PAUSE_MS, to: T, seen: false };
  it('is known two minutes after an absence in which nothing changed', () => {
    expect(missedNothing(pause, 0, T + 120_000)).toBe(true);
    expect(missedNothing(pause, 0, T + 60_000)).toBe(false);
    expect(missedNothing(pause, 1, T + 120_000)).toBe(false);
    expect(missedNothing(pause, undefined, T + 120_000)).toBe(false);
  });
});

describe('laterLook', () => {
  const pause = { from: T, to: T + PAUSE_MS, seen: false };

  it('takes the later look of two tabs', () => {
    expect(laterLook({ at: T, pause: null }, { at: T + 5, pause: null })?.at).toBe(T + 5);
    expect(laterLook(null, { at: T, pause })).toEqual({ at: T, pause });
    expect(laterLook(null, null)).toBeNull();
  });

  it('takes what was seen in either as seen, but only of the same absence', () => {
    const seen = { at: T, pause: { ...pause, seen: true } };
    expect(laterLook(seen, { at: T + 5, pause })?.pause?.seen).toBe(true);
    const next = { from: T + 10, to: T + PAUSE_MS * 3, seen: false };
    expect(laterLook(seen, { at: T + 5, pause: next })?.pause).toEqual(next);
    expect(laterLook({ at: T + 9, pause: null }, { at: T, pause })?.pause).toEqual(pause);
  });
});

describe('readLook', () => {
  it('reads what was kept', () => {
    const look = { at: T, pause: { from: T - 5, to: T, seen: true } };
    expect(readLook(JSON.stringify(look))).toEqual(look);
    expect(readLook(JSON.stringify({ at: T, pause: null }))).toEqual({ at: T, pause: null });
  });

  it('takes nothing of another shape', () => {
    for (const text of [null, '', 'x', '[]', '{}', '{"at":"1"}'])
      expect(readLook(text), text ?? '').toBeNull();
    expect(readLook(JSON.stringify({ at: T, pause: { from: 1 } }))).toEqual({ at: T, pause: null });
  });
});
