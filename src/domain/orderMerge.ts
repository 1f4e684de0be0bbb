/** Two people changed one order: what the other one changed since it was opened, field by field, against what I did. */
import type { GoodLine } from '#src/domain/goodLine.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';

const PLAIN = [
  'codeAlias',
  'statusId',
  'deliveryStatusId',
  'isAgreed',
  'returnReasonId',
  'courierId',
  'client',
  'supplierId',
  'paymentId',
  'prePaymentSum',
  'cash',
  'addressFrom',
  'addressTo',
  'phone',
  'window',
  'description',
] as const;

type PlainField = (typeof PLAIN)[number];

/** A field of the form, or one line of goods by its key. */
export type MergeField = PlainField | `goods.${string}`;

export type Merge = {
  /** Mine, with the other's changes where I changed nothing; conflicts still stand as mine. */
  values: OrderFormValues;
  /** Changed by somebody else and not by me. */
  taken: MergeField[];
  /** Changed by both, not to the same. */
  conflicts: MergeField[];
};

/** Deeply equal; keys in any order. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

/** What a line is compared by: titles are the catalogue's. */
function lineCore(line: GoodLine | undefined): unknown {
  if (!line) return null;
  const { key: _key, title: _title, article: _article, specificities, ...core } = line;
  return { ...core, specificities: specificities.map(({ title: _words, ...one }) => one) };
}

function fieldCore(values: OrderFormValues, field: PlainField): unknown {
  const { asRead } = values;
  switch (field) {
    case 'window':
      return [values.window, asRead?.deliveryTimeFrom ?? null, asRead?.deliveryTimeTo ?? null];
    case 'addressFrom':
    case 'addressTo': {
      // Finding the point anew is a wish for this one saving, not a part of the order.
      const { isUseGoogleGeo: _wish, ...address } = values[field];
      return [address, asRead?.[field] ?? ''];
    }
    default:
      return values[field];
  }
}

/** Whether I changed it. What is only read (moments, lines of an address) cannot be changed by me. */
function touched(opened: OrderFormValues, mine: OrderFormValues, field: PlainField): boolean {
  return !same(opened[field], mine[field]);
}

const lineAt = (values: OrderFormValues, key: string) => values.goods.find((line) => line.key === key);

/** Names of the fields that are not the same in both: `mine` against what was opened. */
export function changedFields(opened: OrderFormValues, mine: OrderFormValues): MergeField[] {
  const keys = new Set([...opened.goods, ...mine.goods].map(({ key }) => key));
  return [
    ...PLAIN.filter((field) => touched(opened, mine, field)),
    ...[...keys]
      .filter((key) => !same(lineCore(lineAt(opened, key)), lineCore(lineAt(mine, key))))
      .map((key) => `goods.${key}` as const),
  ];
}

/** `values` with one field as it stands in `from`. A line that is missing there is taken out. */
function withField(values: OrderFormValues, field: MergeField, from: OrderFormValues): OrderFormValues {
  if (!field.startsWith('goods.')) return { ...values, [field]: from[field as PlainField] };
  const key = field.slice('goods.'.length);
  const line = lineAt(from, key);
  if (!line) return { ...values, goods: values.goods.filter((one) => one.key !== key) };
  const at = values.goods.findIndex((one) => one.key === key);
  if (at >= 0) return { ...values, goods: values.goods.with(at, line) };
  return { ...values, goods: [...values.goods, line] };
}

/**
 * Compares three ways. Lines of goods are matched by their keys (`lineKeys`), so a line that only one of us added or
 * removed is no conflict.
 * @param opened the form as it was opened.
 * @param mine the form as it stands.
 * @param theirs the form of the newest reading; `values.asRead` becomes its.
 */
export function mergeOrder(opened: OrderFormValues, mine: OrderFormValues, theirs: OrderFormValues): Merge {
  const taken: MergeField[] = [];
  const conflicts: MergeField[] = [];
  let values: OrderFormValues = { ...mine, asRead: theirs.asRead };
  for (const field of PLAIN) {
    if (same(fieldCore(opened, field), fieldCore(theirs, field))) continue;
    if (!touched(opened, mine, field)) {
      taken.push(field);
      values = withField(values, field, theirs);
    } else if (!same(mine[field], theirs[field])) conflicts.push(field);
  }
  const keys = new Set([...opened.goods, ...theirs.goods].map(({ key }) => key));
  for (const key of keys) {
    const [before, now, other] = [lineAt(opened, key), lineAt(mine, key), lineAt(theirs, key)].map(lineCore);
    if (same(before, other)) continue;
    if (same(before, now)) {
      taken.push(`goods.${key}`);
      values = withField(values, `goods.${key}`, theirs);
    } else if (!same(now, other)) conflicts.push(`goods.${key}`);
  }
  return { values, taken, conflicts };
}

/**
 * The form after the dispatcher chose.
 * @param choices for each conflict; one that is not chosen stays mine.
 */
export function settleMerge(
  merge: Merge,
  theirs: OrderFormValues,
  choices: Readonly<Partial<Record<MergeField, 'mine' | 'theirs'>>>,
): OrderFormValues {
  return merge.conflicts.reduce(
    (values, field) => (choices[field] === 'theirs' ? withField(values, field, theirs) : values),
    merge.values,
  );
}
