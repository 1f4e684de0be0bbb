/** What a press on the head of a column asks for. */
import type { DataColumn, TableSort } from './DataTable.tsx';

/** One way, then the other, then null: the order of the list itself. */
export function nextSort(
  { id, downFirst = false }: Pick<DataColumn<never>, 'id' | 'downFirst'>,
  sort: TableSort | null,
): TableSort | null {
  if (sort?.column !== id) return { column: id, down: downFirst };
  return sort.down === downFirst ? { column: id, down: !downFirst } : null;
}

/** Of the address: `price` or `-price`; null where the column is not known. */
export function sortFromText(text: string | null, columns: readonly string[]): TableSort | null {
  if (text === null) return null;
  const down = text.startsWith('-');
  const column = down ? text.slice(1) : text;
  return columns.includes(column) ? { column, down } : null;
}

export const sortText = ({ column, down }: TableSort): string => (down ? `-${column}` : column);
