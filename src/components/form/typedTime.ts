/** A time of day as it is typed in a hurry. */

/** «9» → 09:00, «930», «9.30», «9 30» → 09:30, «24:00» → 00:00; what is no time comes back as it was typed. */
export function tidyTime(text: string): string {
  const match = /^(\d{1,2})(?:[\s:.,\-–]?(\d{2}))?$/.exec(text.trim());
  if (!match) return text.trim();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return text.trim();
  return clock((hour % 24) * 60 + minute);
}

const DAY_MINUTES = 24 * 60;

function clock(minutes: number): string {
  const whole = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of «14:30»; null when it is no whole time yet. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return Number(match[1]) * 60 + Number(match[2]);
}

/** The time so many minutes later, over midnight if need be; null when `time` is none. */
export function laterBy(time: string, minutes: number): string | null {
  const from = minutesOf(time);
  return from === null ? null : clock(from + minutes);
}

/** Length of a window in minutes; one that ends earlier on the clock ends on the next day. Null when not known or nothing. */
export function windowLength(from: string, to: string): number | null {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null || end === null || start === end) return null;
  return end > start ? end - start : end - start + DAY_MINUTES;
}

/** The last such day up to `today`: «23» and «23.11» of what is over. Parameters and result as `readTypedDay`. */
export function readPastDay(text: string, today: string): string | null {
  const [, day, month] = /^(\d{1,2})(?:[./\s-](\d{1,2}))?\.?$/.exec(text.trim()) ?? [];
  if (day === undefined) return readTypedDay(text, today);
  // A year has every day but the 29th of February; a month has it within the two before.
  const earlier = month === undefined ? [0, 1, 2] : [0, 12, 24, 36, 48];
  const [year = 0, thisMonth = 0] = today.split('-').map(Number);
  const from = year * 12 + (month === undefined ? thisMonth : Number(month)) - 1;
  for (const back of earlier) {
    const then = existing(Math.floor((from - back) / 12), ((from - back) % 12) + 1, Number(day));
    if (then !== null && then <= today) return then;
  }
  return null;
}

/**
 * A day as it is typed: «21.11.2026», «21.11.26», «21.11», «21» (the nearest such day from `today` on), «2026-11-21».
 * @param today `2026-11-21`. @returns `2026-11-21`, or null when it is no day.
 */
export function readTypedDay(text: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = /^(\d{1,2})(?:[./\s-](\d{1,2})(?:[./\s-](\d{2}|\d{4}))?)?\.?$/.exec(text.trim());
  if (!match) return null;
  const day = Number(match[1]);
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  if (match[3] !== undefined) {
    const year = Number(match[3]);
    return existing(year < 100 ? 2000 + year : year, Number(match[2]), day);
  }
  if (match[2] !== undefined) {
    const month = Number(match[2]);
    const found = existing(thisYear, month, day);
    return found !== null && found < today ? existing(thisYear + 1, month, day) : found;
  }
  const found = existing(thisYear, thisMonth, day);
  if (found !== null && found >= today) return found;
  return thisMonth === 12 ? existing(thisYear + 1, 1, day) : existing(thisYear, thisMonth + 1, day);
}

function existing(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day));
  const right = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return right && year >= 1970 && year <= 9999 ? made.toISOString().slice(0, 10) : null;
}

/** The calendar day so many days later. @param day `2026-11-21`. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
