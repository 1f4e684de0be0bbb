import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { startForTest, type Row } from '../testing/startForTest.ts';

const simulators = await startForTest({ orders: 120, couriers: 14 });
const { irecaCall, control } = simulators;
const raw = async (orderId: unknown): Promise<Row> =>
  (await control('ireca', 'GET', `/orders/${String(orderId)}`)).json;
const all = (await control('ireca', 'GET', '/orders')).rows;
const withStatus = (status: number) =>
  all.filter(({ deliveryStatusId, courierId }) => deliveryStatusId === status && courierId !== '99999');

const bulk = (orderIds: unknown[], attributes: Row) =>
  irecaCall('PUT', '/orders/multipleUpdate', { orderIds, attributes });

const sample = (orderId: number): Row => ({
  orderId: String(orderId),
  statusId: 0,
  deliveryStatusId: 6,
  courierId: null,
  paymentId: '4114',
  amountToPay: 100,
  addressToEntity: {
    city: 'Санкт-Петербург',
    street: 'Невский проспект',
    home: '100',
    isUseGoogleGeo: true,
  },
  deliveryTimeFrom: '2026-11-21 13:00:00',
  deliveryTimeTo: '2026-11-21 14:00:00',
  client: { firstname: 'Анна', lastname: 'Белова', email: '' },
});

