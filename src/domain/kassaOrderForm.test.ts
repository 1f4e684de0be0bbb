import { describe, expect, it } from 'vitest';
import { newKassaOrderBody } from '#src/contracts/kassa/newOrder.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import { newKassaOrder } from '#src/domain/kassaOrderBody.ts';
import { checkKassaOrder, fieldNamedByKassa } from '#src/domain/kassaOrderCheck.ts';
import type { KassaItemValues, KassaOrderValues } from '#src/domain/kassaOrderForm.ts';
import {
  BLANK_CLIENT,
  blankKassaItem,
  blankKassaOrder,
  isKassaOrderDraft,
  kassaItemTotal,
  kassaOrderTotal,
  suggestExternalId,
} from '#src/domain/kassaOrderForm.ts';
import * as z from 'zod/mini';

const zone = 'Europe/Moscow';
const now = 1_644_828_163_053;

const roses: KassaItemValues = {
  key: '1',
  description: 'Букет белых роз',
  nomenclatureId: '22090265',
  price: 300_000,
  quantity: 2,
  discount: 5_050,
  vat: '10',
  unitCode: '796',
  barcode: '4600000000017',
  vendorCode: 'R-25',
};
const cheese: KassaItemValues = {
  ...blankKassaItem('2'),
  description: 'Сыр',
  price: 133_333,
  quantity: 0.333,
  vat: 'none',
  unitCode: '006',
};
const full: KassaOrderValues = {
  status: 'NEW',
  deliveryType: 'COURIER',
  externalId: 'BFt-128',
  taxSystem: 'PATENT',
  day: '2022-02-14',
  time: '15:30',
  address: 'Санкт-Петербург, Невский проспект, 10',
  deliveryAmount: 35_000,
  comment: 'Код 12',
  paid: true,
  settlement: 'prepayment',
  items: [roses, cheese],
  client: {
    lastName: 'Тестов',
    firstName: 'Тест',
    patronymic: 'Тестович',
    phone: '+7 999 999-99-99',
    email: 'test@example.com',
    address: 'Адрес',
    organizationName: 'Сбер покупатель',
    organizationInn: '7743012365',
    loyalty: '111111',
    comment: 'постоянный',
  },
  responsible: { login: '79916871260', name: 'Иван Иванов' },
};
const typed = (changes: Partial<KassaOrderValues> = {}): KassaOrderValues => ({ ...full, ...changes });
const sent = (values: KassaOrderValues) => newKassaOrderBody(newKassaOrder(values, zone, now));

