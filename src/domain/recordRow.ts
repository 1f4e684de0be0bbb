/** From a typed record to what iRECA is sent, and from what is read back to whether it is the same. */
import type { FieldSpec, ListSlug } from '#src/domain/declaration.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isNothing, isRow } from '#src/contracts/wire.ts';
import type { DraftValues, FieldValue, StockLine } from '#src/domain/recordDraft.ts';
import { blankValue, isBlank, longitudeOf, sameValue } from '#src/domain/recordDraft.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { kopecksToRoubles } from '#src/lib/money.ts';
import { samePhone } from '#src/lib/phone.ts';

/** The record as it was read, over which another one is written: as iRECA wrote it, and as the form showed it. */
export type RecordBase = { raw: Row; values: DraftValues };

/** Their ids are numbers in every sample of the lists that point at them (`calcId: 0`, `closeTypeId: 2`; iRECA API text). */
const NUMBERED: ReadonlySet<ListSlug | undefined> = new Set(['calculation-subjects', 'close-types'] as const);

const rawAt = (raw: Row, path: string): unknown => {
  const [outer = '', inner] = path.split('.');
  const value = raw[outer];
  return inner === undefined ? value : isRow(value) ? value[inner] : undefined;
};

/** The row with a value put at a path; an object on the way keeps all else that it holds. */
function withAt(row: Row, path: string, value: unknown): Row {
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) return { ...row, [outer]: value };
  const held = row[outer];
  return { ...row, [outer]: { ...(isRow(held) ? held : {}), [inner]: value } };
}

/** As it is sent: texts trimmed, and a field that may stand empty filled from those that are sent in its place. */
export function settledValues(fields: readonly FieldSpec[], values: DraftValues): DraftValues {
  const trimmed: DraftValues = Object.fromEntries(
    fields.map((field) => {
      const value = values[field.key] ?? blankValue(field);
      // A password may begin with a space.
      return [field.key, typeof value === 'string' && !field.secret ? value.trim() : value];
    }),
  );
  const filled = fields.flatMap(({ key, otherwise }) => {
    if (!otherwise || !isBlank(trimmed[key])) return [];
    const words = otherwise.map((other) => trimmed[other]).filter((word) => !isBlank(word));
    return [[key, words.join(' ')] as const];
  });
  return { ...trimmed, ...Object.fromEntries(filled) };
}

/** An id as iRECA writes it in this field: a number where it wrote a number, or where its samples have one. */
function writeId(field: FieldSpec, id: string, held: unknown): string | number | null {
  if (id === '') return null;
  const numbered =
    held === undefined || isNothing(held) ? NUMBERED.has(field.from) : typeof held === 'number';
  return numbered && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function writeStock(lines: readonly StockLine[], held: unknown): Row[] {
  const before = Array.isArray(held) ? (held as unknown[]).filter(isRow) : [];
  return lines.map(({ warehouseId, count }) => ({
    ...before.find((line) => String(line['warehouseId']) === warehouseId),
    warehouseId,
    count: count ?? 0,
  }));
}

/** One value in its documented form. */
function writeValue(field: FieldSpec, value: FieldValue, held: unknown): unknown {
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? kopecksToRoubles(value) : null;
    case 'number':
      if (field.asText) return value === null ? '' : String(value);
      return value;
    case 'reference':
      return writeId(field, String(value), held);
    case 'stock':
      return writeStock(value as readonly StockLine[], held);
    default:
      return field.check === 'id' ? writeId(field, String(value), held) : value;
  }
}

/** Whether the field is part of what is sent. What nobody touched and iRECA did not write, or we could not read, is not. */
function isSent(field: FieldSpec, value: FieldValue, base: RecordBase | null): boolean {
  if (field.secret) return !isBlank(value);
  if (!base) return !isBlank(value) || field.kind === 'text' || field.kind === 'reference';
  if (!sameValue(field, value, base.values[field.key])) return true;
  if (field.kind === 'point' || field.kind === 'stock') return false;
  const held = rawAt(base.raw, field.key);
  if (held === undefined) return field.named === true;
  return !isBlank(value) || isNothing(held);
}

/**
 * The row to be sent.
 * @param values as `settledValues` gives them; for the fields given only: a table may hold some of a list's.
 * @param base the record over which it is written: all that it holds besides these fields is kept; null = a new one.
 */
export function rowOf(fields: readonly FieldSpec[], values: DraftValues, base: RecordBase | null): Row {
  let row: Row = base ? { ...base.raw } : {};
  for (const field of fields) {
    const value = values[field.key] ?? blankValue(field);
    if (!isSent(field, value, base)) continue;
    if (!base && field.key.includes('.') && isBlank(value)) continue;
    if (field.kind === 'point') {
      const point = value as LatLon | null;
      // 0, 0 is iRECA's "not known".
      row = withAt(row, field.key, point?.latitude ?? 0);
      row = withAt(row, longitudeOf(field.key), point?.longitude ?? 0);
    } else row = withAt(row, field.key, writeValue(field, value, rawAt(base?.raw ?? {}, field.key)));
  }
  return row;
}

/** The same to a dispatcher: a phone may come back written otherwise. */
function sameMeaning(field: FieldSpec, sent: FieldValue | undefined, kept: FieldValue | undefined): boolean {
  if (sameValue(field, sent, kept)) return true;
  return (
    field.check === 'phone' && typeof sent === 'string' && typeof kept === 'string' && samePhone(sent, kept)
  );
}

/**
 * Keys of the fields that iRECA holds otherwise than they were sent. What was not sent, and passwords, which are never
 * read, are not looked at.
 * @param sent as `settledValues` gives them. @param kept the form of the record as read back.
 */
export function keptOtherwise(
  fields: readonly FieldSpec[],
  sent: DraftValues,
  kept: DraftValues,
  base: RecordBase | null,
): string[] {
  return fields
    .filter((field) => {
      const value = sent[field.key] ?? blankValue(field);
      return !field.secret && isSent(field, value, base) && !sameMeaning(field, value, kept[field.key]);
    })
    .map(({ key }) => key);
}

/** True when iRECA's answer does not speak of the field at all, so that nothing can be said of what it holds. */
export const isUnseen = (raw: Row, key: string): boolean => rawAt(raw, key) === undefined;

const plain = (word: string) => word.toLowerCase().replaceAll(/[\s_-]/g, '');
const nameOf = (key: string) => key.slice(key.lastIndexOf('.') + 1);

/**
 * The field that a refusal names («Необходимо заполнить «title».», «Parent Id», or by the words that we call it); null
 * when it names none.
 * @param labels what the fields are called, by key.
 */
export function refusedKey(
  fields: readonly FieldSpec[],
  message: string,
  labels: Readonly<Record<string, string>>,
): string | null {
  const quoted = [...message.matchAll(/[«"'`“]([^»"'`”]+)[»"'`”]/g)].map(([, word = '']) => plain(word));
  const words = (message.match(/[A-Za-z]+/g) ?? []).map(plain);
  const found = (names: readonly string[], called: (field: FieldSpec) => string) =>
    fields.find((field) => names.includes(plain(called(field))))?.key ?? null;
  return (
    found(quoted, ({ key }) => nameOf(key)) ??
    found(quoted, ({ key }) => labels[key] ?? key) ??
    // «email» is a word by itself, «goodId» cannot be anything else.
    found(words, ({ key }) => nameOf(key))
  );
}
