import { describe, expect, it } from 'vitest';
import { decodeText, readFile, readPasted } from './readSource.ts';
import { xlsxBlob } from './xlsxFile.ts';

/** «Город;Оплата» and «Москва;картой» as Excel in Russia saves CSV. */
const CP1251 = Uint8Array.from([
  0xc3, 0xee, 0xf0, 0xee, 0xe4, 0x3b, 0xce, 0xef, 0xeb, 0xe0, 0xf2, 0xe0, 0x0d, 0x0a, 0xcc, 0xee, 0xf1, 0xea,
  0xe2, 0xe0, 0x3b, 0xea, 0xe0, 0xf0, 0xf2, 0xee, 0xe9,
]);
const table = (heads: string[], rows: string[][], firstRow = 2) => ({
  ok: true,
  table: { heads, rows, firstRow },
});

describe('readPasted', () => {
  it.each([
    ['tabs', 'id\tАдрес\n1\tСПб, Невский пр., 10'],
    ['semicolons', 'id;Адрес\r\n1;СПб, Невский пр., 10\r\n'],
    ['commas and quotes', 'id,Адрес\n1,"СПб, Невский пр., 10"'],
  ])('finds out the separator: %s', async (_name, text) => {
    expect(await readPasted(text)).toEqual(table(['id', 'Адрес'], [['1', 'СПб, Невский пр., 10']]));
  });

  it('does not cut a single column at its commas', async () => {
    expect(await readPasted('Причина\nНе дозвонились, перенос')).toEqual(
      table(['Причина'], [['Не дозвонились, перенос']]),
    );
  });

  it('keeps a line break inside a cell', async () => {
    expect(await readPasted('id\tКомментарий\n1\t"первая\nвторая"')).toEqual(
      table(['id', 'Комментарий'], [['1', 'первая\nвторая']]),
    );
  });

  it('says that there is nothing', async () => {
    expect(await readPasted('  \n ')).toEqual({ ok: false, problem: 'empty' });
    expect(await readPasted('id')).toEqual({ ok: false, problem: 'onlyHead' });
    expect(await readPasted('7\tСклад', true)).toEqual(table(['', ''], [['7', 'Склад']], 1));
  });
});

describe('readFile', () => {
  it('reads CSV of Windows-1251 and of UTF-8 with its mark', async () => {
    const expected = table(['Город', 'Оплата'], [['Москва', 'картой']]);
    expect(await readFile(new Blob([CP1251]))).toEqual(expected);
    expect(await readFile(new Blob(['\uFEFFГород;Оплата\r\nМосква;картой']))).toEqual(expected);
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x13, 0x04]))).toBe('Г');
  });

  it('reads XLSX by what is in it', async () => {
    const blob = await xlsxBlob(
      { heads: ['id', 'Дата'], rows: [[9001, { wall: Date.UTC(2026, 10, 21) }]] },
      'x',
    );
    expect(await readFile(blob)).toEqual(table(['id', 'Дата'], [['9001', '2026-11-21']]));
  });

  it('refuses the old format of Excel, a broken book and a file that is too large', async () => {
    expect(await readFile(new Blob([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])]))).toEqual({
      ok: false,
      problem: 'oldExcel',
    });
    expect(await readFile(new Blob(['PK, and then something else']))).toEqual({
      ok: false,
      problem: 'unreadable',
    });
    expect(await readFile(new Blob([new Uint8Array(21 * 1024 * 1024)]))).toEqual({
      ok: false,
      problem: 'tooLarge',
    });
  });
});
