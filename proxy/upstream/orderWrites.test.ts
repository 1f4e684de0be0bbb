import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOrderLocks } from '#proxy/commands/orderLocks.ts';
import type { OrdersFeed } from '#proxy/feeds/orders.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder } from '#proxy/testing/testUpstreams.ts';
import type { Ireca } from './ireca.ts';
import { createOrderWrites } from './orderWrites.ts';
import { createWriteTurns } from './writeTurns.ts';

let proxy: TestProxy;
let dispatcher: SignedIn;
beforeEach(async () => {
  proxy = await startTestProxy();
  dispatcher = await proxy.signIn();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await proxy.close();
});

const ORDERS = '/api/ireca/orders';
const ONE = `${ORDERS}?orderId=1`;
const KASSA = '/api/kassa/protected/online_orders';
const seen = () => proxy.upstreams.seen;
/** The connection breaks in the middle of the answer; the server says so on its own, which nobody needs to read. */
function cut(): Response {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) }));
}
const READS = ['/oauth/token', '/protected/online_orders/list/read'];
const writes = () => seen().filter(({ method, path }) => method !== 'GET' && !READS.includes(path));
const errorOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { error: { code: string; message: string | null } }).error,
});
/** A new order as the browser sends it; the upstream of these tests asks for a window. */
const row = (orderId: string, fields: Record<string, unknown> = {}) => ({
  orderId,
  deliveryTimeFrom: '2026-03-02 09:00:00',
  amountToPay: 100.5,
  ...fields,
});
const wrapper = (order: Record<string, unknown> = {}) => ({
  onlineOrder: { externalId: 'BFt-9', totalAmount: 10.5, ...order },
  onlineOrderItems: [{ description: 'Букет', price: 10.5, quantity: 1 }],
  client: { lastName: 'Тестов', organizationId: '1' },
});

const ALL = [
  ['POST', ORDERS, [row('9')]],
  ['POST', `${ORDERS}?isRefund=1`, [row('9')]],
  ['PUT', ONE, row('1')],
  ['POST', `${ORDERS}/replace`, [row('9')]],
  ['POST', '/api/ireca/clients', [{ clientId: '9' }]],
  ['POST', KASSA, wrapper()],
] as const;

