/** A record in a form: what it is read as, what counts as changed, whose change is whose. */
import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '#src/domain/declaration.ts';
import {
  blankDraft,
  changedKeys,
  draftOf,
  isBlank,
  isDraftOf,
  longitudeOf,
  mergeRecord,
  withoutSecrets,
} from './recordDraft.ts';

const FIELDS: FieldSpec[] = [
  { key: 'title', kind: 'text', required: true },
  { key: 'price', kind: 'money' },
  { key: 'weight', kind: 'number', asText: true },
  { key: 'taxId', kind: 'reference', from: 'taxes' },
  { key: 'birthday', kind: 'day' },
  { key: 'warehouses', kind: 'stock', from: 'warehouses' },
  { key: 'latitude', kind: 'point' },
  { key: 'addressEntity.city', kind: 'text' },
  { key: 'sourcePassword', kind: 'text', secret: true },
];

const RECORD = {
  title: 'Чай',
  price: 12_345,
  weight: 0.5,
  taxId: '8285',
  birthday: '1986-01-14',
  warehouses: [{ warehouseId: '1', count: 3 }],
  latitude: 59.9,
  longitude: 30.3,
  addressEntity: { city: 'Выборг', street: 'Новая' },
  sourcePassword: 'seen',
};

describe('draftOf', () => {
  it('reads each kind, and never a password', () => {
    expect(draftOf(FIELDS, RECORD)).toEqual({
      title: 'Чай',
      price: 12_345,
      weight: 0.5,
      taxId: '8285',
      birthday: '1986-01-14',
      warehouses: [{ warehouseId: '1', count: 3 }],
      latitude: { latitude: 59.9, longitude: 30.3 },
      'addressEntity.city': 'Выборг',
      sourcePassword: '',
    });
  });

  it('reads nothing as a blank form; 0, 0 is no place', () => {
    expect(draftOf(FIELDS, { taxId: null, addressEntity: null, latitude: 0, longitude: 0 })).toEqual(
      blankDraft(FIELDS),
    );
    for (const value of Object.values(blankDraft(FIELDS))) expect(isBlank(value)).toBe(true);
    expect(isBlank('  ')).toBe(true);
    expect(isBlank(0)).toBe(false);
  });

  it('finds the other half of a place beside it', () => {
    expect(longitudeOf('latitude')).toBe('longitude');
    expect(longitudeOf('addressEntity.latitude')).toBe('addressEntity.longitude');
  });
});

describe('changedKeys', () => {
  const read = draftOf(FIELDS, RECORD);
  const changed = (part: object) => changedKeys(FIELDS, read, { ...read, ...part });

  it('names what differs', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ title: 'Кофе', price: null })).toEqual(['title', 'price']);
    expect(changed({ sourcePassword: 'x' })).toEqual(['sourcePassword']);
    expect(changed({ warehouses: [{ warehouseId: '1', count: 4 }] })).toEqual(['warehouses']);
    expect(changed({ warehouses: [] })).toEqual(['warehouses']);
    expect(changed({ latitude: null })).toEqual(['latitude']);
  });

  it('overlooks spaces around a text and digits of a place that nobody sees', () => {
    expect(changed({ title: ' Чай ' })).toEqual([]);
    expect(changed({ latitude: { latitude: 59.900_000_04, longitude: 30.3 } })).toEqual([]);
  });

  it('takes warehouses in any order for the same, but not a line that stands twice for two', () => {
    const two = [
      { warehouseId: '1', count: 3 },
      { warehouseId: '2', count: 1 },
    ];
    const before = { ...read, warehouses: two };
    expect(changedKeys(FIELDS, before, { ...read, warehouses: two.toReversed() })).toEqual([]);
    expect(changedKeys(FIELDS, before, { ...read, warehouses: [two[0], two[0]] as typeof two })).toEqual([
      'warehouses',
    ]);
  });
});

describe('mergeRecord', () => {
  const opened = draftOf(FIELDS, RECORD);

  it('takes what only the other changed, keeps what only I changed, asks where both did', () => {
    const mine = { ...opened, title: 'Мой', price: 1, sourcePassword: 'новый' };
    const theirs = { ...opened, title: 'Их', taxId: '9' };
    expect(mergeRecord(FIELDS, opened, mine, theirs)).toEqual({
      values: { ...mine, taxId: '9' },
      taken: ['taxId'],
      conflicts: ['title'],
    });
  });

  it('does not ask where both changed it to the same', () => {
    const both = { ...opened, title: 'Один' };
    expect(mergeRecord(FIELDS, opened, both, { ...both, title: ' Один' })).toEqual({
      values: both,
      taken: [],
      conflicts: [],
    });
  });
});

describe('what is kept on this computer', () => {
  const values = { ...blankDraft(FIELDS), sourcePassword: 'тайна' };

  it('holds no password, and is a draft of these fields all the same', () => {
    const kept = withoutSecrets(FIELDS, values);
    expect(JSON.stringify(kept)).not.toContain('тайна');
    expect(isDraftOf(FIELDS, JSON.parse(JSON.stringify(kept)))).toBe(true);
  });

  it('is no draft of other fields', () => {
    const kept = withoutSecrets(FIELDS, values);
    expect(isDraftOf(FIELDS, null)).toBe(false);
    expect(isDraftOf(FIELDS, { ...kept, price: '12' })).toBe(false);
    expect(isDraftOf(FIELDS, { ...kept, warehouses: 'нет' })).toBe(false);
    expect(isDraftOf([...FIELDS, { key: 'unit', kind: 'text' }], kept)).toBe(false);
  });
});
