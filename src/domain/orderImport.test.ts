import { describe, expect, it } from 'vitest';
import { orderBody } from '#src/contracts/ireca/orderWrite.ts';
import { checkImport, failedTable, importReader } from '#src/domain/orderImport.ts';
import {
  readClock,
  readDay,
  readFlag,
  readMoment,
  readMoney,
  readNumber,
  readWindowText,
} from '#src/domain/orderImportCells.ts';
import { matchColumns } from '#src/domain/orderImportFields.ts';
import { importReferences } from '#src/domain/orderImportReferences.ts';
import { AMBIGUOUS } from '#src/domain/recordFinder.ts';
import { cellText, readTable, withCell } from '#src/domain/orderImportTable.ts';
import { splitAddress } from '#src/domain/addressSplit.ts';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';

const MOSCOW = 'Europe/Moscow';

const good = (
  goodId: string,
  title: string,
  article: string,
  price: number | null,
  isActive = true,
): Good => ({
  goodId,
  parentId: null,
  article,
  title,
  taxId: '8284',
  calcId: '0',
  unit: 'шт',
  weight: 0.5,
  multiplicity: 1,
  price,
  description: '',
  imageUrl: '',
  imageBigUrl: '',
  isActive,
  warehouses: [],
});
const client = (clientId: string, phone: string): Client => ({
  clientId,
  title: '',
  firstname: 'Анна',
  lastname: 'Белова',
  birthday: '',
  addressEntity: null,
  inn: '',
  phone,
  email: '',
  description: '',
  updatedAt: null,
});

const references = importReferences({
  couriers: [
    { courierId: '55752', title: 'Алексей Быстров', phone: '+79210000001' },
    { courierId: '55753', title: 'Иван Ёлкин', phone: '8 (921) 000-00-02' },
    { courierId: '55754', title: 'Иван Елкин', phone: '' },
  ],
  clients: [client('3271', '+7 912 345-67-89')],
  paymentTypes: [
    { paymentTypeId: '4113', title: 'Наличные', closeTypeId: '1', updatedAt: null },
    { paymentTypeId: '4114', title: 'Банковская карта', closeTypeId: '2', updatedAt: null },
  ],
  taxes: [{ taxId: '8284', title: '20%' }],
  suppliers: [
    {
      supplierId: '7',
      title: 'ООО «Ромашка»',
      taxId: null,
      inn: '',
      phone: '',
      address: '',
      description: '',
    },
  ],
  warehouses: [],
  deliveryStatuses: [
    { statusId: '6', title: 'Подготовлен' },
    { statusId: '9', title: 'Заказ доставлен' },
  ],
  goods: [
    good('355864', 'Кофе carte noire', 'G-500', 53978),
    good('355865', 'Ваза', '', null),
    good('355866', 'Старый товар', 'G-1', 100, false),
  ],
});

/** The rows as they would be pasted. */
function check(rows: string[][], existing: string[] = []) {
  const read = readTable(rows);
  if (!read.ok) throw new Error(read.problem);
  const reader = importReader(matchColumns(read.table.heads), references, MOSCOW);
  return checkImport(read.table, reader, new Set(existing));
}
const HEADS = ['id', 'Дата', 'Окно', 'Адрес', 'Телефон', 'Оплата', 'Товар', 'Кол-во', 'Цена', 'Скидка'];
const ROW = [
  '9001',
  '21.11.2026',
  '14:00–16:00',
  'Санкт-Петербург, Невский пр., 10, кв. 4',
  '8 912 345 67 89',
  'Наличные',
  '355864',
  '2',
  '539,78',
  '79,56',
];
const put = (changes: Record<string, string>) => ROW.map((text, at) => changes[HEADS[at] ?? ''] ?? text);
const problems = (rows: string[][], row = 0) =>
  (check(rows).errors.get(row) ?? []).map(({ field, problem }) => `${field}:${problem}`);