describe('the shapes of orders', () => {
  it('one order is an object, the list a bare array; the forms differ between them and between orders', async () => {
    const list = (await irecaCall('GET', '/orders')).rows;
    expect(list).toHaveLength(all.length);
    const withClient = list.find(({ clientId }) => typeof clientId === 'number');
    const single = (await irecaCall('GET', `/orders?orderId=${String(withClient?.orderId)}`)).json;
    expect(single.clientId).toBe(String(withClient?.clientId));

    const kinds = (field: string) => new Set(list.map((order) => JSON.stringify(order[field])?.[0]));
    expect(list.map(({ returnReasonId }) => JSON.stringify(returnReasonId))).toEqual(
      expect.arrayContaining(['null', '""', '{}']),
    );
    const nobody = list.filter(({ courierId }) => !courierId || JSON.stringify(courierId) === '{}');
    expect(new Set(nobody.map(({ courierId }) => JSON.stringify(courierId))).size).toBeGreaterThan(1);
    expect(kinds('amountToPay').size).toBeGreaterThan(1);
    expect(kinds('isAgreed').size).toBeGreaterThan(2);
    expect(new Set(list.map(({ deliveryStatusId }) => typeof deliveryStatusId))).toEqual(
      new Set(['string', 'number']),
    );
    const latitudes = list.map(({ addressToEntity }) => typeof (addressToEntity as Row).latitude);
    expect(new Set(latitudes)).toEqual(new Set(['string', 'number']));
    const from = list.map(({ addressFromEntity }) => (addressFromEntity as Row).latitude);
    expect(from).toContain('0.00000000000000');
    expect(list[0]?.deliveryTimeFrom).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it('an unknown order is refused in the documented form', async () => {
    const answer = await irecaCall('GET', '/orders?orderId=5');
    expect(answer.status).toBe(404);
    expect(answer.json).toEqual({ error: true, message: 'Модель не существует' });
  });
});

describe('creating', () => {
  it('enforces what the text marks as required, naming the field', async () => {
    for (const field of [
      'statusId',
      'deliveryStatusId',
      'courierId',
      'paymentId',
      'amountToPay',
      'deliveryTimeTo',
    ]) {
      const { [field]: _left, ...row } = sample(700);
      const answer = await irecaCall('POST', '/orders', [row]);
      expect(answer.status).toBe(422);
      expect(answer.json).toEqual({ error: true, message: `Необходимо заполнить «${field}».` });
    }
    const address = { city: 'Санкт-Петербург', street: 'Невский проспект', isUseGoogleGeo: true };
    const answer = await irecaCall('POST', '/orders', [{ ...sample(700), addressToEntity: address }]);
    expect(answer.json.message).toBe('Необходимо заполнить «home».');
    const goods = [{ goodId: '355864', count: 1, price: 1, discountTotal: 0 }];
    expect((await irecaCall('POST', '/orders', [{ ...sample(700), goods }])).json.message).toBe(
      'Необходимо заполнить «total».',
    );
    expect((await irecaCall('GET', '/orders?orderId=700')).status).toBe(404);
  });

  it('makes an order once, finds its coordinates, and journals it', async () => {
    expect((await irecaCall('POST', '/orders', [sample(701)])).status).toBe(201);
    expect((await irecaCall('POST', '/orders', [sample(701)])).json.message).toMatch('уже существует');
    const order = await raw(701);
    expect(order).toMatchObject({ courierId: null, addressTo: 'Санкт-Петербург Невский проспект 100' });
    expect((order.addressToEntity as Row).latitude).toBeCloseTo(59.932, 1);
    const journal = (await irecaCall('GET', '/journal?entityId=701&page=0&count=10')).rows;
    expect(journal).toMatchObject([{ event: 'create', source: 'API', beforeItem: null, afterItem: null }]);
  });

  const good = { goodId: '355860', count: 1, price: 100, total: 100, discountTotal: 0 };
  it.each([
    ['a good', { goods: [{ ...good, goodId: '1' }] }, 'Товар с goodId «1» не существует.'],
    ['a tax', { goods: [{ ...good, taxId: 1 }] }, 'Налоговая ставка с taxId «1» не существует.'],
    [
      'a warehouse',
      { goods: [{ ...good, warehouses: [{ warehouseId: '1', count: 1 }] }] },
      'Склад с warehouseId «1» не существует.',
    ],
    [
      'a property',
      { goods: [{ ...good, specificities: [{ specificityId: 1, count: 1, price: 5 }] }] },
      'Характеристика с specificityId «1» не существует.',
    ],
    ['a client', { clientId: '1' }, 'Клиент с clientId «1» не существует.'],
    ['a supplier', { supplierId: 1 }, 'Поставщик с supplierId «1» не существует.'],
    ['a way of paying', { paymentId: '1' }, 'Тип платежа с paymentId «1» не существует.'],
    [
      'the way of a payment',
      { payments: [{ paymentId: '1', paymentTypeId: '1', price: 5, paidIn: '2020-09-08 08:29:59' }] },
      'Тип платежа с paymentTypeId «1» не существует.',
    ],
    [
      'two warehouses of one good, of which it knows both,',
      {
        goods: [{ ...good, warehouses: ['1099', '1100'].map((warehouseId) => ({ warehouseId, count: 1 })) }],
      },
      'В «warehouses» можно указать только один склад.',
    ],
  ])(
    'refuses %s that it does not know, naming it, and makes none of the orders',
    async (_, part, message) => {
      const answer = await irecaCall('POST', '/orders', [sample(704), { ...sample(705), ...part }]);
      expect(answer).toMatchObject({ status: 422, json: { error: true, message } });
      for (const id of [704, 705]) expect((await irecaCall('GET', `/orders?orderId=${id}`)).status).toBe(404);
    },
  );

  it('a refund is one more order with its payments: nothing ties it to the first one, which stays as it was', async () => {
    const sold = all.find(({ deliveryStatusId, returnedOrder }) => deliveryStatusId === 10 && !returnedOrder);
    const before = await raw(sold?.orderId);
    const payments = [
      {
        paymentId: '1',
        paymentTypeId: '4114',
        price: 200,
        paidIn: '2020-09-08 08:29:59',
        cardMask: '************3333',
        rrn: '025152870125',
        cardAuth: '012345',
      },
    ];
    const refund = { ...sample(702), payments, goods: before.goods };
    expect((await irecaCall('POST', '/orders?isRefund=1', [refund])).status).toBe(201);
    expect((await irecaCall('GET', '/orders?orderId=702')).json).toMatchObject({
      isRefund: true,
      payments,
      returnedOrder: null,
    });
    expect(await raw(sold?.orderId)).toEqual(before);
  });

  it('edit changes what is sent; replace makes or edits; delete removes', async () => {
    expect((await irecaCall('PUT', '/orders?orderId=701', { description: 'Позвонить' })).status).toBe(201);
    expect(await raw(701)).toMatchObject({ description: 'Позвонить', amountToPay: 100 });
    const rows = [{ ...sample(701), amountToPay: '150.50' }, sample(703)];
    expect((await irecaCall('POST', '/orders/replace', rows)).status).toBe(201);
    expect((await raw(701)).amountToPay).toBe(150.5);
    expect((await irecaCall('DELETE', '/orders?orderId=703')).status).toBe(204);
    expect((await irecaCall('GET', '/orders?orderId=703')).status).toBe(404);
  });
});

describe('a change of a whole order', () => {
  const put = (orderId: unknown, row: Row) => irecaCall('PUT', `/orders?orderId=${String(orderId)}`, row);
  const single = async (orderId: unknown) =>
    (await irecaCall('GET', `/orders?orderId=${String(orderId)}`)).json;

  it('that sends back what was read changes nothing, whatever the courier has done', async () => {
    for (const status of [1, 6, 7]) {
      const [order] = withStatus(status).filter(({ addressToEntity }) => addressToEntity !== null);
      const before = await raw(order?.orderId);
      const read = await single(order?.orderId);
      const addressToEntity = { ...(read.addressToEntity as Row), isUseGoogleGeo: false };
      const fromEntity = read.addressFromEntity as Row;
      const addressFromEntity = fromEntity.city ? { ...fromEntity, isUseGoogleGeo: false } : fromEntity;
      const answer = await put(order?.orderId, { ...read, addressToEntity, addressFromEntity });
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 201, text: '' });
      expect(await raw(order?.orderId)).toEqual(before);
    }
  });

  it('keeps what the courier struck out and took, and calls an order edited only when its goods changed', async () => {
    const taken = withStatus(7).find(({ goods, isEdited }) => {
      const [first] = goods as { warehouses: Row[] }[];
      return !isEdited && first?.warehouses.some(({ tookCount }) => Number(tookCount) > 0);
    });
    const read = await single(taken?.orderId);
    const goods = read.goods as Row[];
    await put(taken?.orderId, { goods });
    expect(await raw(taken?.orderId)).toMatchObject({ isEdited: 0 });
    await put(taken?.orderId, { goods: goods.map((good) => ({ ...good, description: 'С собой' })) });
    const after = await raw(taken?.orderId);
    expect(after).toMatchObject({ isEdited: 1, amountToPay: taken?.amountToPay });
    const [first] = after.goods as { warehouses: Row[]; description: string }[];
    expect(first?.description).toBe('С собой');
    expect(first?.warehouses).toEqual((taken?.goods as { warehouses: Row[] }[])[0]?.warehouses);
  });

  it('is refused when a required part is emptied, naming it', async () => {
    const [order] = withStatus(6);
    const before = await raw(order?.orderId);
    const address = { city: '', street: 'Садовая улица', home: '1', isUseGoogleGeo: false };
    expect((await put(order?.orderId, { addressToEntity: address })).json.message).toBe(
      'Необходимо заполнить «city».',
    );
    expect((await put(order?.orderId, { deliveryTimeTo: '' })).json.message).toBe(
      'Неверный формат значения «deliveryTimeTo».',
    );
    expect(await raw(order?.orderId)).toEqual(before);
  });

  it('can be made by somebody else, whom the journal names, and a receipt printed', async () => {
    const order = withStatus(6).at(-1);
    const id = String(order?.orderId);
    const fields = { description: 'Из кабинета', deliveryTimeTo: '2026-11-21 20:00:00', receipt: true };
    await control('ireca', 'PATCH', `/orders/${id}?source=cabinet`, fields);
    expect(await raw(id)).toMatchObject({
      description: 'Из кабинета',
      deliveryTimeTo: '2026-11-21 20:00:00',
      hasReceipt: true,
    });
    const journal = (await irecaCall('GET', `/journal?entityId=${id}&page=0&count=500`)).rows;
    expect(journal.at(-1)).toMatchObject({ source: 'cabinet', afterItem: { description: 'Из кабинета' } });
    expect((await irecaCall('GET', `/orderReceipts?orderId=${id}`)).json).toMatchObject({
      orderId: Number(id),
    });
    await control('ireca', 'PATCH', `/orders/${id}`, { receipt: false });
    expect((await irecaCall('GET', `/orderReceipts?orderId=${id}`)).status).toBe(404);
  });
});