describe('the wrapper', () => {
  it('is the documented one, to the last field', () => {
    const none = {
      calculationMethod: null,
      paymentSubject: 'PRODUCT',
      contractorAddress: null,
      contractorInn: null,
      contractorName: null,
      contractorPhone: null,
      organizationPhone: null,
      contractorActivityType: null,
      markType: 'UNKNOWN',
      codeForOfd: null,
      editable: true,
      total: null,
    };
    expect(sent(full)).toEqual({
      onlineOrder: {
        visible: true,
        created: now,
        changed: now,
        taxSystem: 'PATENT',
        externalId: 'BFt-128',
        deliveryType: 'COURIER',
        deliveryAmount: 350,
        deliveryTime: Date.UTC(2022, 1, 14, 12, 30),
        paid: true,
        orderTime: now,
        clientId: null,
        address: 'Санкт-Петербург, Невский проспект, 10',
        responsiblePersonLogin: '79916871260',
        discount: 0,
        discountType: 0,
        location: null,
        totalAmount: 6_393.5,
        comment: 'Код 12',
        currentStatusType: 'NEW',
        currentStatusTime: now,
        substatusId: null,
        shopId: null,
        endLockTime: null,
        routeSheetDocumentId: null,
        routeSheetDocumentPosition: null,
        routeSheetDocumentNumber: null,
        size: null,
        actualDeliveryTime: null,
        cashierName: null,
        clientName: null,
      },
      onlineOrderItems: [
        {
          ...none,
          nomenclatureId: 22_090_265,
          description: 'Букет белых роз',
          price: 3000,
          vatValue: 10,
          quantity: 2,
          discount: 50.5,
          barcode: '4600000000017',
          vendorCode: 'R-25',
          unitCode: 796,
        },
        {
          ...none,
          nomenclatureId: null,
          description: 'Сыр',
          price: 1333.33,
          vatValue: null,
          quantity: 0.333,
          discount: 0,
          barcode: null,
          vendorCode: null,
          unitCode: 6,
        },
      ],
      onlineOrderStatuses: [{ statusType: 'NEW', substatusId: null, statusDate: now, statusInfo: null }],
      onlineOrderPayments: [],
      properties: { fullSettlement: false, prepayment: true, credit: false },
      onlineOrderReceipts: [],
      onlineOrderReceiptsItems: [],
      onlineOrderReceiptsHistories: [],
      responsiblePerson: {
        lastName: '',
        firstName: 'Иван Иванов',
        patronymic: '',
        phoneNumber: '79916871260',
        position: null,
      },
      client: {
        address: 'Адрес',
        phone: '79999999999',
        lastName: 'Тестов',
        firstName: 'Тест',
        patronymic: 'Тестович',
        organizationInn: '7743012365',
        organizationName: 'Сбер покупатель',
        email: 'test@example.com',
        comment: 'постоянный',
        status: 'ACTIVE',
        loyalty: '111111',
      },
      cashierInfos: null,
    });
  });

  it('says nothing of whose it is: that is put in by the server', () => {
    expect(JSON.stringify(sent(full))).not.toMatch(/organizationId|tradeObjectId|rolePerms/);
  });

  it('has no address for a client who comes for it, whatever was typed before', () => {
    expect(sent(typed({ deliveryType: 'SELF' })).onlineOrder).toMatchObject({
      deliveryType: 'SELF',
      address: null,
    });
  });

  it('has no client, no person and no time when none were typed', () => {
    const bare = sent(typed({ client: BLANK_CLIENT, responsible: null, day: '', time: '', comment: ' ' }));
    expect(bare).toMatchObject({ client: null, responsiblePerson: null });
    expect(bare.onlineOrder).toMatchObject({
      deliveryTime: null,
      comment: null,
      responsiblePersonLogin: null,
    });
  });

  it('is read back with every value that was typed', () => {
    for (const values of [full, typed({ status: 'ACCEPTED', settlement: 'credit', paid: false })]) {
      const wrapper = sent(values) as { onlineOrder: object };
      const read = z.parse(wholeOrderSchema, { ...wrapper, onlineOrder: { ...wrapper.onlineOrder, id: 1 } });
      expect(read).toMatchObject({
        currentStatusType: values.status,
        deliveryType: values.deliveryType,
        externalId: values.externalId,
        taxSystem: values.taxSystem,
        deliveryTime: Date.UTC(2022, 1, 14, 12, 30),
        address: values.address,
        deliveryAmount: values.deliveryAmount,
        comment: values.comment,
        paid: values.paid,
        properties: {
          fullSettlement: values.settlement === 'fullSettlement',
          prepayment: values.settlement === 'prepayment',
          credit: values.settlement === 'credit',
        },
        totalAmount: kassaOrderTotal(values.items),
        responsiblePersonLogin: values.responsible?.login,
        responsiblePerson: {
          firstName: values.responsible?.name,
          phoneNumber: values.responsible?.login,
        },
        client: { ...values.client, phone: '79999999999', status: 'ACTIVE' },
        onlineOrderStatuses: [{ statusType: values.status, statusDate: now }],
        created: now,
      });
      expect(
        read.onlineOrderItems.map((item) => ({
          description: item.description,
          nomenclatureId: item.nomenclatureId ?? '',
          price: item.price,
          quantity: item.quantity,
          discount: Math.round((item.discount ?? 0) * 100),
          vat: item.vatValue === null ? 'none' : String(item.vatValue),
          unitCode: Number(item.unitCode),
          barcode: item.barcode,
          vendorCode: item.vendorCode,
          paymentSubject: item.paymentSubject,
          markType: item.markType,
        })),
      ).toEqual(
        values.items.map(({ key: _key, ...item }) => ({
          ...item,
          discount: item.discount ?? 0,
          unitCode: Number(item.unitCode),
          paymentSubject: 'PRODUCT',
          markType: 'UNKNOWN',
        })),
      );
    }
  });
});

describe('sums', () => {
  it('are price times quantity less the discount, to the kopeck', () => {
    expect(kassaItemTotal(roses)).toBe(594_950);
    expect(kassaItemTotal(cheese)).toBe(44_400);
    expect(kassaOrderTotal([roses, cheese])).toBe(639_350);
  });

  it('count a line that is not typed yet as nothing', () => {
    expect(kassaItemTotal(blankKassaItem('3'))).toBeNull();
    expect(kassaOrderTotal([roses, blankKassaItem('3')])).toBe(594_950);
  });

  it('match the vendor’s sample: 3000 + 7000 + 4500', () => {
    const item = (price: number) => ({ ...blankKassaItem('1'), price });
    expect(kassaOrderTotal([300_000, 700_000, 450_000].map(item))).toBe(1_450_000);
  });
});

