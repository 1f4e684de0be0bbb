import { describe, expect, it } from 'vitest';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { orderBody, orderWriteSchema } from '#src/contracts/ireca/orderWrite.ts';
import { refundOf, refundSheet, refundTotals, suggestPayments } from '#src/domain/refund.ts';
import { checkRefund, fieldNamedByIreca } from '#src/domain/refundCheck.ts';
import type { RefundValues } from '#src/domain/refundForm.ts';
import { blankRefund, isRefundDraft, refundOrder, undivided } from '#src/domain/refundForm.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

type Row = Record<string, unknown>;

const zone = 'Europe/Moscow';
const now = Date.UTC(2021, 4, 16, 9, 0, 0);

const rawGood = (fields: Row = {}): Row => ({
  goodId: 355864,
  title: 'Кофе carte noire',
  count: 1,
  price: 539.78,
  total: 539.78,
  discountTotal: 0,
  unit: 'г',
  taxId: '8286',
  position: 0,
  ...fields,
});
const cash = { paymentId: 'p1', paymentTypeId: '4113', price: 200, paidIn: '2020-09-08 08:29:59' };
const card = {
  paymentId: 'p2',
  paymentTypeId: '4114',
  price: 339.78,
  paidIn: '2020-09-07 08:29:59',
  cardMask: '************3333',
  rrn: '025152870125',
  cardAuth: '012345',
};
const orderOf = (fields: Row = {}) =>
  irecaOrderSchema.parse(
    rawIrecaOrder({ deliveryStatusId: 9, goods: [rawGood()], payments: [cash, card], ...fields }),
  );
const sheetOf = (fields: Row = {}) => refundSheet(orderOf(fields));
const lineOf = (fields: Row, returned: Row[] = []) =>
  sheetOf({
    goods: [rawGood(fields)],
    returnedOrder: returned.length > 0 ? { returnedOrderId: 5, returnedGoods: returned } : null,
  }).lines[0]!;

describe('what may still be given back', () => {
  it('is what was ordered, less what the courier struck off, less what was given back', () => {
    const canceledItems = [
      { returnReasonId: 1, count: 1 },
      { returnReasonId: 1, count: 2 },
    ];
    const line = lineOf({ count: 10, canceledItems }, [
      { goodId: '355864', count: 3, sum: 1 },
      { goodId: 355864, count: '1', sum: 1 },
      { goodId: 1, count: 5, sum: 1 },
    ]);
    expect(line).toMatchObject({ ordered: 10, delivered: 7, returned: 4, left: 3 });
  });

  it('is never below zero, whatever the records say', () => {
    const struck = [{ returnReasonId: 1, count: 12 }];
    expect(lineOf({ count: 10, canceledItems: struck })).toMatchObject({ delivered: 0, left: 0 });
    expect(lineOf({ count: 2 }, [{ goodId: 355864, count: 9 }])).toMatchObject({ returned: 2, left: 0 });
  });

  it('takes one good in two positions off the first, then off the second', () => {
    const { lines } = sheetOf({
      goods: [rawGood({ count: 2 }), rawGood({ count: 3 })],
      returnedOrder: { returnedOrderId: 5, returnedGoods: [{ goodId: 355864, count: 3 }] },
    });
    expect(lines.map(({ left }) => left)).toEqual([0, 2]);
  });

  it('keeps weights exact', () => {
    const line = lineOf({ count: 0.3 }, [{ goodId: 355864, count: 0.1 }]);
    expect(line.left).toBe(0.2);
  });
});

describe('sums', () => {
  it.each([
    [3, 100, -10],
    [7, 999.99, -33.33],
    [3, 0.01, 0],
    [6, 100, 25.05],
    [11, 4321.07, -0.02],
  ])('%i pieces for %d with %d, given back one by one, make up the whole', (count, total, discountTotal) => {
    let [sum, discount] = [0, 0];
    const returned: Row[] = [];
    for (let piece = 0; piece < count; piece += 1) {
      const line = lineOf({ count, price: total / count, total, discountTotal }, returned);
      const part = refundOf(line, 1);
      sum += part.total;
      discount += part.discountTotal;
      expect(sum).toBeLessThanOrEqual(Math.round(total * 100));
      returned.push({ goodId: 355864, count: 1 });
    }
    expect({ sum, discount }).toEqual({
      sum: Math.round(total * 100),
      discount: Math.round(discountTotal * 100),
    });
  });

  it('are those of the line when all of it goes back at once', () => {
    expect(refundOf(lineOf({ count: 2.5, price: 33.33, total: 83.33, discountTotal: -8.33 }), 2.5)).toEqual({
      total: 8333,
      discountTotal: -833,
    });
  });

  it('of all lines: without discounts, the discounts, and what goes back', () => {
    const { lines } = sheetOf({
      goods: [rawGood({ count: 2, price: 50, total: 100, discountTotal: -10 }), rawGood({ goodId: 2 })],
    });
    expect(refundTotals(lines, { 0: 1, 1: 1 })).toEqual({ amountToPay: 58_978, discount: -500, due: 58_478 });
    expect(refundTotals(lines, { 0: null, 1: 0 })).toEqual({ amountToPay: 0, discount: 0, due: 0 });
  });
});