describe('matchColumns', () => {
  it('knows Russian and English heads, the names of the API, case and units', () => {
    expect(
      matchColumns([
        'ID заказа',
        'ОПЛАТА',
        'Кол-во, шт.',
        'addressToEntity.city',
        'Delivery date',
        'Сумма, ₽',
        'Погода',
      ]),
    ).toEqual(['orderId', 'payment', 'count', 'city', 'date', 'amount', null]);
  });

  it('takes «№» for the id only when no column is called so, and a field only once', () => {
    expect(matchColumns(['№', 'Телефон', 'телефон'])).toEqual(['orderId', 'phone', null]);
    expect(matchColumns(['№', 'orderId'])).toEqual(['codeAlias', 'orderId']);
  });
});

describe('cells', () => {
  it.each([
    ['14 500,00 ₽', 1450000],
    ['1,234.50', 123450],
    ['1.234,50', 123450],
    ['679.57', 67957],
    ['−40', -4000],
    ['100 руб.', 10000],
  ])('reads %s as money', (text, kopecks) => expect(readMoney(text)).toEqual({ kopecks }));

  it('does not guess at money', () => {
    expect(readMoney('1,500')).toEqual({ error: 'fractions' });
    expect(readMoney('33.333')).toEqual({ error: 'fractions' });
    expect(readMoney('сто')).toEqual({ error: 'notMoney' });
    expect(readMoney('12-50')).toEqual({ error: 'notMoney' });
  });

  it('reads numbers, flags and days', () => {
    expect([readNumber('0,250'), readNumber('x')]).toEqual([0.25, null]);
    expect([readFlag('Да'), readFlag('0'), readFlag('может')]).toEqual([true, false, null]);
    expect(
      ['21.11.2026', '1.2.26', '2026-11-21', '21/11/2026', '31.02.2026', '21.13.2026', 'завтра'].map(readDay),
    ).toEqual(['2026-11-21', '2026-02-01', '2026-11-21', '2026-11-21', null, null, null]);
  });

  it('reads clocks, moments and windows', () => {
    expect(['9:30', '14', '14.00', '24:00', '14:60', '14:00:00'].map(readClock)).toEqual([
      '09:30',
      '14:00',
      '14:00',
      null,
      null,
      '14:00',
    ]);
    expect(readMoment('21.11.2026 14:00')).toEqual({ day: '2026-11-21', time: '14:00', ms: null });
    expect(readMoment('2026-11-21T14:00+03:00')?.ms).toBe(Date.UTC(2026, 10, 21, 11));
    expect(readMoment('утром')).toBeNull();
    expect(readWindowText('с 14 до 16')).toEqual({ day: null, from: '14:00', to: '16:00' });
    expect(readWindowText('21.11.2026 14:00 — 16:30')).toEqual({
      day: '2026-11-21',
      from: '14:00',
      to: '16:30',
    });
    expect(readWindowText('после обеда')).toBeNull();
  });

  it('writes the cells of a spreadsheet as text: dates, times, numbers, what an export had made safe', () => {
    expect(cellText(new Date(Date.UTC(2026, 10, 21)))).toBe('2026-11-21');
    expect(cellText(new Date(Date.UTC(2026, 10, 21, 13, 59, 59, 999)))).toBe('2026-11-21 14:00');
    expect(cellText(new Date(Date.UTC(1899, 11, 30, 14, 30)))).toBe('14:30');
    expect([
      cellText(0.1 + 0.2),
      cellText(79123456789),
      cellText(true),
      cellText(null),
      cellText("'=1"),
    ]).toEqual(['0.3', '79123456789', '1', '', '=1']);
  });
});

describe('splitAddress', () => {
  const parts = (city: string, street: string, home: string, apartment = '', postindex = '') => ({
    postindex,
    city,
    street,
    home,
    apartment,
  });
  it.each([
    ['Санкт-Петербург, Невский пр., 10, кв. 4', parts('Санкт-Петербург', 'Невский пр.', '10', 'кв. 4')],
    [
      '191025, Россия, Санкт-Петербург, Невский пр., д. 10',
      parts('Санкт-Петербург', 'Невский пр.', 'д. 10', '', '191025'),
    ],
    ['Санкт-Петербург, ул. Правды 24, кв 44', parts('Санкт-Петербург', 'ул. Правды', '24', 'кв 44')],
    [
      'г. Москва, ул. 1905 года, дом 7, корп. 2, офис 12',
      parts('г. Москва', 'ул. 1905 года', 'дом 7, корп. 2', 'офис 12'),
    ],
    ['Невский пр., 10, Санкт-Петербург', parts('Санкт-Петербург', 'Невский пр.', '10')],
    [
      'Санкт-Петербург, Чкаловский пр., 15литА, кв 19',
      parts('Санкт-Петербург', 'Чкаловский пр.', '15литА', 'кв 19'),
    ],
  ])('splits %s', (line, expected) => expect(splitAddress(line)).toEqual(expected));

  it.each([
    'Невский пр. 10',
    'Санкт-Петербург',
    'Санкт-Петербург, Невский пр.',
    'Санкт-Петербург, Невский пр., 10, кв 4, вход со двора',
    'возле метро',
    'Санкт-Петербург, ул. Правды 24, 44',
  ])('leaves %s to a person', (line) => expect(splitAddress(line)).toBeNull());
});

