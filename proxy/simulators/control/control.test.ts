import { describe, expect, it } from 'vitest';
import { startForTest, type Row } from '../testing/startForTest.ts';

const simulators = await startForTest({ orders: 60, couriers: 8 });
const { irecaCall, kassaCall, kassaList, control, ireca } = simulators;
const orders = (await control('ireca', 'GET', '/orders')).rows;
const open = orders.filter(({ deliveryStatusId }) => deliveryStatusId === 6);
const fault = (fault: Row) => control('ireca', 'POST', '/faults', fault);
const bulk = (orderIds: unknown[], attributes: Row) =>
  irecaCall('PUT', '/orders/multipleUpdate', { orderIds, attributes });
const raw = async (orderId: unknown) => (await control('ireca', 'GET', `/orders/${String(orderId)}`)).json;

describe('faults', () => {
  it.each([
    [{ kind: 'status', status: 503, message: 'Занято' }, 503, { error: true, message: 'Занято' }],
    [{ kind: 'error200', message: 'Нет места' }, 200, { error: true, message: 'Нет места' }],
    [{ kind: 'unauthorized' }, 401, { error: true, message: 'Неверный токен доступа' }],
  ])('%o answers so, once', async (spec, status, body) => {
    await fault({ ...spec, method: 'GET', path: '/taxes' });
    expect(await irecaCall('GET', '/taxes')).toMatchObject({ status, json: body });
    expect((await irecaCall('GET', '/taxes')).rows).toHaveLength(4);
  });

  it('malformed sends half of a JSON text', async () => {
    await fault({ kind: 'malformed', path: 'orders' });
    const answer = await irecaCall('GET', '/orders');
    expect(answer.status).toBe(200);
    expect(() => JSON.parse(answer.text) as unknown).toThrow();
  });

  it('cut closes the connection without the deed, cutAfter with it', async () => {
    const [one, two] = open;
    await fault({ kind: 'cut', path: '/orders/multipleUpdate' });
    await expect(bulk([one?.orderId], { courierId: '55753' })).rejects.toThrow();
    expect((await raw(one?.orderId)).courierId).toBe(one?.courierId);
    await fault({ kind: 'cutAfter', path: '/orders/multipleUpdate' });
    await expect(bulk([two?.orderId], { courierId: '55753' })).rejects.toThrow();
    expect((await raw(two?.orderId)).courierId).toBe('55753');
  });

  it('ignore says done but does nothing: for all, or for one order of a batch', async () => {
    const [one, two] = open.slice(2);
    await fault({ kind: 'ignore', path: '/orders/multipleUpdate', orderId: one?.orderId });
    expect((await bulk([one?.orderId, two?.orderId], { courierId: '55754' })).status).toBe(204);
    expect((await raw(one?.orderId)).courierId).toBe(one?.courierId);
    expect((await raw(two?.orderId)).courierId).toBe('55754');
    await fault({ kind: 'ignore', method: 'PUT' });
    expect((await bulk([one?.orderId], { courierId: '55754' })).status).toBe(204);
    expect((await raw(one?.orderId)).courierId).toBe(one?.courierId);
    await fault({ kind: 'ignore', method: 'DELETE', path: '/taxes' });
    expect((await irecaCall('DELETE', '/taxes?taxId=8285')).status).toBe(204);
    expect((await irecaCall('GET', '/taxes?taxId=8285')).status).toBe(200);
  });

  it('hit only what they name: query, body, how many times; until cleared', async () => {
    await fault({ kind: 'status', query: 'taxId=8284', times: 2 });
    expect((await irecaCall('GET', '/taxes?taxId=8285')).status).toBe(200);
    expect((await irecaCall('GET', '/taxes?taxId=8284')).status).toBe(500);
    expect((await irecaCall('GET', '/taxes?taxId=8284')).status).toBe(500);
    expect((await irecaCall('GET', '/taxes?taxId=8284')).status).toBe(200);
    await fault({ kind: 'status', bodyIncludes: 'Особая', times: -1 });
    const post = (title: string) => irecaCall('POST', '/taxes/replace', [{ taxId: '77', title }]);
    expect((await post('Обычная')).status).toBe(204);
    expect((await post('Особая')).status).toBe(500);
    expect((await post('Особая')).status).toBe(500);
    await control('ireca', 'DELETE', '/faults');
    expect((await post('Особая')).status).toBe(204);
    expect((await fault({ kind: 'flood' })).status).toBe(400);
  });

  it('delay waits, then goes on', async () => {
    await fault({ kind: 'delay', ms: 120, path: '/taxes' });
    const started = performance.now();
    expect((await irecaCall('GET', '/taxes')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  it('hang answers nothing, and does not keep the simulators from stopping', async () => {
    const other = await startForTest({ orders: 10, couriers: 2 });
    await other.control('kassa', 'POST', '/faults', { kind: 'hang', path: '/oauth/token' });
    const asked = other.signIn();
    const failed = expect(asked).rejects.toThrow();
    await expect
      .poll(async () => (await other.control('kassa', 'GET', '/requests')).rows)
      .toMatchObject([{ path: '/oauth/token', status: null }]);
    await other.close();
    await failed;
  });
});

describe('the log of requests', () => {
  it('keeps method, path without the base, query, body and status, in order', async () => {
    await control('ireca', 'DELETE', '/requests');
    await bulk(['1'], { courierId: '55753' });
    await irecaCall('GET', '/orders?orderId=1');
    const { rows } = await control('ireca', 'GET', '/requests');
    expect(rows).toMatchObject([
      {
        method: 'PUT',
        path: '/orders/multipleUpdate',
        query: '',
        body: { orderIds: ['1'], attributes: { courierId: '55753' } },
        status: 204,
        at: simulators.clock.now,
      },
      { method: 'GET', path: '/orders', query: 'orderId=1', body: null, status: 404 },
    ]);
    expect(Number(rows[1]?.n)).toBe(Number(rows[0]?.n) + 1);
  });

  it('keeps the digits of what Kassa was sent', async () => {
    await kassaCall('PUT', '/protected/online_orders/1', '{"rolePerms":4641661977478446448639}');
    const { text } = await control('kassa', 'GET', '/requests');
    expect(text).toContain('"rolePerms":4641661977478446448639');
  });
});

describe('changes from outside', () => {
  it('the couriers’ app changes an order of iRECA, and the journal says so', async () => {
    const order = open.find(({ courierId }) => courierId !== null && courierId !== '99999');
    const id = String(order?.orderId);
    const { json } = await control('ireca', 'PATCH', `/orders/${id}`, { deliveryStatusId: 7 });
    expect(json).toMatchObject({ orderId: id, deliveryStatusId: 7 });
    const journal = (await irecaCall('GET', `/journal?entityId=${id}&page=0&count=100`)).rows;
    expect(journal.at(-1)).toMatchObject({
      source: 'Application: iRECA Courier',
      afterItem: { deliveryStatusId: 7 },
    });
    expect((await control('ireca', 'PATCH', '/orders/1', { statusId: 1 })).status).toBe(404);
  });

  it('the cash desk changes an order of Kassa', async () => {
    const { rows } = await kassaList();
    const id = String(rows.find(({ currentStatusType }) => currentStatusType === 'DISTRIBUTED')?.id);
    await control('kassa', 'PATCH', `/orders/${id}`, { currentStatusType: 'ISSUED', comment: 'Выдан' });
    const { json } = await kassaCall('GET', `/protected/online_orders/${id}`);
    expect(json).toMatchObject({ currentStatusType: 'ISSUED', comment: 'Выдан' });
    expect((json.onlineOrderStatuses as Row[]).at(-1)).toMatchObject({ statusType: 'ISSUED' });
  });

  it('a change is seen in the list at once', async () => {
    const id = String(open[0]?.orderId);
    await irecaCall('GET', '/orders');
    await control('ireca', 'PATCH', `/orders/${id}`, { description: 'Только что' });
    const { rows } = await irecaCall('GET', '/orders');
    expect(rows.find(({ orderId }) => String(orderId) === id)?.description).toBe('Только что');
    expect(ireca.url).toMatch(/\/api\/v1$/);
  });
});
