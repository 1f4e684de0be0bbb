import { describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { readXlsx, xlsxBlob } from './xlsxFile.ts';
import { zipOf } from './zipFile.ts';

const ROOM = 50_000_000;
const table = {
  heads: ['№', 'Сумма', 'Дата', 'Комментарий'],
  rows: [
    ['G-1', 679.57, { wall: Date.UTC(2026, 10, 21) }, '=1+1 & <b>"x"</b>\u0001'],
    [null, -12, { wall: Date.UTC(2026, 10, 21, 18) }, 'строка\nвторая'],
  ],
};

describe('xlsxBlob', () => {
  it('is a file that another reader understands: numbers, dates, text as it was', async () => {
    const blob = await xlsxBlob(table, 'Заказы: все');
    const rows = await readSheet(Buffer.from(await blob.arrayBuffer()));
    expect(rows).toEqual([
      table.heads,
      ['G-1', 679.57, new Date(Date.UTC(2026, 10, 21)), '=1+1 & <b>"x"</b>'],
      [null, -12, new Date(Date.UTC(2026, 10, 21, 18)), 'строка\nвторая'],
    ]);
  });

  it('names columns beyond Z', async () => {
    const heads = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const blob = await xlsxBlob({ heads, rows: [heads] }, 'x');
    expect(await readXlsx(blob, ROOM)).toEqual([heads, heads]);
  });
});

describe('readXlsx', () => {
  it('reads what another writer made, however large its parts are', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => [
      `заказ ${at} ${Math.random()}`,
      at,
      new Date(Date.UTC(2026, 10, 21)),
    ]);
    const made = await writeXlsxFile(rows, { dateFormat: 'dd.mm.yyyy' }).toBuffer();
    expect(made.length).toBeGreaterThan(160_000);
    expect(await readXlsx(new Blob([new Uint8Array(made)]), ROOM)).toEqual(rows);
  });

  it('refuses an archive that holds more than it may before it is unpacked', async () => {
    const bomb = await zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(3_000_000) }, 'application/zip');
    expect(bomb.size).toBeLessThan(10_000);
    await expect(readXlsx(bomb, 1_000_000)).rejects.toThrow(RangeError);
  });

  it('refuses what is no spreadsheet', async () => {
    await expect(readXlsx(new Blob(['not a zip at all, just some words']), ROOM)).rejects.toThrow();
    await expect(readXlsx(await zipOf({ 'a.xml': '<a/>' }, 'x'), ROOM)).rejects.toThrow();
  });
});