describe('every write', () => {
  it.each(ALL)('is refused to a viewer and to another site: %s %s', async (method, path, body) => {
    const viewer = await proxy.signIn('viewer');
    expect(await errorOf(await viewer.send(method, path, body))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    const foreign = { origin: 'https://evil.example' };
    expect(await errorOf(await dispatcher.send(method, path, body, foreign))).toMatchObject({
      status: 403,
      code: 'badOrigin',
    });
    expect(seen()).toEqual([]);
  });

  it.each([
    ['no JSON', ORDERS, '{"orderId', 400, 'no JSON'],
    ['no JSON for Kassa', KASSA, '{"onlineOrder"', 400, 'no JSON'],
    ['nothing', ORDERS, '', 400, 'no JSON'],
    ['a record where a list is expected', ORDERS, row('9'), 400, 'body: a list of records expected'],
    ['an empty list', ORDERS, [], 400, 'body: a list of records expected'],
    ['a list of something else', ORDERS, [row('9'), 'x'], 400, '1: a record expected'],
    ['a list where a record is expected', KASSA, [wrapper()], 400, 'body: a record expected'],
    ['a number where a record is expected', KASSA, '12345678901234567890', 400, 'body: a record expected'],
    [
      'too many records',
      ORDERS,
      Array.from({ length: 501 }, (_, i) => row(String(i))),
      400,
      'body: at most 500 records',
    ],
    ['too much', ORDERS, [row('9', { description: 'x'.repeat(2 * 1024 * 1024) })], 413, null],
    ['too deep a record', ORDERS, `[{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`, 400, 'too deep'],
    [
      'a secret',
      ORDERS,
      [row('9'), row('8', { goods: [{ sourcePassword: '1' }] })],
      400,
      '1.goods.0.sourcePassword: may not be sent',
    ],
    ['too deep a record for Kassa', KASSA, `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 400, 'too deep'],
    ['endlessly deep for Kassa', KASSA, `{"a":${'['.repeat(900_000)}${']'.repeat(900_000)}}`, 400, 'no JSON'],
    ['a prototype', ORDERS, '[{"orderId":"9","__proto__":{"a":1}}]', 400, '0.__proto__: may not be sent'],
    [
      'a prototype that hides a secret from Kassa',
      KASSA,
      '{"onlineOrder":{},"client":{"__proto__":{"password":"1"}}}',
      400,
      'client.__proto__: may not be sent',
    ],
    [
      'a maker of prototypes',
      ORDERS,
      [row('9', { client: { constructor: { prototype: {} } } })],
      400,
      '0.client.constructor: may not be sent',
    ],
    [
      'an id that lost its last digits',
      ORDERS,
      '[{"orderId":12345678901234567890}]',
      400,
      '0.orderId: too large a number',
    ],
    [
      'a sum beyond all numbers',
      ORDERS,
      '[{"orderId":"9","amountToPay":1e999}]',
      400,
      '0.amountToPay: too large a number',
    ],
    [
      'a key written twice for Kassa, one of them a secret',
      KASSA,
      '{"client":{"token":"1"},"client":{}}',
      400,
      'no JSON',
    ],
    [
      'a secret for Kassa',
      KASSA,
      { ...wrapper(), client: { access_token: '1' } },
      400,
      'client.access_token: may not be sent',
    ],
  ])('is refused when its body is %s', async (_name, path, body, status, message) => {
    const error = await errorOf(await dispatcher.send('POST', path, body));
    expect(error).toMatchObject({ status, code: status === 413 ? 'tooLarge' : 'invalid' });
    expect(error.message).toEqual(message === null ? null : expect.stringContaining(message));
    expect(seen()).toEqual([]);
  });

  it.each([
    ['no origin at all', { origin: '' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a name that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['our own page, says the browser, in another frame', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour’s page', { 'sec-fetch-site': 'same-site' }],
  ])('is refused when it comes from %s', async (_name, headers) => {
    for (const [method, path, body] of ALL) {
      expect(await errorOf(await dispatcher.send(method, path, body, headers))).toMatchObject({
        status: 403,
        code: 'badOrigin',
      });
    }
    expect(seen()).toEqual([]);
  });

  it('is refused to whom nobody knows; no header raises a viewer or makes a write of a read', async () => {
    const viewer = await proxy.signIn('viewer');
    for (const [method, path, body] of ALL) {
      const anonymous = await fetch(proxy.url + path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin: proxy.url },
      });
      expect(anonymous.status).toBe(401);
      const raised = { 'x-role': 'admin', 'x-forwarded-user': 'anna', 'if-match': '*' };
      expect((await viewer.send(method, path, body, raised)).status).toBe(403);
    }
    const disguised = { 'x-http-method-override': 'PUT', 'x-method-override': 'PUT' };
    const read = await fetch(proxy.url + ONE, { headers: { cookie: viewer.cookie, ...disguised } });
    expect(read.status).toBe(200);
    expect(writes()).toEqual([]);
  });

  it('is refused when it does not say that it is JSON, which a form of another site could not say', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json-seq']) {
      const headers = { 'content-type': type };
      expect(await errorOf(await dispatcher.send('POST', ORDERS, [row('9')], headers))).toMatchObject({
        status: 400,
        code: 'invalid',
        message: 'content-type: application/json expected',
      });
    }
    expect(seen()).toEqual([]);
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await dispatcher.send('POST', ORDERS, [row('9')], headers)).status).toBe(201);
  });

  it('leaves nothing of its body in the log', async () => {
    await dispatcher.send('POST', ORDERS, [row('9', { phone: '+79123450000', description: 'Тайный вход' })]);
    await dispatcher.send('PUT', ONE, row('1', { description: 'Тайный вход' }), { 'if-match': '"x"' });
    await dispatcher.send('POST', KASSA, wrapper({ address: 'Тайный переулок' }));
    await dispatcher.send('POST', ORDERS, [row('9', { 'password-Тайный': 1 })]);
    const log = proxy.log();
    expect(log).toContain('"path":"/orders"');
    expect(log).not.toMatch(/Тайный|79123450000|Тестов|Секретов|BFt-9/);
  });
});

describe('new iRECA orders', () => {
  it('go on as they were sent, are read back by their ids, and stand on the board at once', async () => {
    const before = await dispatcher.feed('orders');
    seen().length = 0;
    const rows = [row('11'), row('12', { goods: [{ goodId: '5', count: 0.5 }] })];
    const response = await dispatcher.send('POST', ORDERS, rows);
    expect(response.status).toBe(201);
    expect(await response.json()).toBeNull();
    expect(seen().map(({ method, path, query }) => [method, path, query])).toEqual([
      ['POST', '/orders', {}],
      ['GET', '/orders', { orderId: '11' }],
      ['GET', '/orders', { orderId: '12' }],
    ]);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual(rows);
    expect(writes()[0]).toMatchObject({ contentType: 'application/json' });
    const after = await dispatcher.feed('orders', before.version);
    expect(after.changed.map(({ key }) => key).sort()).toEqual(['ireca:11', 'ireca:12']);
  });

  it('are read as a list when they are many', async () => {
    await dispatcher.feed('orders');
    seen().length = 0;
    const rows = Array.from({ length: 21 }, (_, index) => row(String(200 + index)));
    expect((await dispatcher.send('POST', `${ORDERS}/replace`, rows)).status).toBe(201);
    expect(seen().map(({ method, path }) => [method, path])).toEqual([['POST', '/orders/replace']]);
    await proxy.clock.advance(2_000);
    expect(proxy.upstreams.count('GET', '/orders')).toBe(1);
  });

  it('may be a refund, and pass on the words of a refusal', async () => {
    expect((await dispatcher.send('POST', `${ORDERS}?isRefund=1`, [row('13')])).status).toBe(201);
    expect(writes()[0]?.query).toEqual({ isRefund: '1' });
    const bad = [row('14', { deliveryTimeFrom: '' })];
    expect(await errorOf(await dispatcher.send('POST', ORDERS, bad))).toMatchObject({
      status: 422,
      code: 'upstreamRefused',
      message: 'Необходимо заполнить «deliveryTimeFrom».',
      system: 'ireca',
    });
  });

  it('are not called missing when it is something they name that does not exist', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'POST' ? Response.json({ error: true, message: 'Товар «1» не существует' }) : null;
    expect(await errorOf(await dispatcher.send('POST', ORDERS, [row('14')]))).toMatchObject({
      status: 422,
      code: 'upstreamRefused',
      message: 'Товар «1» не существует',
    });
  });

  it('wait for a command that is at work on the same order', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ path }) => (path === '/orders/multipleUpdate' ? gate : null);
    const target = { system: 'ireca', id: '1', seen: { status: '6', courierId: null } } as const;
    const command = dispatcher.command({ type: 'assign', courierId: '100' }, [target]);
    await expect.poll(() => proxy.upstreams.count('PUT', '/orders/multipleUpdate')).toBe(1);
    const written = dispatcher.send('POST', `${ORDERS}/replace`, [row('1', { courierId: '101' })]);
    const other = await dispatcher.send('POST', `${ORDERS}/replace`, [row('2')]);
    expect(other.status).toBe(201);
    expect(proxy.upstreams.count('POST', '/orders/replace')).toBe(1);
    open();
    expect(await command).toMatchObject([{ outcome: 'done', after: { courierId: '100' } }]);
    expect((await written).status).toBe(201);
    expect(proxy.upstreams.ireca.orders.get('1')?.['courierId']).toBe('101');
  });
});

describe('a new client', () => {
  it('is on the list at once, which never holds a secret', async () => {
    const list = async () => (await dispatcher.get('/api/ireca/clients')).text();
    const before = await list();
    expect(before).toContain('Секретов');
    expect(before).not.toMatch(/client-token-1|accessToken/);
    expect((await dispatcher.send('POST', '/api/ireca/clients', [{ clientId: '8' }])).status).toBe(201);
    expect(await list()).toContain('"clientId":"8"');
  });
});

describe('a change of an iRECA order', () => {
  const tag = async () => (await dispatcher.get(ONE)).headers.get('etag') ?? '';
  const put = (body: unknown, ifMatch?: string) =>
    dispatcher.send('PUT', ONE, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });

  it('is written over the reading it was made from, read back, and on the board at once', async () => {
    const board = await dispatcher.feed('orders');
    const first = await tag();
    expect(first).toMatch(/^"[\w-]{20,}"$/);
    seen().length = 0;
    const response = await put({ orderId: '1', description: 'Позвонить', amountToPay: 99.9 }, first);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ orderId: '1', description: 'Позвонить' });
    expect(response.headers.get('etag')).not.toBe(first);
    expect(response.headers.get('etag')).toBe(await tag());
    expect(seen().map(({ method, query }) => [method, query])).toEqual([
      ['GET', { orderId: '1' }],
      ['PUT', { orderId: '1' }],
      ['GET', { orderId: '1' }],
      ['GET', { orderId: '1' }],
    ]);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({
      orderId: '1',
      description: 'Позвонить',
      amountToPay: 99.9,
    });
    const { changed } = await dispatcher.feed('orders', board.version);
    expect(changed).toMatchObject([{ key: 'ireca:1', body: { amountToPay: 99.9 } }]);
  });

  it('is refused without a tag, or with the id of another order in its body', async () => {
    expect(await errorOf(await put(row('1')))).toMatchObject({ status: 400, code: 'invalid' });
    expect(await errorOf(await put(row('2'), await tag()))).toMatchObject({
      status: 400,
      code: 'invalid',
      message: 'orderId: not the record of the address',
    });
    for (const orderId of [{ 0: '2' }, ['2'], true, '', '1,2', '01']) {
      expect(await errorOf(await put({ ...row('1'), orderId }, await tag()))).toMatchObject({
        status: 400,
        message: 'orderId: not the record of the address',
      });
    }
    expect(writes()).toEqual([]);
  });

  it('is stale under an If-Match that is not the one tag of the reading', async () => {
    const mine = await tag();
    const tricks = [
      `${mine}, "x"`,
      `"x", ${mine}`,
      `W/W/${mine}`,
      mine.slice(1, -1),
      `${mine} x`,
      'x'.repeat(8000),
    ];
    for (const ifMatch of tricks) {
      expect(await errorOf(await put({ description: 'Моё' }, ifMatch))).toMatchObject({ code: 'stale' });
    }
    expect(writes()).toEqual([]);
  });

  it('is stale when somebody else has changed anything since, and shows that on the board', async () => {
    const board = await dispatcher.feed('orders');
    const mine = await tag();
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '101' }));
    for (const ifMatch of [mine, '*', 'x']) {
      expect(await errorOf(await put({ description: 'Моё' }, ifMatch))).toMatchObject({
        status: 412,
        code: 'stale',
        system: 'ireca',
      });
    }
    expect(writes()).toEqual([]);
    expect(await dispatcher.feed('orders', board.version)).toMatchObject({
      changed: [{ key: 'ireca:1', body: { courierId: '101' } }],
    });
    expect((await put({ description: 'Моё' }, await tag())).status).toBe(200);
  });

  it('takes no offence at another order of keys, nor at a tag that was made weak on the way', async () => {
    const mine = await tag();
    const fields = Object.entries(proxy.upstreams.ireca.orders.get('1') ?? {}).reverse();
    proxy.upstreams.ireca.orders.set('1', Object.fromEntries(fields));
    expect((await put({ description: 'Моё' }, `W/${mine}`)).status).toBe(200);
  });

  it('of two made from one reading only the first is written', async () => {
    const mine = await tag();
    const both = await Promise.all([put({ description: 'А' }, mine), put({ description: 'Б' }, mine)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(writes()).toHaveLength(1);
  });

  it('of an order that is gone says so, and takes it off the board', async () => {
    const board = await dispatcher.feed('orders');
    const mine = await tag();
    proxy.upstreams.ireca.orders.delete('1');
    expect(await errorOf(await put({ description: 'Моё' }, mine))).toMatchObject({
      status: 404,
      code: 'upstreamRefused',
    });
    expect(writes()).toEqual([]);
    expect((await dispatcher.feed('orders', board.version)).removed).toEqual(['ireca:1']);
  });

  it('is not written when the order cannot be read first', async () => {
    const mine = await tag();
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Обслуживание' });
    expect(await errorOf(await put({ description: 'Моё' }, mine))).toMatchObject({
      code: 'upstreamRefused',
      message: 'Обслуживание',
    });
    proxy.upstreams.bend.with = () => cut();
    expect(await errorOf(await put({ description: 'Моё' }, mine))).toMatchObject({
      code: 'upstreamUnreachable',
      unsent: true,
    });
    expect(writes()).toEqual([]);
  });

  it('of which nothing is heard is not sent again: the board is read soon instead', async () => {
    await dispatcher.feed('orders');
    const mine = await tag();
    const patience = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => patience(ms === 20_000 ? 50 : ms));
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    expect(await errorOf(await put({ description: 'Моё' }, mine))).toMatchObject({
      status: 504,
      code: 'upstreamTimeout',
      system: 'ireca',
    });
    vi.restoreAllMocks();
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? cut() : null);
    const unheard = await errorOf(await put({ description: 'Моё' }, mine));
    expect(unheard).toMatchObject({ status: 502, code: 'upstreamUnreachable' });
    expect(unheard).not.toHaveProperty('unsent');
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? new Response('<html>', { status: 500 }) : null;
    expect(await errorOf(await put({ description: 'Моё' }, mine))).toMatchObject({
      status: 502,
      code: 'upstreamFailed',
      system: 'ireca',
    });
    open();
    expect(writes()).toHaveLength(3);
    const lists = () =>
      seen().filter(({ method, query }) => method === 'GET' && Object.keys(query).length === 0).length;
    const before = lists();
    await proxy.clock.advance(2_000);
    expect(lists()).toBeGreaterThan(before);
  });

  it('that has begun is brought to its end when the proxy stops, and no other is begun', async () => {
    const mine = await tag();
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    const begun = put({ description: 'Моё' }, mine);
    await expect.poll(() => writes().length).toBe(1);
    const inLine = put({ description: 'Второе' }, mine);
    // A request that is answered after it: by then it stands in line.
    await dispatcher.get('/api/config');
    const closed = proxy.close();
    for (const [method, path, body] of ALL) {
      const headers = { 'if-match': mine };
      expect(await errorOf(await dispatcher.send(method, path, body, headers))).toMatchObject({
        status: 503,
        code: 'stopping',
      });
    }
    open();
    expect((await begun).status).toBe(200);
    expect(await errorOf(await inLine)).toMatchObject({ code: 'stopping' });
    await closed;
    expect(proxy.upstreams.ireca.orders.get('1')?.['description']).toBe('Моё');
    expect(writes()).toHaveLength(1);
  });
});

describe('an order of Kassa', () => {
  it('is read by a viewer with every digit, as text where a browser has no number, and no secret', async () => {
    const viewer = await proxy.signIn('viewer');
    const text = proxy.upstreams.kassa.orders.get('21') ?? '';
    proxy.upstreams.kassa.orders.set('21', text.replace('"client":{', '"client":{"passwordHash":"тайна",'));
    const response = await viewer.get(`${KASSA}/21`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const order = (await response.json()) as Record<string, unknown>;
    expect(order).toMatchObject({
      id: 21,
      tradeObjectId: '9007199254740993123',
      rolePerms: '4641661977478446448639',
      totalAmount: 14500,
      unknownField: { kept: true },
    });
    expect(order['client']).toEqual({ firstName: 'Тест', phone: '79999999999' });
    expect(await (await viewer.get(`${KASSA}/77`)).json()).toBeNull();
  });

  it('that leaves its own id out is the one that was asked for', async () => {
    proxy.upstreams.bend.with = ({ path }) =>
      path.endsWith('/21') ? Response.json({ onlineOrder: { totalAmount: 5 } }) : null;
    expect(await (await dispatcher.get(`${KASSA}/21`)).json()).toEqual({
      onlineOrder: { id: '21', totalAmount: 5 },
    });
  });

  it('is created for the shop of the settings, whatever the browser sent, and is on the board at once', async () => {
    const board = await dispatcher.feed('orders');
    seen().length = 0;
    const sent = JSON.stringify(
      wrapper({ organizationId: '1', tradeObjectId: null, totalAmount: 10.5 }),
    ).replace('"quantity":1', '"quantity":1.500,"nomenclatureId":9007199254740993123');
    const response = await dispatcher.send('POST', KASSA, sent);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      id: 102,
      externalId: 'BFt-9',
      tradeObjectId: '9007199254740993123',
    });
    const body = writes()[0]?.body ?? '';
    expect(writes()).toMatchObject([{ method: 'POST', path: '/protected/online_orders', query: {} }]);
    expect(JSON.parse(body)).toMatchObject({
      onlineOrder: {
        externalId: 'BFt-9',
        organizationId: '1579776541385873338810',
        tradeObjectId: '1579776541385873338827',
      },
      client: { lastName: 'Тестов', organizationId: '1579776541385873338810' },
    });
    expect(body).toContain('"quantity":1.500,"nomenclatureId":9007199254740993123');
    const { changed } = await dispatcher.feed('orders', board.version);
    expect(changed).toMatchObject([{ key: 'kassa:102', body: { externalId: 'BFt-9' } }]);
  });

  it('is not given a client that was not sent', async () => {
    const { client: _none, ...rest } = wrapper();
    await dispatcher.send('POST', KASSA, rest);
    expect(JSON.parse(writes()[0]?.body ?? '')).not.toHaveProperty('client');
  });

  it('is created once more with a new token after a 401, and not a third time', async () => {
    await dispatcher.feed('orders');
    proxy.upstreams.kassa.tokens.clear();
    expect((await dispatcher.send('POST', KASSA, wrapper())).status).toBe(201);
    expect(proxy.upstreams.count('POST', '/protected/online_orders')).toBe(2);
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/protected/online_orders' ? new Response(null, { status: 401 }) : null;
    expect(await errorOf(await dispatcher.send('POST', KASSA, wrapper()))).toMatchObject({
      status: 502,
      code: 'upstreamUnauthorized',
    });
    expect(proxy.upstreams.count('POST', '/protected/online_orders')).toBe(4);
  });

  it('passes on Kassa’s words, and is not sent again when the answer is cut off', async () => {
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/protected/online_orders'
        ? Response.json({ message: 'Не заполнено поле address' }, { status: 400 })
        : null;
    expect(await errorOf(await dispatcher.send('POST', KASSA, wrapper()))).toMatchObject({
      status: 422,
      message: 'Не заполнено поле address',
      system: 'kassa',
    });
    // Its text has no form for errors, so a crash with words is a crash still.
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/protected/online_orders'
        ? Response.json({ message: 'Смена закрыта' }, { status: 500 })
        : null;
    expect(await errorOf(await dispatcher.send('POST', KASSA, wrapper()))).toMatchObject({
      status: 502,
      code: 'upstreamFailed',
      message: 'Смена закрыта',
    });
    seen().length = 0;
    proxy.upstreams.bend.with = ({ path }) => (path === '/protected/online_orders' ? cut() : null);
    expect(await errorOf(await dispatcher.send('POST', KASSA, wrapper()))).toMatchObject({
      code: 'upstreamUnreachable',
    });
    expect(writes()).toHaveLength(1);
  });
});

it('a write that breaks is over for the log of changes too', async () => {
  const end = vi.fn();
  const writes = createOrderWrites({
    ireca: { write: () => Promise.reject(new Error('broken')) } as Partial<Ireca> as Ireca,
    kassa: null,
    orders: {} as OrdersFeed,
    changes: { begin: () => ({ add: () => {}, end }) },
    turns: createWriteTurns(createOrderLocks()),
  });
  const who = { login: 'dina', name: 'Дина' };
  await expect(writes.post('/orders', {}, [row('9')], who)).rejects.toThrow('broken');
  expect(end).toHaveBeenCalledOnce();
});

it('Kassa takes no order when the settings name no shop, and none at all when it is off', async () => {
  const shopless = await startTestProxy({ env: { KASSA_TRADE_OBJECT_ID: '' } });
  const first = await shopless.signIn();
  expect(await errorOf(await first.send('POST', KASSA, wrapper()))).toMatchObject({
    status: 400,
    code: 'invalid',
    message: expect.stringContaining('tradeObjectId') as string,
  });
  expect(shopless.upstreams.seen).toEqual([]);
  await shopless.close();
  const off = await startTestProxy({ config: { kassa: null } });
  const second = await off.signIn();
  for (const answer of [second.send('POST', KASSA, wrapper()), second.get(`${KASSA}/21`)]) {
    expect(await errorOf(await answer)).toMatchObject({ status: 503, code: 'systemOff', system: 'kassa' });
  }
  expect(off.upstreams.seen).toEqual([]);
  await off.close();
});
