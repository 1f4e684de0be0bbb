/** A window that was moved is told whole: its last day is not lost. */
import { describe, expect, it } from 'vitest';
import { zoneFormatter } from '#src/lib/dates.ts';
import { windowSpan } from './useEntryWords.ts';

const format = zoneFormatter('Europe/Moscow', 'ru');
/** In Moscow. */
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour - 3);
const span = (from: number, to: number, now = at(23, 12)) => windowSpan({ from, to, dash: '–' }, format, now);

describe('windowSpan', () => {
  it('is hours where one day holds it, with that day when it is not today', () => {
    expect(span(at(23, 10), at(23, 18))).toBe('10:00–18:00');
    expect(span(at(21, 10), at(21, 18))).toBe('21 нояб., 10:00–18:00');
    expect(span(at(23, 22), at(24, 0))).toBe('22:00–00:00');
  });

  it('names the last day of several, today too', () => {
    expect(span(at(21, 10), at(22, 18))).toBe('21 нояб., 10:00–22 нояб., 18:00');
    expect(span(at(21, 10), at(22, 18), at(22, 12))).toBe('21 нояб., 10:00–22 нояб., 18:00');
    expect(span(at(21, 10), at(22, 18), at(21, 12))).toBe('10:00–22 нояб., 18:00');
  });

  it('names the days of a window that was typed the wrong way round', () => {
    expect(span(at(22, 18), at(21, 10))).toBe('22 нояб., 18:00–21 нояб., 10:00');
  });
});
