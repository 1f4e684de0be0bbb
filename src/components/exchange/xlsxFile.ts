/** Spreadsheets written and read without workers (see `zipFile.ts`): one sheet, a frozen head, real numbers and dates. */
import type { ExportCell, ExportTable } from '#src/domain/orderExport.ts';
import type { RawCell } from '#src/domain/orderImportTable.ts';
import { loadPart } from '#src/lib/lazyPart.ts';
import { unpackedZip, zipOf } from './zipFile.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const DAY_MS = 24 * 60 * 60_000;
/** Day 0 of spreadsheets, 1899-12-30: they count a 29th of February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Cells of a spreadsheet hold no more. */
const LONGEST = 32_767;

/** Indexes of `cellXfs` in `STYLES`. */
const HEAD = 1;
const DATE = 2;
const MOMENT = 3;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without the control characters that XML cannot hold. */
const escaped = (text: string) =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .slice(0, LONGEST)
    .replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: ExportCell, place: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  const days = (cell.wall - DAY_ZERO) / DAY_MS;
  return `<c r="${place}" s="${Number.isInteger(days) ? DATE : MOMENT}"><v>${days}</v></c>`;
}

const rowXml = (cells: readonly ExportCell[], row: number, style: number) =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row}`, style)).join('')}</row>`;

/** As wide as what stands in it, within reason. */
function widths({ heads, rows }: ExportTable): string {
  const length = (cell: ExportCell) => (typeof cell === 'string' ? cell.length : cell === null ? 0 : 10);
  const columns = heads.map((head, at) => {
    let longest = head.length;
    for (const row of rows) longest = Math.max(longest, length(row[at] ?? null));
    const width = Math.min(48, Math.max(8, longest + 2));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

function sheetXml(table: ExportTable): string {
  const { heads, rows } = table;
  const last = `${columnName(Math.max(0, heads.length - 1))}${rows.length + 1}`;
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const body = [rowXml(heads, 1, HEAD), ...rows.map((row, at) => rowXml(row, at + 2, 0))].join('');
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>${widths(table)}<sheetData>${body}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** An XLSX file with one sheet of this name. */
export function xlsxBlob(table: ExportTable, sheetName: string): Promise<Blob> {
  const name = escaped(sheetName.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31));
  return zipOf(
    {
      '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
      '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': STYLES,
      'xl/worksheets/sheet1.xml': sheetXml(table),
    },
    TYPE,
  );
}

/**
 * The cells of the first sheet.
 * @param limit bytes that the file may hold unpacked.
 * @throws {RangeError} when it holds more; other errors when it is no spreadsheet.
 */
export async function readXlsx(file: Blob, limit: number): Promise<RawCell[][]> {
  const unpacked = await unpackedZip(await file.arrayBuffer(), limit);
  const { readSheet } = await loadPart(() => import('read-excel-file/universal'));
  // The library's types name the class `Date` where a value of it comes.
  return (await readSheet(unpacked)) as unknown as RawCell[][];
}
