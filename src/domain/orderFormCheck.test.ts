import { describe, expect, it } from 'vitest';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { blankOrder, fromOrder } from '#src/domain/orderForm.ts';
import { checkOrderForm, checkOrderId, countErrors, refusedField } from '#src/domain/orderFormCheck.ts';
import { rawIrecaOrder } from '#src/testing/sampleOrders.ts';

const ZONE = 'Europe/Moscow';

const line = (changes: Partial<GoodLine> = {}): GoodLine => ({
  key: 'a',
  goodId: '1',
  title: 'Кофе',
  article: '',
  count: 1,
  price: 10000,
  discountTotal: 0,
  taxId: null,
  unit: '',
  weight: null,
  description: '',
  vedCode: '',
  countryCode: '',
  customDeclarationCode: '',
  markValue: '',
  markBinaryValue: '',
  warehouseId: null,
  specificities: [],
  ...changes,
});

const filled = (changes: Partial<OrderFormValues> = {}): OrderFormValues => {
  const blank = blankOrder();
  return {
    ...blank,
    orderId: '7',
    paymentId: '1',
    addressTo: { ...blank.addressTo, city: 'СПб', street: 'Невский', home: '1' },
    window: { day: '2026-11-21', from: '14:00', to: '15:00' },
    goods: [line()],
    ...changes,
  };
};

const errorsOf = (values: OrderFormValues) =>
  checkOrderForm(values, { timeZone: ZONE, taken: (id) => id === '5' });

describe('checkOrderForm', () => {
  it('finds nothing in a form that is filled in', () => {
    expect(errorsOf(filled())).toEqual({ fields: {}, goods: {} });
    // Nobody has to carry it yet, and whoever has no phone shows the client's.
    expect(errorsOf(filled({ courierId: null, phone: '' })).fields).toEqual({});
  });

  it('asks for all that the text requires', () => {
    const { fields } = errorsOf({ ...blankOrder(), statusId: '', deliveryStatusId: '' });
    expect(fields).toEqual({
      orderId: 'required',
      statusId: 'required',
      deliveryStatusId: 'required',
      paymentId: 'required',
      'addressTo.city': 'required',
      'addressTo.street': 'required',
      'addressTo.home': 'required',
      'window.day': 'required',
      'window.from': 'required',
      'window.to': 'required',
      goods: 'required',
    });
  });

  const { addressTo } = filled();
  it.each<[string, Partial<OrderFormValues>, object]>([
    ['a phone that is none', { phone: 'нет' }, { phone: 'malformed' }],
    [
      'an email that is none',
      { client: { id: null, firstname: '', lastname: '', email: 'почта' } },
      { client: 'malformed' },
    ],
    ['a prepayment above the sum', { prePaymentSum: 10001 }, { prePaymentSum: 'overDue' }],
    [
      'a prepayment above what is left after the discount',
      { prePaymentSum: 9500, goods: [line({ discountTotal: -1000 })] },
      { prePaymentSum: 'overDue' },
    ],
    ['a prepayment below zero', { prePaymentSum: -1 }, { prePaymentSum: 'negative' }],
    ['a note below zero', { cash: -1 }, { cash: 'negative' }],
    [
      'a window that ends when it begins',
      { window: { day: '2026-11-21', from: '14:00', to: '14:00' } },
      { 'window.to': 'notAfterFrom' },
    ],
    [
      'a point off the globe',
      { addressTo: { ...addressTo, latitude: 91, longitude: 181 } },
      { 'addressTo.latitude': 'outOfRange', 'addressTo.longitude': 'outOfRange' },
    ],
    ['half a point', { addressTo: { ...addressTo, latitude: 59 } }, { 'addressTo.longitude': 'halfPoint' }],
    [
      'an address to take it from that is begun',
      { addressFrom: { ...addressTo, city: '', home: ' ' } },
      { 'addressFrom.city': 'required', 'addressFrom.home': 'required' },
    ],
    ['a status that is no number', { deliveryStatusId: 'x' }, { deliveryStatusId: 'malformed' }],
  ])('names %s', (_, changes, fields) => expect(errorsOf(filled(changes)).fields).toEqual(fields));

  it('leaves the point to iRECA where it shall find it', () => {
    const address = { ...addressTo, latitude: 91, isUseGoogleGeo: true };
    expect(errorsOf(filled({ addressTo: address })).fields).toEqual({});
  });

  it('names what is wrong in a line, and counts all', () => {
    const errors = errorsOf(
      filled({ goods: [line({ count: null }), line({ key: 'b', discountTotal: -10001 })] }),
    );
    expect(errors.goods).toEqual({ a: { count: 'required' }, b: { discountTotal: 'discountTooLarge' } });
    expect(errors.fields.goods).toBe('belowZero');
    expect(countErrors(errors)).toBe(3);
  });

  it('lets an order that was read keep what it came with', () => {
    const raw = rawIrecaOrder({
      orderId: '0',
      addressToEntity: {},
      goods: [],
      deliveryTimeTo: '2021-04-27 12:00:00',
    });
    const form = fromOrder(irecaOrderSchema.parse(raw), ZONE);
    expect(errorsOf(form)).toEqual({ fields: {}, goods: {} });
    expect(errorsOf({ ...form, window: { ...form.window, to: '' } }).fields).toEqual({
      'window.to': 'required',
    });
  });
});

it.each([
  ['', 'required'],
  ['12а', 'digitsOnly'],
  ['-1', 'digitsOnly'],
  ['9007199254740993', 'tooLarge'],
  ['007', 'malformed'],
  ['5', 'taken'],
  [' 6 ', null],
  ['9007199254740991', null],
])('number %j: %s', (orderId, error) => expect(checkOrderId(orderId, (id) => id === '5')).toBe(error));

it.each([
  ['Необходимо заполнить «deliveryTimeFrom».', 'window.from'],
  ['Значение «cash» должно быть числом.', 'cash'],
  ['Неверный формат значения «addressToEntity».', 'addressTo.city'],
  ['Field deliveryTimeTo is required', 'window.to'],
  ['Заказ «12» уже существует.', 'orderId'],
  ['Курьер «55752» не существует.', 'courierId'],
  ['Тип платежа «9» не существует.', 'paymentId'],
  ['Клиент «3271» не существует.', 'client'],
  ['Товар с goodId «1» не существует.', 'goods'],
  ['Модель не существует', null],
  ['Сервис временно недоступен', null],
])('%s → %s', (message, field) => expect(refusedField(message)).toBe(field));
