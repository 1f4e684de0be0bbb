import { describe, expect, it } from 'vitest';
import { recordIndex, searchRecords, sortRecords } from './recordOrder.ts';

type Row = { id: string; title: string; phone?: string; price?: number | null };
const rows: Row[] = [
  { id: '1', title: 'Сок яблочный 10 л', phone: '8 (921) 555-01-02', price: 5000 },
  { id: '2', title: 'Ёлка', phone: '', price: null },
  { id: '3', title: 'сок Яблочный 2 л', phone: '+7 911 000-11-22', price: 900 },
  { id: '4', title: 'Жёлтый  перец', price: 0 },
];
const index = recordIndex(rows, ({ id, title, phone }) => ({
  texts: [title, id],
  ...(phone !== undefined && { phones: [phone] }),
}));
const found = (typed: string) => searchRecords(index, typed).map(({ id }) => id);
const sorted = (by: (row: Row) => string | number | null, down = false) =>
  sortRecords(rows, by, down, 'ru-RU').map(({ id }) => id);

describe('finding records', () => {
  it('gives all of them while nothing is typed, in their order', () => {
    expect(found('')).toEqual(['1', '2', '3', '4']);
    expect(found('  ')).toEqual(['1', '2', '3', '4']);
  });

  it('wants every word, wherever it stands, and overlooks case, ё and spaces', () => {
    expect(found('яблоч СОК')).toEqual(['1', '3']);
    expect(found('елка')).toEqual(['2']);
    expect(found('желтый перец')).toEqual(['4']);
    expect(found('сок вишня')).toEqual([]);
  });

  it('finds no word that only two fields together would make', () => {
    expect(
      searchRecords(
        recordIndex([rows[0]], () => ({ texts: ['кот', 'лета'] })),
        'котлета',
      ),
    ).toEqual([]);
    expect(
      searchRecords(
        recordIndex([rows[0]], () => ({ texts: ['кот', 'лета'] })),
        'кот лета',
      ),
    ).toHaveLength(1);
  });

  it('finds a phone however it is written on either side', () => {
    expect(found('+7 921 555')).toEqual(['1']);
    expect(found('89215550102')).toEqual(['1']);
    expect(found('000-11-22')).toEqual(['3']);
    expect(found('5550')).toEqual(['1']);
  });
});

describe('ordering records', () => {
  it('orders words as people do: numbers in them by size, ё beside е, case aside', () => {
    expect(sorted(({ title }) => title)).toEqual(['2', '4', '3', '1']);
    expect(sorted(({ title }) => title, true)).toEqual(['1', '3', '4', '2']);
  });

  it('keeps what has no value last, both ways; nought is a value', () => {
    expect(sorted(({ price }) => price ?? null)).toEqual(['4', '3', '1', '2']);
    expect(sorted(({ price }) => price ?? null, true)).toEqual(['1', '3', '4', '2']);
  });

  it('keeps equal ones as they came, both ways', () => {
    expect(sorted(() => 'x')).toEqual(['1', '2', '3', '4']);
    expect(sorted(() => 'x', true)).toEqual(['1', '2', '3', '4']);
  });

  it('orders ids that are numbers as numbers, words after them', () => {
    const ids = ['10', '9', 'A-2', '100', 'A-10'].map((id) => ({ id, title: '' }));
    const by = sortRecords(ids, ({ id }) => id, false, 'ru-RU').map(({ id }) => id);
    expect(by).toEqual(['9', '10', '100', 'A-2', 'A-10']);
  });
});
