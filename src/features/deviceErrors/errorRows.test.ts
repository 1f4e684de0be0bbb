/** Rows of «Ошибки кассы»: named, searched, filtered, sorted, and as a file. */
import { describe, expect, it } from 'vitest';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { NOBODY } from '#src/lib/paths.ts';
import { deviceErrors as words } from '#src/locales/ru/deviceErrors.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { ErrorFilter, ErrorRow } from './errorRows.ts';
import { errorExport, errorRows, errorTest, sortedErrorRows } from './errorRows.ts';

const NOON = Date.UTC(2026, 10, 22, 9);
const base: DeviceError = {
  key: 'a',
  device: 'terminal',
  at: NOON,
  noticedAt: null,
  courierId: '3',
  orderId: '209900',
  errorCode: '51',
  errorText: 'Недостаточно средств',
  amount: 145_050,
  serialNumber: 'PAX1',
  cardNumber: '****4276',
  paymentSystem: 'MIR',
};
const errors: DeviceError[] = [
  base,
  {
    ...base,
    key: 'b',
    device: 'recorder',
    courierId: '9',
    orderId: '5',
    amount: null,
    errorText: 'Нет бумаги',
  },
  { ...base, key: 'c', courierId: null, orderId: null, at: null, amount: 100 },
];
const rows = errorRows(errors, {
  directory: directoryOf([{ courierId: '3', title: 'Иванов' }], ['3']),
  shiftsKnown: true,
  orders: new Map([['ireca:209900', dispatchOrder({ number: 'G-2' })]]),
  seen: new Map([['b', 1]]),
  courierNumber: (id) => `курьер ${id}`,
});
const all: ErrorFilter = { q: '', device: null, courier: '', unseen: false };
const found = (filter: Partial<ErrorFilter>, kept: string[] = []) =>
  rows.filter(errorTest({ ...all, ...filter }, new Set(kept))).map(({ key }) => key);
const keys = (sorted: ErrorRow[]) => sorted.map(({ key }) => key);

describe('errorRows', () => {
  it('names couriers and orders, and what no list knows by its number', () => {
    expect(rows.map(({ courier, order, seen, onShift }) => [courier, order, seen, onShift])).toEqual([
      ['Иванов', 'G-2', false, true],
      ['курьер 9', '5', true, false],
      ['', '', false, null],
    ]);
  });
});

describe('errorTest', () => {
  it('searches words in any order, also by card and order', () => {
    expect(found({ q: 'средств НЕДОСТ' })).toEqual(['a', 'c']);
    expect(found({ q: 'g-2' })).toEqual(['a']);
    expect(found({ q: 'бумаги 4276' })).toEqual(['b']);
    expect(found({ q: 'нет такого' })).toEqual([]);
  });

  it('filters by device and courier, also by none', () => {
    expect(found({ device: 'recorder' })).toEqual(['b']);
    expect(found({ courier: '3' })).toEqual(['a']);
    expect(found({ courier: NOBODY })).toEqual(['c']);
  });

  it('keeps what was just marked among the new ones', () => {
    expect(found({ unseen: true })).toEqual(['a', 'c']);
    expect(found({ unseen: true }, ['b'])).toEqual(['a', 'b', 'c']);
  });
});

describe('sortedErrorRows', () => {
  it('leaves the newest first without a sort, and puts what has no value last either way', () => {
    expect(keys(sortedErrorRows(rows, null))).toEqual(['a', 'b', 'c']);
    expect(keys(sortedErrorRows(rows, { column: 'amount', down: false }))).toEqual(['c', 'a', 'b']);
    expect(keys(sortedErrorRows(rows, { column: 'amount', down: true }))).toEqual(['a', 'c', 'b']);
    expect(keys(sortedErrorRows(rows, { column: 'courier', down: false }))).toEqual(['a', 'b', 'c']);
  });
});

describe('errorExport', () => {
  it('writes the time of the zone, roubles, and nothing where nothing is known', () => {
    const { heads, rows: cells } = errorExport(rows, 'Europe/Moscow', words);
    expect(heads).toHaveLength(cells[0]?.length ?? 0);
    expect(cells[0]).toEqual([
      { wall: NOON + 3 * 3_600_000 },
      'Банковский терминал',
      'PAX1',
      '51',
      'Недостаточно средств',
      1450.5,
      '****4276',
      'MIR',
      'G-2',
      '209900',
      'Иванов',
      '3',
      'нет',
    ]);
    expect(cells[2]?.[0]).toBeNull();
    expect(cells[2]?.slice(8, 12)).toEqual([null, null, null, null]);
  });
});
