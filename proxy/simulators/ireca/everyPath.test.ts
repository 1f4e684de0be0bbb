/** Completeness: every method and path of the iRECA API text answers as it says. */
import { describe, expect, it } from 'vitest';
import { startForTest } from '../testing/startForTest.ts';

const simulators = await startForTest({ orders: 60, couriers: 8 });
const orders = (await simulators.control('ireca', 'GET', '/orders')).rows;
const paid = orders.find(({ deliveryStatusId }) => deliveryStatusId === 10);
const returned = orders.find(({ isReturned }) => isReturned === 1);
const [licence] = (await simulators.irecaCall('GET', '/licenses')).json.licenses as { deviceId: string }[];

const newOrder = (orderId: string) => ({
  orderId,
  codeAlias: `G-${orderId}`,
  statusId: 0,
  deliveryStatusId: 6,
  isAgreed: 0,
  returnReasonId: null,
  courierId: '55752',
  clientId: '3271',
  supplierId: null,
  paymentId: '4113',
  amountToPay: 539.78,
  prePaymentSum: 0,
  cash: 1000,
  addressToEntity: {
    postindex: '197136',
    city: 'Санкт-Петербург',
    street: 'Чкаловский пр.',
    home: '15литА',
    apartment: 'кв 19',
    latitude: 0,
    longitude: 0,
    isUseGoogleGeo: true,
  },
  phone: '+79123456789',
  deliveryTimeFrom: '2026-11-21 13:21:13',
  deliveryTimeTo: '2026-11-21 15:21:13',
  description: 'Новый заказ',
  goods: [{ goodId: '355864', count: 1, price: 539.78, total: 539.78, discountTotal: 0, unit: 'г' }],
});

const refund = {
  ...newOrder('2'),
  isRefund: true,
  payments: [{ paymentId: '1', paymentTypeId: '4113', price: 200, paidIn: '2020-09-08 08:29:59' }],
};
const good = { parentId: null, goodId: '1', taxId: '8284', title: 'Варенье', price: 179.5 };
const specificity = { specificityId: 1, parentId: null, title: 'Новая', price: '250.00' };
const courier = {
  courierId: 1,
  title: 'Новый курьер',
  email: 'c@e.ru',
  phone: '+79062893689',
  sourcePassword: '1',
};
const client = { clientId: 1, title: 'Компания', firstname: 'Д', lastname: 'Н', birthday: '1989-03-11' };
const paymentType = { paymentTypeId: 1, closeTypeId: 2, title: 'Банковская карта 3' };
const atol = {
  settingId: 1,
  login: 'login',
  password: '1234',
  kktGroup: 'group_code_19642',
  isProduction: 1,
  company: { inn: '1234567890', taxSystem: 'usn_income' },
  agent: { type: 'another' },
};
const callback = { url: 'http://127.0.0.1:9/nobody', isActive: 0 };
const permission = [{ roleId: 908, actionId: 'registratorShiftOpen', isAllowed: '1' }];
const bulk = { orderIds: ['1'], attributes: { courierId: '55753' } };

/** The six verbs of one list; the row made is edited, replaced and deleted again. */
const six = (path: string, key: string, row: Record<string, unknown>, paged: boolean) => {
  const id = String(row[key]);
  return [
    ['POST', `/${path}`, [row], 201],
    ['GET', `/${path}?${key}=${id}`, undefined, 200],
    ['GET', paged ? `/${path}?page=0&count=5` : `/${path}`, undefined, 200],
    ['PUT', `/${path}?${key}=${id}`, { ...row, title: 'Другое' }, 204],
    ['POST', `/${path}/replace`, [row], 204],
    ['DELETE', `/${path}?${key}=${id}`, undefined, 204],
  ] as const;
};

