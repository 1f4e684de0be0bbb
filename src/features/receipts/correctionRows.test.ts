/** Correction receipts: their sum, and as a file. */
import { describe, expect, it } from 'vitest';
import { receipts as words } from '#src/locales/ru/receipts.ts';
import { correctionExport, correctionRows, totalOf } from './correctionRows.ts';

const NOON = Date.UTC(2026, 10, 22, 9);
const receipt = (id: number, amount: number | null = 100, courierId: string | null = '3') => ({
  correctionReceiptId: String(id),
  courierId,
  serialNumber: '0010720',
  amount,
  commandExecutedAt: NOON,
});
const named = (...records: ReturnType<typeof receipt>[]) => correctionRows(records, (id) => `курьер ${id}`);

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
