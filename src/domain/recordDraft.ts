/** A record while it is being typed: its values by kind, what a record that was read looks like in the form, what changed. */
import type { AnyRecord, FieldSpec } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';

/** Goods in one warehouse, as typed; `count` null = nothing typed. */
export type StockLine = { warehouseId: string; count: number | null };

/**
 * By kind: text, reference (id) and day (`1986-01-14`) are text, '' = nothing · money whole kopecks · number · stock
 * lines · point a place; null = nothing.
 */
export type FieldValue = string | number | null | readonly StockLine[] | LatLon;

/** Values by the keys of the fields. */
export type DraftValues = Readonly<Record<string, FieldValue>>;

/** What is wrong with a field, as a word for `recordForm.error`. */
export type FieldError =
  | 'required'
  | 'idShape'
  | 'idTaken'
  | 'innLength'
  | 'innDigits'
  | 'phoneShape'
  | 'emailShape'
  | 'urlShape'
  | 'dayShape'
  | 'dayFuture'
  | 'negative'
  | 'notPositive'
  | 'stockTwice'
  | 'stockCount'
  | 'ownBranch'
  | 'unknownReference';
export type DraftErrors = Readonly<Partial<Record<string, FieldError>>>;

/** What a field holds when nothing is typed. */
export function blankValue({ kind }: FieldSpec): FieldValue {
  if (kind === 'stock') return [];
  return kind === 'money' || kind === 'number' || kind === 'point' ? null : '';
}

/** True when nothing is typed; spaces are nothing. */
export function isBlank(value: FieldValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A form in which nothing is typed. */
export const blankDraft = (fields: readonly FieldSpec[]): DraftValues =>
  Object.fromEntries(fields.map((field) => [field.key, blankValue(field)]));

const degrees = (value: unknown) => (typeof value === 'number' ? value : null);

/** `latitude` names a place; its other half is called so beside it. */
export const longitudeOf = (latitudeKey: string): string => latitudeKey.replace(/latitude$/, 'longitude');

function readStock(value: unknown): StockLine[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly StockLine[]).map(({ warehouseId, count }) => ({ warehouseId, count }));
}

function readValue(field: FieldSpec, record: AnyRecord): FieldValue {
  if (field.secret) return '';
  const value = valueAt(record, field.key);
  switch (field.kind) {
    case 'money':
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'stock':
      return readStock(value);
    case 'point':
      return knownPoint(degrees(value), degrees(valueAt(record, longitudeOf(field.key))));
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** The form of a record that was read. Secrets are blank. */
export const draftOf = (fields: readonly FieldSpec[], record: AnyRecord): DraftValues =>
  Object.fromEntries(fields.map((field) => [field.key, readValue(field, record)]));

/** About ten centimetres: places that are nearer are the same one, written with fewer digits. */
const SAME_DEGREES = 1e-6;

export function samePoint(a: LatLon | null, b: LatLon | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    Math.abs(a.latitude - b.latitude) < SAME_DEGREES && Math.abs(a.longitude - b.longitude) < SAME_DEGREES
  );
}

function sameStock(a: readonly StockLine[], b: readonly StockLine[]): boolean {
  if (a.length !== b.length) return false;
  const counts = new Map(b.map(({ warehouseId, count }) => [warehouseId, count]));
  return a.every(({ warehouseId, count }) => counts.has(warehouseId) && counts.get(warehouseId) === count);
}

/** True when both are the same; spaces around a text do not matter, neither does the order of warehouses. */
export function sameValue(
  { kind }: FieldSpec,
  a: FieldValue | undefined,
  b: FieldValue | undefined,
): boolean {
  if (kind === 'stock') {
    return sameStock((a ?? []) as readonly StockLine[], (b ?? []) as readonly StockLine[]);
  }
  if (kind === 'point') return samePoint((a ?? null) as LatLon | null, (b ?? null) as LatLon | null);
  if (typeof a === 'string' || typeof b === 'string') {
    return String(a ?? '').trim() === String(b ?? '').trim();
  }
  return (a ?? null) === (b ?? null);
}

/** Keys of the fields that are not the same in both. */
export const changedKeys = (fields: readonly FieldSpec[], before: DraftValues, now: DraftValues): string[] =>
  fields.filter((field) => !sameValue(field, before[field.key], now[field.key])).map(({ key }) => key);

/** What may be kept on this computer: all but passwords. */
export function withoutSecrets(fields: readonly FieldSpec[], values: DraftValues): DraftValues {
  const secret = new Set(fields.filter((field) => field.secret).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !secret.has(key)));
}

function isStock(kept: unknown): boolean {
  return Array.isArray(kept) && kept.every((line) => typeof line === 'object' && line !== null);
}

/** True for values that fit these fields: a draft of another version of the form does not. */
export function isDraftOf(fields: readonly FieldSpec[], kept: unknown): kept is DraftValues {
  if (typeof kept !== 'object' || kept === null) return false;
  const values = kept as Record<string, unknown>;
  return fields.every((field) => {
    const value = values[field.key];
    if (field.secret) return true;
    if (field.kind === 'stock') return isStock(value);
    if (field.kind === 'money' || field.kind === 'number') return value === null || typeof value === 'number';
    if (field.kind === 'point') return value === null || typeof value === 'object';
    return typeof value === 'string';
  });
}

/** Two people changed one record: what of the other's is taken, and what both changed to different things. */
export type RecordMerge = {
  /** Mine, with the other's changes where I changed nothing; conflicts still stand as mine. */
  values: DraftValues;
  taken: string[];
  conflicts: string[];
};

/** Compares three ways: as it was opened, as I left it, as it is now. */
export function mergeRecord(
  fields: readonly FieldSpec[],
  opened: DraftValues,
  mine: DraftValues,
  theirs: DraftValues,
): RecordMerge {
  const taken: string[] = [];
  const conflicts: string[] = [];
  const values: Record<string, FieldValue> = { ...mine };
  for (const field of fields) {
    const { key } = field;
    // A password is never read, so nothing can be said of another's.
    if (field.secret || sameValue(field, opened[key], theirs[key])) continue;
    if (sameValue(field, opened[key], mine[key])) {
      taken.push(key);
      values[key] = theirs[key] ?? blankValue(field);
    } else if (!sameValue(field, mine[key], theirs[key])) conflicts.push(key);
  }
  return { values, taken, conflicts };
}
