/** The couriers as they stand in the table, for a spreadsheet: times in the configured zone, numbers as numbers. */
import type { ExportCell, ExportTable } from '#src/domain/orderExport.ts';
import { parseGmt, zoneFormatter } from '#src/lib/dates.ts';
import { formatPhone } from '#src/lib/phone.ts';
import type { CourierRow } from './courierRows.ts';

const EXPORTED = [
  'id',
  'title',
  'phone',
  'role',
  'shift',
  'since',
  'device',
  'open',
  'late',
  'atRisk',
  'seenAt',
  'latitude',
  'longitude',
] as const;
type Exported = (typeof EXPORTED)[number];

type Context = {
  heads: Record<Exported, string>;
  timeZone: string;
  shift: (onShift: boolean) => string;
};

const DEGREES = 1e6;

/** One row per courier. What is not known stays empty, and is no zero. */
export function courierExport(rows: readonly CourierRow[], { heads, timeZone, shift }: Context): ExportTable {
  const { dayKey, timeSeconds } = zoneFormatter(timeZone, 'en-GB');
  const wall = (ms: number | null | undefined): ExportCell =>
    ms === null || ms === undefined ? null : { wall: parseGmt(`${dayKey(ms)} ${timeSeconds(ms)}`) ?? ms };
  const degrees = (value: number | undefined) =>
    value === undefined ? null : Math.round(value * DEGREES) / DEGREES;
  const cells = (row: CourierRow): Record<Exported, ExportCell> => ({
    id: row.courierId,
    title: row.title,
    // Without the plus: a spreadsheet would take it for the beginning of a formula.
    phone: formatPhone(row.phone).replace(/^\+/, '') || null,
    role: row.role || null,
    shift: row.onShift === null ? null : shift(row.onShift),
    since: wall(row.since),
    device:
      row.devices.map(({ deviceTitle, deviceId }) => deviceTitle || (deviceId ?? '')).join('; ') || null,
    open: row.load?.open ?? null,
    late: row.load?.late ?? null,
    atRisk: row.load?.atRisk ?? null,
    seenAt: wall(row.position?.at),
    latitude: degrees(row.position?.point.latitude),
    longitude: degrees(row.position?.point.longitude),
  });
  return {
    heads: EXPORTED.map((name) => heads[name]),
    rows: rows.map((row) => {
      const made = cells(row);
      return EXPORTED.map((name) => made[name]);
    }),
  };
}
