/** Correction receipts as rows of a table and as a file. */
import type { Correction } from '#src/contracts/ireca/fiscal.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { wallTimes } from '#src/domain/wallTime.ts';

/** `courier`: the name; '' = the receipt names none. */
export type CorrectionRow = Correction & { courier: string };

export const correctionRows = (
  records: readonly Correction[],
  nameOf: (courierId: string) => string,
): CorrectionRow[] =>
  records.map((one) => ({ ...one, courier: one.courierId === null ? '' : nameOf(one.courierId) }));

/** Kopecks of all that name a sum; null when none does. */
export function totalOf(rows: readonly CorrectionRow[]): number | null {
  const sums = rows.flatMap(({ amount }) => amount ?? []);
  return sums.length === 0 ? null : sums.reduce((sum, amount) => sum + amount, 0);
}

const EXPORTED = ['at', 'id', 'courier', 'courierId', 'serialNumber', 'amount'] as const;

/** Times in the configured zone, money in roubles. */
export function correctionExport(
  rows: readonly CorrectionRow[],
  timeZone: string,
  heads: Record<(typeof EXPORTED)[number], string>,
): ExportTable {
  const wall = wallTimes(timeZone);
  return {
    heads: EXPORTED.map((name) => heads[name]),
    rows: rows.map((row) => [
      wall(row.commandExecutedAt),
      row.correctionReceiptId,
      row.courier || null,
      row.courierId,
      row.serialNumber || null,
      row.amount === null ? null : row.amount / 100,
    ]),
  };
}
