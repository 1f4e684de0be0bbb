/** The form of an order and iRECA's contract say the same, both ways, for every field. */
import { describe, expect, it } from 'vitest';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { orderBody, orderWriteSchema } from '#src/contracts/ireca/orderWrite.ts';
import { copyOf, fromOrder, lineKeys, nextOrderId } from '#src/domain/orderForm.ts';
import { editedOrderBody } from '#src/domain/orderFormBody.ts';
import { formTotals, toWrite } from '#src/domain/orderFormWrite.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const ZONE = 'Europe/Moscow';
type Row = Record<string, unknown>;

/** A small generator of its own, so that every run is the same. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return {
    pick: <T>(...all: T[]): T => all[Math.floor(next() * all.length)] as T,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
  };
}

const kopecks = (sum: number) => sum / 100;

/** A raw order with every writable field filled in, or left out, in any of the forms that iRECA is known to use. */
function anyRaw(seed: number): Row {
  const { pick, upTo } = dice(seed);
  const nothing = () => pick<unknown>(null, '', {});
  const id = (most = 9999) => pick<unknown>(upTo(most) + 1, String(upTo(most) + 1));
  const sum = () => {
    const value = kopecks(upTo(500_000));
    return pick<unknown>(value, value.toFixed(2));
  };
  const point = (degrees: number) => {
    const value = degrees + upTo(1_000_000) / 1e7;
    return pick<unknown>(value, value.toFixed(14));
  };
  const address = (): Row => ({
    postindex: pick<unknown>('', '197136', 195279),
    city: 'Санкт-Петербург',
    street: pick('Невский проспект', 'ул. Правды'),
    home: pick<unknown>('15литА', 24),
    apartment: pick('', 'кв 19'),
    ...pick<Row>(
      { latitude: point(59), longitude: point(30) },
      { latitude: '0.00000000000000', longitude: 0 },
    ),
  });
  const good = (): Row => {
    const price = upTo(90_000);
    const count = pick(1, 2, 1.5, 0.333);
    return {
      goodId: id(3),
      title: 'Кофе',
      article: 'К-1',
      calcId: '0',
      count: pick<unknown>(count, String(count)),
      price: kopecks(price),
      // Not always what multiplying gives: iRECA has rounded it its own way.
      total: kopecks(Math.round(price * count) + pick(0, 1)),
      discountTotal: kopecks(pick(0, -500, 300)),
      taxId: pick(nothing(), id()),
      position: pick(0, 1, 7),
      unit: pick('', 'шт', 'г'),
      vedCode: pick('', '0901'),
      countryCode: pick<unknown>('', 276),
      customDeclarationCode: pick('', '10113110/070719/0097367'),
      markValue: pick('', '010460780959'),
      markBinaryValue: pick('', '444D02'),
      weight: pick<unknown>('', 95, '95.5'),
      description: pick('', 'Описание позиции'),
      warehouses: pick<unknown>(
        [],
        {},
        [{ warehouseId: id(), count, tookCount: 0, title: 'Склад' }],
        [
          { warehouseId: 5, count: 1, tookCount: 0 },
          { warehouseId: '6', count: '0.5', tookCount: 0 },
        ],
      ),
      specificities: pick<unknown>([], {}, [
        { specificityId: id(), price: '5.00', count: '1', title: 'Цвет', value: 'синий' },
        { specificityId: id(), price: 7, count: 2, title: 'Пакет' },
      ]),
    };
  };
  const from = Date.UTC(2026, 0, 1 + upTo(300), upTo(23), upTo(59), upTo(59));
  const gmt = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const clientId = pick(nothing(), id());
  return rawIrecaOrder({
    orderId: id(),
    codeAlias: pick('', 'G-2'),
    statusId: pick<unknown>(0, 1, '0', '1'),
    deliveryStatusId: pick<unknown>(1, 6, '7', 9, 99),
    isAgreed: pick<unknown>(0, 1, '0', '1', true, false),
    returnReasonId: pick(nothing(), id()),
    courierId: pick(nothing(), id()),
    clientId,
    supplierId: pick(nothing(), id()),
    client: pick<unknown>({}, { firstname: 'Алексей', lastname: 'Иванов', inn: '780', email: 'a@b.ru' }),
    paymentId: id(),
    amountToPay: sum(),
    prePaymentSum: pick<unknown>('0.00', sum()),
    cash: pick<unknown>(0, sum()),
    addressFrom: '',
    addressFromEntity: pick<unknown>({}, null, address()),
    addressTo: 'Санкт-Петербург',
    addressToEntity: address(),
    phone: pick('', '+79123456789', '8 (912) 345-67-89'),
    deliveryTimeFrom: gmt(from),
    deliveryTimeTo: gmt(from + (1 + upTo(200_000)) * 1000),
    description: pick('', 'Доставить до двери'),
    goods: Array.from({ length: 1 + upTo(3) }, good),
  });
}

