/** The table of an import, kept in this tab: a reload loses neither it nor what was mended in it. */
import type { ImportColumns } from '#src/domain/orderImport.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { IMPORT_FIELDS } from '#src/domain/orderImportFields.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';

/** `name`: the file's; '' = it was pasted. */
export type Loaded = { name: string; table: ImportTable; columns: ImportColumns };

/** Two bytes a letter; browsers give a tab five megabytes for everything. */
const MOST_LETTERS = 1024 * 1024;

const keyOf = (login: string) => `pult.import.${login}`;
const FIELDS = new Set<unknown>(IMPORT_FIELDS);

/** @returns false when it is too large to be kept; what was kept before is forgotten then. */
export function keepTable(login: string, loaded: Loaded): boolean {
  const text = JSON.stringify(loaded);
  try {
    if (text.length > MOST_LETTERS) throw new RangeError('too large');
    sessionStorage.setItem(keyOf(login), text);
    return true;
  } catch {
    forgetTable(login);
    return false;
  }
}

export function forgetTable(login: string): void {
  sessionStorage.removeItem(keyOf(login));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function isLoaded(value: unknown): value is Loaded {
  if (typeof value !== 'object' || value === null) return false;
  const { name, table, columns } = value as Partial<Loaded>;
  return (
    typeof name === 'string' &&
    typeof table === 'object' &&
    isTexts(table.heads) &&
    Array.isArray(table.rows) &&
    table.rows.every(isTexts) &&
    typeof table.firstRow === 'number' &&
    Array.isArray(columns) &&
    columns.every((field: ImportField | null) => field === null || FIELDS.has(field))
  );
}

/** What an earlier visit of this tab left; null when there is nothing, or nothing that can be read. */
export function keptTable(login: string): Loaded | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(login)) ?? 'null');
    return isLoaded(kept) ? kept : null;
  } catch {
    return null;
  }
}
