/** One line of goods as it stands in a form: what `goods[]` of an iRECA order may hold, while it is being typed. */
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';

export type LineSpecificity = { specificityId: string; title: string; price: number; count: number };

/** Money is kopecks; null = not typed yet. */
export type GoodLine = {
  /** Names the row on screen; not sent. */
  key: string;
  /** Null: a line that names no good of the catalogue (the text allows it). */
  goodId: string | null;
  /** For people; the title is not sent. */
  title: string;
  article: string;
  count: number | null;
  price: number | null;
  /** For the whole line. Below zero: a discount; above: a surcharge. */
  discountTotal: number;
  /** Null: the good's own rate. */
  taxId: string | null;
  unit: string;
  weight: number | null;
  description: string;
  vedCode: string;
  countryCode: string;
  customDeclarationCode: string;
  markValue: string;
  markBinaryValue: string;
  /** Where it is picked up: one at most for now (iRECA API text). */
  warehouseId: string | null;
  specificities: LineSpecificity[];
};

/** What is wrong with a line, by field; words are for the screen. */
export type GoodLineError = 'required' | 'notPositive' | 'discountTooLarge' | 'notThousandths';
export type GoodLineErrors = Partial<
  Record<'goodId' | 'count' | 'price' | 'discountTotal' | 'weight', GoodLineError>
>;

/**
 * Checks a line before it is sent: count and price are required (iRECA API text), a count is above zero and has at most
 * three decimals, a discount is not larger than the line.
 * @returns null when nothing is wrong.
 */
export function checkGoodLine(line: GoodLine): GoodLineErrors | null {
  const errors: GoodLineErrors = {};
  if (line.goodId === null && line.title.trim() === '' && line.description.trim() === '')
    errors.goodId = 'required';
  if (line.count === null) errors.count = 'required';
  else if (line.count <= 0) errors.count = 'notPositive';
  else if (Math.abs(line.count * 1000 - Math.round(line.count * 1000)) > 1e-6)
    errors.count = 'notThousandths';
  if (line.price === null) errors.price = 'required';
  else if (line.price < 0) errors.price = 'notPositive';
  if (line.weight !== null && line.weight < 0) errors.weight = 'notPositive';
  if (
    line.price !== null &&
    line.count !== null &&
    line.count > 0 &&
    line.price >= 0 &&
    -line.discountTotal > lineTotal(line.price, line.count)
  ) {
    errors.discountTotal = 'discountTooLarge';
  }
  return Object.keys(errors).length === 0 ? null : errors;
}

/** A key that no line has yet. */
export function freshKey(lines: readonly Pick<GoodLine, 'key'>[]): string {
  const taken = new Set(lines.map(({ key }) => key));
  let number = lines.length + 1;
  while (taken.has(`line-${number}`)) number += 1;
  return `line-${number}`;
}

/** A line with nothing in it: goods that the catalogue does not know, told by words. */
export function blankLine(key: string): GoodLine {
  return {
    key,
    goodId: null,
    title: '',
    article: '',
    count: 1,
    price: null,
    discountTotal: 0,
    taxId: null,
    unit: '',
    weight: null,
    description: '',
    vedCode: '',
    countryCode: '',
    customDeclarationCode: '',
    markValue: '',
    markBinaryValue: '',
    warehouseId: null,
    specificities: [],
  };
}

/** By how much the count of a good changes at once; the catalogue's `multiplicity`, else one. */
export const countStep = (good: Pick<Good, 'multiplicity'> | undefined): number =>
  good?.multiplicity && good.multiplicity > 0 ? good.multiplicity : 1;

/** A new line of this good, as the catalogue has it; the tax stays the good's own. */
export function lineOfGood(good: Good, key: string): GoodLine {
  return {
    ...blankLine(key),
    goodId: good.goodId,
    title: good.title,
    article: good.article,
    count: countStep(good),
    price: good.price,
    unit: good.unit,
    weight: good.weight,
  };
}

/** Counts are kept to a thousandth: 0.1 + 0.2 is 0.3 here. */
export const addCount = (count: number | null, step: number): number =>
  Math.round(((count ?? 0) + step) * 1000) / 1000;

/**
 * Adds a good to the lines. One that is there already, unmarked (a marking code names a single piece), gets its count
 * raised instead, unless `anew` asks for a line of its own.
 * @returns the lines, and the key of the line that was added or raised.
 */
export function addGood(
  lines: readonly GoodLine[],
  good: Good,
  anew: boolean,
): { lines: GoodLine[]; key: string } {
  const same = lines.find(
    (line) => line.goodId === good.goodId && line.markValue === '' && line.markBinaryValue === '',
  );
  if (same && !anew) {
    const raised = { ...same, count: addCount(same.count, countStep(good)) };
    return { lines: lines.map((line) => (line === same ? raised : line)), key: same.key };
  }
  const added = lineOfGood(good, freshKey(lines));
  return { lines: [...lines, added], key: added.key };
}

/** The line one place up (−1) or down (+1); at the end of the list nothing moves. */
export function moveLine(lines: readonly GoodLine[], key: string, by: -1 | 1): GoodLine[] {
  const moved = [...lines];
  const from = moved.findIndex((line) => line.key === key);
  const to = from + by;
  const [line, other] = [moved[from], moved[to]];
  if (!line || !other) return moved;
  moved[to] = line;
  moved[from] = other;
  return moved;
}

/** A discount (below zero) or surcharge of so many per cent of the line, in whole kopecks. */
export function percentOf(total: number, percent: number): number {
  const sum = Math.round((total * Math.round(percent * 1000)) / 100_000);
  return sum === 0 ? 0 : sum;
}
