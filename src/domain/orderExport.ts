/** The orders of a view as a table for a spreadsheet: times in the configured zone with its offset, numbers as numbers. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { parseGmt, zoneFormatter } from '#src/lib/dates.ts';
import { formatPhone } from '#src/lib/phone.ts';

/** A moment as a spreadsheet keeps it: what the clock of the zone shows, written as if it were GMT (epoch ms). */
export type WallTime = { wall: number };
/** Null = empty. Numbers stay numbers. */
export type ExportCell = string | number | WallTime | null;
export type ExportTable = { heads: string[]; rows: ExportCell[][] };

export const EXPORT_COLUMNS = [
  'number',
  'id',
  'system',
  'status',
  'date',
  'window',
  'from',
  'to',
  'slack',
  'address',
  'latitude',
  'longitude',
  'client',
  'phone',
  'courier',
  'warehouses',
  'amount',
  'prepaid',
  'kind',
  'payment',
  'paid',
  'comment',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** Everything that turns an id into words. */
export type ExportContext = {
  /** Epoch ms. */
  now: number;
  timeZone: string;
  directory: CourierDirectory;
  systemTitle: (system: DispatchOrder['system']) => string;
  statusTitle: (order: DispatchOrder) => string;
  /** '' when it is not known. */
  paymentTitle: (paymentTypeId: string) => string;
  kindOf: (order: DispatchOrder) => PaymentKind | null;
  kindTitle: (kind: PaymentKind) => string;
  yesNo: (yes: boolean) => string;
};

const MINUTE = 60_000;

/** What the clock of the zone shows, as if it were GMT. */
function wallOf(ms: number, timeZone: string): number {
  const { dayKey, timeSeconds } = zoneFormatter(timeZone, 'en-GB');
  return parseGmt(`${dayKey(ms)} ${timeSeconds(ms)}`) ?? ms;
}

/** ISO 8601 with the zone's offset at that moment: `2026-11-21T14:00+03:00`. */
export function isoInZone(ms: number, timeZone: string): string {
  const wall = wallOf(ms, timeZone);
  const offset = Math.round((wall - Math.floor(ms / 1000) * 1000) / MINUTE);
  const size = Math.abs(offset);
  const two = (part: number) => String(part).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(wall).toISOString().slice(0, 16)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** «21.11.2026» of a moment that is written as if it were GMT, with «14:00» unless it is a day. */
export function wallText(wall: number): string {
  const iso = new Date(wall).toISOString();
  const day = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
  return iso.slice(11, 16) === '00:00' ? day : `${day} ${iso.slice(11, 16)}`;
}

/** «14:00–16:00», «до 16:00» without a beginning is only its end. */
function windowText({ windowFrom, windowTo }: DispatchOrder, timeZone: string): string {
  const { time } = zoneFormatter(timeZone, 'en-GB');
  const ends = [windowFrom, windowTo].flatMap((ms) => (ms === null ? [] : [time(ms)]));
  return ends.join('–');
}

const roubles = (kopecks: number | null): number | null => (kopecks === null ? null : kopecks / 100);

type Write = (order: DispatchOrder, context: ExportContext) => ExportCell;

const CELLS: Record<ExportColumn, Write> = {
  number: (order) => order.number,
  id: (order) => order.id,
  system: (order, { systemTitle }) => systemTitle(order.system),
  status: (order, { statusTitle }) => statusTitle(order),
  date: ({ windowFrom, windowTo }, { timeZone }) => {
    const ms = windowFrom ?? windowTo;
    return ms === null
      ? null
      : { wall: parseGmt(`${zoneFormatter(timeZone, 'en-GB').dayKey(ms)} 00:00:00`) ?? ms };
  },
  window: (order, { timeZone }) => windowText(order, timeZone) || null,
  from: ({ windowFrom }, { timeZone }) => (windowFrom === null ? null : isoInZone(windowFrom, timeZone)),
  to: ({ windowTo }, { timeZone }) => (windowTo === null ? null : isoInZone(windowTo, timeZone)),
  slack: (order, { now }) => latenessOf(order, now, 0).slackMinutes,
  address: (order) => order.address || null,
  latitude: ({ point }) => point?.latitude ?? null,
  longitude: ({ point }) => point?.longitude ?? null,
  client: (order) => order.client || null,
  // Without the plus: a spreadsheet would take it for the beginning of a formula.
  phone: (order) => formatPhone(order.phone).replace(/^\+/, '') || null,
  courier: (order, { directory }) =>
    courierOf(order, directory)?.title ?? order.courierId ?? order.courierLogin ?? null,
  warehouses: ({ pickUps }) =>
    [...new Set(pickUps.map((pickUp) => pickUp.title).filter((title) => title !== ''))].join('; ') || null,
  amount: (order) => roubles(order.amount),
  prepaid: (order) => roubles(order.prepaid),
  kind: (order, { kindOf, kindTitle }) => {
    const kind = kindOf(order);
    return kind === null ? null : kindTitle(kind);
  },
  payment: ({ paymentTypeId }, { paymentTitle }) =>
    paymentTypeId === null ? null : paymentTitle(paymentTypeId) || paymentTypeId,
  paid: ({ paid }, { yesNo }) => (paid === null ? null : yesNo(paid)),
  comment: (order) => order.comment || null,
};

/** The orders in their order, one row each. `heads`: the word over each column. */
export function exportTable(
  orders: readonly DispatchOrder[],
  heads: Record<ExportColumn, string>,
  context: ExportContext,
): ExportTable {
  return {
    heads: EXPORT_COLUMNS.map((column) => heads[column]),
    rows: orders.map((order) => EXPORT_COLUMNS.map((column) => CELLS[column](order, context))),
  };
}

const FORMULA = /^[=+\-@\t\r]/;
/** A separator, a quote or a line break would end the cell. */
const SPECIAL = /[";\r\n]/;

function csvCell(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = typeof cell === 'string' ? cell : wallText(cell.wall);
  // What people typed into a comment must not run in a spreadsheet.
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For Excel in Russia: UTF-8 with its mark, `;` between cells, a comma in decimals, CRLF between lines. */
export function csvText({ heads, rows }: ExportTable): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** «Заказы, Опаздывают, 2026-11-21 14-02.csv»: the view and the moment, without what file systems refuse. */
export function exportFileName(
  parts: readonly string[],
  now: number,
  timeZone: string,
  extension: 'csv' | 'xlsx',
): string {
  const { dayKey, time } = zoneFormatter(timeZone, 'en-GB');
  const named = [...parts.filter((part) => part !== ''), `${dayKey(now)} ${time(now).replace(':', '-')}`];
  const clean = named
    .join(', ')
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .slice(0, 120)
    .trim();
  return `${clean}.${extension}`;
}