describe('references', () => {
  it('finds by id, phone and title, never by a name that two have', () => {
    expect([
      references.courier('55752'),
      references.courier('8 921 000 00 01'),
      references.courier('алексей быстров'),
    ]).toEqual(['55752', '55752', '55752']);
    expect(references.courier('Иван Елкин')).toBe(AMBIGUOUS);
    expect(references.courier('Никто')).toBeUndefined();
    expect(references.client('89123456789')).toBe('3271');
    expect((references.good('g-500') as Good).goodId).toBe('355864');
    expect((references.good('кофе CARTE noire') as Good).goodId).toBe('355864');
    expect(references.good('Старый товар')).toBeUndefined();
  });
});

describe('readTable', () => {
  it('finds the heads below empty rows, drops empty rows and columns, counts rows as the spreadsheet does', () => {
    const read = readTable([
      [null, null],
      ['id', 'Дата', null, null],
      ['', ''],
      [9001, new Date(Date.UTC(2026, 10, 21)), 'лишнее'],
    ]);
    expect(read).toEqual({
      ok: true,
      table: { heads: ['id', 'Дата', ''], rows: [['9001', '2026-11-21', 'лишнее']], firstRow: 3 },
    });
  });

  it('says why there is nothing to import', () => {
    expect(readTable([[]])).toEqual({ ok: false, problem: 'empty' });
    expect(readTable([['id']])).toEqual({ ok: false, problem: 'onlyHead' });
    expect(readTable([['id'], ...Array.from({ length: 10_001 }, () => ['1'])])).toEqual({
      ok: false,
      problem: 'tooManyRows',
    });
  });
});

