/** Orders out of an imported table: rows of one id together, checked, and ready to be sent. */
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { ORDER_FIELDS } from '#src/domain/orderImportFields.ts';
import type { ImportLine } from '#src/domain/orderImportLine.ts';
import type { ImportReferences } from '#src/domain/orderImportReferences.ts';
import type { CellError } from '#src/domain/orderImportReport.ts';
import type { ImportHead, RowReading } from '#src/domain/orderImportRow.ts';
import { readImportRow } from '#src/domain/orderImportRow.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { orderTotals } from '#src/domain/orderTotals.ts';

/** Which field each column holds; null = the column is left out. */
export type ImportColumns = readonly (ImportField | null)[];

export type ImportOrder = {
  /** As typed; '' when the row has none. */
  orderId: string;
  /** Indexes in `table.rows`, the first one carries the order's own cells. */
  rows: number[];
  /** Null while something is wrong with it. */
  write: OrderWrite | null;
  /** iRECA has an order of this id already. */
  exists: boolean;
};

export type ImportCheck = {
  orders: ImportOrder[];
  /** By row: what is wrong there. Rows without errors are not in it. */
  errors: ReadonlyMap<number, readonly CellError[]>;
  /** By row: index in `orders`. */
  orderOf: readonly number[];
};

const OWN = new Set<ImportField>(ORDER_FIELDS);

/** Reads rows, each once: a row that did not change is not read again. */
export function importReader(columns: ImportColumns, references: ImportReferences, timeZone: string) {
  const at = new Map<ImportField, number>();
  columns.forEach((field, index) => {
    if (field !== null) at.set(field, index);
  });
  const cellOf = (row: readonly string[]) => (field: ImportField) => {
    const index = at.get(field);
    return index === undefined ? '' : (row[index] ?? '');
  };
  const known = new WeakMap<readonly string[], RowReading>();
  const read = (row: readonly string[]): RowReading => {
    let reading = known.get(row);
    if (!reading) {
      reading = readImportRow(cellOf(row), references, timeZone);
      known.set(row, reading);
    }
    return reading;
  };
  return { read, cellOf };
}
export type ImportReader = ReturnType<typeof importReader>;

/** The order as iRECA documents it for writing. Sums are taken from the goods, where there are any. */
function writeOf(head: ImportHead, lines: readonly ImportLine[], amount: number): OrderWrite | null {
  if (!head.window || !head.to) return null;
  const named = head.firstname !== '' || head.lastname !== '' || head.email !== '';
  return {
    orderId: head.orderId,
    codeAlias: head.codeAlias,
    statusId: head.paid ? 1 : 0,
    deliveryStatusId: head.deliveryStatusId,
    isAgreed: head.agreed,
    returnReasonId: null,
    courierId: head.courierId,
    clientId: head.clientId,
    supplierId: head.supplierId,
    ...(head.clientId === null &&
      named && { client: { firstname: head.firstname, lastname: head.lastname, email: head.email } }),
    paymentId: head.paymentId,
    amountToPay: amount,
    prePaymentSum: head.prepayment,
    cash: head.cash,
    ...(head.from && { addressFromEntity: head.from }),
    addressToEntity: head.to,
    phone: head.phone,
    deliveryTimeFrom: head.window.from,
    deliveryTimeTo: head.window.to,
    description: head.description,
    goods: lines.map((line, index) => ({ ...line, position: index + 1 })),
  };
}

/** Sums that must agree: «сумма» may be meant with the discount or without it. */
function checkSums(
  head: ImportHead,
  lines: readonly ImportLine[],
  report: (error: CellError) => void,
): number {
  const { amountToPay, due } = orderTotals(lines, 0);
  if (lines.length === 0 && head.amount === null) report({ field: 'amount', problem: 'required' });
  const fits = head.amount === null || head.amount === amountToPay || head.amount === due;
  if (lines.length > 0 && !fits) report({ field: 'amount', problem: 'sumDiffers', detail: amountToPay });
  const whole = lines.length > 0 ? due : (head.amount ?? 0);
  if (head.prepayment > whole) report({ field: 'prepayment', problem: 'prepaymentTooLarge', detail: whole });
  return lines.length > 0 ? amountToPay : (head.amount ?? 0);
}

/** Rows by order id, in the order of the table; a row without an id is an order of its own. */
function groupRows(table: ImportTable, reader: ImportReader): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    const id = reader.cellOf(row)('orderId');
    const key = id === '' ? `row ${index}` : id;
    const rows = groups.get(key);
    if (rows) rows.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}

/** What is wrong with a further row of an order: it may add goods, and must not say otherwise than the first one. */
function furtherErrors(table: ImportTable, reader: ImportReader, first: number, index: number): CellError[] {
  const own = reader.cellOf(table.rows[index] ?? []);
  const base = reader.cellOf(table.rows[first] ?? []);
  const { line, errors } = reader.read(table.rows[index] ?? []);
  const found = errors.filter((error) => !OWN.has(error.field));
  const detail = table.firstRow + first;
  for (const field of ORDER_FIELDS) {
    const text = own(field);
    // Each row of a position may carry its own sum; only the first one's counts.
    if (text !== '' && text !== base(field)) found.push({ field, problem: 'differs', detail });
  }
  if (!line && found.length === 0) found.push({ field: 'orderId', problem: 'repeated', detail });
  return found;
}

/**
 * All orders of the table with what is wrong with them.
 * @param existing ids of the orders that iRECA has.
 */
export function checkImport(
  table: ImportTable,
  reader: ImportReader,
  existing: ReadonlySet<string>,
): ImportCheck {
  const errors = new Map<number, CellError[]>();
  const orders: ImportOrder[] = [];
  const orderOf: number[] = Array.from({ length: table.rows.length }, () => -1);
  for (const rows of groupRows(table, reader).values()) {
    const first = rows[0] ?? 0;
    const { head, line, errors: own } = reader.read(table.rows[first] ?? []);
    const found = [...own];
    const lines = line ? [line] : [];
    let right = true;
    for (const index of rows) {
      orderOf[index] = orders.length;
      if (index === first) continue;
      const wrong = furtherErrors(table, reader, first, index);
      if (wrong.length > 0) {
        errors.set(index, wrong);
        right = false;
      }
      const more = reader.read(table.rows[index] ?? []).line;
      if (more) lines.push(more);
    }
    // While a position is wrong, its sum is no measure for the order's.
    const amount = right && found.length === 0 ? checkSums(head, lines, (error) => found.push(error)) : 0;
    if (found.length > 0) errors.set(first, found);
    const good = right && found.length === 0;
    const orderId = head.orderId;
    orders.push({
      orderId,
      rows,
      write: good ? writeOf(head, lines, amount) : null,
      exists: existing.has(orderId),
    });
  }
  return { orders, errors, orderOf };
}

/** The table of only these rows, with a last column that says what was wrong: for mending it in a spreadsheet. */
export function failedTable(
  table: ImportTable,
  why: ReadonlyMap<number, string>,
  errorHead: string,
): string[][] {
  const kept = table.heads.map((_, index) => index).filter((index) => table.heads[index] !== errorHead);
  const pick = (row: readonly string[]) => kept.map((index) => row[index] ?? '');
  const rows = [...why].sort(([a], [b]) => a - b);
  return [
    [...pick(table.heads), errorHead],
    ...rows.map(([index, words]) => [...pick(table.rows[index] ?? []), words]),
  ];
}
