/** What is wrong with a record before it is sent, field by field; and which field a refusal of iRECA is about. */
import type { FieldSpec, ListSlug } from '#src/domain/declaration.ts';
import { innError } from '#src/domain/inn.ts';
import type { DraftErrors, DraftValues, FieldError, FieldValue, StockLine } from '#src/domain/recordDraft.ts';
import { isBlank } from '#src/domain/recordDraft.ts';
import { phoneDigits } from '#src/lib/phone.ts';

export type CheckContext = {
  /** The field that holds the record's own id. */
  idKey: string;
  /** `2026-11-21`, in the configured zone. */
  today: string;
  /** A record that iRECA holds already: its id is not looked up, and a secret that is left out stays as it is stored. */
  exists: boolean;
  /** Ids that a new record cannot have, those of deleted ones too. */
  taken?: ReadonlySet<string>;
  /** The record itself and all below it, for references into its own list. */
  branch?: ReadonlySet<string>;
  /** Whether another list has this id; null = the list is not known. Left out, ids of other lists are not looked up. */
  known?: (list: ListSlug, id: string) => boolean | null;
};

function checkId(id: string, { exists, taken }: CheckContext): FieldError | null {
  if (exists) return null;
  // 0 is what iRECA writes for "nothing", and 007 would come back as 7.
  if (!/^[1-9]\d*$/.test(id) || !Number.isSafeInteger(Number(id))) return 'idShape';
  return taken?.has(id) ? 'idTaken' : null;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}

function checkText(field: FieldSpec, text: string, context: CheckContext): FieldError | null {
  switch (field.check) {
    case 'id':
      return field.key === context.idKey ? checkId(text, context) : /^\d+$/.test(text) ? null : 'idShape';
    case 'inn': {
      const wrong = innError(text);
      return wrong === null ? null : wrong === 'length' ? 'innLength' : 'innDigits';
    }
    case 'phone':
      return phoneDigits(text) === null ? 'phoneShape' : null;
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : 'emailShape';
    case 'url':
      return isWebAddress(text) ? null : 'urlShape';
    default:
      return null;
  }
}

function checkDay(day: string, today: string): FieldError | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !real) return 'dayShape';
  return day > today ? 'dayFuture' : null;
}

function checkNumber({ least }: FieldSpec, value: number): FieldError | null {
  if (least === 'zero' && value < 0) return 'negative';
  return least === 'positive' && value <= 0 ? 'notPositive' : null;
}

function checkStock(lines: readonly StockLine[]): FieldError | null {
  if (lines.some(({ warehouseId, count }) => warehouseId === '' || count === null || count < 0)) {
    return 'stockCount';
  }
  return new Set(lines.map(({ warehouseId }) => warehouseId)).size < lines.length ? 'stockTwice' : null;
}

function checkReference(field: FieldSpec, id: string, { branch, known }: CheckContext): FieldError | null {
  if (branch?.has(id)) return 'ownBranch';
  return field.from !== undefined && known?.(field.from, id) === false ? 'unknownReference' : null;
}

/** Required, unless other required fields are sent in its place. */
function isMissing(fields: readonly FieldSpec[], field: FieldSpec, { exists }: CheckContext): boolean {
  if (!field.required || (field.secret && exists)) return false;
  return !field.otherwise?.some((key) => fields.find((one) => one.key === key)?.required);
}

/** What is wrong with one value; null = nothing. `ownList`: the list is the one that the field points into. */
function checkValue(field: FieldSpec, value: FieldValue, context: CheckContext): FieldError | null {
  if (typeof value === 'number') return checkNumber(field, value);
  if (field.kind === 'stock') return checkStock(value as readonly StockLine[]);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (field.kind === 'day') return checkDay(text, context.today);
  if (field.kind === 'reference') return checkReference(field, text, context);
  return checkText(field, text, context);
}

/**
 * What is wrong, by the keys of the fields: what the text of iRECA requires, and what it would be a mistake to send. A
 * field that is left empty and not required is right.
 * @param context.branch is looked at for every reference, so it is given only with fields that point into their own list.
 */
export function checkRecord(
  fields: readonly FieldSpec[],
  values: DraftValues,
  context: CheckContext,
): DraftErrors {
  const errors: Partial<Record<string, FieldError>> = {};
  for (const field of fields) {
    const value = values[field.key];
    const error =
      value === undefined || isBlank(value)
        ? isMissing(fields, field, context)
          ? 'required'
          : null
        : checkValue(field, value, context);
    if (error) errors[field.key] = error;
  }
  return errors;
}