describe('checkImport', () => {
  it('makes the documented order of one row', () => {
    const { orders, errors } = check([HEADS, ROW]);
    expect(errors.size).toBe(0);
    const [order] = orders;
    if (!order?.write) throw new Error('no order');
    expect(orderBody(order.write)).toEqual({
      orderId: '9001',
      codeAlias: '',
      statusId: 0,
      deliveryStatusId: 6,
      isAgreed: 0,
      returnReasonId: null,
      courierId: null,
      clientId: null,
      supplierId: null,
      paymentId: '4113',
      amountToPay: 1079.56,
      prePaymentSum: 0,
      cash: 0,
      addressToEntity: {
        postindex: '',
        city: 'Санкт-Петербург',
        street: 'Невский пр.',
        home: '10',
        apartment: 'кв. 4',
        latitude: 0,
        longitude: 0,
        isUseGoogleGeo: true,
      },
      phone: '+79123456789',
      deliveryTimeFrom: '2026-11-21 11:00:00',
      deliveryTimeTo: '2026-11-21 13:00:00',
      description: '',
      goods: [
        {
          goodId: '355864',
          count: 2,
          price: 539.78,
          total: 1079.56,
          discountTotal: -79.56,
          taxId: null,
          position: 1,
          unit: 'шт',
          vedCode: '',
          countryCode: '',
          customDeclarationCode: '',
          markValue: '',
          markBinaryValue: '',
          weight: 0.5,
          description: '',
          warehouses: [],
          specificities: [],
        },
      ],
    });
  });

  it('puts rows of one id together as positions of one order', () => {
    const more = ['9001', '', '', '', '', '', 'Ваза', '1', '1 350', '10%'];
    const { orders, errors, orderOf } = check([HEADS, ROW, put({ id: '9002' }), more]);
    expect(errors.size).toBe(0);
    expect(orderOf).toEqual([0, 1, 0]);
    expect(
      orders[0]?.write?.goods.map(({ goodId, position, total, discountTotal }) => [
        goodId,
        position,
        total,
        discountTotal,
      ]),
    ).toEqual([
      ['355864', 1, 107956, -7956],
      ['355865', 2, 135000, -13500],
    ]);
    expect(orders[0]?.write?.amountToPay).toBe(242956);
  });

  it('says at the cell when a further row says otherwise, or repeats the order', () => {
    const { errors, orders } = check([
      HEADS,
      ROW,
      put({ Телефон: '89210000009' }),
      put({ id: '9002' }),
      put({ id: '9002', Товар: '', 'Кол-во': '', Цена: '', Скидка: '' }),
    ]);
    expect(errors.get(1)).toEqual([{ field: 'phone', problem: 'differs', detail: 2 }]);
    expect(errors.get(3)).toEqual([{ field: 'orderId', problem: 'repeated', detail: 4 }]);
    expect(orders.map(({ write }) => write)).toEqual([null, null]);
  });

  it.each([
    [{ id: '' }, 'orderId:required'],
    [{ id: 'A-1' }, 'orderId:notWhole'],
    [{ Дата: '31.02.2026' }, 'date:notDay'],
    [{ Дата: '' }, 'date:required'],
    [{ Окно: '' }, 'window:required'],
    [{ Окно: 'вечером' }, 'window:notWindow'],
    [{ Окно: '14:00-14:00' }, 'window:windowReversed'],
    [{ Адрес: '' }, 'city:required'],
    [{ Адрес: 'у метро' }, 'address:addressNotSplit'],
    [{ Телефон: '123' }, 'phone:notPhone'],
    [{ Оплата: '' }, 'payment:required'],
    [{ Оплата: 'бартер' }, 'payment:unknown'],
    [{ Товар: 'Самовар' }, 'good:unknown'],
    [{ Товар: '' }, 'good:required'],
    [{ 'Кол-во': '0' }, 'count:notPositive'],
    [{ 'Кол-во': '0,0005' }, 'count:thousandths'],
    [{ Цена: 'дорого' }, 'price:notMoney'],
    [{ Цена: '-5' }, 'price:negative'],
    [{ Товар: 'Ваза', Цена: '' }, 'price:noPrice'],
    [{ Скидка: '2000' }, 'discount:discountTooLarge'],
  ])('names what is wrong: %o', (changes, expected) =>
    expect(problems([HEADS, put(changes)])).toContain(expected),
  );

  it('takes the price of the catalogue, and one piece where the table counts nothing', () => {
    const heads = HEADS.filter((head) => !['Кол-во', 'Цена', 'Скидка'].includes(head));
    const { orders } = check([heads, ROW.slice(0, 7)]);
    expect(orders[0]?.write?.goods[0]).toMatchObject({ count: 1, price: 53978, total: 53978 });
  });

  it('holds the sums against each other', () => {
    const heads = [...HEADS, 'Сумма', 'Предоплата'];
    expect(problems([heads, [...ROW, '1 079,56', '0']])).toEqual([]);
    expect(problems([heads, [...ROW, '1000', '0']])).toEqual([]);
    expect(problems([heads, [...ROW, '999', '1000,01']])).toEqual([
      'amount:sumDiffers',
      'prepayment:prepaymentTooLarge',
    ]);
    expect(problems([HEADS, put({ Товар: '', 'Кол-во': '', Цена: '', Скидка: '' })])).toEqual([
      'amount:required',
    ]);
  });

  it('reads moments with their own offset, clocks of the zone, and windows over midnight', () => {
    const heads = ['id', 'deliveryTimeFrom', 'deliveryTimeTo', 'Дата', 'Адрес', 'Оплата', 'Сумма'];
    const windowOf = (from: string, to: string, day = '') => {
      const write = check([heads, ['1', from, to, day, ROW[3] ?? '', '4113', '1']]).orders[0]?.write;
      return (
        write &&
        [write.deliveryTimeFrom, write.deliveryTimeTo].map((ms) => new Date(ms).toISOString().slice(5, 16))
      );
    };
    expect(windowOf('2026-11-21T14:00+03:00', '2026-11-21T15:00+03:00')).toEqual([
      '11-21T11:00',
      '11-21T12:00',
    ]);
    expect(windowOf('21.11.2026 14:00', '21.11.2026 15:00')).toEqual(['11-21T11:00', '11-21T12:00']);
    expect(windowOf('22:00', '01:00', '21.11.2026')).toEqual(['11-21T19:00', '11-21T22:00']);
    expect(windowOf('10.11', '11.11', '21.11.2026')).toEqual(['11-21T07:11', '11-21T08:11']);
  });

  it('keeps a known point, and asks iRECA for it otherwise', () => {
    const heads = [...HEADS, 'lat', 'lon'];
    const point = (lat: string, lon: string) =>
      check([heads, [...ROW, lat, lon]]).orders[0]?.write?.addressToEntity;
    expect(point('59,93', '30.33')).toMatchObject({
      latitude: 59.93,
      longitude: 30.33,
      isUseGoogleGeo: false,
    });
    expect(point('0', '0')).toMatchObject({ latitude: null, isUseGoogleGeo: true });
    expect(problems([heads, [...ROW, '59.93', '']])).toEqual(['longitude:pointHalf']);
    expect(problems([heads, [...ROW, '159.93', '30']])).toEqual(['latitude:notCoordinate']);
  });

  it('names the client by id, phone or in words', () => {
    const heads = [...HEADS, 'Клиент', 'email'];
    const who = (text: string) => check([heads, [...ROW, text, '']]).orders[0]?.write;
    expect(who('3271')?.clientId).toBe('3271');
    expect(who('+7 (912) 345-67-89')?.clientId).toBe('3271');
    expect(who('Анна Мария Белова')).toMatchObject({
      clientId: null,
      client: { firstname: 'Анна', lastname: 'Мария Белова' },
    });
    expect(problems([heads, [...ROW, '99', '']])).toEqual(['client:unknown']);
  });

  it('marks what iRECA has already', () => {
    expect(check([HEADS, ROW, put({ id: '9002' })], ['9001']).orders.map(({ exists }) => exists)).toEqual([
      true,
      false,
    ]);
  });

  it('allows a new order only the states that a new order has', () => {
    const heads = [...HEADS, 'Статус'];
    expect(check([heads, [...ROW, 'подготовлен']]).orders[0]?.write?.deliveryStatusId).toBe(6);
    expect(check([heads, [...ROW, '1']]).orders[0]?.write?.deliveryStatusId).toBe(1);
    expect(problems([heads, [...ROW, 'Заказ доставлен']])).toEqual(['deliveryStatusId:statusNotNew']);
  });

  it('checks again after a cell is mended, and reads only the row that changed', () => {
    const read = readTable([HEADS, ROW, put({ id: '9002', 'Кол-во': '0' })]);
    if (!read.ok) throw new Error(read.problem);
    const reader = importReader(matchColumns(HEADS), references, MOSCOW);
    const before = checkImport(read.table, reader, new Set());
    expect(before.orders.map(({ write }) => write !== null)).toEqual([true, false]);
    const mended = withCell(read.table, 1, 7, '3');
    const after = checkImport(mended, reader, new Set());
    expect(after.orders[1]?.write?.goods[0]?.count).toBe(3);
    expect(reader.read(mended.rows[0] ?? [])).toBe(reader.read(read.table.rows[0] ?? []));
    expect(read.table.rows[1]?.[7]).toBe('0');
  });

  it('gives back the failed rows with the reason, and takes such a file again without a second column of reasons', () => {
    const read = readTable([HEADS, ROW, put({ id: '9002' })]);
    if (!read.ok) throw new Error(read.problem);
    const failed = failedTable(read.table, new Map([[1, 'нет такого товара']]), 'Ошибка');
    expect(failed).toEqual([
      [...HEADS, 'Ошибка'],
      [...put({ id: '9002' }), 'нет такого товара'],
    ]);
    const again = readTable(failed);
    if (!again.ok) throw new Error(again.problem);
    expect(failedTable(again.table, new Map([[0, 'снова нет']]), 'Ошибка')[1]).toEqual([
      ...put({ id: '9002' }),
      'снова нет',
    ]);
  });
});
