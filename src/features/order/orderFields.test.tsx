// @vitest-environment jsdom
/** Whatever the vendors document of one order is somewhere on its card. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appConfigQuery } from '#src/api/appConfig.ts';
import { createQueryClient } from '#src/api/queryClient.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import { IrecaBody } from './ireca/IrecaBody.tsx';
import { KassaBody } from './kassa/KassaBody.tsx';

vi.mock('#src/components/map/PointMap.tsx', () => ({
  PointMap: ({ label }: { label: string }) => <span>{label}</span>,
}));

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in this test')));
});

const listOf = (records: unknown[]) => ({ records, setAside: [] });

function client() {
  const made = createQueryClient();
  made.setDefaultOptions({ queries: { retry: false, staleTime: Infinity } });
  const set = (key: readonly unknown[], records: unknown[]) => made.setQueryData(key, listOf(records));
  made.setQueryData(appConfigQuery.queryKey, {
    timeZone: 'Europe/Moscow',
    tiles: null,
    imageHosts: [],
    atRiskMinutes: 30,
    shiftStarts: ['08:00'],
    ordersPollSeconds: 15,
    positionsPollSeconds: 60,
    systems: { ireca: true, kassa: true },
    demo: true,
  });
  set(['ireca', 'couriers'], [{ courierId: '55752', title: 'Иван Быстров', phone: '+79220000001' }]);
  made.setQueryData(['ireca', 'licenses'], { licenseUse: 0, licenseTotal: 1, licenses: [], setAside: [] });
  set(
    ['ireca', 'paymentTypes'],
    [
      { paymentTypeId: '4113', title: 'Наличными курьеру', closeTypeId: '1' },
      { paymentTypeId: '4114', title: 'Картой курьеру', closeTypeId: '2' },
      { paymentTypeId: '4115', title: 'Оплачено на сайте', closeTypeId: '3' },
    ],
  );
  set(
    ['ireca', 'dictionary', 'closeTypes'],
    [
      { closeTypeId: '1', title: 'Закрытие наличными' },
      { closeTypeId: '2', title: 'Закрытие картой' },
    ],
  );
  set(['ireca', 'taxes'], [{ taxId: '8286', title: 'НДС 10 процентов' }]);
  set(['ireca', 'dictionary', 'goodCalcTypes'], [{ calcId: '4', title: 'Услуга по словарю' }]);
  set(
    ['ireca', 'suppliers'],
    [{ supplierId: '52', title: 'ООО Поставщик', inn: '7700000052', phone: '+79220000052' }],
  );
  set(
    ['ireca', 'orderReturnReasons'],
    [
      { reasonId: '5276', title: 'Нет в наличии', type: 'standard' },
      { reasonId: '5277', title: 'Не понравилось', type: 'standard' },
    ],
  );
  set(['ireca', 'warehouses'], []);
  set(['ireca', 'dictionary', 'orderDeliveryStatuses'], [{ statusId: '9', title: 'Доставлен по словарю' }]);
  set(['ireca', 'dictionary', 'orderStatuses'], [{ statusId: '1', title: 'Оплачен по словарю' }]);
  return made;
}

function textOf(body: React.ReactElement): string {
  render(
    <QueryClientProvider client={client()}>
      <MemoryRouter>{body}</MemoryRouter>
    </QueryClientProvider>,
  );
  // Groups of digits are parted by no-break spaces.
  return (document.body.textContent ?? '').replace(/\s/g, ' ');
}

const RAW_IRECA = {
  orderId: 209900,
  codeAlias: 'G-ALIAS',
  statusId: 1,
  deliveryStatusId: 9,
  receiptStatusId: 1,
  frReceiptStatusId: 0,
  returnReasonId: 5276,
  courierId: '55752',
  clientId: '3271',
  supplierId: 52,
  client: { firstname: 'Алексей', lastname: 'Иванов', inn: '770012345678', email: 'ivanow@email.com' },
  paymentId: '4114',
  originalPaymentId: 4113,
  frUsedPaymentId: 4115,
  amountToPay: '1111.11',
  prePaymentSum: '300.00',
  cash: 5000,
  addressFrom: 'Склад на Лиговском 50',
  addressFromEntity: {
    postindex: '191040',
    city: 'Петроград',
    street: 'Лиговский',
    home: '50к3',
    apartment: '12б',
    latitude: '59.92856',
    longitude: '30.35954',
    isUseGoogleGeo: 1,
  },
  addressTo: 'Санкт-Петербург Улица правды 24 44',
  addressToEntity: {
    postindex: '191119',
    city: 'Санкт-Петербург',
    street: 'Улица правды',
    home: '24',
    apartment: '44',
    latitude: '59.92088839350768',
    longitude: '30.33911295248004',
  },
  phone: '+79123456789',
  deliveryTimeFrom: '2021-04-28 11:34:00',
  deliveryTimeTo: '2021-04-28 12:34:00',
  description: 'Доставить до двери',
  goods: [
    {
      goodId: 355864,
      position: 4,
      article: 'ART-77',
      title: 'Кофе carte noire',
      description: 'Зерновой, тёмная обжарка',
      count: 2.5,
      unit: 'пачка',
      weight: '95',
      multiplicity: 0.5,
      price: 539.78,
      total: 1349.45,
      discountTotal: -40.5,
      taxId: '8286',
      calcId: '4',
      parentId: 777001,
      returnReasonId: 5277,
      vedCode: '0901210009',
      countryCode: '276',
      customDeclarationCode: '10702030/290418/0032465',
      markValue: '010460043993125621',
      markBinaryValue: 'MDEwNDYw',
      imageUrl: 'https://images.example/small.png',
      imageBigUrl: 'https://images.example/big.png',
      isActive: 0,
      warehouses: [
        {
          warehouseId: 1099,
          count: 2,
          tookCount: 1,
          title: 'Главный склад',
          firstname: 'Виктор',
          lastname: 'Складских',
          phone: '+79054558877',
          city: 'Колпино',
          street: 'Заводская',
          house: '7г',
          apartment: 'оф. 5',
          latitude: 59.75,
          longitude: 30.59,
          description: 'въезд со двора',
          updatedAt: '2021-05-04 15:39:45',
          isActive: '1',
        },
      ],
      specificities: [
        {
          specificityId: '24',
          parentId: 888002,
          price: '5.55',
          count: 3,
          title: 'Пакет (полиэтиленовый)',
          value: 'синий',
          imageUrl: 'https://images.example/bag.png',
          imageBigUrl: 'https://images.example/bag-big.png',
          article: 'AM-3243',
          isActive: 1,
        },
      ],
      canceledItems: [{ returnReasonId: 5276, count: 1.5, createdAt: '2021-04-28 12:00:00' }],
    },
  ],
  payments: [
    {
      paymentId: 'P-1',
      paymentTypeId: '4114',
      price: '200.25',
      paidIn: '2021-04-28 12:15:00',
      cardMask: '**** 4242',
      rrn: '130700998877',
      cardAuth: 'A1B2C3',
    },
  ],
  returnedOrder: {
    returnedOrderId: 300111,
    returnReasonId: 5277,
    createdAt: '2021-04-29 08:10:00',
    returnedPayments: [
      { paymentId: 991, paymentTypeId: '4114', sum: 55.5, createdAt: '2021-04-29 08:11:00' },
    ],
    returnedGoods: [
      { goodId: 355864, returnReasonId: 5276, count: 0.5, sum: 44.4, createdAt: '2021-04-29 08:12:00' },
    ],
  },
  isAgreed: 1,
  isRefund: 1,
  isReturned: 1,
  isEdited: 1,
};

describe('the card of an iRECA order', () => {
  it('shows the value of every documented field, titles instead of ids', () => {
    const order = irecaOrderSchema.parse(RAW_IRECA);
    const text = textOf(<IrecaBody read={{ order, raw: RAW_IRECA, etag: '' }} number="G-ALIAS" />);
    const wanted = [
      ['209900', 'G-ALIAS', 'Оплачен по словарю', 'Доставлен по словарю', 'создан (1)', 'не распечатан (0)'],
      ['Нет в наличии', 'Иван Быстров', '3271', 'ООО Поставщик', '7700000052'],
      ['Алексей Иванов', '770012345678', 'ivanow@email.com', '+7 912 345-67-89', '+7 922 000-00-01'],
      ['Картой курьеру', 'Наличными курьеру', 'Оплачено на сайте', 'Закрытие наличными', 'Предоплата'],
      ['1 111,11 ₽', '300,00 ₽', '5 000,00 ₽', 'сдача'],
      ['Склад на Лиговском 50', '191040', 'Петроград', 'Лиговский, 50к3', '12б', '59.92856, 30.35954'],
      ['геокодер', '191119', 'Улица правды, 24', 'кв./офис 44', '59.92089, 30.33911'],
      ['14:34–15:34, 28 апр.'],
      ['355864', 'ART-77', 'Кофе carte noire', 'Зерновой, тёмная обжарка', '2,5 пачка', '× 539,78'],
      ['1 349,45', '−40,50', '1 308,95', 'НДС 10 процентов', 'вес 95', 'шаг 0,5', 'Услуга по словарю'],
      ['777001', 'Не понравилось', '0901210009', '276', '10702030/290418/0032465'],
      ['010460043993125621', 'MDEwNDYw', 'удалён из каталога'],
      ['1099', 'взято 1 из 2', 'Главный склад', 'Виктор Складских', '+7 905 455-88-77'],
      ['Колпино, Заводская, 7г, оф. 5', '59.75000, 30.59000', 'въезд со двора', '4 мая, 18:39'],
      ['характеристика 24', '888002', '5,55 ₽', '× 3', 'Пакет (полиэтиленовый): синий', 'AM-3243'],
      ['Курьер снял 1,5 пачка', '28 апр., 15:00'],
      ['P-1', '200,25 ₽', '28 апр., 15:15', '**** 4242', '130700998877', 'A1B2C3'],
      [
        '№ 300111',
        '29 апр., 11:10',
        '991',
        '55,50 ₽',
        '29 апр., 11:11',
        '× 0,5',
        '44,40 ₽',
        '29 апр., 11:12',
      ],
      ['Согласован с клиентом', 'Позиции правили', 'Был возврат', 'Заказ на возврат'],
      ['В системе сумма 1 111,11 ₽'],
    ].flat();
    expect(wanted.filter((value) => !text.includes(value))).toEqual([]);
    // The place in the order, and pictures of other sites as links: the browser may not load them.
    expect(screen.getByRole('row', { name: /^5 Кофе/ })).toBeTruthy();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    for (const name of ['small', 'big', 'bag', 'bag-big']) {
      expect(links).toContain(`https://images.example/${name}.png`);
    }
    expect(links).toContain('/orders/ireca/300111');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says once which lists could not be read, and shows numbers instead of titles', async () => {
    const made = client();
    made.removeQueries({ queryKey: ['ireca', 'taxes'] });
    const order = irecaOrderSchema.parse({ ...RAW_IRECA, supplierId: 99 });
    render(
      <QueryClientProvider client={made}>
        <MemoryRouter>
          <IrecaBody read={{ order, raw: RAW_IRECA, etag: '' }} number="G" />
        </MemoryRouter>
      </QueryClientProvider>,
    );
    expect(await screen.findByText(/Не прочитаны справочники: налоговые ставки/)).toBeTruthy();
    expect(screen.getByText('№ 99')).toBeTruthy();
    expect(document.body.textContent).toContain('№ 8286');
  });
});

const RAW_KASSA = {
  id: 313626,
  visible: false,
  created: 1644828163053,
  changed: 1644831763053,
  organizationId: '1579776541385873338810',
  tradeObjectId: '2579776541385873338811',
  taxSystem: 'COMMON_AGRICULTURAL',
  externalId: 'BFt-002',
  deliveryType: 'COURIER',
  deliveryAmount: 350.5,
  deliveryTime: 1644835363053,
  paid: true,
  orderTime: 1644824563053,
  clientId: 124329,
  address: 'Невский проспект, 10',
  responsiblePersonLogin: '79916871260',
  discount: 12.34,
  discountType: 7,
  location: '59.9343 30.3351',
  totalAmount: 14500.0,
  comment: 'Позвонить',
  currentStatusType: 'ISSUED',
  currentStatusTime: 1644838963053,
  substatusId: 41,
  shopId: 4242,
  endLockTime: 1644842563053,
  routeSheetDocumentId: 9001,
  routeSheetDocumentPosition: 17,
  routeSheetDocumentNumber: 'МЛ-55',
  size: 3.5,
  actualDeliveryTime: 1644846163053,
  cashierName: 'Кассирова К.',
  clientName: 'Тестов Т.',
  onlineOrderItems: [
    {
      id: 1822619,
      onlineOrderId: 313626,
      nomenclatureId: 22090265,
      description: 'Букет белых роз',
      price: 3000,
      vatValue: 20,
      quantity: 2,
      discount: 5,
      calculationMethod: 'FULL_PAYMENT',
      paymentSubject: 'PRODUCT',
      contractorAddress: 'Рыбацкое, 1',
      contractorInn: '7811111111',
      contractorName: 'ИП Розов',
      contractorPhone: '79310000001',
      organizationPhone: '88120000002',
      contractorActivityType: 'AGENT',
      markType: 'TOBACCO',
      codeForOfd: '444D0000',
      barcode: '4600000000017',
      vendorCode: 'ROSE-1',
      unitCode: 796,
      editable: false,
      total: 5700,
    },
  ],
  onlineOrderStatuses: [
    {
      id: 1514412,
      onlineOrderId: 313626,
      statusType: 'NEW',
      substatusId: 31,
      statusDate: 1644828159791,
      statusInfo: 'из магазина',
      userLogin: '79916871261',
    },
  ],
  onlineOrderPayments: [{ kind: 'CASHLESS', amount: 777 }],
  properties: { fullSettlement: true, prepayment: true, credit: true },
  onlineOrderReceipts: [{ fiscalSign: '998877' }],
  onlineOrderReceiptsItems: [{ receiptItem: 'строка-1' }],
  onlineOrderReceiptsHistories: [{ historyOf: 'чек-1' }],
  responsiblePerson: {
    lastName: 'Петров',
    firstName: 'Пётр',
    patronymic: 'Петрович',
    phoneNumber: '79916871269',
    organizationId: '3579776541385873338812',
    position: 'Старший курьер',
    userRole: 'Администратор',
    rolePerms: '4641661977478446448639',
  },
  client: {
    organizationId: '4579776541385873338813',
    address: 'Садовая, 5',
    phone: '79999999999',
    lastName: 'Тестов',
    firstName: 'Тест',
    patronymic: 'Тестович',
    organizationInn: '7743012365',
    organizationName: 'Сбер покупатель',
    email: 'test@mail.example',
    comment: 'постоянный',
    status: 'ACTIVE',
    loyalty: '111111',
    id: 124330,
  },
  cashierInfos: [{ cashierInn: '500100732259' }],
};

describe('the card of a Kassa order', () => {
  it('shows the value of every documented field', () => {
    const text = textOf(<KassaBody order={wholeOrderSchema.parse(RAW_KASSA)} />);
    const wanted = [
      ['313626', 'BFt-002', 'Выдан', '14 февр., 14:42', '41', '14 февр., 11:42', '14 февр., 12:42'],
      ['1579776541385873338810', '2579776541385873338811', 'ЕСХН', 'Курьером', '350,50 ₽', '14 февр., 13:42'],
      ['14 февр., 10:42', '124329', 'Невский проспект, 10', '+7 991 687-12-60', '12,34 ₽', 'тип скидки7'],
      ['59.9343 30.3351', '14 500,00 ₽', '4242', '14 февр., 15:42', '9001', '17', 'МЛ-55', '3,5'],
      ['14 февр., 16:42', 'Кассирова К.', 'Тестов Т.', 'Виден в Кассенет', 'Оплаченода'],
      ['1822619', '22090265', 'Букет белых роз', '× 3 000,00', 'НДС 20%', '2 шт', 'Скидка 5', 'FULL_PAYMENT'],
      ['товар', 'Рыбацкое, 1', '7811111111', 'ИП Розов', '+7 931 000-00-01', '88120000002', 'AGENT'],
      ['TOBACCO', '444D0000', '4600000000017', 'ROSE-1', 'правка запрещена', '5 700,00'],
      ['1514412', 'Новый', '31', '14 февр., 11:42', 'из магазина', '+7 991 687-12-61'],
      ['CASHLESS', '777', 'полный расчёт, предоплата, кредит', '998877', 'строка-1', 'чек-1', '500100732259'],
      ['Петров Пётр Петрович', '+7 991 687-12-69', '3579776541385873338812', 'Старший курьер'],
      ['Администратор', '4641661977478446448639'],
      ['4579776541385873338813', 'Садовая, 5', '+7 999 999-99-99', 'Тестов Тест Тестович', '7743012365'],
      ['Сбер покупатель', 'test@mail.example', 'постоянный', 'действующий', '111111', '124330'],
    ].flat();
    expect(wanted.filter((value) => !text.includes(value))).toEqual([]);
  });

  it('gives no room to what is empty', () => {
    const text = textOf(<KassaBody order={wholeOrderSchema.parse({ id: 5, currentStatusType: 'NEW' })} />);
    for (const label of ['Номер листа', 'Кассир', 'Почта', 'Чеки', 'Подстатус', 'Карта лояльности']) {
      expect(text).not.toContain(label);
    }
    expect(text).toContain('Товаров в заказе нет');
    expect(text).toContain('телефона нет');
  });
});