describe('checking', () => {
  const check = (changes: Partial<KassaOrderValues>) =>
    checkKassaOrder(typed(changes), { taken: new Set(['BFt-127']), timeZone: zone });
  const item = (changes: Partial<KassaItemValues>) => check({ items: [{ ...roses, ...changes }] });
  const client = (changes: Partial<KassaOrderValues['client']>) =>
    check({ client: { ...full.client, ...changes } });

  it('finds nothing wrong with a whole order, nor with one for a client who comes for it', () => {
    expect(check({})).toBeNull();
    expect(check({ deliveryType: 'SELF', address: '', day: '', time: '', client: BLANK_CLIENT })).toBeNull();
  });

  it.each<[string, Partial<KassaOrderValues>, object]>([
    ['no number', { externalId: ' ' }, { externalId: 'required' }],
    ['a number in use', { externalId: 'BFt-127 ' }, { externalId: 'taken' }],
    ['no address for the courier', { address: ' ' }, { address: 'required' }],
    ['a time without a day', { day: '' }, { day: 'required' }],
    ['a day without a time', { time: '' }, { time: 'required' }],
    ['no such day', { day: '2022-02-31' }, { day: 'malformed' }],
    ['no such time', { time: '25:00' }, { time: 'malformed' }],
    ['delivery below zero', { deliveryAmount: -1 }, { deliveryAmount: 'negative' }],
    ['no lines', { items: [] }, { items: 'required' }],
  ])('%s', (_name, changes, errors) => {
    expect(check(changes)).toEqual(errors);
  });

  it.each<[Partial<KassaItemValues>, object]>([
    [{ description: ' ' }, { description: 'required' }],
    [{ price: null }, { price: 'required' }],
    [{ price: -1 }, { price: 'negative', discount: 'discountTooLarge' }],
    [{ quantity: null }, { quantity: 'required' }],
    [{ quantity: 0 }, { quantity: 'notPositive', discount: 'discountTooLarge' }],
    [{ quantity: 1.0005 }, { quantity: 'notThousandths' }],
    [{ discount: -1 }, { discount: 'negative' }],
    [{ discount: 600_001 }, { discount: 'discountTooLarge' }],
    [{ nomenclatureId: '22a' }, { nomenclatureId: 'malformed' }],
    [{ unitCode: '' }, { unitCode: 'malformed' }],
    [{ vat: '' }, { vat: 'malformed' }],
  ])('a line with %o', (changes, errors) => {
    expect(item(changes)).toEqual({ byItem: { 1: errors } });
  });

  it.each<[Partial<KassaOrderValues['client']>, object]>([
    [{ phone: '12' }, { phone: 'malformed' }],
    [{ email: 'почта' }, { email: 'malformed' }],
    [{ organizationInn: '77430' }, { organizationInn: 'malformed' }],
  ])('a client with %o', (changes, errors) => {
    expect(client(changes)).toEqual({ client: errors });
  });

  it('knows the field that a refusal names', () => {
    expect(fieldNamedByKassa('Не заполнено поле address')).toBe('address');
    expect(fieldNamedByKassa('Неверное значение поля deliveryTime')).toBe('day');
    expect(fieldNamedByKassa('Смена закрыта')).toBeNull();
  });
});

describe('a number for the next order', () => {
  it('is the one after the largest of the most frequent kind, zeros kept', () => {
    expect(suggestExternalId(['BFt-002', 'BFt-010', 'X-77', 'без номера'])).toBe('BFt-011');
    expect(suggestExternalId(['99', '101', 'A-5'])).toBe('102');
    expect(suggestExternalId([])).toBe('');
  });
});

it('takes a draft only of its own shape', () => {
  expect(isKassaOrderDraft(JSON.parse(JSON.stringify(full)))).toBe(true);
  expect(isKassaOrderDraft(blankKassaOrder())).toBe(true);
  for (const other of [null, 7, {}, typed({ items: 'x' as never }), typed({ status: 'ISSUED' as never })])
    expect(isKassaOrderDraft(other)).toBe(false);
});