describe('payments', () => {
  it('go back to the card first, then the latest; never more than is left of each', () => {
    const { payments } = sheetOf();
    expect(suggestPayments(payments, 53_978)).toEqual({ 0: 20_000, 1: 33_978 });
    expect(suggestPayments(payments, 40_000)).toEqual({ 0: 6_022, 1: 33_978 });
    expect(suggestPayments(payments, 99_999)).toEqual({ 0: 20_000, 1: 33_978 });
  });

  it('have what was given back taken off: by id, else wherever there is room', () => {
    const back = (returnedPayments: Row[]) =>
      sheetOf({ returnedOrder: { returnedOrderId: 5, returnedPayments } }).payments.map(({ left }) => left);
    expect(back([{ paymentId: 'p2', sum: 39.78 }])).toEqual([20_000, 30_000]);
    expect(back([{ paymentId: 'p1', sum: 250 }])).toEqual([0, 28_978]);
    expect(back([{ paymentId: 77, sum: 300 }])).toEqual([0, 23_978]);
    expect(back([{ paymentId: 'p1', sum: 9_000 }])).toEqual([0, 0]);
  });

  it('hold the prepayment as far as the list does not cover the goods', () => {
    const paidAhead = (prePaymentSum: number, payments: Row[]) =>
      sheetOf({ prePaymentSum, payments }).payments.map(({ isPrepayment, left }) => ({ isPrepayment, left }));
    expect(paidAhead(539.78, [])).toEqual([{ isPrepayment: true, left: 53_978 }]);
    expect(paidAhead(539.78, [cash])).toEqual([
      { isPrepayment: false, left: 20_000 },
      { isPrepayment: true, left: 33_978 },
    ]);
    expect(paidAhead(539.78, [cash, card])).toHaveLength(2);
  });
});

describe('the way is barred', () => {
  it.each([
    ['isRefund', { isRefund: 1 }],
    ['notDelivered', { deliveryStatusId: 7 }],
    ['notDelivered', { deliveryStatusId: 11 }],
    ['nothingLeft', { returnedOrder: { returnedOrderId: 5, returnedGoods: [{ goodId: 355864, count: 1 }] } }],
    ['noPayments', { payments: [], prePaymentSum: 0 }],
    [
      'nothingLeft',
      { returnedOrder: { returnedOrderId: 5, returnedPayments: [{ paymentId: 'p1', sum: 539.78 }] } },
    ],
    [null, {}],
    [null, { deliveryStatusId: '10' }],
  ])('%s', (bar, fields) => {
    expect(sheetOf(fields).bar).toBe(bar);
  });
});

const order = orderOf();
const sheet = refundSheet(order);
const window = { day: '2021-05-16', from: '13:00', to: '15:00' };
const good: RefundValues = {
  ...blankRefund(order, window, 'Возврат по заказу G-2'),
  orderId: '209999',
  counts: { 0: 1 },
  reasonId: '5277',
};
const check = (changes: Partial<RefundValues>) =>
  checkRefund({ ...good, ...changes }, sheet, { taken: new Set(['209900']), timeZone: zone });