/** The writable part of a raw order, read by the contract of writing: what a change of nothing must send. */
function documented(raw: Row): unknown {
  const withGeo = (entity: unknown) => {
    const words = entity as Row | null;
    return words?.['city'] ? { ...words, isUseGoogleGeo: false } : undefined;
  };
  const { isRefund: _refund, payments: _payments, client, ...rest } = raw;
  const empty = (value: unknown) =>
    value === null || value === '' || Object.keys(value as object).length === 0;
  const nobody = typeof raw['clientId'] === 'object' || raw['clientId'] === '';
  const list = (value: unknown) => (empty(value) ? [] : (value as Row[]));
  const read = orderWriteSchema.parse({
    ...rest,
    client: nobody && !empty(client) ? client : undefined,
    addressFromEntity: withGeo(raw['addressFromEntity']),
    addressToEntity: withGeo(raw['addressToEntity']),
    goods: (raw['goods'] as Row[]).map((good) => ({
      ...good,
      warehouses: list(good['warehouses']),
      specificities: list(good['specificities']),
    })),
  });
  return tidy(read);
}

/** Degrees that are not known are null or 0; keys that are undefined are no keys. */
function tidy(write: unknown): unknown {
  return JSON.parse(
    JSON.stringify(write, (key, value: unknown) =>
      (key === 'latitude' || key === 'longitude') && value === 0 ? null : value,
    ),
  );
}

const read = (raw: Row): IrecaOrder => irecaOrderSchema.parse(raw);

describe('form ⇄ contract', () => {
  it.each(Array.from({ length: 60 }, (_, index) => index + 1))('keeps every field of order %i', (seed) => {
    const raw = anyRaw(seed);
    const write = toWrite(fromOrder(read(raw), ZONE), ZONE);
    expect(tidy(orderWriteSchema.parse(orderBody(write)))).toEqual(documented(raw));
  });

  it('writes the documented form: ids as text, money as numbers, times as GMT, flags as 0/1', () => {
    const body = orderBody(toWrite(fromOrder(read(rawIrecaOrder()), ZONE), ZONE));
    expect(body).toMatchObject({
      orderId: '209900',
      statusId: 0,
      deliveryStatusId: 1,
      isAgreed: 0,
      returnReasonId: null,
      courierId: null,
      clientId: '3271',
      paymentId: '4113',
      amountToPay: 679.57,
      prePaymentSum: 0,
      cash: 0,
      deliveryTimeFrom: '2021-04-28 11:34:00',
      addressToEntity: { street: 'Улица правды', latitude: 59.92088839350768, isUseGoogleGeo: false },
      goods: [
        {
          goodId: '355864',
          total: 539.78,
          discountTotal: -40,
          position: 0,
          weight: 95,
          warehouses: [{ warehouseId: '1099', count: 1 }],
          specificities: [{ specificityId: '24', price: 5, count: 1 }],
        },
      ],
    });
    expect(body).not.toHaveProperty('client');
    expect(body).not.toHaveProperty('addressFromEntity');
  });
});

