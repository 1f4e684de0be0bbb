import { describe, expect, it } from 'vitest';
import type { ExportColumn, ExportContext } from '#src/domain/orderExport.ts';
import { EXPORT_COLUMNS, csvText, exportFileName, exportTable, isoInZone } from '#src/domain/orderExport.ts';
import { dispatchOrder, directoryOf } from '#src/testing/sampleOrders.ts';

const heads = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, `<${column}>`])) as Record<
  ExportColumn,
  string
>;
const context: ExportContext = {
  now: Date.UTC(2026, 10, 21, 12),
  timeZone: 'Europe/Moscow',
  directory: directoryOf([{ courierId: '7', title: 'Иван Быстров' }]),
  systemTitle: (system) => `<${system}>`,
  statusTitle: (order) => `<${order.status}>`,
  paymentTitle: (id) => (id === '4113' ? 'Наличные' : ''),
  kindOf: (order) => order.paymentKind,
  kindTitle: (kind) => `<${kind}>`,
  yesNo: (yes) => (yes ? 'да' : 'нет'),
};
const order = dispatchOrder({
  id: '209900',
  number: 'G-2',
  courierId: '7',
  windowFrom: Date.UTC(2026, 10, 21, 11),
  windowTo: Date.UTC(2026, 10, 21, 12, 30),
  address: 'Невский пр., 10; двор',
  point: { latitude: 59.93, longitude: 30.33 },
  phone: '89123456789',
  amount: 67957,
  prepaid: 0,
  paymentKind: 'cash',
  paymentTypeId: '4113',
  paid: false,
  pickUps: [
    { warehouseId: '1', title: 'Склад', point: null },
    { warehouseId: '1', title: 'Склад', point: null },
  ],
  comment: '=HYPERLINK("http://x")',
});
const cellsOf = (one = order) => {
  const [row = []] = exportTable([one], heads, context).rows;
  return Object.fromEntries(EXPORT_COLUMNS.map((column, at) => [column, row[at]])) as Record<
    ExportColumn,
    unknown
  >;
};

describe('isoInZone', () => {
  it('writes the offset of that very moment', () => {
    expect(isoInZone(Date.UTC(2026, 10, 21, 11), 'Europe/Moscow')).toBe('2026-11-21T14:00+03:00');
    expect(isoInZone(Date.UTC(2026, 6, 1, 12), 'America/New_York')).toBe('2026-07-01T08:00-04:00');
    expect(isoInZone(Date.UTC(2026, 0, 1, 12), 'America/New_York')).toBe('2026-01-01T07:00-05:00');
    expect(isoInZone(Date.UTC(2026, 0, 1, 12), 'Asia/Kolkata')).toBe('2026-01-01T17:30+05:30');
    expect(isoInZone(Date.UTC(2026, 0, 1, 12), 'UTC')).toBe('2026-01-01T12:00+00:00');
  });
});

describe('exportTable', () => {
  it('writes times in the zone, numbers as numbers and titles for ids', () => {
    expect(cellsOf()).toEqual({
      number: 'G-2',
      id: '209900',
      system: '<ireca>',
      status: '<6>',
      date: { wall: Date.UTC(2026, 10, 21) },
      window: '14:00–15:30',
      from: '2026-11-21T14:00+03:00',
      to: '2026-11-21T15:30+03:00',
      slack: 30,
      address: 'Невский пр., 10; двор',
      latitude: 59.93,
      longitude: 30.33,
      client: null,
      phone: '7 912 345-67-89',
      courier: 'Иван Быстров',
      warehouses: 'Склад',
      amount: 679.57,
      prepaid: 0,
      kind: '<cash>',
      payment: 'Наличные',
      paid: 'нет',
      comment: '=HYPERLINK("http://x")',
    });
  });

  it('takes the day of the zone, not of Greenwich', () => {
    expect(cellsOf({ ...order, windowFrom: Date.UTC(2026, 10, 21, 22) }).date).toEqual({
      wall: Date.UTC(2026, 10, 22),
    });
  });

  it('leaves empty what is not known, and names a courier that nobody knows by the id', () => {
    const cells = cellsOf(dispatchOrder({ courierId: '99' }));
    expect(cells).toMatchObject({
      courier: '99',
      date: null,
      window: null,
      from: null,
      slack: null,
      latitude: null,
      amount: null,
      paid: null,
    });
  });
});

describe('csvText', () => {
  it('quotes what would end a cell, and disarms what would run', () => {
    const table = {
      heads: ['a', 'b'],
      rows: [
        ['x;y', 'say "hi"'],
        ['=1+1', -12.5],
        ['+7', '@cmd'],
        [null, { wall: Date.UTC(2026, 10, 21, 14, 5) }],
        ['\tx', '-'],
      ],
    };
    expect(csvText(table)).toBe(
      '\uFEFFa;b\r\n"x;y";"say ""hi"""\r\n\'=1+1;-12,5\r\n\'+7;\'@cmd\r\n;21.11.2026 14:05\r\n\'\tx;\'-\r\n',
    );
  });
});

describe('exportFileName', () => {
  it('names the view and the moment, and nothing that a file system refuses', () => {
    expect(exportFileName(['Заказы', 'Поиск: a/b', ''], context.now, 'Europe/Moscow', 'csv')).toBe(
      'Заказы, Поиск a b, 2026-11-21 15-00.csv',
    );
  });
});
