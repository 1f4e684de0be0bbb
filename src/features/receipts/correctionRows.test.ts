/** Correction receipts by pages, their sum, and as a file. */
import { describe, expect, it } from 'vitest';
import { receipts as words } from '#src/locales/ru/receipts.ts';
import { correctionExport, correctionRows, pageOf, totalOf } from './correctionRows.ts';

const NOON = Date.UTC(2026, 10, 22, 9);
const receipt = (id: number, amount: number | null = 100, courierId: string | null = '3') => ({
  correctionReceiptId: String(id),
  courierId,
  serialNumber: '0010720',
  amount,
  commandExecutedAt: NOON,
});
const named = (...records: ReturnType<typeof receipt>[]) => correctionRows(records, (id) => `курьер ${id}`);

describe('pageOf', () => {
  const rows = named(...Array.from({ length: 45 }, (_, index) => receipt(index)));
  const part = (page: number, size = 20) => {
    const { rows: shown, ...rest } = pageOf(rows, page, size);
    return { ...rest, ids: [shown[0]?.correctionReceiptId, shown.at(-1)?.correctionReceiptId] };
  };

  it('cuts pages, and gives the last one for any beyond it', () => {
    expect(part(1)).toEqual({ page: 1, pages: 3, first: 0, ids: ['0', '19'] });
    expect(part(3)).toEqual({ page: 3, pages: 3, first: 40, ids: ['40', '44'] });
    expect(part(9)).toEqual(part(3));
    expect(part(1, 100)).toEqual({ page: 1, pages: 1, first: 0, ids: ['0', '44'] });
  });
});

describe('totalOf', () => {
  it('adds up what names a sum, and is unknown where nothing does', () => {
    expect(totalOf(named(receipt(1, 1250), receipt(2, null), receipt(3, 50)))).toBe(1300);
    expect(totalOf(named(receipt(1, null)))).toBeNull();
  });
});

describe('correctionExport', () => {
  it('writes the time of the zone and roubles; no courier is no cell', () => {
    const rows = named(receipt(7, 12_345), receipt(8, null, null));
    expect(correctionExport(rows, 'Europe/Moscow', words.corrections.heads).rows).toEqual([
      [{ wall: NOON + 3 * 3_600_000 }, '7', 'курьер 3', '3', '0010720', 123.45],
      [{ wall: NOON + 3 * 3_600_000 }, '8', null, null, '0010720', null],
    ]);
  });
});
