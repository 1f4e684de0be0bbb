import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'lossless-json';
import { ROLE_PERMS } from '../world/kassaOrder.ts';
import { startForTest, type Row } from '../testing/startForTest.ts';
import { passwordDigest } from './oauth.ts';

const simulators = await startForTest({ orders: 60, couriers: 14 });
const { kassaCall, grant, signIn, control, kassa, clock } = simulators;
const list = (await simulators.kassaList()).rows;
const ORDERS = '/protected/online_orders';
const couriers = (await control('kassa', 'GET', '/couriers')).rows;
const login = String(couriers.find(({ hasEmployee }) => hasEmployee)?.login);
const stranger = String(couriers.find(({ hasEmployee }) => !hasEmployee)?.login);

const newOrder = (fields: Row = {}) => ({
  onlineOrder: {
    organizationId: kassa.organizationId,
    tradeObjectId: kassa.tradeObjectId,
    externalId: 'BFt-002',
    deliveryType: 'COURIER',
    address: 'Санкт-Петербург, Невский проспект, 10',
    totalAmount: 3000,
    currentStatusType: 'NEW',
    ...fields,
  },
  onlineOrderItems: [{ description: 'Букет белых роз', price: 3000, quantity: 1, vatValue: 20 }],
  onlineOrderStatuses: [],
  client: { lastName: 'Тестов', firstName: 'Тест', phone: '79999999999' },
});