describe('checking', () => {
  it('finds nothing wrong with a whole refund', () => {
    expect(check({})).toBeNull();
  });

  it.each<[string, Partial<RefundValues>, object]>([
    ['nothing chosen', { counts: {} }, { lines: 'required' }],
    ['nothing chosen (null)', { counts: { 0: null } }, { lines: 'required' }],
    ['more than is left', { counts: { 0: 2 } }, { counts: { 0: 'moreThanLeft' } }],
    ['below zero', { counts: { 0: -1 } }, { counts: { 0: 'negative' } }],
    ['too fine a weight', { counts: { 0: 0.12345 } }, { counts: { 0: 'notThousandths' } }],
    ['no reason', { reasonId: null }, { reasonId: 'required' }],
    ['no number', { orderId: ' ' }, { orderId: 'required' }],
    ['a number with letters', { orderId: 'R-1' }, { orderId: 'malformed' }],
    ['a number in use', { orderId: '209900' }, { orderId: 'taken' }],
    ['no day', { window: { ...window, day: '' } }, { window: { day: 'required' } }],
    ['an empty window', { window: { ...window, to: '13:00' } }, { window: { to: 'notAfterFrom' } }],
    ['payments a kopeck short', { payments: { 0: 20_000, 1: 33_977 } }, { sum: 'notEqual' }],
    ['payments a kopeck over', { payments: { 0: 20_000, 1: 33_979 } }, { payments: { 1: 'moreThanLeft' } }],
    ['a payment below zero', { payments: { 0: -1, 1: 33_978 } }, { payments: { 0: 'negative' } }],
  ])('%s', (_name, changes, errors) => {
    expect(check(changes)).toMatchObject(errors);
  });

  it('says how much is still to be shared out', () => {
    expect(undivided(good, sheet)).toBe(0);
    expect(undivided({ ...good, payments: { 0: 10_000, 1: null } }, sheet)).toBe(43_978);
  });

  it('knows the field that a refusal names', () => {
    expect(fieldNamedByIreca('Заказ «209900» уже существует.')).toBe('orderId');
    expect(fieldNamedByIreca('Причина отмены «9» не существует.')).toBe('reasonId');
    expect(fieldNamedByIreca('Курьер «9» не существует.')).toBe('courierId');
    expect(fieldNamedByIreca('Неверное значение «deliveryTimeFrom».')).toBe('window.from');
    expect(fieldNamedByIreca('Товар с goodId «1» не существует.')).toBe('lines');
    expect(fieldNamedByIreca('Тип платежа «9» не существует.')).toBe('sum');
    expect(fieldNamedByIreca('Сервис временно недоступен')).toBeNull();
  });
});

describe('the order of refund', () => {
  const write = refundOrder(order, sheet, good, { timeZone: zone, now });

  it('is the documented body', () => {
    expect(orderBody(write)).toEqual({
      orderId: '209999',
      codeAlias: 'G-2-В',
      statusId: 0,
      deliveryStatusId: 6,
      isAgreed: 0,
      returnReasonId: '5277',
      courierId: null,
      clientId: '3271',
      supplierId: null,
      paymentId: '4113',
      amountToPay: 539.78,
      prePaymentSum: 0,
      cash: 0,
      addressToEntity: {
        postindex: '',
        city: 'Санкт-Петербург',
        street: 'Улица правды',
        home: '24',
        apartment: '44',
        latitude: 59.92088839350768,
        longitude: 30.33911295248004,
        isUseGoogleGeo: false,
      },
      phone: '+79123456789',
      deliveryTimeFrom: '2021-05-16 10:00:00',
      deliveryTimeTo: '2021-05-16 12:00:00',
      description: 'Возврат по заказу G-2',
      goods: [
        {
          goodId: '355864',
          count: 1,
          price: 539.78,
          total: 539.78,
          discountTotal: 0,
          taxId: '8286',
          position: 1,
          unit: 'г',
          vedCode: '',
          countryCode: '',
          customDeclarationCode: '',
          markValue: '',
          markBinaryValue: '',
          weight: null,
          description: '',
          warehouses: [],
          specificities: [],
        },
      ],
      isRefund: true,
      payments: [cash, card],
    });
  });

  it('is read back as it was meant, field by field', () => {
    expect(orderWriteSchema.parse(orderBody(write))).toEqual(write);
  });

  it('leaves out lines and payments of nothing, and carries the mark of the piece', () => {
    const marked = orderOf({
      goods: [
        rawGood(),
        rawGood({ goodId: 7, markValue: '010460', markBinaryValue: 'AQ==', total: 20, price: 20 }),
      ],
    });
    const part = refundOrder(
      marked,
      refundSheet(marked),
      { ...good, counts: { 0: 0, 1: 1 } },
      { timeZone: zone, now },
    );
    expect(part.goods).toMatchObject([
      { goodId: '7', position: 1, markValue: '010460', markBinaryValue: 'AQ==' },
    ]);
    expect(part.payments).toMatchObject([{ paymentId: 'p2', price: 2_000, rrn: '025152870125' }]);
    expect(part).toMatchObject({ paymentId: '4114', amountToPay: 2_000 });
  });

  it('names a client without an id by name, and has iRECA find an address without a point', () => {
    const stranger = orderOf({
      clientId: null,
      addressToEntity: { city: 'Пушкин', street: 'Садовая', home: '7', latitude: '0.000', longitude: 0 },
    });
    const part = refundOrder(stranger, refundSheet(stranger), good, { timeZone: zone, now });
    expect(part.client).toEqual({ firstname: 'Алексей', lastname: 'Иванов', email: 'ivanow@email.com' });
    expect(part.addressToEntity).toMatchObject({ street: 'Садовая', isUseGoogleGeo: true });
  });
});

it('takes a draft only of its own shape', () => {
  expect(isRefundDraft(JSON.parse(JSON.stringify(good)))).toBe(true);
  for (const other of [null, 7, {}, { ...good, orderId: 5 }, { ...good, window: null }])
    expect(isRefundDraft(other)).toBe(false);
});
