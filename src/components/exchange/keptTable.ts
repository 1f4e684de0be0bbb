/** A table that is being worked on, kept in this tab: a reload loses neither it nor what was mended in it. */
import type { ImportTable } from '#src/domain/orderImportTable.ts';

/** `name`: the file's; '' = it was pasted. `columns`: the field that each column holds, null = it is left out. */
export type Loaded<Field extends string> = {
  name: string;
  table: ImportTable;
  columns: readonly (Field | null)[];
};

/** Which table, and whose: two people at one computer do not see each other's. */
export type KeptPlace<Field extends string> = { key: string; fields: ReadonlySet<Field> };

/** Two bytes a letter; browsers give a tab five megabytes for everything. */
const MOST_LETTERS = 1024 * 1024;

/** @returns false when it is too large to be kept; what was kept before is forgotten then. */
export function keepTable<Field extends string>(key: string, loaded: Loaded<Field>): boolean {
  const text = JSON.stringify(loaded);
  try {
    if (text.length > MOST_LETTERS) throw new RangeError('too large');
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    forgetTable(key);
    return false;
  }
}

export function forgetTable(key: string): void {
  sessionStorage.removeItem(key);
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function isLoaded<Field extends string>(value: unknown, fields: ReadonlySet<Field>): value is Loaded<Field> {
  if (typeof value !== 'object' || value === null) return false;
  const { name, table, columns } = value as Partial<Loaded<Field>>;
  return (
    typeof name === 'string' &&
    typeof table === 'object' &&
    isTexts(table.heads) &&
    Array.isArray(table.rows) &&
    table.rows.every(isTexts) &&
    typeof table.firstRow === 'number' &&
    Array.isArray(columns) &&
    columns.every((field: Field | null) => field === null || fields.has(field))
  );
}

/** What an earlier visit of this tab left; null when there is nothing, or nothing that can be read. */
export function keptTable<Field extends string>({ key, fields }: KeptPlace<Field>): Loaded<Field> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isLoaded(kept, fields) ? kept : null;
  } catch {
    return null;
  }
}
