import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '#src/domain/declaration.ts';
import { named } from '#src/domain/recordFinder.ts';
import { readRecordCell } from './recordPasteCells.ts';

const field = (kind: FieldSpec['kind'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  key: 'x',
  kind,
  ...more,
});
const find = named(
  [
    { id: '1', title: 'Основной' },
    { id: '2', title: 'Малый: верхний' },
    { id: '20', title: '7' },
    { id: '7', title: 'Дальний' },
    { id: '8', title: 'дальний' },
  ],
  ({ id }) => id,
  ({ title }) => title,
);

describe('readRecordCell', () => {
  it.each([
    ['text', 'как есть', 'как есть'],
    ['money', '1 250,50 ₽', 125050],
    ['number', '0,25', 0.25],
    ['day', '14.01.1986', '1986-01-14'],
    ['reference', 'ОСНОВНОЙ', '1'],
    ['reference', '7', '7'],
    ['point', '59.9386, 30.3141', { latitude: 59.9386, longitude: 30.3141 }],
    ['point', '59,9386; 30,3141', { latitude: 59.9386, longitude: 30.3141 }],
    [
      'stock',
      'основной: 12; 2 = 3,5',
      [
        { warehouseId: '1', count: 12 },
        { warehouseId: '2', count: 3.5 },
      ],
    ],
    ['stock', 'Малый: верхний: 4', [{ warehouseId: '2', count: 4 }]],
  ] as const)('reads %s «%s»', (kind, text, value) => {
    expect(readRecordCell(field(kind), text, find)).toEqual({ value });
  });

  it.each([
    ['money', 'дорого', 'notMoney'],
    ['money', '1,2345', 'fractions'],
    ['number', 'много', 'notNumber'],
    ['day', '31.02.1990', 'dayShape'],
    ['reference', 'никакой', 'unknownReference'],
    ['reference', 'дальний', 'ambiguous'],
    ['stock', 'Основной', 'stockShape'],
    ['stock', 'Основной: мало', 'stockShape'],
    ['stock', 'никакой: 1', 'unknownReference'],
    ['stock', 'дальний: 1', 'ambiguous'],
    ['point', 'Невский, 10', 'pointShape'],
    ['point', '0, 0', 'pointShape'],
    ['point', '59.9, 30.3, 1', 'pointShape'],
  ] as const)('says what is wrong with %s «%s»', (kind, text, problem) => {
    expect(readRecordCell(field(kind), text, find)).toEqual({ problem });
  });

  it('finds nothing in a list that is not at hand', () => {
    expect(readRecordCell(field('reference', { from: 'goods' }), '1')).toEqual({
      problem: 'unknownReference',
    });
  });
});
