/** Single cells of a table that is pasted into a list: text as people write it → a value of the field's kind. */
import type { FieldSpec } from '#src/domain/declaration.ts';
import { readDay, readMoney, readNumber } from '#src/domain/orderImportCells.ts';
import type { FieldError, FieldValue, StockLine } from '#src/domain/recordDraft.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import { AMBIGUOUS } from '#src/domain/recordFinder.ts';
import { knownPoint } from '#src/lib/geo.ts';

/** Why a cell cannot stay as it is: what a form would say too, and what only a table can hold. */
export type PasteProblem =
  | FieldError
  | 'notMoney'
  | 'fractions'
  | 'notNumber'
  | 'ambiguous'
  | 'stockShape'
  | 'pointShape'
  /** `detail`: the row that has the same id. */
  | 'repeated';

type CellReading = { value: FieldValue } | { problem: PasteProblem };

/** Nothing is found: the list that the field points into is not at hand. */
const NOBODY: Finder<string> = () => undefined;

/** «Основной: 12; Малый = 3» → lines; null when it is not of that shape. A warehouse is named by its id or title. */
function readStock(text: string, find: Finder<string>): CellReading {
  const lines: StockLine[] = [];
  for (const part of text.split(/[;\n]/).filter((one) => one.trim() !== '')) {
    const match = /^(.+?)\s*[:=×]\s*([^:=×]+)$/.exec(part.trim());
    const count = match ? readNumber(match[2] ?? '') : null;
    if (!match || count === null) return { problem: 'stockShape' };
    const warehouseId = find((match[1] ?? '').trim());
    if (warehouseId === AMBIGUOUS) return { problem: 'ambiguous' };
    if (warehouseId === undefined) return { problem: 'unknownReference' };
    lines.push({ warehouseId, count });
  }
  return { value: lines };
}

/** «59.9386, 30.3141» or «59,9386; 30,3141». */
function readPoint(text: string): CellReading {
  const parts = /;/.test(text) ? text.split(';') : text.split(/,\s+|\s+/);
  const [latitude = null, longitude = null, ...rest] = parts.map((part) => readNumber(part.trim()));
  const point = rest.length === 0 ? knownPoint(latitude, longitude) : null;
  return point ? { value: point } : { problem: 'pointShape' };
}

/**
 * The value of a cell that is not empty. What it must be like is for `checkRecord` to say.
 * @param find in the list that the field points into.
 */
export function readRecordCell(field: FieldSpec, text: string, find: Finder<string> = NOBODY): CellReading {
  switch (field.kind) {
    case 'money': {
      const money = readMoney(text);
      return 'error' in money ? { problem: money.error } : { value: money.kopecks };
    }
    case 'number': {
      const value = readNumber(text);
      return value === null ? { problem: 'notNumber' } : { value };
    }
    case 'day': {
      const day = readDay(text);
      return day === null ? { problem: 'dayShape' } : { value: day };
    }
    case 'reference': {
      const found = find(text);
      if (found === AMBIGUOUS) return { problem: 'ambiguous' };
      return found === undefined ? { problem: 'unknownReference' } : { value: found };
    }
    case 'stock':
      return readStock(text, find);
    case 'point':
      return readPoint(text);
    case 'text':
      return { value: text };
  }
}
