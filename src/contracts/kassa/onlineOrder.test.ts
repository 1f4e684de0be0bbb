import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { onlineOrderSchema, toBoardBody } from '#src/contracts/kassa/onlineOrder.ts';
import { flatKassaOrder, rawKassaOrder } from '#src/testing/sampleOrders.ts';

describe('onlineOrderSchema', () => {
  it('reads the wrapper and the flat form to the same', () => {
    const order = onlineOrderSchema.parse(rawKassaOrder());
    expect(order).toMatchObject({
      id: '313626',
      externalId: 'BFt-002',
      organizationId: '1579776541385873338810',
      currentStatusType: 'NEW',
      responsiblePersonLogin: '79916871260',
      created: 1644828163053,
      deliveryTime: 1644831763053,
      deliveryAmount: null,
      totalAmount: 1450000,
      paid: false,
      comment: '',
      properties: { fullSettlement: true, prepayment: false },
      client: { lastName: 'Тестов', phone: '79999999999' },
      responsiblePerson: { firstName: 'Иван' },
      onlineOrderItems: [{ id: '1822619', price: 300000, quantity: 1, total: null }],
      onlineOrderStatuses: [{ statusType: 'NEW', statusDate: 1644828159791, statusInfo: '' }],
    });
    expect(onlineOrderSchema.parse(flatKassaOrder())).toEqual(order);
  });

  it('reads a flat order with nothing around it', () => {
    expect(onlineOrderSchema.parse({ id: 7, currentStatusType: 'ACCEPTED' })).toMatchObject({
      id: '7',
      client: null,
      properties: null,
      onlineOrderItems: [],
      onlineOrderStatuses: [],
      responsiblePersonLogin: null,
    });
  });

  it("finds the order's id in its rows when the wrapper leaves it out", () => {
    expect(onlineOrderSchema.parse(rawKassaOrder({ id: undefined })).id).toBe('313626');
    expect(onlineOrderSchema.parse(rawKassaOrder({ id: undefined }, { onlineOrderItems: [] })).id).toBe(
      '313626',
    );
  });

  it("does not lose the order's organization to the wrapper's empty one", () => {
    expect(rawKassaOrder().organizationId).toBeNull();
    expect(onlineOrderSchema.parse(rawKassaOrder()).organizationId).toBe('1579776541385873338810');
  });

  it('reads a login that came as a number, and a long id only as text', () => {
    expect(
      onlineOrderSchema.parse(flatKassaOrder({ responsiblePersonLogin: 79916871260 })).responsiblePersonLogin,
    ).toBe('79916871260');
    const spoilt = JSON.parse('{"id": 1, "organizationId": 1579776541385873338810}') as unknown;
    expect(onlineOrderSchema.parse(spoilt).organizationId).toBeNull();
  });

  it('reads what a lossless reader gives: safe numbers as numbers, the others as text', () => {
    const body = parseLossless(
      '{"id": 313626, "organizationId": 1579776541385873338810, "totalAmount": 14500.00, "created": 1644828163053}',
      null,
      (text) =>
        isSafeNumber(text, { approx: true }) && Number.isSafeInteger(Number(text)) ? Number(text) : text,
    );
    expect(onlineOrderSchema.parse(body)).toMatchObject({
      id: '313626',
      organizationId: '1579776541385873338810',
      totalAmount: 1450000,
      created: 1644828163053,
    });
  });

  it.each([
    flatKassaOrder({ id: null }),
    flatKassaOrder({ currentStatusType: { odd: 1 } }),
    rawKassaOrder({ id: null }, { onlineOrderItems: [], onlineOrderStatuses: [] }),
    null,
    [],
  ])('refuses what cannot be told or guarded (%#)', (raw) =>
    expect(onlineOrderSchema.safeParse(raw).success).toBe(false),
  );

  it('writes the documented wrapper, and reads it again to the same', () => {
    const order = onlineOrderSchema.parse(flatKassaOrder({ paid: true }));
    const written = z.encode(onlineOrderSchema, order);
    expect(written).toMatchObject({
      onlineOrder: {
        id: '313626',
        totalAmount: 14500,
        deliveryTime: 1644831763053,
        currentStatusType: 'NEW',
      },
      onlineOrderItems: [{ price: 3000 }],
      onlineOrderStatuses: [{ statusType: 'NEW' }],
      client: { lastName: 'Тестов' },
    });
    expect(Object.keys((written as { onlineOrder: object }).onlineOrder)).not.toContain('client');
    expect(onlineOrderSchema.parse(written)).toEqual(order);
  });
});

describe('toBoardBody', () => {
  const body = {
    id: 313626,
    externalId: 'BFt-002',
    currentStatusType: 'NEW',
    responsiblePersonLogin: '79916871260',
    created: 1644828163053,
    orderTime: 1644828134297,
    deliveryType: 'COURIER',
    deliveryTime: 1644831763053,
    address: 'Невский проспект, 10',
    totalAmount: 14500,
    client: { lastName: 'Тестов', firstName: 'Тест', phone: '79999999999' },
  };

  it('keeps what the board needs of either shape', () => {
    expect(toBoardBody(rawKassaOrder())).toEqual(body);
    expect(toBoardBody(flatKassaOrder())).toEqual(body);
    expect(toBoardBody(rawKassaOrder({ id: undefined }))).toEqual(body);
  });

  it('remembers that the order was given to somebody, that it is paid, and that it is prepaid', () => {
    const statuses = ['NEW', 'DISTRIBUTED', 'ACCEPTED', 'DISTRIBUTED'].map((statusType) => ({ statusType }));
    const around = { onlineOrderStatuses: statuses, properties: { prepayment: true } };
    const extra = {
      paid: true,
      properties: { prepayment: true },
      onlineOrderStatuses: [{ statusType: 'DISTRIBUTED' }],
    };
    expect(toBoardBody(rawKassaOrder({ paid: true }, around))).toEqual({ ...body, ...extra });
    expect(toBoardBody(flatKassaOrder({ paid: true }, around))).toEqual({ ...body, ...extra });
  });

  it.each([null, 'odd', [1]])('leaves %j as it is', (raw) => expect(toBoardBody(raw)).toEqual(raw));
});
