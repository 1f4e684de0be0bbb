/** In which order rows of a pasted table are sent, and how many at once; and the next free numbers for those without one. */
import type { Row } from '#src/contracts/wire.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import { nextFreeId } from '#src/domain/recordIds.ts';

/** Few enough that a refusal is soon found, and that stopping does not take long. */
const MOST_ROWS = 100;
/** Letters of JSON; the proxy takes two megabytes, and a letter may be three bytes. */
const MOST_LETTERS = 400_000;

/** The same, each after the one that it stands below: iRECA may look it up. `parentOf` '' = nobody. */
export function parentsFirst<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  parentOf: (item: T) => string,
): T[] {
  const byId = new Map(items.map((item) => [idOf(item), item]));
  const sorted = new Set<T>();
  for (const item of items) {
    // Up to the first that is sorted, or that has been passed: a circle is nobody's order.
    const line = new Set<T>();
    let above: T | undefined = item;
    while (above !== undefined && !sorted.has(above) && !line.has(above)) {
      line.add(above);
      above = byId.get(parentOf(above));
    }
    for (const one of [...line].reverse()) sorted.add(one);
  }
  return [...sorted];
}

/** Parts of at most a hundred rows that are no longer than what the proxy takes. */
export function packsOf<T extends { row: Row }>(items: readonly T[]): T[][] {
  const packs: T[][] = [];
  let pack: T[] = [];
  let letters = 0;
  for (const item of items) {
    const length = JSON.stringify(item.row).length;
    if (pack.length > 0 && (pack.length >= MOST_ROWS || letters + length > MOST_LETTERS)) {
      packs.push(pack);
      pack = [];
      letters = 0;
    }
    pack.push(item);
    letters += length;
  }
  return pack.length > 0 ? [...packs, pack] : packs;
}

/**
 * The table with the next free numbers written into the cells of rows that have none.
 * @param column where ids stand. @param taken ids that iRECA has, those of deleted records too.
 */
export function numberRows(table: ImportTable, column: number, taken: Iterable<string>): ImportTable {
  const typed = table.rows.map((row) => row[column] ?? '').filter((id) => /^\d+$/.test(id));
  let next = Number(nextFreeId([...taken, ...typed]));
  const rows = table.rows.map((row) => {
    if ((row[column] ?? '').trim() !== '') return row;
    const id = String(next);
    next += 1;
    return row.with(column, id);
  });
  return { ...table, rows };
}

/** The table with an empty column before the others. */
export const withColumnBefore = (table: ImportTable, head: string): ImportTable => ({
  ...table,
  heads: [head, ...table.heads],
  rows: table.rows.map((row) => ['', ...row]),
});
