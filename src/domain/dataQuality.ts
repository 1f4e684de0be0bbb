/** «Качество данных»: everything odd about what was read, one finding each, so that somebody can put it right. */
import type { System } from '#src/contracts/feed.ts';
import type { ListSlug } from '#src/domain/declaration.ts';
import type { FieldError } from '#src/domain/recordDraft.ts';
import { fold } from '#src/lib/text.ts';

/** Kinds of findings in the order in which they are told, area by area. */
export const QUALITY_AREAS = {
  /** Could not be read at all: not in any list, not in any count. */
  setAside: ['orderSetAside', 'recordSetAside', 'licenceSetAside'],
  orders: [
    'unknownStatus',
    'unknownCourier',
    'unknownLogin',
    'sharedLogin',
    'windowReversed',
    'noWindow',
    'zeroPoint',
    'noPoint',
    'noAddress',
  ],
  couriers: ['neverSeen', 'doubtedPosition', 'strangerOnShift', 'notForKassa'],
  warehouses: ['warehouseNoPoint', 'warehouseNoAddress'],
  lists: ['wrongInn', 'wrongContact', 'wrongValue', 'unknownReference'],
} as const;
type QualityArea = keyof typeof QUALITY_AREAS;
export type QualityKind = (typeof QUALITY_AREAS)[QualityArea][number];

export const AREAS = Object.keys(QUALITY_AREAS) as QualityArea[];
export const QUALITY_KINDS: readonly QualityKind[] = AREAS.flatMap((area): readonly QualityKind[] => [
  ...QUALITY_AREAS[area],
]);

/** What a finding is about. `name` '' = it has none; a record's `id` '' = not even an id could be read. */
export type QualitySubject =
  | { what: 'order'; system: System; id: string; name: string }
  | { what: 'courier'; id: string; name: string }
  | { what: 'record'; list: ListSlug; id: string; name: string };

export type Finding = {
  /** The same for the same finding of the next reading. */
  key: string;
  kind: QualityKind;
  subject: QualitySubject;
  /** What stands there, as it came: an id, a phone, a reason of the reader; '' = nothing does. */
  value: string;
  /** Of a window that ends before it starts, epoch ms. */
  window?: { from: number; to: number };
  /** Of a record: the field, and what is wrong with it. */
  field?: { key: string; error: FieldError };
  /** The order is done with, the record is deleted: nobody has to hurry. */
  over: boolean;
  /** Folded haystack. */
  searchText: string;
};

type Found = Omit<Finding, 'key' | 'searchText'> & { also?: string };

/** Completes a finding. `also`: more words by which it is found (an address). */
export function finding({ also = '', ...found }: Found): Finding {
  const { kind, subject, value, field } = found;
  const of = subject.what === 'order' ? subject.system : subject.what === 'record' ? subject.list : 'courier';
  return {
    ...found,
    key: [kind, of, subject.id, field?.key ?? '', subject.id === '' ? value : ''].join('|'),
    searchText: fold(`${subject.name} ${subject.id} ${value} ${also}`),
  };
}

/** How many findings each kind has. */
export function countKinds(findings: readonly Finding[]): Map<QualityKind, number> {
  const counts = new Map<QualityKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

type QualityFilter = {
  /** Null: all of them. */
  kind: QualityKind | null;
  query: string;
  /** Those that are over too. */
  over: boolean;
};

/** The findings that pass; every word of the query must be found. Keeps their order. */
export function filterFindings(findings: readonly Finding[], filter: QualityFilter): Finding[] {
  const words = fold(filter.query).split(' ').filter(Boolean);
  return findings.filter(
    ({ kind, over, searchText }) =>
      (filter.over || !over) &&
      (filter.kind === null || kind === filter.kind) &&
      words.every((word) => searchText.includes(word)),
  );
}

const RANK = new Map(QUALITY_KINDS.map((kind, at) => [kind, at]));

/**
 * All findings in the order in which they are told: by kind, what is over last; else as they were. Two that go by the
 * same key (rows without an id that fail alike) get one each.
 */
export function gatherFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings
    .toSorted((a, b) => Number(a.over) - Number(b.over) || (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0))
    .map((one) => {
      const before = seen.get(one.key) ?? 0;
      seen.set(one.key, before + 1);
      return before === 0 ? one : { ...one, key: `${one.key}|${before + 1}` };
    });
}
