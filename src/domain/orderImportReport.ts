/** How an imported table says what is wrong, and the two readers that every part of a row needs. */
import { readMoney } from '#src/domain/orderImportCells.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import { AMBIGUOUS } from '#src/domain/recordFinder.ts';

/** Why a cell cannot stay as it is; words are for the screen. */
export type CellProblem =
  | 'required'
  | 'notNumber'
  | 'notWhole'
  | 'notMoney'
  | 'fractions'
  | 'negative'
  | 'notPositive'
  | 'thousandths'
  | 'notDay'
  | 'notTime'
  | 'notWindow'
  | 'windowReversed'
  | 'notFlag'
  | 'notPhone'
  | 'notCoordinate'
  | 'pointHalf'
  | 'addressNotSplit'
  | 'unknown'
  | 'ambiguous'
  | 'statusNotNew'
  | 'discountTooLarge'
  | 'noPrice'
  | 'sumDiffers'
  | 'prepaymentTooLarge'
  | 'differs'
  | 'repeated';

/** `detail`: the sum that was expected, the row that says otherwise. */
export type CellError = { field: ImportField; problem: CellProblem; detail?: number };

/** Text of a field in this row, '' when the table has no such column. */
export type CellOf = (field: ImportField) => string;
export type Report = (field: ImportField, problem: CellProblem, detail?: number) => void;

/** Money that is never below zero; null when there is none, or when it cannot be read. */
export function readSum(cell: CellOf, report: Report, field: ImportField): number | null {
  const text = cell(field);
  if (text === '') return null;
  const read = readMoney(text);
  if ('error' in read) report(field, read.error);
  else if (read.kopecks < 0) report(field, 'negative');
  else return read.kopecks;
  return null;
}

/** What a cell names; null when it is empty, or names nothing we know. */
export function readReference<T>(
  cell: CellOf,
  report: Report,
  field: ImportField,
  find: Finder<T>,
): T | null {
  const text = cell(field);
  if (text === '') return null;
  const found = find(text);
  if (found === AMBIGUOUS) report(field, 'ambiguous');
  else if (found === undefined) report(field, 'unknown');
  else return found;
  return null;
}
