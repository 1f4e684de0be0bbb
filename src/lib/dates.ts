/** Times: read from and written to the upstreams in GMT, shown and typed in the configured zone. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two (or more) decimal digits of `text` from `start`; NaN when one of them is no digit. */
function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Epoch ms of `YYYY-MM-DD HH:mm:ss`, which iRECA writes in GMT+00:00 without a mark (iRECA API text, «Дата и время»).
 * Null for anything else: another shape, a day that does not exist (2021-02-31), or a year before 1970 (0000-00-00).
 */
export function parseGmt(text: string): number | null {
  if (text.length !== 19 || text[4] !== '-' || text[7] !== '-') return null;
  if (text[10] !== ' ' || text[13] !== ':' || text[16] !== ':') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (!(year >= 1970 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return null;
  const longest = DAYS[month - 1];
  if (longest === undefined || day > longest) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `YYYY-MM-DD HH:mm:ss` in GMT, as iRECA wants it; parts of a second are cut off. Throws on NaN. */
export function formatGmt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** How one zone shows moments (epoch ms) to people. */
export type ZoneFormatter = {
  /** 14:02 */
  time: (ms: number) => string;
  /** 14:02:31 */
  timeSeconds: (ms: number) => string;
  /** 21 нояб. */
  date: (ms: number) => string;
  /** 21 нояб., 14:02 */
  dateTime: (ms: number) => string;
  /** 2026-11-21: the calendar day there; sorts and compares as text. */
  dayKey: (ms: number) => string;
  /** МСК. `at`: the moment whose clock it stands beside, epoch ms; without it, now. */
  zoneName: (at?: number) => string;
};

const formatters = new Map<string, ZoneFormatter>();

/** The formatter of a zone and locale, made once. Throws RangeError on a zone that does not exist. */
export function zoneFormatter(timeZone: string, locale: string): ZoneFormatter {
  const key = `${locale}|${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (ms: number) => made.format(ms);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = format(clock);
  const date = format({ day: 'numeric', month: 'short' });
  const formatter: ZoneFormatter = {
    time,
    timeSeconds: format({ ...clock, second: '2-digit' }),
    date,
    dateTime: (ms) => `${date(ms)}, ${time(ms)}`,
    dayKey: (ms) => new Date(ms + zoneOffset(timeZone, ms)).toISOString().slice(0, 10),
    zoneName: (at = Date.now()) => zoneAbbreviation(timeZone, locale, at),
  };
  formatters.set(key, formatter);
  return formatter;
}

const nameFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * What people call the zone: «МСК» / "MSK" for Moscow, otherwise the short name that the platform knows.
 * @param at epoch ms: many a zone has one name in summer and another in winter, or had another offset once. What is kept
 * is the format, never the name.
 */
export function zoneAbbreviation(timeZone: string, locale: string, at: number): string {
  if (timeZone === 'Europe/Moscow') return locale.startsWith('ru') ? 'МСК' : 'MSK';
  const key = `${locale}|${timeZone}`;
  let format = nameFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
    nameFormats.set(key, format);
  }
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the clock of the zone is ahead of GMT at that moment. */
function zoneOffset(timeZone: string, ms: number): number {
  let format = offsetFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    offsetFormats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** True when clocks of both zones show the same at that moment; false too when a name is not known. */
export function sameZone(a: string, b: string, ms: number): boolean {
  if (a === b) return true;
  try {
    return zoneOffset(a, ms) === zoneOffset(b, ms);
  } catch {
    return false;
  }
}

/**
 * Epoch ms of a wall-clock time in a zone: day `2026-11-21`, time `14:00` (as forms give them). Null when either is
 * malformed. A time that the zone skips or repeats (change of the clocks) is read with the offset before the change.
 */
export function zonedTime(timeZone: string, day: string, time: string): number | null {
  const asGmt = parseGmt(`${day} ${time}:00`);
  if (asGmt === null) return null;
  return asGmt - zoneOffset(timeZone, asGmt - zoneOffset(timeZone, asGmt));
}
