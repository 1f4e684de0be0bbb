import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import { named } from '#src/domain/recordFinder.ts';
import type { PasteTarget } from './recordPaste.ts';
import { checkPaste, pasteReader } from './recordPaste.ts';

const FIELDS: readonly FieldSpec[] = [
  { key: 'goodId', kind: 'text', required: true, check: 'id' },
  { key: 'title', kind: 'text', required: true },
  { key: 'price', kind: 'money', required: true, least: 'zero' },
  { key: 'parentId', kind: 'reference', from: 'goods' },
  { key: 'taxId', kind: 'reference', from: 'taxes' },
  { key: 'phone', kind: 'text', check: 'phone' },
];
const COLUMNS = FIELDS.map(({ key }) => key);

const held = (values: DraftValues, isDeleted = false) => ({
  values: { goodId: '', title: '', price: null, parentId: '', taxId: '', phone: '', ...values },
  isDeleted,
});
const target: PasteTarget = {
  slug: 'goods',
  fields: FIELDS,
  idKey: 'goodId',
  finders: new Map([
    [
      'taxes',
      named(
        [{ id: '5', title: '20%' }],
        ({ id }) => id,
        ({ title }) => title,
      ),
    ],
    [
      'goods',
      named(
        [{ id: '1', title: 'Чаи' }],
        ({ id }) => id,
        ({ title }) => title,
      ),
    ],
  ]),
  known: new Map([
    ['1', held({ goodId: '1', title: 'Чаи', price: 100, phone: '+7 912 345-67-89' })],
    ['2', held({ goodId: '2', title: 'Старый', price: 500, taxId: '99', parentId: '98' }, true)],
  ]),
  today: '2026-11-21',
};

function check(rows: string[][], columns: readonly (string | null)[] = COLUMNS) {
  const table: ImportTable = { heads: [...columns].map((key) => key ?? ''), rows, firstRow: 2 };
  return checkPaste(table, pasteReader(columns, target), target);
}
const problems = (row: ReturnType<typeof check>[number] | undefined) =>
  row?.errors.map(({ key, problem }) => `${key} ${problem}`);

describe('checkPaste', () => {
  it('takes an unknown id for a new record with all its fields', () => {
    const [row] = check([['10', ' Чай ', '1,5', 'чаи', '20%', '']]);
    expect(row).toMatchObject({ id: '10', kind: 'new', errors: [], changes: [] });
    expect(row?.values).toEqual({
      goodId: '10',
      title: 'Чай',
      price: 150,
      parentId: '1',
      taxId: '5',
      phone: '',
    });
    expect(row?.fields).toEqual(FIELDS);
  });

  it('compares a known record in what the row says; empty cells change nothing', () => {
    const [same, changed] = check([
      ['1', 'Чаи', '', '', '', '8 (912) 345-67-89'],
      ['2', 'Новый', '5', '', '', ''],
    ]);
    expect(same).toMatchObject({ kind: 'same', changes: [], isDeleted: false });
    expect(same?.fields.map(({ key }) => key)).toEqual(['goodId', 'title', 'phone']);
    expect(changed).toMatchObject({ kind: 'changed', changes: ['title'], isDeleted: true });
    expect(changed?.values).toEqual({ goodId: '2', title: 'Новый', price: 500 });
  });

  it('says what is wrong where: cells that cannot be read, what is required, what the form would refuse', () => {
    const [row, free, shape] = check([
      ['10', '', 'дорого', 'никто', '', '12'],
      ['', 'Чай', '-1', '', '', ''],
      ['007', 'Чай', '1', '', '', ''],
    ]);
    expect(problems(row)).toEqual([
      'price notMoney',
      'parentId unknownReference',
      'title required',
      'phone phoneShape',
    ]);
    expect(row?.kind).toBe('wrong');
    expect(problems(free)).toEqual(['goodId required', 'price negative']);
    expect(problems(shape)).toEqual(['goodId idShape']);
  });

  it('lets a known record go on pointing at what is deleted by now', () => {
    const [stays, other] = check([
      ['2', 'Старый', '', '98', '99', ''],
      ['2', '', '', '97', '', ''],
    ]);
    expect(stays).toMatchObject({ kind: 'same', errors: [] });
    expect(problems(other)).toContain('parentId unknownReference');
  });

  it('finds parents among the rows of the table, wherever they stand, and refuses circles', () => {
    const rows = check([
      ['11', 'Лист', '1', 'Ветка', '', ''],
      ['12', 'Ветка', '1', '11', '', ''],
      ['13', 'Сам', '1', '13', '', ''],
      ['14', 'Ниже', '1', '12', '', ''],
    ]);
    expect(rows.map((row) => row.values['parentId'])).toEqual(['12', '11', '13', '12']);
    expect(rows.map(problems)).toEqual([
      ['parentId ownBranch'],
      ['parentId ownBranch'],
      ['parentId ownBranch'],
      [],
    ]);
  });

  it('names the row that has the same id', () => {
    const rows = check([
      ['10', 'a', '1', '', '', ''],
      ['10', 'b', '1', '', '', ''],
    ]);
    expect(rows[0]?.kind).toBe('new');
    expect(rows[1]?.errors).toEqual([{ key: 'goodId', problem: 'repeated', detail: 2 }]);
  });

  it('leaves out columns that hold nothing known', () => {
    const [row] = check([['10', 'Чай', '2', 'снег']], ['goodId', 'title', 'price', null]);
    expect(row).toMatchObject({ kind: 'new', errors: [] });
  });

  it('does not read a row again that did not change', () => {
    const reader = pasteReader(COLUMNS, target);
    const rows = [
      ['10', 'Чай', '1', '', '', ''],
      ['11', 'Чай', '1', '', '', ''],
    ];
    const table: ImportTable = { heads: COLUMNS, rows, firstRow: 2 };
    const before = checkPaste(table, reader, target);
    const after = checkPaste(
      { ...table, rows: [rows[0] ?? [], ['11', 'Кофе', '1', '', '', '']] },
      reader,
      target,
    );
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.values['title']).toBe('Кофе');
  });
});
