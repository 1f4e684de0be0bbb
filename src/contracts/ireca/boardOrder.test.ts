import { describe, expect, it } from 'vitest';
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

describe('toBoardBody', () => {
  it('keeps what the board needs and nothing else', () => {
    expect(toBoardBody(rawIrecaOrder())).toEqual({
      orderId: 209900,
      codeAlias: 'G-2',
      statusId: 0,
      deliveryStatusId: 1,
      phone: '+79123456789',
      paymentId: '4113',
      amountToPay: '679.57',
      prePaymentSum: '0.00',
      addressTo: 'Санкт-Петербург Улица правды 24 44',
      deliveryTimeFrom: '2021-04-28 11:34:00',
      deliveryTimeTo: '2021-04-28 12:34:00',
      description: 'Доставить до двери',
      client: { firstname: 'Алексей', lastname: 'Иванов' },
      addressToEntity: {
        city: 'Санкт-Петербург',
        latitude: '59.92088839350768',
        longitude: '30.33911295248004',
      },
      warehouses: [{ warehouseId: 1099, title: 'Главный склад', latitude: '59.93', longitude: 30.36 }],
    });
  });

  it('keeps flags that are up, and the words of an address only when there is no line', () => {
    const entity = {
      city: 'Санкт-Петербург',
      street: 'Невский',
      home: '10',
      latitude: 0,
      longitude: '0.000',
    };
    expect(
      toBoardBody({ orderId: 1, isRefund: true, isAgreed: '1', addressTo: '', addressToEntity: entity }),
    ).toEqual({ orderId: 1, isRefund: 1, isAgreed: 1, addressToEntity: entity });
  });

  it('keeps the (0, 0) of where goods go, which is told to the dispatcher, and drops that of where they come from', () => {
    const zero = { latitude: 0, longitude: '0.000' };
    expect(
      toBoardBody({ orderId: 1, addressTo: 'Невский 10', addressToEntity: zero, addressFromEntity: zero }),
    ).toEqual({ orderId: 1, addressTo: 'Невский 10', addressToEntity: zero });
  });

  it('names each warehouse once, however many goods lie there', () => {
    const warehouse = (warehouseId: unknown) => ({ warehouses: [{ warehouseId, title: 'Склад' }] });
    const goods = [warehouse(1), warehouse('1'), warehouse(2), { warehouses: {} }, null, 'odd'];
    expect(toBoardBody({ orderId: 1, goods })).toMatchObject({
      warehouses: [{ warehouseId: 1 }, { warehouseId: 2 }],
    });
  });

  it.each([null, 'odd', 7, [1]])('leaves %j as it is', (raw) => expect(toBoardBody(raw)).toEqual(raw));

  it('lives with any shape', () => {
    expect(toBoardBody({ goods: { 0: 'odd' }, client: 'Иванов', addressToEntity: [1] })).toEqual({});
  });

  it('reads to the same as the full record does', () => {
    for (const raw of [rawIrecaOrder(), rawIrecaOrder({ addressTo: '', isRefund: 1, courierId: 55752 })]) {
      const cut = boardOrderSchema.parse(toBoardBody(raw));
      const {
        warehouses: _w,
        addressFromEntity: _f,
        addressToEntity: to,
        ...rest
      } = boardOrderSchema.parse(raw);
      expect(cut).toMatchObject(rest);
      expect(cut.addressToEntity).toMatchObject({ latitude: to?.latitude, longitude: to?.longitude });
    }
  });
});

describe('boardOrderSchema', () => {
  const read = (changes = {}) => boardOrderSchema.parse(toBoardBody(rawIrecaOrder(changes)));

  it('reads values, and absent keys as nothing', () => {
    expect(read()).toMatchObject({
      orderId: '209900',
      deliveryStatusId: '1',
      courierId: null,
      returnReasonId: null,
      amountToPay: 67957,
      isRefund: false,
      addressFromEntity: null,
      warehouses: [{ warehouseId: '1099', latitude: 59.93, longitude: 30.36 }],
    });
    expect(boardOrderSchema.parse({ orderId: 5 })).toMatchObject({
      codeAlias: '',
      client: null,
      warehouses: [],
    });
  });

  it('is not broken by oddities in what no command depends on', () => {
    expect(
      read({
        amountToPay: 'дорого',
        deliveryTimeTo: '2021-02-31 00:00:00',
        client: 'Иванов',
        returnReasonId: [1],
      }),
    ).toMatchObject({ amountToPay: null, deliveryTimeTo: null, client: null, returnReasonId: null });
  });

  it.each([{ orderId: null }, { deliveryStatusId: { odd: 1 } }, { courierId: true }])(
    'refuses %j',
    (changes) => expect(boardOrderSchema.safeParse(toBoardBody(rawIrecaOrder(changes))).success).toBe(false),
  );
});
