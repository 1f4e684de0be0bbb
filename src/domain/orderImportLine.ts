/** The goods of one row of an imported table. */
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { WriteGood } from '#src/contracts/ireca/orderWrite.ts';
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { readMoney, readNumber } from '#src/domain/orderImportCells.ts';
import type { ImportReferences } from '#src/domain/orderImportReferences.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import type { CellOf, Report } from '#src/domain/orderImportReport.ts';
import { readReference, readSum } from '#src/domain/orderImportReport.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';

/** Without its place among the others: that is known when the rows of the order are together. */
export type ImportLine = Omit<WriteGood, 'position'>;

const NAMES = ['goodId', 'article', 'good', 'goodTitle'] as const;

/** True when the row says anything about goods. */
const holdsGoods = (cell: CellOf) =>
  [...NAMES, 'count', 'price'].some((field) => cell(field as ImportField) !== '');

/** The most certain name that the row gives decides; a title beside an id is only for people. */
function readGood(cell: CellOf, report: Report, references: ImportReferences): Good | null {
  const finders: Record<(typeof NAMES)[number], Finder<Good>> = {
    goodId: references.goodById,
    article: references.goodByArticle,
    good: references.good,
    goodTitle: references.goodByTitle,
  };
  const field = NAMES.find((name) => cell(name) !== '');
  if (field) return readReference(cell, report, field, finders[field]);
  report('good', 'required');
  return null;
}

/** Three decimals at most, as cash desks count. */
function readCount(cell: CellOf, report: Report, field: 'count' | 'weight', least: number): number | null {
  const text = cell(field);
  if (text === '') return null;
  const count = readNumber(text);
  if (count === null) report(field, 'notNumber');
  else if (count < least) report(field, least === 0 ? 'negative' : 'notPositive');
  else if (field === 'count' && Math.abs(count * 1000 - Math.round(count * 1000)) > 1e-6)
    report(field, 'thousandths');
  else return count;
  return null;
}

function discountOf(
  cell: CellOf,
  report: Report,
  field: 'discount' | 'discountTotal',
  total: number,
): number {
  const text = cell(field).trim();
  const percent = field === 'discount' && text.endsWith('%') ? readNumber(text.slice(0, -1)) : null;
  if (percent !== null) return -Math.round((total * Math.abs(percent)) / 100);
  const read = readMoney(text);
  if ('kopecks' in read) return field === 'discount' ? -Math.abs(read.kopecks) : read.kopecks;
  report(field, read.error);
  return 0;
}

/**
 * Below zero: a discount, above: a surcharge (iRECA API text). In a column «Скидка» people write discounts without the
 * sign, or in per cent of the line; `discountTotal` is taken as iRECA means it.
 */
function readDiscount(cell: CellOf, report: Report, total: number): number {
  const field = cell('discountTotal') !== '' ? 'discountTotal' : 'discount';
  if (cell(field) === '') return 0;
  const sum = discountOf(cell, report, field, total);
  if (-sum > total) report(field, 'discountTooLarge');
  return sum === 0 ? 0 : sum;
}

/**
 * The position of goods that a row holds; null when it holds none. Without a column of counts each row is one piece;
 * without a price the good's own of the catalogue counts.
 */
export function readImportLine(
  cell: CellOf,
  report: Report,
  references: ImportReferences,
): ImportLine | null {
  if (!holdsGoods(cell)) return null;
  const good = readGood(cell, report, references);
  const count = readCount(cell, report, 'count', 1e-9) ?? 1;
  const price = readSum(cell, report, 'price') ?? (cell('price') === '' ? (good?.price ?? null) : null);
  if (price === null && good && cell('price') === '') report('price', 'noPrice');
  const total = lineTotal(price ?? 0, count);
  const warehouseId = readReference(cell, report, 'warehouse', references.warehouse);
  return {
    goodId: good?.goodId ?? null,
    count,
    price: price ?? 0,
    total,
    discountTotal: price === null ? 0 : readDiscount(cell, report, total),
    taxId: readReference(cell, report, 'tax', references.tax),
    unit: cell('unit') === '' ? (good?.unit ?? '') : cell('unit'),
    vedCode: cell('vedCode'),
    countryCode: cell('countryCode'),
    customDeclarationCode: cell('customDeclarationCode'),
    markValue: cell('markValue'),
    markBinaryValue: cell('markBinaryValue'),
    weight: readCount(cell, report, 'weight', 0) ?? good?.weight ?? null,
    description: cell('goodDescription'),
    warehouses: warehouseId === null ? [] : [{ warehouseId, count }],
    specificities: [],
  };
}