describe('signing in', () => {
  it('takes the digest of the password and gives a token for 43199 seconds', async () => {
    const { status, json } = await signIn();
    expect(status).toBe(200);
    expect(json).toMatchObject({ expires_in: 43199, token_type: 'bearer', scope: 'read write' });
    expect(Object.keys(json).sort()).toEqual(
      ['access_token', 'expires_in', 'refresh_token', 'scope', 'token_type', 'user_id'].sort(),
    );
  });

  it.each([
    ['the password itself', { grant_type: 'password', password: kassa.password }, 'invalid_grant'],
    ['another password', { grant_type: 'password', password: passwordDigest('x') }, 'invalid_grant'],
    ['an unknown client', { grant_type: 'password', client_id: 'x' }, 'invalid_client'],
    ['a made-up refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('refuses %s', async (_name, form, error) => {
    const { status, json } = await grant({ username: kassa.username, ...form });
    expect(status).toBe(401);
    expect(json).toMatchObject({ error, error_description: expect.any(String) as string });
  });

  it('changes the refresh token each time and takes each only once', async () => {
    const refresh = (token: unknown) => grant({ grant_type: 'refresh_token', refresh_token: String(token) });
    const first = (await signIn()).json;
    const second = (await refresh(first.refresh_token)).json;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(first.refresh_token)).status).toBe(401);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('lets a token expire after its time, or at once when told to', async () => {
    await control('kassa', 'PATCH', '/oauth', { expiresIn: 60 });
    const { json } = await signIn();
    const read = () =>
      kassaCall('GET', `${ORDERS}/${String(list[0]?.id)}`, undefined, String(json.access_token));
    expect((await read()).status).toBe(200);
    clock.now += 61_000;
    expect(await read()).toMatchObject({ status: 401, json: { error: 'invalid_token' } });
    await control('kassa', 'PATCH', '/oauth', { expiresIn: 43_199 });

    const again = (await signIn()).json;
    await control('kassa', 'POST', '/oauth/expire', {});
    expect((await kassaCall('GET', `${ORDERS}/1`, undefined, String(again.access_token))).status).toBe(401);
    const renewed = await grant({ grant_type: 'refresh_token', refresh_token: String(again.refresh_token) });
    expect(renewed.status).toBe(200);
    expect(
      (
        await kassaCall(
          'GET',
          `${ORDERS}/${String(list[0]?.id)}`,
          undefined,
          String(renewed.json.access_token),
        )
      ).status,
    ).toBe(200);
  });
});

describe('online orders', () => {
  const fresh = async (): Promise<string> => {
    const { status, json } = await signIn();
    expect(status).toBe(200);
    return String(json.access_token);
  };

  it('are written flat, with rolePerms as a bare number and long ids as text', async () => {
    const given = list.find(({ currentStatusType }) => currentStatusType === 'DISTRIBUTED');
    const { text } = await kassaCall('GET', `${ORDERS}/${String(given?.id)}`, undefined, await fresh());
    expect(text).toContain(`"rolePerms":${ROLE_PERMS}`);
    const order = parse(text) as Row;
    expect(order.organizationId).toMatch(/^\d{22}$/);
    expect(order.tradeObjectId).toMatch(/^\d{22}$/);
    expect(order).toMatchObject({ currentStatusType: 'DISTRIBUTED', onlineOrderPayments: [] });
    expect((order.responsiblePerson as Row).phoneNumber).toBe(order.responsiblePersonLogin);
  });

  it('are listed by the time of creation, for the right organization only', async () => {
    const token = await fresh();
    const asked = (beginDate: number, endDate: number, organizationId = kassa.organizationId) =>
      kassaCall('POST', `${ORDERS}/list/read`, { organizationId, beginDate, endDate }, token);
    const { rows } = await asked(0, clock.now);
    expect(rows).toHaveLength(list.length);
    const hour = await asked(clock.now - 3_600_000, clock.now);
    expect(hour.rows.length).toBeGreaterThan(0);
    expect(hour.rows.every(({ created }) => Number(created) >= clock.now - 3_600_000)).toBe(true);
    expect((await asked(0, clock.now, '1')).json).toEqual({ message: 'Организация не найдена' });
    expect((await kassaCall('GET', `${ORDERS}/1`, undefined, token)).status).toBe(404);
  });
});

describe('creating', () => {
  let token = '';
  const post = async (wrapper: Row) => {
    token ||= String((await signIn()).json.access_token);
    return kassaCall('POST', ORDERS, wrapper, token);
  };
  const create = (fields?: Row) => post(newOrder(fields));

  it('answers with the order, whose login is that of its creator', async () => {
    const { status, json } = await create();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      currentStatusType: 'NEW',
      externalId: 'BFt-002',
      responsiblePersonLogin: kassa.username,
      onlineOrderItems: [{ description: 'Букет белых роз' }],
      onlineOrderStatuses: [{ statusType: 'NEW', userLogin: kassa.username }],
    });
  });

  it('gives back what was sent: items, settlement, client, discount, and no employee of its own choice', async () => {
    const item = {
      nomenclatureId: 22090265,
      description: 'Консультация',
      price: 199.9,
      quantity: 1.5,
      vatValue: 10,
      discount: 5,
      paymentSubject: 'SERVICE',
      markType: 'UNKNOWN',
      unitCode: 356,
      barcode: '4600000000017',
      vendorCode: 'A-1',
    };
    const fields = {
      taxSystem: 'PATENT',
      paid: true,
      discount: 10,
      discountType: 1,
      orderTime: 1644828134297,
    };
    const { status, json } = await post({
      ...newOrder({ ...fields, responsiblePersonLogin: login, comment: 'Срочно', deliveryAmount: 300 }),
      onlineOrderItems: [item],
      properties: { fullSettlement: false, prepayment: true, credit: false },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      ...fields,
      comment: 'Срочно',
      deliveryAmount: 300,
      responsiblePersonLogin: kassa.username,
      responsiblePerson: { phoneNumber: kassa.username },
      onlineOrderItems: [item],
      properties: { fullSettlement: false, prepayment: true, credit: false },
      client: { lastName: 'Тестов', organizationId: kassa.organizationId },
    });
    expect(json.clientId).toBe((json.client as Row).id);
    expect(json.clientId).toBeGreaterThan(0);
  });

  it.each([
    ['a tax system', { onlineOrder: { taxSystem: 'OSN' } }, 'Неверное значение поля taxSystem'],
    [
      'a way of delivery',
      { onlineOrder: { deliveryType: 'SERVICE' } },
      'Неверное значение поля deliveryType',
    ],
    ['a status', { onlineOrder: { currentStatusType: 'SENT' } }, 'Неизвестный статус заказа: SENT'],
    ['an item without a name', { item: { description: '' } }, 'Не заполнено поле description'],
    ['an item without a price', { item: { price: null } }, 'Не заполнено поле price'],
    ['an item without a count', { item: { quantity: undefined } }, 'Не заполнено поле quantity'],
    ['a price in words', { item: { price: 'сто' } }, 'Неверное значение поля price'],
  ])(
    'refuses %s that it does not know',
    async (_name, { onlineOrder, item }: { onlineOrder?: Row; item?: Row }, message) => {
      const before = (await control('kassa', 'GET', '/state')).json.orders;
      const order = newOrder(onlineOrder);
      const onlineOrderItems = order.onlineOrderItems.map((row) => ({ ...row, ...item }));
      const answer = await post({ ...order, onlineOrderItems });
      expect(answer).toMatchObject({ status: 400, json: { message } });
      expect((await control('kassa', 'GET', '/state')).json.orders).toBe(before);
    },
  );

  it('takes ACCEPTED and pick-up without an address, and refuses the rest', async () => {
    expect((await create({ currentStatusType: 'ACCEPTED' })).status).toBe(201);
    expect((await create({ deliveryType: 'SELF', address: null })).status).toBe(201);
    expect((await create({ address: null })).json).toEqual({ message: 'Не заполнено поле address' });
    expect((await create({ deliveryType: 'SERVICE' })).status).toBe(400);
    expect((await create({ organizationId: '1579776541385873300000' })).status).toBe(400);
    for (const status of ['DISTRIBUTED', 'ISSUED', 'REFUSED', 'DELETED', 'FINISHED']) {
      expect((await create({ currentStatusType: status })).json).toEqual({
        message: `Заказ невозможно создать в статусе ${status}`,
      });
    }
  });
});

