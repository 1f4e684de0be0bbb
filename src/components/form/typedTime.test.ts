import { describe, expect, it } from 'vitest';
import {
  daysLater,
  laterBy,
  minutesOf,
  readPastDay,
  readTypedDay,
  tidyTime,
  windowLength,
} from './typedTime.ts';

describe('tidyTime', () => {
  it.each([
    ['9', '09:00'],
    ['14', '14:00'],
    ['930', '09:30'],
    ['1430', '14:30'],
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['14-30', '14:30'],
    [' 14 30 ', '14:30'],
    ['24:00', '00:00'],
    ['0', '00:00'],
  ])('«%s» is %s', (text, time) => expect(tidyTime(text)).toBe(time));

  it.each(['', 'полдень', '25', '14:75', '1:2', '24:30'])('«%s» stays', (text) =>
    expect(tidyTime(text)).toBe(text),
  );
});

describe('readTypedDay', () => {
  const today = '2026-11-21';
  it.each([
    ['21.11.2026', '2026-11-21'],
    ['5.1.27', '2027-01-05'],
    ['2026-12-31', '2026-12-31'],
    ['25.11', '2026-11-25'],
    ['01.02', '2027-02-01'],
    ['25', '2026-11-25'],
    ['3', '2026-12-03'],
    ['21', '2026-11-21'],
    ['14.01.1986', '1986-01-14'],
    ['29.02.2028', '2028-02-29'],
  ])('«%s» is %s', (text, day) => expect(readTypedDay(text, today)).toBe(day));

  it.each(['', 'завтра', '32', '29.02.2026', '21.13', '31.11.2026', '1.1.123'])('«%s» is no day', (text) =>
    expect(readTypedDay(text, today)).toBeNull(),
  );

  it('finds the next month over the new year', () =>
    expect(readTypedDay('5', '2026-12-30')).toBe('2027-01-05'));
});

describe('readPastDay', () => {
  it.each([
    ['21', '2026-11-21'],
    ['20', '2026-11-20'],
    ['25', '2026-10-25'],
    ['31', '2026-10-31'],
    ['25.11', '2025-11-25'],
    ['01.02', '2026-02-01'],
    ['29.02', '2024-02-29'],
    ['5.1.26', '2026-01-05'],
    ['2026-11-20', '2026-11-20'],
  ])('«%s» is %s', (text, day) => expect(readPastDay(text, '2026-11-21')).toBe(day));

  it('goes back over the new year', () => expect(readPastDay('31', '2027-01-05')).toBe('2026-12-31'));
  it('leaves a day with its year as it is, and what is no day', () => {
    expect(readPastDay('21.11.2027', '2026-11-21')).toBe('2027-11-21');
    expect(readPastDay('вчера', '2026-11-21')).toBeNull();
  });
});

describe('lengths', () => {
  it('knows minutes of whole times only', () => {
    expect([minutesOf('14:30'), minutesOf('24:00'), minutesOf('9'), minutesOf('')]).toEqual([
      870,
      null,
      null,
      null,
    ]);
  });
  it('goes over midnight', () => {
    expect(laterBy('23:30', 60)).toBe('00:30');
    expect(laterBy('', 60)).toBeNull();
    expect(windowLength('22:00', '01:00')).toBe(180);
    expect(windowLength('14:00', '15:30')).toBe(90);
    expect(windowLength('14:00', '14:00')).toBeNull();
    expect(windowLength('14:00', '')).toBeNull();
  });
  it('counts days over months', () => expect(daysLater('2026-11-30', 1)).toBe('2026-12-01'));
});
