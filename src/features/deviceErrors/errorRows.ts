/** Errors of tills as rows of a table: with names instead of ids, searched, filtered and sorted. */
import type { TableSort } from '#src/components/records/DataTable.tsx';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { Device, DeviceError } from '#src/domain/deviceErrors.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { wallTimes } from '#src/domain/wallTime.ts';
import { NOBODY } from '#src/lib/paths.ts';
import { fold } from '#src/lib/text.ts';

export type ErrorRow = DeviceError & {
  /** '' = none given. */
  courier: string;
  /** What people call the order; '' = none given. */
  order: string;
  seen: boolean;
  /** Null: iRECA does not say. */
  onShift: boolean | null;
};

export type ErrorFilter = {
  q: string;
  device: Device | null;
  /** An id, `NOBODY`, or '' for all. */
  courier: string;
  unseen: boolean;
};

export const ERROR_SORTS = ['at', 'device', 'error', 'amount', 'order', 'courier'] as const;
type ErrorSort = (typeof ERROR_SORTS)[number];

type Names = {
  directory: CourierDirectory | undefined;
  shiftsKnown: boolean;
  orders: ReadonlyMap<string, DispatchOrder> | undefined;
  seen: ReadonlyMap<string, unknown>;
  /** For a courier that no list knows. */
  courierNumber: (id: string) => string;
};

/** One row per error, in the order given. */
export function errorRows(errors: readonly DeviceError[], names: Names): ErrorRow[] {
  return errors.map((error) => {
    const { courierId, orderId } = error;
    const courier = courierId === null ? undefined : names.directory?.byId.get(courierId);
    return {
      ...error,
      courier: courierId === null ? '' : courier?.title || names.courierNumber(courierId),
      order: orderId === null ? '' : (names.orders?.get(`ireca:${orderId}`)?.number ?? orderId),
      seen: names.seen.has(error.key),
      onShift: names.shiftsKnown && courierId !== null ? (courier?.onShift ?? false) : null,
    };
  });
}

const hay = (row: ErrorRow): string =>
  fold(
    [
      row.errorText,
      row.errorCode,
      row.serialNumber,
      row.cardNumber,
      row.paymentSystem,
      row.order,
      row.orderId ?? '',
      row.courier,
    ].join(' '),
  );

/** @param kept keys that stay although they were marked: what one just pressed does not vanish under the hand. */
export function errorTest(
  { q, device, courier, unseen }: ErrorFilter,
  kept: ReadonlySet<string>,
): (row: ErrorRow) => boolean {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '');
  return (row) =>
    (device === null || row.device === device) &&
    (courier === '' || (row.courierId ?? NOBODY) === courier) &&
    (!unseen || !row.seen || kept.has(row.key)) &&
    (words.length === 0 || words.every((word) => hay(row).includes(word)));
}

export const SORT_VALUE: Record<ErrorSort, (row: ErrorRow) => string | number | null> = {
  at: (row) => row.at,
  device: (row) => row.device,
  error: (row) => row.errorText,
  amount: (row) => row.amount,
  order: (row) => row.order,
  courier: (row) => row.courier,
};

const collator = new Intl.Collator('ru', { numeric: true });

/** Without a sort as they stand, the newest first; what has no value stands last either way. */
export function sortedErrorRows(rows: ErrorRow[], sort: TableSort | null): ErrorRow[] {
  const column = ERROR_SORTS.find((name) => name === sort?.column);
  if (!sort || !column) return rows;
  const sign = sort.down ? -1 : 1;
  const valueOf = (row: ErrorRow) => SORT_VALUE[column](row) || null;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`));
  });
}

const EXPORTED = [
  'at',
  'device',
  'serialNumber',
  'errorCode',
  'errorText',
  'amount',
  'cardNumber',
  'paymentSystem',
  'order',
  'orderId',
  'courier',
  'courierId',
  'seen',
] as const;
type Exported = (typeof EXPORTED)[number];

type ExportWords = {
  heads: Record<Exported, string>;
  deviceTitle: Record<Device, string>;
  yes: string;
  no: string;
};

/** What is shown, for a spreadsheet: times in the configured zone, money in roubles. */
export function errorExport(rows: readonly ErrorRow[], timeZone: string, t: ExportWords): ExportTable {
  const wall = wallTimes(timeZone);
  return {
    heads: EXPORTED.map((name) => t.heads[name]),
    rows: rows.map((row) => [
      wall(row.at),
      t.deviceTitle[row.device],
      row.serialNumber || null,
      row.errorCode || null,
      row.errorText || null,
      row.amount === null ? null : row.amount / 100,
      row.cardNumber || null,
      row.paymentSystem || null,
      row.order || null,
      row.orderId,
      row.courier || null,
      row.courierId,
      row.seen ? t.yes : t.no,
    ]),
  };
}
