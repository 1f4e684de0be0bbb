/** The delivery window of one row: from «дата» with «окно», or with «с» and «до», or from two whole moments. */
import { readWindow } from '#src/domain/deliveryWindow.ts';
import type { DeliveryWindow, TypedWindow } from '#src/domain/deliveryWindow.ts';
import type { Moment } from '#src/domain/orderImportCells.ts';
import { readClock, readDay, readMoment, readWindowText } from '#src/domain/orderImportCells.ts';
import type { CellOf, Report } from '#src/domain/orderImportReport.ts';
import { zonedTime, zoneFormatter } from '#src/lib/dates.ts';

type Side = 'from' | 'to';

/** A bare clock is tried first: «10.11» in a column of times is ten past eleven's hour, and no day of November. */
function readSide(cell: CellOf, report: Report, side: Side): Moment | null {
  const text = cell(side);
  if (text === '') return null;
  const time = readClock(text);
  const moment = time === null ? readMoment(text) : { day: null, time, ms: null };
  if (moment === null || (moment.ms === null && moment.time === null)) report(side, 'notTime');
  return moment;
}

function readDate(cell: CellOf, report: Report): string | null {
  const text = cell('date');
  if (text === '') return null;
  const day = readDay(text) ?? readMoment(text)?.day ?? null;
  if (day === null) report('date', 'notDay');
  return day;
}

const momentMs = (moment: Moment, timeZone: string): number | null =>
  moment.ms ?? (moment.day && moment.time ? zonedTime(timeZone, moment.day, moment.time) : null);

/** Two whole moments need no date column. */
function wholeWindow(
  from: Moment,
  to: Moment,
  report: Report,
  timeZone: string,
): DeliveryWindow | null | undefined {
  const begins = momentMs(from, timeZone);
  const ends = momentMs(to, timeZone);
  if (begins === null || ends === null) return undefined;
  if (ends > begins) return { from: begins, to: ends };
  report('to', 'windowReversed');
  return null;
}

const clockOf = (moment: Moment, timeZone: string) =>
  moment.ms === null ? moment.time : zoneFormatter(timeZone, 'en-GB').time(moment.ms);
const dayOf = (moment: Moment, timeZone: string) =>
  moment.ms === null ? moment.day : zoneFormatter(timeZone, 'en-GB').dayKey(moment.ms);

const known = new Map<string, ReturnType<typeof readWindow>>();
const MOST_KNOWN = 2000;

/** A day has some twenty windows and a table thousands of rows: working out a zone's offset is what takes the time. */
function knownWindow(typed: TypedWindow, timeZone: string): ReturnType<typeof readWindow> {
  const key = `${typed.day} ${typed.from} ${typed.to} ${timeZone}`;
  const found = known.get(key) ?? readWindow(typed, timeZone);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

/** Null when it cannot be said; whatever is missing or wrong is reported at its cell. Times are in `timeZone`. */
export function readRowWindow(cell: CellOf, report: Report, timeZone: string): DeliveryWindow | null {
  const date = readDate(cell, report);
  const asWindow = cell('window') === '' ? null : readWindowText(cell('window'));
  if (cell('window') !== '' && !asWindow && (cell('from') === '' || cell('to') === '')) {
    report('window', 'notWindow');
    return null;
  }
  const from = readSide(cell, report, 'from');
  const to = readSide(cell, report, 'to');
  if (from && to) {
    const whole = wholeWindow(from, to, report, timeZone);
    if (whole !== undefined) return whole;
  }
  const typed = {
    from: (from && clockOf(from, timeZone)) ?? asWindow?.from ?? '',
    to: (to && clockOf(to, timeZone)) ?? asWindow?.to ?? '',
  };
  const day = (from && dayOf(from, timeZone)) ?? asWindow?.day ?? date;
  if (day === null && cell('date') === '') report('date', 'required');
  for (const side of ['from', 'to'] as const) {
    if (typed[side] === '' && cell(side) === '') report(cell('window') === '' ? 'window' : side, 'required');
  }
  if (day === null || typed.from === '' || typed.to === '') return null;
  const read = knownWindow({ day, ...typed }, timeZone);
  if (read.ok) return read.window;
  report(cell('to') === '' ? 'window' : 'to', 'windowReversed');
  return null;
}
