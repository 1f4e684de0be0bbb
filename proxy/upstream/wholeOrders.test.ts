/** Whole orders through the proxy to the simulated upstreams, asserted from the upstreams' side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordList } from '#src/contracts/records.ts';
import { goodSchema } from '#src/contracts/ireca/catalogue.ts';
import { clientSchema } from '#src/contracts/ireca/clients.ts';
import { receiptListSchema, terminalErrorListSchema } from '#src/contracts/ireca/fiscal.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import { SIMULATED_TOKEN, startSimulators } from '#proxy/simulators/startSimulators.ts';
import type { Simulators } from '#proxy/simulators/startSimulators.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

type Row = Record<string, unknown>;
type Seen = { method: string; path: string; query: string; body: unknown };

const ORDERS = '/api/ireca/orders';
const KASSA = '/api/kassa/protected/online_orders';
let simulators: Simulators;
let proxy: TestProxy;
let dispatcher: SignedIn;
beforeAll(async () => {
  simulators = await startSimulators({ orders: 120, couriers: 10, live: false, now: () => START });
  const { ireca, kassa } = simulators;
  proxy = await startTestProxy({
    env: {
      IRECA_BASE_URL: ireca.url,
      IRECA_TOKEN: ireca.token,
      KASSA_BASE_URL: kassa.url,
      KASSA_USERNAME: kassa.username,
      KASSA_PASSWORD: kassa.password,
      KASSA_ORGANIZATION_ID: kassa.organizationId,
      KASSA_TRADE_OBJECT_ID: kassa.tradeObjectId,
    },
  });
  dispatcher = await proxy.signIn();
});
afterAll(async () => {
  await proxy.close();
  await simulators.close();
});

const control = async (system: 'ireca' | 'kassa', path: string, method = 'GET', body?: unknown) => {
  const response = await fetch(simulators[system].control + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? null : ((await response.json()) as unknown);
};
const writesTo = async (system: 'ireca' | 'kassa') =>
  ((await control(system, '/requests')) as Seen[]).filter(
    ({ method, path }) => method !== 'GET' && !/oauth|list/.test(path),
  );
const json = async (path: string): Promise<unknown> => (await dispatcher.get(path)).json();
const failure = async (response: Response) =>
  ({ status: response.status, ...((await response.json()) as { error: Row }).error }) as Row;
const newOrder = (orderId: string, fields: Row = {}) => ({
  orderId,
  statusId: 0,
  deliveryStatusId: 6,
  courierId: null,
  paymentId: '4113',
  amountToPay: 539.78,
  addressToEntity: { city: 'Санкт-Петербург', street: 'Садовая улица', home: '25', isUseGoogleGeo: true },
  deliveryTimeFrom: '2026-03-02 13:00:00',
  deliveryTimeTo: '2026-03-02 14:00:00',
  goods: [{ goodId: '355860', count: 1, price: 539.78, total: 539.78, discountTotal: 0, position: 0 }],
  ...fields,
});

describe('an iRECA order', () => {
  it('is made, read, changed over its reading, and not over somebody else’s change', async () => {
    const board = await dispatcher.feed('orders');
    expect((await dispatcher.send('POST', ORDERS, [newOrder('900001')])).status).toBe(201);
    expect(await dispatcher.feed('orders', board.version)).toMatchObject({
      changed: [{ key: 'ireca:900001' }],
    });
    const one = `${ORDERS}?orderId=900001`;
    const reading = await dispatcher.get(one);
    const etag = reading.headers.get('etag') ?? '';
    const raw = (await reading.json()) as Row;
    expect(irecaOrderSchema.parse(raw)).toMatchObject({ amountToPay: 53978, goods: [{ goodId: '355860' }] });
    expect((await dispatcher.get(one)).headers.get('etag')).toBe(etag);

    const addressToEntity = { ...(raw['addressToEntity'] as Row), isUseGoogleGeo: false };
    const mine = { ...raw, addressToEntity, description: 'Моё' };
    const changed = await dispatcher.send('PUT', one, mine, { 'if-match': etag });
    expect(changed.status).toBe(200);
    const next = changed.headers.get('etag') ?? '';
    expect(next).not.toBe(etag);

    await control('ireca', '/orders/900001?source=cabinet', 'PATCH', { phone: '+79110001122' });
    await control('ireca', '/requests', 'DELETE');
    const late = await dispatcher.send('PUT', one, mine, { 'if-match': next });
    expect(await failure(late)).toMatchObject({ status: 412, code: 'stale' });
    expect(await writesTo('ireca')).toEqual([]);
    expect(await control('ireca', '/orders/900001')).toMatchObject({
      description: 'Моё',
      phone: '+79110001122',
    });
  });

  it.each([
    ['a required field', { deliveryTimeFrom: '' }, 'Необходимо заполнить «deliveryTimeFrom».'],
    ['a client', { clientId: '1' }, 'Клиент с clientId «1» не существует.'],
  ])('is refused in iRECA’s own words, which name %s', async (_, fields, message) => {
    expect(await failure(await dispatcher.send('POST', ORDERS, [newOrder('900002', fields)]))).toMatchObject({
      status: 422,
      code: 'upstreamRefused',
      message,
      system: 'ireca',
    });
    expect(await (await dispatcher.get(`${ORDERS}?orderId=900002`)).json()).toBeNull();
  });

  it.each([
    [{ kind: 'error200', message: 'Внутренняя ошибка' }, 'upstreamRefused', false],
    [{ kind: 'status', status: 500 }, 'upstreamRefused', false],
    [{ kind: 'cut' }, 'upstreamUnreachable', false],
    [{ kind: 'cutAfter' }, 'upstreamUnreachable', true],
    [{ kind: 'crash' }, 'upstreamFailed', false],
    [{ kind: 'crashAfter', status: 503 }, 'upstreamFailed', true],
  ])('is sent once whatever becomes of it: %j', async (fault, code, made) => {
    const orderId = `9001${fault.kind.length}${made ? 1 : 0}`;
    await control('ireca', '/requests', 'DELETE');
    await control('ireca', '/faults', 'POST', { ...fault, method: 'POST', path: '/orders' });
    expect(await failure(await dispatcher.send('POST', ORDERS, [newOrder(orderId)]))).toMatchObject({ code });
    expect(await writesTo('ireca')).toHaveLength(1);
    const found: unknown = await (await dispatcher.get(`${ORDERS}?orderId=${orderId}`)).json();
    expect(found !== null).toBe(made);
  });

  it('may be a refund, which iRECA keeps with the card data of its payments', async () => {
    const payments = [
      {
        paymentId: 'p1',
        paymentTypeId: '4114',
        price: 539.78,
        paidIn: '2026-03-01 08:29:59',
        cardMask: '************3333',
        rrn: '025152870125',
        cardAuth: '012345',
      },
    ];
    const refund = newOrder('900003', { isRefund: true, payments });
    expect((await dispatcher.send('POST', `${ORDERS}?isRefund=1`, [refund])).status).toBe(201);
    expect(irecaOrderSchema.parse(await json(`${ORDERS}?orderId=900003`))).toMatchObject({
      isRefund: true,
      payments: [{ price: 53978, rrn: '025152870125', cardAuth: '012345' }],
    });
  });

  it('comes with its receipts and errors, of which there may be none', async () => {
    const all = (await control('ireca', '/orders')) as Row[];
    const printed = all.find(({ hasReceipt, isEdited }) => hasReceipt === true && isEdited === 1);
    const query = `orderId=${String(printed?.['orderId'])}`;
    const receipts = receiptListSchema.parse(await json(`/api/ireca/orderReceipts?${query}`));
    expect(receipts).toMatchObject({ records: [{ shiftNumber: '214' }], setAside: [] });
    const errors = await json(`/api/ireca/bankTerminalLogs?${query}&page=0&count=500`);
    expect(terminalErrorListSchema.parse(errors).records).toHaveLength(1);
    const none = receiptListSchema.parse(await json('/api/ireca/orderReceipts?orderId=900003'));
    expect(none).toEqual({ records: [], setAside: [] });
  });
});

describe('the lists that orders are made of', () => {
  it('are read by the contracts whole', async () => {
    const goods = recordList(goodSchema, (row) => row.goodId).parse(
      await json('/api/ireca/goods?page=0&count=500'),
    );
    expect(goods.records.length).toBeGreaterThan(40);
    const clients = recordList(clientSchema, (row) => row.clientId).parse(await json('/api/ireca/clients'));
    expect(clients.records.length).toBeGreaterThanOrEqual(40);
    expect([...goods.setAside, ...clients.setAside]).toEqual([]);
  });
});

describe('an order of Kassa', () => {
  const wrapper = (fields: Row = {}) => ({
    onlineOrder: {
      externalId: 'П-1',
      taxSystem: 'SIMPLIFIED',
      deliveryType: 'SELF',
      totalAmount: 199.9,
      currentStatusType: 'ACCEPTED',
      ...fields,
    },
    onlineOrderItems: [{ description: 'Букет', price: 199.9, quantity: 1, vatValue: 10, unitCode: 796 }],
    onlineOrderStatuses: [],
    properties: { fullSettlement: false, prepayment: true, credit: false },
    client: { lastName: 'Тестов', firstName: 'Тест', phone: '79999999999' },
  });

  it('is made for the organisation of the settings, after a renewed sign-in if need be', async () => {
    const board = await dispatcher.feed('orders');
    await control('kassa', '/oauth/expire', 'POST', { refreshToo: true });
    const response = await dispatcher.send('POST', KASSA, wrapper({ organizationId: '1' }));
    expect(response.status).toBe(201);
    const made = wholeOrderSchema.parse(await response.json());
    const { organizationId, tradeObjectId } = simulators.kassa;
    expect(made).toMatchObject({ externalId: 'П-1', totalAmount: 19990, organizationId, tradeObjectId });
    expect(wholeOrderSchema.parse(await json(`${KASSA}/${made.id}`))).toEqual(made);
    const { changed } = await dispatcher.feed('orders', board.version);
    expect(changed).toMatchObject([{ key: `kassa:${made.id}` }]);
  });

  it('is refused in Kassa’s own words', async () => {
    const courier = wrapper({ deliveryType: 'COURIER', address: null });
    for (const [body, message] of [
      [courier, 'Не заполнено поле address'],
      [wrapper({ currentStatusType: 'REFUSED' }), 'Заказ невозможно создать в статусе REFUSED'],
      [wrapper({ taxSystem: 'OSN' }), 'Неверное значение поля taxSystem'],
    ] as const) {
      expect(await failure(await dispatcher.send('POST', KASSA, body))).toMatchObject({
        status: 422,
        message,
        system: 'kassa',
      });
    }
  });
});

it('no answer of all that holds the token', async () => {
  for (const path of ['/api/ireca/clients', `${ORDERS}?orderId=900001`, '/api/ireca/couriers']) {
    expect(await (await dispatcher.get(path)).text()).not.toMatch(
      new RegExp(`${SIMULATED_TOKEN}|password`, 'i'),
    );
  }
});
