import { describe, expect, it } from 'vitest';
import { shiftBegunSince, shiftStart, shiftsUntil } from '#src/domain/shiftTimes.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));
const starts = (now: string, times: string[], zone: string, backHours?: number) =>
  shiftsUntil(at(now), times, zone, backHours === undefined ? undefined : backHours * 3_600_000).map(
    ({ from, until }) => [iso(from), iso(until)],
  );

describe('shiftStart', () => {
  it('is today’s start after it, yesterday’s before it', () => {
    expect(iso(shiftStart(at('2026-11-22T09:00:00Z'), ['08:00'], 'Europe/Moscow'))).toBe('2026-11-22T05:00');
    expect(iso(shiftStart(at('2026-11-22T05:00:00Z'), ['08:00'], 'Europe/Moscow'))).toBe('2026-11-22T05:00');
    expect(iso(shiftStart(at('2026-11-22T04:59:00Z'), ['08:00'], 'Europe/Moscow'))).toBe('2026-11-21T05:00');
  });

  it('goes over midnight with shifts of the day and of the night', () => {
    const times = ['08:00', '20:00'];
    expect(iso(shiftStart(at('2026-11-22T22:30:00Z'), times, 'Europe/Moscow'))).toBe('2026-11-22T17:00');
    expect(iso(shiftStart(at('2026-11-22T12:00:00Z'), times, 'Europe/Moscow'))).toBe('2026-11-22T05:00');
    expect(iso(shiftStart(at('2026-11-22T01:00:00Z'), ['00:00'], 'Europe/Moscow'))).toBe('2026-11-21T21:00');
  });

  it('is half a day ago when no start can be read', () => {
    expect(iso(shiftStart(at('2026-11-22T12:00:00Z'), ['25:00'], 'Europe/Moscow'))).toBe('2026-11-22T00:00');
  });
});

describe('shiftBegunSince', () => {
  const day = at('2026-11-22T05:00:00Z');
  const night = at('2026-11-22T17:00:00Z');
  const begun = (from: number, until: number | null, now: number) =>
    shiftBegunSince({ from, until }, now, ['08:00', '20:00'], 'Europe/Moscow');

  it('is none until the next start, and the new shift from then on', () => {
    expect(begun(day, null, day)).toBeNull();
    expect(begun(day, null, night - 1)).toBeNull();
    expect(begun(day, null, night)).toEqual({ from: night, until: null });
    expect(begun(day, null, night + 72 * 3_600_000)?.from).toBe(night + 72 * 3_600_000);
  });

  it('is none for a shift that was chosen as over, or another time', () => {
    expect(begun(day, night, night + 1)).toBeNull();
    expect(begun(day + 60_000, null, night + 1)).toBeNull();
  });
});

describe('shiftsUntil', () => {
  it('gives the shift at hand and those before it, the latest first, each until the next', () => {
    expect(starts('2026-11-22T09:00:00Z', ['08:00', '20:00'], 'Europe/Moscow', 24)).toEqual([
      ['2026-11-22T05:00', null],
      ['2026-11-21T17:00', '2026-11-22T05:00'],
    ]);
    expect(starts('2026-11-22T09:00:00Z', ['08:00'], 'Europe/Moscow')).toHaveLength(2);
  });

  it('keeps to the wall clock over a change of the clocks', () => {
    // Berlin: the clocks went back in the night to 25 October 2026, and forward in the night to 29 March.
    expect(starts('2026-10-25T12:00:00Z', ['08:00', '20:00'], 'Europe/Berlin', 40)).toEqual([
      ['2026-10-25T07:00', null],
      ['2026-10-24T18:00', '2026-10-25T07:00'],
      ['2026-10-24T06:00', '2026-10-24T18:00'],
    ]);
    expect(starts('2026-03-29T07:00:00Z', ['08:00', '20:00'], 'Europe/Berlin', 12)).toEqual([
      ['2026-03-29T06:00', null],
      ['2026-03-28T19:00', '2026-03-29T06:00'],
    ]);
  });
});
