/** A table that came from a spreadsheet, as plain text cells: what is checked, shown and mended. */

/** A cell as spreadsheets give it. Dates come as the clock shows them, written as if it were GMT. */
export type RawCell = string | number | boolean | Date | null | undefined;

export type ImportTable = {
  heads: string[];
  /** As many cells as there are heads. A changed row is a new array: unchanged ones keep what was read of them. */
  rows: (readonly string[])[];
  /** How many rows of the file stand above the first of `rows`: for naming rows as the spreadsheet does. */
  firstRow: number;
};

export type TableProblem = 'empty' | 'onlyHead' | 'tooManyRows';

/** More rows than anybody makes in a day, and few enough to be checked while one waits. */
export const MOST_ROWS = 10_000;

const DAY_MS = 24 * 60 * 60_000;
/** Excel's day 1. A time without a day is a part of its day 0. */
const SPREADSHEET_BEGINNING = Date.UTC(1900, 0, 1);
const MINUTE = 60_000;

/** «2026-11-21», «2026-11-21 14:00» or «14:00»: whole minutes, for Excel keeps times as fractions of a day. */
function dateText(date: Date): string {
  const ms = Math.round(date.getTime() / MINUTE) * MINUTE;
  if (Number.isNaN(ms)) return '';
  const iso = new Date(ms).toISOString();
  const time = iso.slice(11, 16);
  if (ms < SPREADSHEET_BEGINNING) return time;
  return ms % DAY_MS === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** The fifteen digits that spreadsheets show: 0.1 + 0.2 is 0.3 there. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** What a cell says, as text. Our own exports put an apostrophe before what a spreadsheet might take for a formula. */
export function cellText(cell: RawCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberText(cell) : '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  const text = cell.replace(/\u00a0/g, ' ').trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/**
 * The table of raw cells: the first row that is not empty holds the heads, empty rows are left out.
 * @param oneRow a single row is taken for a row without heads, not for heads without rows.
 * @returns why not, when there is nothing to import or more than can be.
 */
export function readTable(
  cells: readonly (readonly RawCell[])[],
  oneRow = false,
): { ok: true; table: ImportTable } | { ok: false; problem: TableProblem } {
  const texts = cells.map((row) => row.map(cellText));
  const headAt = texts.findIndex((row) => row.some((text) => text !== ''));
  const heads = texts[headAt];
  if (!heads) return { ok: false, problem: 'empty' };
  const rows = texts.slice(headAt + 1).filter((row) => row.some((text) => text !== ''));
  if (rows.length === 0 && oneRow) return { ok: true, table: withoutHeads(heads, [], headAt + 2) };
  if (rows.length === 0) return { ok: false, problem: 'onlyHead' };
  if (rows.length > MOST_ROWS) return { ok: false, problem: 'tooManyRows' };
  let width = heads.length;
  while (width > 0 && heads[width - 1] === '' && rows.every((row) => (row[width - 1] ?? '') === ''))
    width -= 1;
  for (const row of rows) {
    let used = row.length;
    while (used > width && row[used - 1] === '') used -= 1;
    width = Math.max(width, used);
  }
  const fill = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '');
  return { ok: true, table: { heads: fill(heads), rows: rows.map(fill), firstRow: headAt + 2 } };
}

/** A table whose heads turned out to be a row like the others. */
export function withoutHeads(
  heads: readonly string[],
  rows: ImportTable['rows'],
  firstRow: number,
): ImportTable {
  return { heads: heads.map(() => ''), rows: [heads, ...rows], firstRow: firstRow - 1 };
}

/** A table whose first row turned out to be its heads. */
export function withHeads({ heads, rows, firstRow }: ImportTable): ImportTable {
  const [first = heads, ...rest] = rows;
  return { heads: [...first], rows: rest, firstRow: firstRow + 1 };
}

/** The table with one cell changed. */
export function withCell(table: ImportTable, row: number, column: number, text: string): ImportTable {
  const rows = table.rows.slice();
  rows[row] = (rows[row] ?? []).with(column, text);
  return { ...table, rows };
}
