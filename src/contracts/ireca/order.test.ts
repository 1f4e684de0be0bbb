import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const read = (changes = {}): IrecaOrder => irecaOrderSchema.parse(rawIrecaOrder(changes));

describe('irecaOrderSchema', () => {
  it('reads the vendor sample: ids as text, three kinds of nothing as null, money as kopecks, times as GMT', () => {
    expect(read()).toMatchObject({
      orderId: '209900',
      codeAlias: 'G-2',
      statusId: '0',
      deliveryStatusId: '1',
      returnReasonId: null,
      courierId: null,
      clientId: '3271',
      supplierId: null,
      frUsedPaymentId: null,
      originalPaymentId: '4113',
      client: { firstname: 'Алексей', lastname: 'Иванов', inn: '' },
      amountToPay: 67957,
      prePaymentSum: 0,
      cash: 0,
      addressToEntity: { latitude: 59.92088839350768, longitude: 30.33911295248004 },
      addressFromEntity: { latitude: 0, longitude: 0 },
      deliveryTimeFrom: Date.UTC(2021, 3, 28, 11, 34),
      isAgreed: false,
      isReturned: false,
      isEdited: false,
      returnedOrder: null,
    });
  });

  it('reads goods with their specificities, warehouses and cancelled items', () => {
    expect(read().goods[0]).toMatchObject({
      goodId: '355864',
      count: 1,
      price: 53978,
      discountTotal: -4000,
      weight: 95,
      countryCode: '276',
      parentId: null,
      isActive: true,
      specificities: [{ specificityId: '24', count: 1, price: 500, parentId: null }],
      warehouses: [
        { warehouseId: '1099', tookCount: 0, latitude: 59.93, updatedAt: Date.UTC(2021, 4, 4, 15, 39, 45) },
      ],
      canceledItems: [{ returnReasonId: '5276', count: 1, createdAt: Date.UTC(2021, 3, 28, 12) }],
    });
  });

  it('reads payments and what was given back', () => {
    const order = read({
      returnedOrder: {
        returnedOrderId: 12,
        returnReasonId: {},
        createdAt: '2021-05-01 10:00:00',
        returnedPayments: [{ paymentId: 1, paymentTypeId: '4113', sum: '100.50', createdAt: '' }],
        returnedGoods: [{ goodId: 355864, returnReasonId: 5277, count: '1', sum: 100.5 }],
      },
    });
    expect(order.payments).toMatchObject([{ paymentId: '1', price: 20000, cardMask: '' }]);
    expect(order.returnedOrder).toMatchObject({
      returnedOrderId: '12',
      returnReasonId: null,
      returnedPayments: [{ sum: 10050, createdAt: null }],
      returnedGoods: [{ goodId: '355864', count: 1, sum: 10050 }],
    });
  });

  it('is not broken by odd words, lists that are nothing, or keys that are missing', () => {
    expect(read({ description: { a: 1 }, goods: {}, payments: null, client: {} })).toMatchObject({
      description: '',
      goods: [],
      payments: [],
      client: null,
    });
    expect(irecaOrderSchema.parse({ orderId: '1' })).toMatchObject({
      orderId: '1',
      goods: [],
      amountToPay: null,
    });
  });

  it.each([{ orderId: {} }, { amountToPay: 'дорого' }, { deliveryStatusId: { odd: 1 } }, { goods: 'нет' }])(
    'refuses %j: it would be another order, or a wrong receipt',
    (changes) => expect(irecaOrderSchema.safeParse(rawIrecaOrder(changes)).success).toBe(false),
  );

  it('writes the documented form back: money as numbers, flags as 0/1, times as GMT text', () => {
    const written = z.encode(irecaOrderSchema, read({ isAgreed: true }));
    expect(written).toMatchObject({
      orderId: '209900',
      courierId: null,
      returnReasonId: null,
      amountToPay: 679.57,
      deliveryTimeFrom: '2021-04-28 11:34:00',
      isAgreed: 1,
      isRefund: 0,
      addressToEntity: { latitude: 59.92088839350768 },
      goods: [{ goodId: '355864', price: 539.78, discountTotal: -40, specificities: [{ price: 5 }] }],
    });
    expect(irecaOrderSchema.parse(written)).toEqual(read({ isAgreed: true }));
  });
});
