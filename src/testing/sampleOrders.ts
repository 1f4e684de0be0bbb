/** Raw upstream records as the vendors document them, and dispatch orders made of thin air, for tests. */
import type { IrecaCourier, Licence } from '#src/contracts/ireca/people.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

type Row = Record<string, unknown>;

/** A reply of iRECA, with its mix of strings and numbers and its three ways to say nothing. */
export function rawIrecaOrder(changes: Row = {}): Row {
  return {
    codeAlias: 'G-2',
    orderId: 209900,
    statusId: 0,
    deliveryStatusId: 1,
    receiptStatusId: 0,
    frReceiptStatusId: 0,
    returnReasonId: {},
    courierId: '',
    clientId: '3271',
    paymentId: '4113',
    originalPaymentId: 4113,
    frUsedPaymentId: null,
    client: { firstname: 'Алексей', lastname: 'Иванов', inn: '', email: 'ivanow@email.com' },
    amountToPay: '679.57',
    prePaymentSum: '0.00',
    cash: 0,
    addressFrom: '',
    addressFromEntity: {
      postindex: '',
      city: '',
      street: '',
      home: '',
      apartment: '',
      latitude: '0.00000000000000',
      longitude: '0.00000000000000',
    },
    addressTo: 'Санкт-Петербург Улица правды 24 44',
    addressToEntity: {
      postindex: '',
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
    supplierId: {},
    goods: [
      {
        returnReasonId: {},
        count: 1,
        total: 539.78,
        discountTotal: -40,
        position: 0,
        unit: 'г',
        countryCode: 276,
        specificities: [
          {
            count: '1',
            parentId: {},
            specificityId: '24',
            title: 'Пакет',
            value: '',
            price: '5.00',
            isActive: 1,
          },
        ],
        warehouses: [
          {
            warehouseId: 1099,
            count: 1,
            tookCount: '0',
            title: 'Главный склад',
            latitude: '59.93',
            longitude: 30.36,
            updatedAt: '2021-05-04 15:39:45',
            isActive: '1',
          },
        ],
        canceledItems: [{ returnReasonId: 5276, count: 1, createdAt: '2021-04-28 12:00:00' }],
        parentId: {},
        goodId: 355864,
        taxId: '8286',
        calcId: '0',
        title: 'Кофе',
        weight: '95',
        price: 539.78,
        isActive: 1,
      },
    ],
    payments: [{ paymentId: 1, paymentTypeId: '4113', price: '200.00', paidIn: '2020-09-08 08:29:59' }],
    returnedOrder: null,
    isAgreed: 0,
    isRefund: 0,
    isReturned: '0',
    isEdited: false,
    ...changes,
  };
}

/** The wrapper of Kassa, as `POST` takes it; `changes` go into `onlineOrder`, `around` beside it. */
export function rawKassaOrder(changes: Row = {}, around: Row = {}): Row {
  return {
    onlineOrder: {
      id: 313626,
      visible: true,
      created: 1644828163053,
      changed: 1644828163053,
      organizationId: '1579776541385873338810',
      tradeObjectId: '2579776541385873338810',
      taxSystem: 'COMMON',
      externalId: 'BFt-002',
      deliveryType: 'COURIER',
      deliveryAmount: null,
      deliveryTime: 1644831763053,
      paid: false,
      orderTime: 1644828134297,
      clientId: 124329,
      address: 'Невский проспект, 10',
      responsiblePersonLogin: '79916871260',
      totalAmount: 14500.0,
      comment: null,
      currentStatusType: 'NEW',
      currentStatusTime: 1644828159791,
      clientName: null,
      ...changes,
    },
    onlineOrderItems: [
      {
        id: 1822619,
        onlineOrderId: 313626,
        nomenclatureId: 22090265,
        description: 'Букет',
        price: 3000,
        quantity: 1,
      },
    ],
    onlineOrderStatuses: [
      {
        id: 1514412,
        onlineOrderId: 313626,
        statusType: 'NEW',
        statusDate: 1644828159791,
        userLogin: '79916871260',
      },
    ],
    onlineOrderPayments: [],
    properties: { fullSettlement: true, prepayment: false, credit: false },
    responsiblePerson: { lastName: 'Иванов', firstName: 'Иван', rolePerms: '4641661977478446448639' },
    client: {
      phone: '79999999999',
      lastName: 'Тестов',
      firstName: 'Тест',
      patronymic: 'Тестович',
      id: 124329,
    },
    organizationId: null,
    ...around,
  };
}

/** The same order flat, as `GET` of one gives it. */
export function flatKassaOrder(changes: Row = {}, around: Row = {}): Row {
  const { onlineOrder, organizationId: _none, ...rest } = rawKassaOrder(changes, around);
  return { ...(onlineOrder as Row), ...rest };
}

/** An open order of iRECA that nobody has, due never; `changes` make it what the test needs. */
export function dispatchOrder(changes: Partial<DispatchOrder> = {}): DispatchOrder {
  const system = changes.system ?? 'ireca';
  const id = changes.id ?? '1';
  const status = changes.status ?? (system === 'ireca' ? '6' : 'ACCEPTED');
  return {
    key: `${system}:${id}`,
    system,
    id,
    number: `G-${id}`,
    status,
    stage: 'ready',
    open: true,
    seen: { status, courierId: changes.courierId ?? changes.courierLogin ?? null },
    courierId: null,
    courierLogin: null,
    windowFrom: null,
    windowTo: null,
    createdAt: null,
    address: '',
    point: null,
    selfPickUp: false,
    pickUps: [],
    client: '',
    phone: null,
    amount: null,
    prepaid: null,
    paymentKind: null,
    paymentTypeId: null,
    paid: null,
    returnReasonId: null,
    isRefund: false,
    comment: '',
    problems: [],
    searchText: '',
    searchDigits: '',
    ...changes,
  };
}

/** A directory of couriers given as `{ courierId, title, phone }`; those in `onShift` have the app open. */
export function directoryOf(couriers: Partial<IrecaCourier>[], onShift: string[] = []): CourierDirectory {
  const licenses = onShift.map((courierId): Licence => ({
    courierId,
    deviceId: 'd',
    deviceTitle: 'asus ME301T',
    sessionStartAt: 1000,
  }));
  return courierDirectory(
    couriers.map((courier) => ({
      courierId: '1',
      title: '',
      email: '',
      phone: '',
      roleId: null,
      inn: '',
      updatedAt: null,
      ...courier,
    })),
    { licenses },
  );
}