describe('multipleUpdate', () => {
  it('assigns, reschedules and readdresses in one go and leaves journal rows by «API»', async () => {
    const [one, two] = withStatus(6).filter(({ courierId }) => courierId === null);
    const answer = await bulk([one?.orderId, Number(two?.orderId)], {
      courierId: '55753',
      deliveryTimeFrom: '2026-11-21 16:00:00',
      deliveryTimeTo: '2026-11-21 18:00:00',
      addressTo: 'Санкт-Петербург, Садовая улица, дом 25, кв 19',
    });
    expect(answer).toMatchObject({ status: 204, text: '' });
    for (const order of [await raw(one?.orderId), await raw(two?.orderId)]) {
      expect(order).toMatchObject({
        courierId: '55753',
        deliveryTimeFrom: '2026-11-21 16:00:00',
        addressToEntity: { street: 'Садовая улица', home: '25', apartment: '19' },
      });
    }
    const journal = (await irecaCall('GET', `/journal?entityId=${String(one?.orderId)}&page=0&count=500`))
      .rows;
    expect(journal.at(-1)).toMatchObject({
      source: 'API',
      beforeItem: { courierId: null },
      afterItem: { courierId: 55753, deliveryTimeTo: '2026-11-21 18:00:00' },
    });
  });

  it('takes a courier off with null, cancels with a reason and writes the status journal', async () => {
    const [order] = withStatus(6).filter(({ courierId }) => courierId !== null);
    await bulk([order?.orderId], { courierId: null });
    expect((await raw(order?.orderId)).courierId).toBeNull();
    await bulk([order?.orderId], { deliveryStatusId: 11, returnReasonId: '5276' });
    expect(await raw(order?.orderId)).toMatchObject({ deliveryStatusId: 11, returnReasonId: '5276' });
    const statuses = (await irecaCall('GET', `/orders/journalStatuses?orderId=${String(order?.orderId)}`))
      .rows;
    expect(statuses.at(-1)).toMatchObject({ statusId: 11, returnReasonId: '5276' });
  });

  it.each([
    ['an attribute of another kind', { phone: '1' }, 'Атрибут «phone» недоступен для изменения.'],
    ['an unknown courier', { courierId: '1234567' }, 'Курьер «1234567» не существует.'],
    ['an unknown reason', { returnReasonId: '1' }, 'Причина отмены «1» не существует.'],
    ['a wrong time', { deliveryTimeTo: '2026-13-01 10:00' }, 'Неверный формат значения «deliveryTimeTo».'],
  ])('refuses %s and changes nothing', async (_name, attributes, message) => {
    const [order] = withStatus(7);
    const before = await raw(order?.orderId);
    const answer = await bulk([order?.orderId], { statusId: 1, ...attributes });
    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({ error: true, message });
    expect(await raw(order?.orderId)).toEqual(before);
  });

  it('says 204 and passes over unknown, closed and cancelled orders', async () => {
    const [closed] = withStatus(10);
    const [open] = withStatus(7);
    const before = await raw(closed?.orderId);
    const answer = await bulk(['424242', closed?.orderId, open?.orderId], { courierId: '55754' });
    expect(answer.status).toBe(204);
    expect(await raw(closed?.orderId)).toEqual(before);
    expect((await raw(open?.orderId)).courierId).toBe('55754');
  });
});

