/** Finding and ordering records of a reference list, thousands of them while somebody types. */
import { phonePart } from '#src/domain/clientSearch.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

/** What a record can be found by: any words of it, and its phones however they are written. */
export type SearchParts = { texts: readonly string[]; phones?: readonly string[] };

type Entry<R> = { record: R; words: string; phones: string };
export type RecordIndex<R> = readonly Entry<R>[];

/** Folds each record once, so that a letter typed costs no more than looking. Keeps the order of the records. */
export function recordIndex<R>(records: readonly R[], partsOf: (record: R) => SearchParts): RecordIndex<R> {
  return records.map((record) => {
    const { texts, phones = [] } = partsOf(record);
    return {
      record,
      // Parted by a line break, so that no word is found across two fields.
      words: texts.map(fold).join('\n'),
      phones: phones.map((phone) => phoneDigits(phone) ?? digitsOf(phone)).join('\n'),
    };
  });
}

/** The records that hold every word of `typed`, or whose phone holds its digits; nothing typed: all of them. */
export function searchRecords<R>(index: RecordIndex<R>, typed: string): R[] {
  const words = fold(typed).split(' ').filter(Boolean);
  const part = phonePart(typed);
  const digits = part === null ? '' : digitsOf(typed);
  return index.flatMap(({ record, words: all, phones }) =>
    words.every((word) => all.includes(word)) ||
    (part !== null && (phones.includes(part) || phones.includes(digits)))
      ? [record]
      : [],
  );
}

const collators = new Map<string, Intl.Collator>();

/** «Сок 2» before «Сок 10», ё beside е, case does not matter. */
function collatorOf(locale: string): Intl.Collator {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
    collators.set(locale, collator);
  }
  return collator;
}

/** What a record is ordered by; null and '' stand last whichever way the order goes. */
export type SortValue = string | number | null;

function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // A list whose numbers are partly words: numbers first.
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return collator.compare(String(a), String(b));
}

/** Ordered by `valueOf`, asked once per record. Equal ones keep the order in which they came, both ways. */
export function sortRecords<R>(
  records: readonly R[],
  valueOf: (record: R) => SortValue,
  down: boolean,
  locale: string,
): R[] {
  const collator = collatorOf(locale);
  const keyed = records.map((record) => ({ record, value: valueOf(record) }));
  const empty = (value: SortValue): value is null | '' => value === null || value === '';
  return keyed
    .sort((a, b) => {
      if (empty(a.value) || empty(b.value)) return Number(empty(a.value)) - Number(empty(b.value));
      const order = compare(a.value, b.value, collator);
      return down ? -order : order;
    })
    .map(({ record }) => record);
}
