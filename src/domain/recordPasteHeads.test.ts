import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '#src/domain/declaration.ts';
import { columnsInOrder, matchRecordColumns, pasteFields } from './recordPasteHeads.ts';

const FIELDS: readonly FieldSpec[] = [
  { key: 'clientId', kind: 'text', required: true, check: 'id' },
  { key: 'firstname', kind: 'text', required: true },
  { key: 'title', kind: 'text' },
  { key: 'price', kind: 'money' },
  { key: 'taxId', kind: 'reference', from: 'taxes' },
  { key: 'addressEntity.city', kind: 'text' },
  { key: 'password', kind: 'text', secret: true },
];
const WORDS: Record<string, string[]> = { title: ['Компания', 'Company'], taxId: ['Налоговая ставка'] };
const match = (heads: string[]) =>
  matchRecordColumns(heads, pasteFields(FIELDS), 'clientId', (key) => WORDS[key] ?? []);

describe('matchRecordColumns', () => {
  it('knows heads of the API, of the screen in both languages, and as people write them', () => {
    expect(match(['clientId', 'Company', 'Цена, ₽', 'НДС', 'addressEntity.city', 'Погода'])).toEqual([
      'clientId',
      'title',
      'price',
      'taxId',
      'addressEntity.city',
      null,
    ]);
    expect(match(['№', 'КОМПАНИЯ', 'Имя', 'Стоимость', 'Ставка НДС', 'Город'])).toEqual([
      'clientId',
      'title',
      'firstname',
      'price',
      'taxId',
      'addressEntity.city',
    ]);
  });

  it('gives a field to its first column, and a password to none', () => {
    expect(match(['id', 'Номер', 'price', 'Цена', 'password'])).toEqual([
      'clientId',
      null,
      'price',
      null,
      null,
    ]);
  });
});

describe('columnsInOrder', () => {
  it('takes one column for titles and several as in the sample', () => {
    const fields = pasteFields(FIELDS);
    expect(columnsInOrder(fields, 'clientId', 1)).toEqual(['title']);
    expect(columnsInOrder(fields, 'clientId', 3)).toEqual(['clientId', 'firstname', 'title']);
    expect(columnsInOrder(fields, 'clientId', 8).slice(5)).toEqual(['addressEntity.city', null, null]);
    expect(columnsInOrder(fields.slice(0, 2), 'clientId', 1)).toEqual(['firstname']);
  });
});