describe('toWrite', () => {
  const values = () => fromOrder(read(rawIrecaOrder()), ZONE);

  it('leaves the point to iRECA when it shall find it', () => {
    const form = values();
    const body = orderBody(
      toWrite({ ...form, addressTo: { ...form.addressTo, isUseGoogleGeo: true } }, ZONE),
    );
    expect(body['addressToEntity']).toMatchObject({ latitude: 0, longitude: 0, isUseGoogleGeo: true });
  });

  it('sums lines anew once something is typed, and keeps iRECA’s sums until then', () => {
    const form = values();
    expect(formTotals(form)).toMatchObject({ amountToPay: 67957, discount: -4000, due: 63957 });
    const twice = { ...form, goods: form.goods.map((line) => ({ ...line, count: 2 })) };
    expect(toWrite(twice, ZONE)).toMatchObject({
      amountToPay: 107956,
      goods: [{ total: 107956, warehouses: [{ warehouseId: '1099', count: 2 }] }],
    });
  });

  it('numbers lines from 1, and anew when one comes or goes', () => {
    const form = values();
    const [line] = form.goods;
    if (!line) throw new Error('a line');
    const fresh = { ...form, asRead: null, goods: [line, { ...line, key: 'b' }] };
    expect(toWrite(fresh, ZONE).goods.map((good) => good.position)).toEqual([1, 2]);
    const more = { ...form, goods: [line, { ...line, key: 'b' }] };
    expect(toWrite(more, ZONE).goods.map((good) => good.position)).toEqual([0, 1]);
  });

  it('sends names only without a client of the list', () => {
    const form = values();
    const named = { ...form, client: { id: null, firstname: ' Анна ', lastname: '', email: '' } };
    expect(toWrite(named, ZONE)).toMatchObject({
      clientId: null,
      client: { firstname: 'Анна', lastname: '', email: '' },
    });
    expect(toWrite(form, ZONE).client).toBeUndefined();
  });

  it('keeps seconds and days of a window that nobody typed into', () => {
    const raw = rawIrecaOrder({
      deliveryTimeFrom: '2021-05-15 13:21:13',
      deliveryTimeTo: '2021-05-17 15:21:14',
    });
    const form = fromOrder(read(raw), ZONE);
    expect(orderBody(toWrite(form, ZONE))).toMatchObject({
      deliveryTimeFrom: '2021-05-15 13:21:13',
      deliveryTimeTo: '2021-05-17 15:21:14',
    });
    const later = { ...form, window: { ...form.window, from: '17:00' } };
    expect(orderBody(toWrite(later, ZONE))).toMatchObject({
      deliveryTimeFrom: '2021-05-15 14:00:00',
      deliveryTimeTo: '2021-05-15 15:21:00',
    });
  });

  it('refuses a form that was not checked', () => {
    expect(() => toWrite({ ...values(), paymentId: null }, ZONE)).toThrow(RangeError);
    expect(() => toWrite({ ...values(), window: { day: '', from: '', to: '' } }, ZONE)).toThrow(RangeError);
  });
});

