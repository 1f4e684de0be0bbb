/** Each list of iRECA's API text has one declaration, with the fields of that text and words for all of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goods } from '#src/api/resources.ts';
import { DECLARED, declaredList } from '#src/components/records/declared.ts';
import { ALL_DEEDS, declare } from '#src/components/records/declare.ts';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { Declaration, FieldPath } from '#src/domain/declaration.ts';
import { valueAt } from '#src/domain/declaration.ts';
import { records as english } from '#src/locales/en/records.ts';
import { records as russian } from '#src/locales/ru/records.ts';

type Kept = {
  idKey: string;
  /** Has `page` and `count`. */
  paged?: true;
  /** Marked «required» in the text, besides the id. */
  required: string[];
  /** Marked «required», and null in every sample. */
  nullable?: string[];
  /** The text lists no attributes, or does not mark them: a record without these would have no name. */
  alsoAsked?: string[];
  optional: string[];
};

/** The six-verb lists of the API text, section by section; `addressEntity.city` stands for an attribute inside another. */
const KEPT: Readonly<Record<string, Kept>> = {
  goods: {
    idKey: 'goodId',
    paged: true,
    required: ['taxId', 'title', 'price'],
    nullable: ['parentId'],
    optional: [
      'article',
      'calcId',
      'unit',
      'weight',
      'multiplicity',
      'description',
      'imageUrl',
      'imageBigUrl',
      'warehouses',
    ],
  },
  specificities: {
    idKey: 'specificityId',
    paged: true,
    required: ['title', 'price'],
    nullable: ['parentId'],
    optional: ['value', 'imageUrl', 'imageBigUrl', 'article'],
  },
  warehouses: {
    idKey: 'warehouseId',
    paged: true,
    required: ['title'],
    optional: [
      'firstname',
      'lastname',
      'phone',
      'city',
      'street',
      'house',
      'apartment',
      // The point is one field: `longitude` goes with it.
      'latitude',
      'description',
    ],
  },
  couriers: {
    idKey: 'courierId',
    required: ['title', 'email', 'phone', 'sourcePassword'],
    optional: ['roleId', 'inn'],
  },
  userRoles: { idKey: 'roleId', required: ['title'], optional: [] },
  clients: {
    idKey: 'clientId',
    required: ['title', 'firstname', 'lastname', 'birthday'],
    optional: [
      'addressEntity.city',
      'addressEntity.street',
      'addressEntity.home',
      'addressEntity.apartment',
      'inn',
      'phone',
      'email',
      'description',
    ],
  },
  suppliers: {
    idKey: 'supplierId',
    paged: true,
    required: ['title'],
    optional: ['taxId', 'inn', 'phone', 'address', 'description'],
  },
  orderReturnReasons: { idKey: 'reasonId', required: [], alsoAsked: ['title'], optional: [] },
  paymentTypes: { idKey: 'paymentTypeId', required: ['closeTypeId'], alsoAsked: ['title'], optional: [] },
  taxes: { idKey: 'taxId', required: [], alsoAsked: ['title'], optional: [] },
};

/** The dictionaries of the API text, by what names their entries. */
const DICTIONARIES: Readonly<Record<string, string>> = {
  'dictionary/orderStatuses': 'statusId',
  'dictionary/orderDeliveryStatuses': 'statusId',
  'dictionary/closeTypes': 'closeTypeId',
  'dictionary/taxTypes': 'title',
  'dictionary/goodCalcTypes': 'calcId',
  'dictionary/permissions': 'permissionId',
};

