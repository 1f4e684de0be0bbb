/** Single cells of an imported table: money, counts, days, clocks, windows and flags as people write them. */
import { parseGmt } from '#src/lib/dates.ts';
import { roublesToKopecks } from '#src/lib/money.ts';
import { fold } from '#src/lib/text.ts';

/** «14 500,00 ₽», «1,234.5», «1.234,5» → «14500.00», «1234.5»; null for what is no number. The last mark is the decimal one. */
function plainNumber(text: string): string | null {
  let digits = text.replace(/\s|₽|руб\.?|р\.?$/gi, '').replace('−', '-');
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    digits = comma > point ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  } else {
    digits = digits.replace(',', '.');
  }
  return /^[+-]?\d+(\.\d*)?$/.test(digits) || /^[+-]?\.\d+$/.test(digits) ? digits : null;
}

/** A number: comma or point, spaces between thousands. Null when it is none. */
export function readNumber(text: string): number | null {
  const plain = plainNumber(text);
  return plain === null ? null : Number(plain);
}

/** Kopecks; `notMoney`, or `fractions` when it has more than two decimals («1,500» may mean two things). */
export function readMoney(text: string): { kopecks: number } | { error: 'notMoney' | 'fractions' } {
  const plain = plainNumber(text);
  if (plain === null) return { error: 'notMoney' };
  if (/\.\d{2}\d*[1-9]/.test(plain) || /\.\d{3}$/.test(plain)) return { error: 'fractions' };
  const kopecks = roublesToKopecks(plain);
  return kopecks === null ? { error: 'notMoney' } : { kopecks };
}

const real = (day: string): string | null => (parseGmt(`${day} 00:00:00`) === null ? null : day);
const two = (digits: string) => digits.padStart(2, '0');

/** `2026-11-21` of «21.11.2026», «21.11.26», «21/11/2026», «2026-11-21»; null when there is no such day. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return real(`${iso[1]}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`);
  const usual = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:\s*г\.?)?$/.exec(text.trim());
  if (!usual) return null;
  const [, day = '', month = '', year = ''] = usual;
  return real(`${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`);
}

/** `14:00` of «14:00», «9:30», «14:00:00», «14.00», «14»; null when there is no such time. */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?(?:\s*ч\.?)?$/.exec(text.trim());
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  return Number(hours) <= 23 && Number(minutes) <= 59 ? `${two(hours)}:${minutes}` : null;
}

/** A moment: with `ms` when the text names its own offset, else a day and a clock, either of which may be missing. */
export type Moment = { day: string | null; time: string | null; ms: number | null };

/** Of «21.11.2026 14:00», «2026-11-21T14:00+03:00», «14:00», «21.11.2026»; null for anything else. */
export function readMoment(text: string): Moment | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(trimmed)) {
    const ms = Date.parse(trimmed);
    return Number.isNaN(ms) ? null : { day: null, time: null, ms };
  }
  const [first = '', second, ...rest] = trimmed.split(/[\sT]+|,\s*/).filter((part) => part !== '');
  if (rest.length > 0) return null;
  if (second === undefined) {
    const day = readDay(first);
    if (day !== null) return { day, time: null, ms: null };
    const time = readClock(first);
    return time === null ? null : { day: null, time, ms: null };
  }
  const day = readDay(first);
  const time = readClock(second);
  return day === null || time === null ? null : { day, time, ms: null };
}

export type WindowText = { day: string | null; from: string; to: string };

/** Of «14:00–16:00», «с 14 до 16», «14-16», and the same with a day before it; null for anything else. */
export function readWindowText(text: string): WindowText | null {
  let rest = fold(text);
  let day: string | null = null;
  const dated = /^(\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})[\s,]+(.+)$/.exec(rest);
  if (dated) {
    day = readDay(dated[1] ?? '');
    if (day === null) return null;
    rest = dated[2] ?? '';
  }
  const match = /^(?:с |от |from )?([\d:.]+)\s*(?:ч\.?)?\s*(?:-|–|—|до|по|to)\s*([\d:.]+)\s*(?:ч\.?)?$/.exec(
    rest,
  );
  const from = match && readClock(match[1] ?? '');
  const to = match && readClock(match[2] ?? '');
  return from && to ? { day, from, to } : null;
}

const YES = new Set([
  '1',
  'да',
  'yes',
  'true',
  'истина',
  'y',
  '+',
  'оплачен',
  'оплачено',
  'paid',
  'согласован',
]);
const NO = new Set(['0', 'нет', 'no', 'false', 'ложь', 'n', '-', '−', 'не оплачен', 'не оплачено', 'unpaid']);

/** A flag in words or digits; null when it is neither. */
export function readFlag(text: string): boolean | null {
  const word = fold(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
