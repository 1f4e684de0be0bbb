/** What is wrong with a typed record, field by field. */
import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '#src/domain/declaration.ts';
import { checkRecord } from './recordCheck.ts';
import type { CheckContext } from './recordCheck.ts';
import type { FieldValue } from './recordDraft.ts';

const CONTEXT: CheckContext = { idKey: 'goodId', today: '2026-11-21', exists: false };

const wrong = (field: FieldSpec, value: FieldValue, context: Partial<CheckContext> = {}) =>
  checkRecord([field], { [field.key]: value }, { ...CONTEXT, ...context })[field.key] ?? null;
const text = (rest: Partial<FieldSpec>): FieldSpec => ({ key: 'field', kind: 'text', ...rest });

describe('checkRecord', () => {
  it('leaves an optional field alone while it is empty', () => {
    for (const check of ['inn', 'phone', 'email', 'url'] as const)
      expect(wrong(text({ check }), ' ')).toBeNull();
    expect(wrong({ key: 'price', kind: 'money', least: 'zero' }, null)).toBeNull();
    expect(wrong({ key: 'day', kind: 'day' }, '')).toBeNull();
    expect(wrong({ key: 'stock', kind: 'stock' }, [])).toBeNull();
  });

  it('asks for what is required, of every kind', () => {
    expect(wrong(text({ required: true }), '  ')).toBe('required');
    expect(wrong({ key: 'price', kind: 'money', required: true }, null)).toBe('required');
    expect(wrong({ key: 'tax', kind: 'reference', required: true }, '')).toBe('required');
    expect(wrong({ key: 'price', kind: 'money', required: true }, 0)).toBeNull();
  });

  it('asks for a password of a new record only', () => {
    const field = text({ required: true, secret: true });
    expect(wrong(field, '')).toBe('required');
    expect(wrong(field, '', { exists: true })).toBeNull();
  });

  it('does not ask for a field that other required ones are sent in place of', () => {
    const fields: FieldSpec[] = [
      text({ key: 'firstname', required: true }),
      text({ key: 'title', required: true, otherwise: ['firstname'] }),
    ];
    expect(checkRecord(fields, { firstname: '', title: '' }, CONTEXT)).toEqual({ firstname: 'required' });
    expect(checkRecord(fields, { firstname: 'Анна', title: '' }, CONTEXT)).toEqual({});
  });

  it.each(['0', '007', '1.5', '-1', 'a1', '9007199254740993'])('refuses the number %s', (id) => {
    expect(wrong({ key: 'goodId', kind: 'text', check: 'id' }, id)).toBe('idShape');
  });

  it('refuses a number that is taken, and does not look at that of a record that exists', () => {
    const field: FieldSpec = { key: 'goodId', kind: 'text', check: 'id', required: true };
    const taken = new Set(['12']);
    expect(wrong(field, '12', { taken })).toBe('idTaken');
    expect(wrong(field, ' 12 ', { taken })).toBe('idTaken');
    expect(wrong(field, '13', { taken })).toBeNull();
    expect(wrong(field, '12', { taken, exists: true })).toBeNull();
  });

  it.each([
    ['inn', '7707083893', null],
    ['inn', '500100732259', null],
    ['inn', '770708389', 'innLength'],
    ['inn', '7707083894', 'innDigits'],
    ['phone', '+7 912 345-67-89', null],
    ['phone', '123', 'phoneShape'],
    ['email', 'anna@example.com', null],
    ['email', 'anna@example', 'emailShape'],
    ['email', 'anna example.com', 'emailShape'],
    ['url', 'https://example.com/a.png', null],
    ['url', 'http://localhost:8080/a', null],
    ['url', 'example.com/a.png', 'urlShape'],
    ['url', 'javascript:alert(1)', 'urlShape'],
    ['url', 'https://exa mple.com', 'urlShape'],
    ['url', 'https://', 'urlShape'],
  ] as const)('%s «%s»: %s', (check, value, error) => {
    expect(wrong(text({ check }), value)).toBe(error);
  });

  it('wants a day that exists and is over', () => {
    const day = (value: string) => wrong({ key: 'birthday', kind: 'day' }, value);
    expect(day('1986-01-14')).toBeNull();
    expect(day('2026-11-21')).toBeNull();
    expect(day('2026-11-22')).toBe('dayFuture');
    expect(day('1987-02-29')).toBe('dayShape');
    expect(day('14.01.1986')).toBe('dayShape');
  });

  it('wants numbers that make sense', () => {
    expect(wrong({ key: 'price', kind: 'money', least: 'zero' }, -1)).toBe('negative');
    expect(wrong({ key: 'price', kind: 'money', least: 'zero' }, 0)).toBeNull();
    expect(wrong({ key: 'step', kind: 'number', least: 'positive' }, 0)).toBe('notPositive');
    expect(wrong({ key: 'step', kind: 'number', least: 'positive' }, 0.1)).toBeNull();
    expect(wrong({ key: 'any', kind: 'number' }, -5)).toBeNull();
  });

  it('wants each warehouse once, with a count', () => {
    const stock = (lines: readonly { warehouseId: string; count: number | null }[]) =>
      wrong({ key: 'warehouses', kind: 'stock' }, lines);
    expect(stock([{ warehouseId: '1', count: 0 }])).toBeNull();
    expect(stock([{ warehouseId: '1', count: null }])).toBe('stockCount');
    expect(stock([{ warehouseId: '', count: 4 }])).toBe('stockCount');
    expect(stock([{ warehouseId: '1', count: -1 }])).toBe('stockCount');
    const twice = { warehouseId: '1', count: 1 };
    expect(stock([twice, twice])).toBe('stockTwice');
  });

  it('refuses a record as its own parent, and an id that its list does not have', () => {
    const parent: FieldSpec = { key: 'parentId', kind: 'reference', from: 'goods' };
    expect(wrong(parent, '5', { branch: new Set(['5', '6']) })).toBe('ownBranch');
    expect(wrong(parent, '7', { branch: new Set(['5', '6']) })).toBeNull();
    expect(wrong(parent, '7', { known: () => false })).toBe('unknownReference');
    // A list that has not been read says nothing of its ids.
    expect(wrong(parent, '7', { known: () => null })).toBeNull();
    expect(wrong(parent, '7', { known: (list, id) => list === 'goods' && id === '7' })).toBeNull();
  });
});
