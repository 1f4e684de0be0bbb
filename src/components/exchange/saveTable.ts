/** A table as a file of either kind, handed to the downloads. Fetched with the first file that somebody asks for. */
import type { ExportTable } from '#src/domain/orderExport.ts';
import { csvText, exportFileName } from '#src/domain/orderExport.ts';
import { saveFile } from './saveFile.ts';
import { xlsxBlob } from './xlsxFile.ts';

export type TableFormat = 'csv' | 'xlsx';

/**
 * @param named parts of the file's name; this moment is added in `timeZone`.
 * @returns the name of the file.
 */
export async function saveTable(
  table: ExportTable,
  format: TableFormat,
  { named, sheet, timeZone }: { named: readonly string[]; sheet: string; timeZone: string },
): Promise<string> {
  const name = exportFileName(named, Date.now(), timeZone, format);
  const blob =
    format === 'csv'
      ? new Blob([csvText(table)], { type: 'text/csv;charset=utf-8' })
      : await xlsxBlob(table, sheet);
  saveFile(blob, name);
  return name;
}
