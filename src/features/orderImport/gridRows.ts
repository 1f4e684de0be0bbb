/** What the grid of rows shows beside the cells: the state of each row, which rows are shown, how wide columns are. */
import type { ImportColumns, ImportOrder } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import type { CellError } from '#src/domain/orderImportReport.ts';
import type { Outcome } from './importRun.ts';
import type { Checked } from './useCheck.ts';

export type RowState =
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'wrong'; errors: readonly CellError[] }
  /** Nothing is wrong here, but in `row` of the file, which belongs to the same order. */
  | { kind: 'sibling'; row: number }
  | { kind: 'exists' }
  /** A further position of the order that begins in `row` of the file. */
  | { kind: 'part'; row: number }
  | { kind: 'good' };

export function orderOfRow({ check }: Checked, row: number): ImportOrder | undefined {
  return check.orders[check.orderOf[row] ?? -1];
}

export function rowState(checked: Checked, outcomes: ReadonlyMap<string, Outcome>, row: number): RowState {
  const { check, table } = checked;
  const errors = check.errors.get(row);
  if (errors) return { kind: 'wrong', errors };
  const order = orderOfRow(checked, row);
  if (!order?.write) {
    const wrong = order?.rows.find((other) => check.errors.has(other));
    return { kind: 'sibling', row: table.firstRow + (wrong ?? row) };
  }
  const outcome = outcomes.get(order.orderId);
  if (outcome) return { kind: 'outcome', outcome };
  const first = order.rows[0] ?? row;
  if (first !== row) return { kind: 'part', row: table.firstRow + first };
  return { kind: order.exists ? 'exists' : 'good' };
}

/** Rows to look at again: wrong cells, and orders that iRECA did not take. */
export function needsWork(checked: Checked, outcomes: ReadonlyMap<string, Outcome>, row: number): boolean {
  const state = rowState(checked, outcomes, row);
  if (state.kind === 'outcome') return state.outcome.state === 'failed' || state.outcome.state === 'unknown';
  return state.kind === 'wrong' || state.kind === 'sibling';
}

const WIDE = new Set<ImportField>([
  'address',
  'fromAddress',
  'description',
  'good',
  'goodTitle',
  'goodDescription',
]);
const NARROW = new Set<ImportField>([
  'count',
  'price',
  'discount',
  'home',
  'apartment',
  'paid',
  'agreed',
  'postindex',
  'date',
  'from',
  'to',
  'tax',
  'unit',
  'weight',
]);

/** px, by what stands in the columns. */
export const columnWidths = (columns: ImportColumns): number[] =>
  columns.map((field) => (field === null ? 120 : WIDE.has(field) ? 250 : NARROW.has(field) ? 104 : 150));
