import { expect, it } from 'vitest';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import { orderBody } from '#src/contracts/ireca/orderWrite.ts';

const address = {
  postindex: '197136',
  city: 'Санкт-Петербург',
  street: 'Чкаловский пр.',
  home: '15литА',
  apartment: 'кв 19',
  latitude: null,
  longitude: null,
  isUseGoogleGeo: true,
};

const order: OrderWrite = {
  orderId: '1',
  codeAlias: 'G-1',
  statusId: 0,
  deliveryStatusId: 6,
  isAgreed: false,
  returnReasonId: null,
  courierId: null,
  clientId: '3271',
  supplierId: null,
  paymentId: '4113',
  amountToPay: 53978,
  prePaymentSum: 0,
  cash: 100000,
  addressToEntity: address,
  phone: '+79123456789',
  deliveryTimeFrom: Date.UTC(2021, 4, 15, 13, 21, 13),
  deliveryTimeTo: Date.UTC(2021, 4, 15, 15, 21, 13),
  description: 'Новый заказ',
  goods: [
    {
      goodId: '355864',
      count: 1,
      price: 53978,
      total: 53978,
      discountTotal: -1,
      taxId: null,
      position: 1,
      unit: 'г',
      vedCode: '',
      countryCode: '276',
      customDeclarationCode: '',
      markValue: '',
      markBinaryValue: '',
      weight: 100,
      description: '',
      warehouses: [{ warehouseId: '1099', count: 1 }],
      specificities: [{ specificityId: '24', price: 500, count: 1 }],
    },
  ],
};

it('writes an order in the documented form', () => {
  expect(orderBody(order)).toEqual({
    ...order,
    isAgreed: 0,
    amountToPay: 539.78,
    cash: 1000,
    addressToEntity: { ...address, latitude: 0, longitude: 0 },
    deliveryTimeFrom: '2021-05-15 13:21:13',
    deliveryTimeTo: '2021-05-15 15:21:13',
    goods: [
      {
        ...order.goods[0],
        price: 539.78,
        total: 539.78,
        discountTotal: -0.01,
        specificities: [{ specificityId: '24', price: 5, count: 1 }],
      },
    ],
  });
});

it('names what belongs to a refund only when it is one', () => {
  expect(Object.keys(orderBody(order))).not.toEqual(expect.arrayContaining(['isRefund']));
  const paidIn = Date.UTC(2020, 8, 9, 8, 29, 59);
  const refund = orderBody({
    ...order,
    isRefund: true,
    payments: [
      { paymentId: '1', paymentTypeId: '4113', price: 20000, paidIn },
      {
        paymentId: '2',
        paymentTypeId: '4114',
        price: 33978,
        paidIn,
        cardMask: '*3333',
        rrn: '02',
        cardAuth: '1',
      },
    ],
  });
  expect(refund).toMatchObject({
    isRefund: true,
    payments: [
      { paymentId: '1', paymentTypeId: '4113', price: 200, paidIn: '2020-09-09 08:29:59' },
      { paymentId: '2', price: 339.78, cardMask: '*3333', rrn: '02', cardAuth: '1' },
    ],
  });
  expect(Object.keys((refund['payments'] as object[])[0] ?? {})).not.toContain('cardMask');
});