const sorted = (names: Iterable<string>) => [...names].sort();
const listAt = (path: string) => {
  const found = DECLARED.filter(({ source }) => source.path === path);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('the lists of the API text', () => {
  it('have one declaration each, and nothing else has one', () => {
    const paths = [...Object.keys(KEPT), ...Object.keys(DICTIONARIES)];
    expect(sorted(DECLARED.map(({ source }) => source.path))).toEqual(sorted(paths));
    const slugs = DECLARED.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(declaredList(slug).slug).toBe(slug);
  });

  it.each(Object.entries(KEPT))(
    '%s: its id, its pages, its fields and what of them is required',
    (path, text) => {
      const { source, fields, can } = listAt(path);
      expect(source).toMatchObject({ idKey: text.idKey, paged: text.paged ?? false });
      expect(can).toEqual(ALL_DEEDS);
      const { alsoAsked = [], nullable = [] } = text;
      const keysOf = (of: typeof fields) => sorted(of.map(({ key }) => key));
      expect(keysOf(fields.filter(({ required }) => required))).toEqual(
        sorted([text.idKey, ...text.required, ...alsoAsked]),
      );
      expect(keysOf(fields.filter(({ named }) => named))).toEqual(sorted(nullable));
      expect(keysOf(fields)).toEqual(
        sorted([text.idKey, ...text.required, ...alsoAsked, ...nullable, ...text.optional]),
      );
    },
  );

  it.each(Object.entries(DICTIONARIES))('%s is read and never written', (path, idKey) => {
    const { source, fields, can } = listAt(path);
    expect(source).toMatchObject({ idKey, paged: false });
    expect(fields).toEqual([]);
    expect(can).toEqual({});
  });
});

describe('each declaration', () => {
  it.each(DECLARED.map((list) => [list.slug, list] as const))('%s is whole in itself', (_slug, list) => {
    const { source, name, columns, fields, sort } = list;
    expect(name.length).toBeGreaterThan(0);
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    // One column takes the width that is left; a record is told from another by its number.
    expect(columns.filter(({ grow }) => grow)).toHaveLength(1);
    if (list.can.create) {
      expect(fields[0]).toMatchObject({ key: source.idKey, kind: 'text', check: 'id', required: true });
      expect(fields[0]?.group).toBeDefined();
    }
    if (sort !== undefined) expect(keys).toContain(sort);
    for (const { key, kind, from, check, otherwise, asText, least } of fields) {
      if (kind === 'reference') expect(from, key).toBeDefined();
      if (from !== undefined) expect(declaredList(from).slug).toBe(from);
      if (check !== undefined) expect(kind, key).toBe('text');
      if (asText !== undefined) expect(kind, key).toBe('number');
      if (least !== undefined) expect(['money', 'number']).toContain(kind);
      for (const other of otherwise ?? []) expect(fields.map((field) => field.key)).toContain(other);
    }
    const groups = fields.flatMap(({ group }) => (group ? [group] : []));
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('uses no more than seven kinds of fields', () => {
    const kinds = new Set(DECLARED.flatMap(({ fields }) => fields.map(({ kind }) => kind)));
    expect(kinds.size).toBeLessThanOrEqual(7);
  });

  it.each([
    ['ru', russian],
    ['en', english],
  ])('has words for its title, its columns and its fields (%s)', (_language, words) => {
    for (const { slug, can, columns, fields } of DECLARED) {
      const own = words.lists[slug];
      const labels: Readonly<Record<string, string>> = own.fields;
      const heads: Readonly<Record<string, string>> = words.columns;
      expect(own.title, slug).not.toBe('');
      expect(own.one, slug).not.toBe('');
      expect(own.create !== '', slug).toBe(can.create === true);
      for (const { key, group } of fields) {
        expect(labels[key]?.trim(), `${slug}.${key}`).toBeTruthy();
        if (group) expect(words.groups[group].trim(), group).toBeTruthy();
      }
      // A picture has no head: it is seen.
      for (const { key, picture } of columns) {
        expect(picture ?? (heads[key] ?? labels[key])?.trim(), `${slug}.${key}`).toBeTruthy();
      }
    }
  });

  it('reaches values inside a record', () => {
    const client = { addressEntity: { city: 'Санкт-Петербург' }, title: 'Заря' };
    expect(valueAt(client, 'title')).toBe('Заря');
    expect(valueAt(client, 'addressEntity.city')).toBe('Санкт-Петербург');
    expect(valueAt({ addressEntity: null }, 'addressEntity.city')).toBeUndefined();
    expect(valueAt(client, 'nothing')).toBeUndefined();
  });

  it('does not compile with a misspelt key', () => {
    const bare = { slug: 'goods', name: ['title'], columns: [], fields: [], can: {} } as const;
    // @ts-expect-error: a good has no `titel`
    const name: Declaration<Good> = { ...bare, name: ['titel'] };
    // @ts-expect-error: nor a `prise`
    const column: Declaration<Good>['columns'] = [{ key: 'prise', width: 80 }];
    // @ts-expect-error: nor a field of it
    const field: Declaration<Good>['fields'] = [{ key: 'prise', kind: 'money' }];
    // @ts-expect-error: nor anything inside its lists
    const inner: FieldPath<Good> = 'warehouses.count';
    // @ts-expect-error: and there is no eighth kind
    const kind: Declaration<Good>['fields'] = [{ key: 'price', kind: 'callback' }];
    // @ts-expect-error: the same where source and declaration meet
    const declared = declare(goods, { ...bare, sort: 'titel' });
    expect([name, column, field, inner, kind, declared]).toHaveLength(6);
  });
});

it('the page that shows them all stays small', () => {
  const folder = new URL('../../features/references/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
  const lines = files.map((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').length - 1);
  expect(files).not.toEqual([]);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(400);
});
