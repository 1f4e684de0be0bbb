/** How a list of records is declared: which fields it has, which are its columns, what can be done with it. Data only. */

/**
 * Names of the fields of a record; those of an object inside it as `addressEntity.city`. A misspelt one does not
 * compile.
 */
export type FieldPath<R> = {
  [K in keyof R & string]: NonNullable<R[K]> extends readonly unknown[]
    ? K
    : NonNullable<R[K]> extends object
      ? `${K}.${keyof NonNullable<R[K]> & string}`
      : K;
}[keyof R & string];

/** Lists that a field may point into; each is an address of the section «Справочники» or of its own section. */
export type ListSlug =
  | 'goods'
  | 'specificities'
  | 'warehouses'
  | 'couriers'
  | 'roles'
  | 'clients'
  | 'suppliers'
  | 'cancel-reasons'
  | 'payment-types'
  | 'taxes'
  | 'order-statuses'
  | 'delivery-statuses'
  | 'close-types'
  | 'tax-types'
  | 'calculation-subjects'
  | 'permissions';

/**
 * `text` · `money` kopecks · `number` · `reference` an id of another list · `day` a calendar day · `stock` goods per
 * warehouse · `point` a place on a map (`latitude` names it, `longitude` goes with it).
 */
export type FieldKind = 'text' | 'money' | 'number' | 'reference' | 'day' | 'stock' | 'point';

/** What a text must be when it is given: `id` a whole number, the others as they are called. */
export type TextCheck = 'id' | 'inn' | 'phone' | 'email' | 'url';

export type FieldSpec<Key extends string = string> = {
  key: Key;
  kind: FieldKind;
  /** «required» in iRECA's text. */
  required?: true;
  /** «required» there and nothing all the same in its samples: may be left empty, is sent nevertheless, as null. */
  named?: true;
  check?: TextCheck;
  /** The list that a `reference` points into; of a text, the list whose titles are offered and not demanded. */
  from?: ListSlug;
  /** Several lines. */
  long?: true;
  /** Only ever sent: never read, never kept; left empty the one that is stored stays. */
  secret?: true;
  /** Nothing typed: these fields, one after another, are sent in its place. */
  otherwise?: readonly Key[];
  /** A number that iRECA documents as text (`weight`). */
  asText?: true;
  /** Only numbers above zero (`positive`) or not below it. */
  least?: 'zero' | 'positive';
  /** Begins a group of fields in the form: a key of the words `groups`. */
  group?: FieldGroup;
};

export type FieldGroup = 'about' | 'money' | 'pictures' | 'stock' | 'contacts' | 'address' | 'place';

export type ColumnSpec<Key extends string = string> = {
  key: Key;
  /** Pixels; the one that grows takes what is left. */
  width: number;
  grow?: true;
  /** A web address shown as the picture that it names. */
  picture?: true;
  /** Words of iRECA shown as a quiet mark (`standard`). */
  mark?: true;
};

/** What may be done in a list besides reading it. */
export type ListDeeds = { create?: true; edit?: true; remove?: true; replace?: true };

/** @typeParam Secret keys that are only ever sent (`sourcePassword`). */
export type Declaration<R, Secret extends string = never> = {
  slug: ListSlug;
  /** Names a record in a title, in a column that points at it, in a question: joined by a space. */
  name: readonly FieldPath<R>[];
  columns: readonly ColumnSpec<FieldPath<R>>[];
  fields: readonly FieldSpec<FieldPath<R> | Secret>[];
  /** What stands in the order of the list at first; without it as iRECA gives them. */
  sort?: FieldPath<R>;
  can: ListDeeds;
  /** A deleted record stays with `isActive` 0. */
  keepsDeleted?: true;
};

/** A record whose kind is not known: what the parts that work for every list take. */
export type AnyRecord = Readonly<Record<string, unknown>>;

/** The value at a path: `price`, `addressEntity.city`; undefined where there is none. */
export function valueAt(record: AnyRecord, path: string): unknown {
  const [outer = '', inner] = path.split('.');
  const value = record[outer];
  if (inner === undefined) return value;
  return typeof value === 'object' && value !== null ? (value as AnyRecord)[inner] : undefined;
}
