/** Turns a pasted text or a file into a table. Spreadsheet and CSV readers are fetched when they are needed. */
import type { ImportTable, RawCell, TableProblem } from '#src/domain/orderImportTable.ts';
import { readTable } from '#src/domain/orderImportTable.ts';
import { isMissingPart, loadPart } from '#src/lib/lazyPart.ts';
import { readXlsx } from './xlsxFile.ts';

export const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
/** Ten thousand rows of fifty long cells; a small archive can hold far more than that. */
const MOST_UNPACKED = 160 * MEGABYTE;

export type SourceProblem =
  TableProblem | 'tooLarge' | 'tooLargeInside' | 'oldExcel' | 'unreadable' | 'updated';
export type SourceReading = { ok: true; table: ImportTable } | { ok: false; problem: SourceProblem };

/** What Excel, banks and 1C write: UTF-8, UTF-16 with its mark, and Windows-1251 where it is none of them. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** By the heads: they hold no free text, while addresses below them are full of commas. One head = one column. */
function separatorOf(text: string): string {
  const heads =
    text
      .trimStart()
      .slice(0, 20_000)
      .split(/[\r\n]/, 1)[0] ?? '';
  const bare = heads.replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((separator) => bare.includes(separator)) ?? '\t';
}

/** Rows of a CSV text; tab, semicolon or comma is found out from the text itself. */
async function csvRows(marked: string): Promise<string[][]> {
  const { default: papa } = await loadPart(() => import('papaparse'));
  const text = marked.replace(/^\uFEFF/, '');
  // Not in its own thread: that would be a worker made of a blob, which our Content-Security-Policy forbids.
  return papa.parse<string[]>(text, { delimiter: separatorOf(text), worker: false }).data;
}

/** A table that was pasted. `oneRow`: see `readTable`. */
export async function readPasted(text: string, oneRow = false): Promise<SourceReading> {
  if (text.length > MOST_MEGABYTES * MEGABYTE) return { ok: false, problem: 'tooLarge' };
  return readTable(await csvRows(text), oneRow);
}

async function cellsOf(file: Blob): Promise<RawCell[][] | SourceProblem> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] === 0xd0 && head[1] === 0xcf) return 'oldExcel';
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    return csvRows(decodeText(new Uint8Array(await file.arrayBuffer())));
  try {
    return await readXlsx(file, MOST_UNPACKED);
  } catch (error) {
    if (isMissingPart(error)) throw error;
    return error instanceof RangeError ? 'tooLargeInside' : 'unreadable';
  }
}

/** A table in a file: XLSX or CSV, by what is in it and not by its name. `oneRow`: see `readTable`. */
export async function readFile(file: Blob, oneRow = false): Promise<SourceReading> {
  if (file.size > MOST_MEGABYTES * MEGABYTE) return { ok: false, problem: 'tooLarge' };
  const cells = await cellsOf(file);
  return typeof cells === 'string' ? { ok: false, problem: cells } : readTable(cells, oneRow);
}