const CALLS: readonly (readonly [string, string, unknown, number])[] = [
  ['GET', '/locations?courierId=55752&createdAt=2016-08-17%2020:00:00&page=1&count=3', undefined, 200],
  ['POST', '/orders', [newOrder('1')], 201],
  ['POST', '/orders?isRefund=1', [refund], 201],
  ['GET', '/orders?orderId=1', undefined, 200],
  ['GET', '/orders', undefined, 200],
  ['PUT', '/orders?orderId=1', newOrder('1'), 201],
  ['PUT', '/orders/multipleUpdate', bulk, 204],
  ['POST', '/orders/replace', [newOrder('1')], 201],
  ['GET', '/orders/journalStatuses?orderId=1', undefined, 200],
  ['GET', '/journal?entityId=1&startedAt=2021-06-30%2010:48:46&page=0&count=10', undefined, 200],
  ['DELETE', '/orders?orderId=1', undefined, 204],
  ['POST', '/orders/callback', callback, 201],
  ['GET', `/orderReceipts?orderId=${String(paid?.orderId)}`, undefined, 200],
  ['GET', '/correctionReceipts?courierId=55752&page=0&count=10', undefined, 200],
  ['POST', '/atolOnlineSettings/replace', atol, 201],
  ['GET', '/pechka54Settings', undefined, 200],
  ...six('goods', 'goodId', good, true),
  ...six('specificities', 'specificityId', specificity, true),
  ...six('warehouses', 'warehouseId', { warehouseId: '1', title: 'Новый склад' }, true),
  ...six('couriers', 'courierId', courier, false),
  ...six('userRoles', 'roleId', { roleId: 1, title: 'Новая роль' }, false),
  ['GET', '/permissions?roleId=908&permissionId=registratorShiftOpen', undefined, 200],
  ['GET', '/permissions?roleId=908&actionId=registratorShiftOpen', undefined, 200],
  ['POST', '/permissions/replace', permission, 204],
  ...six('clients', 'clientId', client, false),
  ...six('suppliers', 'supplierId', { supplierId: '1', title: 'Новый поставщик' }, true),
  ['GET', '/licenses', undefined, 200],
  ['POST', `/licenses/close?deviceId=${licence?.deviceId ?? ''}`, undefined, 204],
  ['POST', '/licenses/callback', callback, 201],
  ['GET', '/bankTerminalLogs?page=0&count=5', undefined, 200],
  ['GET', '/fiscalRegistratorLogs?orderId=1&courierId=2&page=0&count=5', undefined, 200],
  ...six('orderReturnReasons', 'reasonId', { reasonId: 1, title: 'Новая причина отказа' }, false),
  ...six('paymentTypes', 'paymentTypeId', paymentType, false),
  ...six('taxes', 'taxId', { taxId: '1', title: '10%/110%' }, false),
  ['GET', '/dictionary/orderStatuses', undefined, 200],
  ['GET', '/dictionary/orderDeliveryStatuses', undefined, 200],
  ['GET', '/dictionary/closeTypes', undefined, 200],
  ['GET', '/dictionary/taxTypes', undefined, 200],
  ['GET', '/dictionary/goodCalcTypes', undefined, 200],
  ['GET', '/dictionary/permissions', undefined, 200],
];

describe('every path of the text', () => {
  it.each(CALLS)('%s %s', async (method, path, body, status) => {
    const answer = await simulators.irecaCall(method, path, body);
    expect({ status: answer.status, error: answer.json?.message }).toEqual({ status, error: undefined });
    if (method !== 'GET') expect(answer.text).toBe('');
    else expect(answer.json).toBeTypeOf('object');
  });

  it('GET /orderReturnReceipts of an order that was brought back', async () => {
    const orderId = String(returned?.orderId);
    const { status, json } = await simulators.irecaCall('GET', `/orderReturnReceipts?orderId=${orderId}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ orderId: Number(orderId), shiftNumber: '214' });
    const single = (await simulators.irecaCall('GET', `/orders?orderId=${orderId}`)).json;
    expect(single.returnedOrder).toMatchObject({ returnReasonId: '5277' });
  });

  it('without a token, or with a wrong one, each is refused', async () => {
    const refused = { error: true, message: 'Неверный токен доступа' };
    for (const [method, path, body] of CALLS) {
      const answer = await simulators.irecaCall(method, path, body, 'wrong');
      expect(answer).toMatchObject({ status: 401, json: refused });
    }
  });

  it('a path that the text does not know is not found', async () => {
    const { status, json } = await simulators.irecaCall('GET', '/couriers/55752');
    expect(status).toBe(404);
    expect(json).toEqual({ error: true, message: 'Страница не найдена' });
  });
});
