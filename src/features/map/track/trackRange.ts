/** Which hours of a courier's day are looked at: held by the address bar, told in the configured zone. */
import { daysLater, minutesOf, readTypedDay } from '#src/components/form/typedTime.ts';
import type { ZoneFormatter } from '#src/lib/dates.ts';
import { zonedTime } from '#src/lib/dates.ts';

/** `day`: `2026-11-21`, null = today, whichever day that is. `from`, `to`: `14:30`, '' = where the day begins or ends. */
export type TrackChoice = { day: string | null; from: string; to: string };

/** Epoch ms, both ends included. */
export type TrackRange = { from: number; to: number };

export const WHOLE_TODAY: TrackChoice = { day: null, from: '', to: '' };

const isDay = (text: string) => /^\d{4}-/.test(text) && readTypedDay(text, text) !== null;

/** What cannot be read, and days that have not come, are passed over. @param today `2026-11-21`. */
export function trackChoice(params: URLSearchParams, today: string): TrackChoice {
  const day = params.get('day') ?? '';
  const timeOf = (name: string) => {
    const time = params.get(name) ?? '';
    return minutesOf(time) === null ? '' : time;
  };
  return { day: isDay(day) && day < today ? day : null, from: timeOf('from'), to: timeOf('to') };
}

export function withTrackChoice(params: URLSearchParams, choice: TrackChoice): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(choice)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * The choice as moments. Hours that end earlier on the clock than they begin (22:00–02:00) end on the next day.
 * @param today `2026-11-21`, in `timeZone`.
 */
export function trackRange({ day, from, to }: TrackChoice, today: string, timeZone: string): TrackRange {
  const first = day ?? today;
  const next = daysLater(first, 1);
  const at = (onDay: string, time: string) => zonedTime(timeZone, onDay, time) ?? 0;
  const begin = from === '' ? '00:00' : from;
  if (to === '' || to === '00:00') return { from: at(first, begin), to: at(next, '00:00') - 1 };
  return { from: at(first, begin), to: at(to > begin ? first : next, to) };
}

const HOUR = 3_600_000;

/** The hour before `now` (epoch ms). Within today it stays open at the end: what comes is shown too. */
export function lastHour(now: number, { dayKey, time }: Pick<ZoneFormatter, 'dayKey' | 'time'>): TrackChoice {
  const begin = now - HOUR;
  return dayKey(begin) === dayKey(now)
    ? { day: null, from: time(begin), to: '' }
    : { day: dayKey(begin), from: time(begin), to: time(now) };
}