describe('callbacks', () => {
  const received: { path: string; body: Row }[] = [];
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) as Row });
      response.end();
    });
  });
  afterAll(() => receiver.close());

  it('tell of each changed order and of each closed session, until they are switched off', async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    expect((await irecaCall('POST', '/orders/callback', { url: `${origin}/o`, isActive: 1 })).status).toBe(
      201,
    );
    expect((await irecaCall('POST', '/licenses/callback', { url: `${origin}/l`, isActive: 1 })).status).toBe(
      201,
    );
    await irecaCall('PUT', '/orders?orderId=701', { description: 'Ещё раз' });
    await expect.poll(() => received.length).toBe(1);
    expect(received[0]).toMatchObject({
      path: '/o',
      body: { items: [{ orderId: 701, description: 'Ещё раз' }] },
    });
    const licences = (await irecaCall('GET', '/licenses')).json.licenses as Row[];
    await irecaCall('POST', `/licenses/close?deviceId=${String(licences[0]?.deviceId)}`);
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]).toMatchObject({ path: '/l', body: { deviceId: licences[0]?.deviceId } });
    expect(received[1]?.body).toHaveProperty('sessionFinishAt');

    await irecaCall('POST', '/orders/callback', { url: `${origin}/o`, isActive: 0 });
    await irecaCall('PUT', '/orders?orderId=701', { description: 'Молча' });
    await irecaCall('POST', '/orders/callback', { url: `${origin}/again`, isActive: 1 });
    await irecaCall('PUT', '/orders?orderId=701', { description: 'Вслух' });
    await expect.poll(() => received.length).toBe(3);
    expect(received[2]).toMatchObject({ path: '/again', body: { items: [{ description: 'Вслух' }] } });

    expect((await control('ireca', 'GET', '/callbacks')).rows).toEqual([
      { kind: 'orders', url: `${origin}/again`, isActive: 1 },
      { kind: 'licenses', url: `${origin}/l`, isActive: 1 },
    ]);
    expect((await control('ireca', 'POST', '/callbacks/orders', { orderId: '701', times: 2 })).json).toEqual({
      statuses: [200, 200],
    });
    expect(received.slice(3)).toMatchObject(
      Array(2).fill({ path: '/again', body: { items: [{ orderId: 701 }] } }),
    );
    expect((await control('ireca', 'POST', '/callbacks/licenses', {})).json).toEqual({ statuses: [200] });
    expect(received[5]).toMatchObject({ path: '/l', body: { sessionId: 1 } });
    expect((await control('ireca', 'POST', '/callbacks/orders', { orderId: 'none' })).status).toBe(404);
    await irecaCall('POST', '/orders/callback', { url: `${origin}/o`, isActive: 0 });
    expect((await control('ireca', 'POST', '/callbacks/orders', {})).json).toEqual({ statuses: [null] });
    expect(received).toHaveLength(6);
  });
});