describe('editedOrderBody', () => {
  const edited = (raw: Row, change: (form: ReturnType<typeof fromOrder>) => object = () => ({})) => {
    const form = fromOrder(read(raw), ZONE);
    const next = { ...form, ...change(form) };
    return editedOrderBody(
      raw,
      toWrite(next, ZONE),
      next.goods.map(({ key }) => key),
    );
  };

  it('keeps what it does not know, in the order, its lines and its door', () => {
    const raw = rawIrecaOrder({ floor: 7, tags: [1, 2] });
    const [good] = raw['goods'] as Row[];
    raw['goods'] = [{ ...good, gtin: '046' }];
    raw['addressToEntity'] = { ...(raw['addressToEntity'] as Row), entrance: 3 };
    const body = edited(raw, () => ({ description: 'Новое' }));
    expect(body).toMatchObject({
      floor: 7,
      tags: [1, 2],
      description: 'Новое',
      goods: [{ gtin: '046', goodId: '355864', taxId: '8286' }],
      addressToEntity: { entrance: 3, street: 'Улица правды', isUseGoogleGeo: false },
    });
    const moved = edited(raw, (form) => ({ addressTo: { ...form.addressTo, home: '26' } }));
    expect(moved['addressToEntity']).toEqual({
      postindex: '',
      city: 'Санкт-Петербург',
      street: 'Улица правды',
      home: '26',
      apartment: '44',
      latitude: 59.92088839350768,
      longitude: 30.33911295248004,
      isUseGoogleGeo: false,
    });
  });

  it('leaves out what is documented for reading only', () => {
    const body = edited(rawIrecaOrder({ returnedOrder: { returnedOrderId: 1 }, client: { firstname: 'А' } }));
    for (const name of [
      'receiptStatusId',
      'frReceiptStatusId',
      'originalPaymentId',
      'frUsedPaymentId',
      'returnedOrder',
      'isReturned',
      'isEdited',
      'payments',
      'isRefund',
      'client',
      'addressTo',
      'addressFromEntity',
    ]) {
      expect(body).not.toHaveProperty(name);
    }
    const [good] = body['goods'] as Row[];
    for (const name of ['title', 'calcId', 'parentId', 'returnReasonId', 'isActive', 'canceledItems']) {
      expect(good).not.toHaveProperty(name);
    }
    expect(good?.['warehouses']).toEqual([{ warehouseId: '1099', count: 1 }]);
  });

  it('keeps payments of an order of refund, where they are documented for writing', () => {
    expect(edited(rawIrecaOrder({ isRefund: '1' }))).toMatchObject({
      isRefund: '1',
      payments: [{ paymentId: 1 }],
    });
  });

  it('keeps the INN of a client who is only named', () => {
    const raw = rawIrecaOrder({ clientId: null, client: { firstname: 'Анна', inn: '7801', email: '' } });
    expect(edited(raw)['client']).toEqual({ firstname: 'Анна', lastname: '', email: '', inn: '7801' });
    const nobody = edited(raw, () => ({ client: { id: null, firstname: '', lastname: '', email: '' } }));
    expect(nobody['client']).toMatchObject({ firstname: '', lastname: '', email: '' });
  });

  it('keeps an address that is one line, and takes one away that was emptied', () => {
    const line = rawIrecaOrder({ addressToEntity: { city: '', latitude: 0, longitude: 0 } });
    expect(edited(line)).toMatchObject({ addressTo: 'Санкт-Петербург Улица правды 24 44' });
    expect(edited(line)).not.toHaveProperty('addressToEntity');
    const from = rawIrecaOrder({ addressFromEntity: { city: 'СПб', street: 'Невский', home: '1' } });
    const blank = copyOf(fromOrder(read(rawIrecaOrder()), ZONE)).addressFrom;
    expect(edited(from, () => ({ addressFrom: blank }))).toMatchObject({
      addressFrom: '',
      addressFromEntity: null,
    });
  });
});

describe('copyOf', () => {
  it('takes everything but number, state, courier, payments and window', () => {
    const form = fromOrder(
      read(rawIrecaOrder({ courierId: 5, statusId: 1, deliveryStatusId: 9, prePaymentSum: 10, isAgreed: 1 })),
      ZONE,
    );
    const copy = copyOf(form);
    expect(copy).toMatchObject({
      orderId: '',
      codeAlias: '',
      statusId: '0',
      deliveryStatusId: '1',
      isAgreed: false,
      courierId: null,
      returnReasonId: null,
      prePaymentSum: null,
      window: { day: '', from: '', to: '' },
      asRead: null,
      client: form.client,
      addressTo: form.addressTo,
      phone: form.phone,
      paymentId: '4113',
      description: 'Доставить до двери',
    });
    expect(copy.goods).toEqual(form.goods);
  });

  it('does not lose an address that is one line', () => {
    const raw = rawIrecaOrder({ addressToEntity: {} });
    expect(copyOf(fromOrder(read(raw), ZONE)).addressTo.street).toBe('Санкт-Петербург Улица правды 24 44');
  });

  it('does not copy marks: they belong to the pieces that were sold', () => {
    const raw = rawIrecaOrder();
    raw['goods'] = [{ ...(raw['goods'] as Row[])[0], markValue: '01', markBinaryValue: '44' }];
    expect(copyOf(fromOrder(read(raw), ZONE)).goods[0]).toMatchObject({ markValue: '', markBinaryValue: '' });
  });
});

it('names lines by good and occurrence', () => {
  expect(lineKeys([{ goodId: '1' }, { goodId: null }, { goodId: '1' }, { goodId: null }])).toEqual([
    '1#0',
    '#0',
    '1#1',
    '#1',
  ]);
});

it.each([
  [['1', '20', '3'], '21'],
  [['G-2', '7'], '8'],
  [['9007199254740993', '5'], '6'],
  [['9007199254740991'], null],
  [[], null],
])('suggests after %j: %s', (known, next) => expect(nextOrderId(known)).toBe(next));