describe('changing', async () => {
  // The earlier tests have let tokens expire: these use simulators of their own.
  const own = await startForTest({ orders: 900, couriers: 30 });
  const ownOrders = (await own.kassaList()).rows;
  const ids = (status: string) =>
    ownOrders
      .filter(
        ({ currentStatusType, deliveryType }) => currentStatusType === status && deliveryType === 'COURIER',
      )
      .map(({ id }) => String(id));
  const readOwn = async (id: string) => parse((await own.kassaCall('GET', `${ORDERS}/${id}`)).text) as Row;
  const wrap = async (id: string, status: string, fields: Row = {}): Promise<Row> => {
    const { onlineOrderItems, onlineOrderStatuses, responsiblePerson, client, ...flat } = await readOwn(id);
    return {
      onlineOrder: { ...flat, ...fields, currentStatusType: status },
      onlineOrderItems,
      onlineOrderStatuses: [
        ...(onlineOrderStatuses as Row[]),
        { statusType: status, statusInfo: 'проверка' },
      ],
      responsiblePerson,
      client,
    };
  };
  const putOwn = (id: string, body: Row) => own.kassaCall('PUT', `${ORDERS}/${id}`, stringify(body));
  const moveOwn = async (id: string, status: string, fields?: Row) =>
    putOwn(id, await wrap(id, status, fields));

  it('gives a new or confirmed order to a member of staff, and to another one', async () => {
    for (const id of [ids('NEW')[0] ?? '', ids('ACCEPTED')[0] ?? '']) {
      const { status, json } = await moveOwn(id, 'DISTRIBUTED', { responsiblePersonLogin: login });
      expect({ status, message: json.message }).toEqual({ status: 200, message: undefined });
      const order = await readOwn(id);
      expect(order).toMatchObject({ currentStatusType: 'DISTRIBUTED', responsiblePersonLogin: login });
      expect((order.responsiblePerson as Row).phoneNumber).toBe(login);
      expect((order.onlineOrderStatuses as Row[]).at(-1)).toMatchObject({
        statusType: 'DISTRIBUTED',
        statusInfo: 'проверка',
        userLogin: own.kassa.username,
      });
      expect(String(order.currentStatusTime)).toBe(String(own.clock.now));
    }
  });

  it('refuses somebody who is not on the staff, and nobody', async () => {
    const id = ids('ACCEPTED')[1] ?? '';
    const refused = async (to: unknown) =>
      (await moveOwn(id, 'DISTRIBUTED', { responsiblePersonLogin: to })).json.message;
    expect(await refused(stranger)).toBe('Сотрудник не найден');
    expect(await refused(null)).toBe('Не указан ответственный сотрудник');
    expect((await readOwn(id)).currentStatusType).toBe('ACCEPTED');
  });

  it.each([
    ['NEW', 'REFUSED', 409],
    ['NEW', 'DELETED', 200],
    ['ACCEPTED', 'DELETED', 409],
    ['ACCEPTED', 'REFUSED', 200],
    ['DISTRIBUTED', 'DELETED', 409],
    ['DISTRIBUTED', 'NEW', 409],
    ['DISTRIBUTED', 'REFUSED', 200],
    ['FINISHED', 'REFUSED', 409],
    ['FINISHED', 'DELETED', 409],
    ['FINISHED', 'DISTRIBUTED', 409],
    ['REFUSED', 'DISTRIBUTED', 409],
  ])('%s → %s is answered %i', async (from, to, status) => {
    const id = ids(from).at(-1) ?? '';
    const answer = await moveOwn(id, to, { responsiblePersonLogin: login });
    expect({ status: answer.status, message: typeof answer.json.message }).toEqual({
      status,
      message: status === 200 ? 'undefined' : 'string',
    });
    const expected = status === 200 ? to : from;
    expect((await readOwn(id)).currentStatusType).toBe(expected);
  });

  it('asks for a row of the new status, and only for that', async () => {
    const id = ids('ACCEPTED')[2] ?? '';
    const body = await wrap(id, 'REFUSED');
    const { onlineOrderStatuses } = await readOwn(id);
    expect((await putOwn(id, { ...body, onlineOrderStatuses })).json.message).toBe(
      'Для смены статуса добавьте строку в onlineOrderStatuses',
    );
    const other = [...(onlineOrderStatuses as Row[]), { statusType: 'DISTRIBUTED' }];
    expect((await putOwn(id, { ...body, onlineOrderStatuses: other })).json.message).toBe(
      'Новый статус не совпадает с currentStatusType',
    );
    const comment = { ...(body.onlineOrder as Row), currentStatusType: 'ACCEPTED', comment: 'Код 12' };
    expect((await putOwn(id, { ...body, onlineOrder: comment, onlineOrderStatuses })).status).toBe(200);
    expect((await readOwn(id)).comment).toBe('Код 12');
  });

  it('refuses a body that has lost digits on the way', async () => {
    const id = ids('ACCEPTED')[3] ?? '';
    const lossy = JSON.stringify(JSON.parse(stringify(await wrap(id, 'REFUSED')) ?? ''));
    expect(await own.kassaCall('PUT', `${ORDERS}/${id}`, lossy)).toMatchObject({
      status: 400,
      json: { message: 'Неверное значение поля rolePerms' },
    });
    const body = await wrap(id, 'REFUSED', { organizationId: '1579776541385873300000' });
    expect((await putOwn(id, body)).json.message).toBe('Неверное значение поля organizationId');
    expect((await readOwn(id)).currentStatusType).toBe('ACCEPTED');
  });

  it('orders given to couriers are issued and finished as the day goes on', async () => {
    const given = ids('DISTRIBUTED');
    own.pass(4 * 3_600_000);
    const later = new Map((await own.kassaList()).rows.map((order) => [String(order.id), order]));
    const ways = given.map((id) =>
      (later.get(id)?.onlineOrderStatuses as Row[]).map(({ statusType }) => statusType).join(' '),
    );
    const done = ways.filter((way) => way === 'ACCEPTED DISTRIBUTED ISSUED FINISHED');
    expect(done.length / given.length).toBeGreaterThan(0.7);
  });
});
