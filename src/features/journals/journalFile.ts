/** A journal as the table of a file: one row for each error, one row for each changed field. */
import type { JournalError } from '#src/api/journals.ts';
import type { StoryChange } from '#src/domain/orderChange.ts';
import type { ExportCell, ExportTable } from '#src/domain/orderExport.ts';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { zoneFormatter } from '#src/lib/dates.ts';
import type { journals } from '#src/locales/ru/journals.ts';

type Words = Pick<typeof journals, 'table' | 'file'>;

/** `2026-11-21 14:02:31`, as the clock of the zone shows it: sorts and compares as text. */
function timeCell(at: number | null, timeZone: string): ExportCell {
  const { dayKey, timeSeconds } = zoneFormatter(timeZone, 'en-GB');
  return at === null ? null : `${dayKey(at)} ${timeSeconds(at)}`;
}

/** The head over times names the zone. */
const timeHead = (t: Words, timeZone: string): string =>
  `${t.table.time}, ${zoneFormatter(timeZone, t.file.locale).zoneName()}`;

const textCell = (text: string): ExportCell => (text === '' ? null : text);

type ErrorContext = {
  device: 'terminal' | 'recorder';
  timeZone: string;
  numberOf: (orderId: string) => string;
  nameOf: (courierId: string) => string;
};

/** Errors in their order; sums in roubles, codes and cards as text. */
export function errorsTable(errors: readonly JournalError[], t: Words, context: ErrorContext): ExportTable {
  const { device, timeZone, numberOf, nameOf } = context;
  const terminal = device === 'terminal';
  return {
    heads: [
      timeHead(t, timeZone),
      t.table.code,
      t.file.text,
      t.table.amount,
      t.table.order,
      t.file.orderId,
      t.table.courier,
      ...(terminal ? [t.table.card, t.table.paymentSystem, t.table.terminal] : [t.table.recorder]),
    ],
    rows: errors.map((one) => [
      timeCell(one.at, timeZone),
      textCell(one.errorCode),
      textCell(one.errorText),
      one.amount === null ? null : one.amount / 100,
      one.orderId === null ? null : numberOf(one.orderId),
      one.orderId,
      one.courierId === null ? null : nameOf(one.courierId),
      ...(terminal ? [textCell(one.cardNumber), textCell(one.paymentSystem)] : []),
      textCell(one.serialNumber),
    ]),
  };
}

type ChangesContext = {
  timeZone: string;
  number: string;
  nameOf: (courierId: string) => string;
  fieldTitle: (field: string) => string;
  valueText: (field: string, value: StoryChange['before']) => string;
};

/** Entries in their order: a row for each changed field, one row for an entry that names none. */
export function changesTable(entries: readonly StoryEntry[], t: Words, context: ChangesContext): ExportTable {
  const { timeZone, number, nameOf, fieldTitle, valueText } = context;
  const side = (field: string, value: StoryChange['before']): ExportCell =>
    value.kind === 'unsaid' ? null : textCell(valueText(field, value));
  return {
    heads: [
      t.table.order,
      timeHead(t, timeZone),
      t.file.event,
      t.table.courier,
      t.file.program,
      t.table.field,
      t.table.before,
      t.table.after,
    ],
    rows: entries.flatMap(({ at, eventName, who, program, changes }): ExportCell[][] => {
      const head = [
        number,
        timeCell(at, timeZone),
        textCell(t.file.events[eventName] ?? eventName),
        who === null ? null : nameOf(who),
        textCell(program),
      ];
      if (changes.length === 0) return [[...head, null, null, null]];
      return changes.map(({ field, before, after }) => [
        ...head,
        fieldTitle(field),
        side(field, before),
        side(field, after),
      ]);
    }),
  };
}
