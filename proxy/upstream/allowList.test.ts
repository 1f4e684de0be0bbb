import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { ALLOW_LIST } from './allowedCalls.ts';
import { isTrickyTarget } from './allowList.ts';
import { KEPT_LISTS } from './keptLists.ts';

let proxy: TestProxy;
let viewer: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
  admin = await proxy.signIn('admin');
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.upstreams.seen.length = 0;
});

/** As it stands: `fetch` would tidy the path up before it leaves. */
function rawStatus(target: string, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve, reject) => {
    const headers = { cookie: admin.cookie, origin: proxy.url, host: `${hostname}:${port}` };
    request({ hostname, port, path: target, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the allow list', () => {
  it('lets writes through by path, verb and role: orders to dispatchers, lists to admins, no other', () => {
    const writes = ALLOW_LIST.filter(({ method }) => method !== 'GET');
    expect(
      writes.map(({ system, method, path, role }) => `${system} ${method} ${path} ${role}`).sort(),
    ).toEqual(
      [
        'ireca POST /orders dispatcher',
        'ireca PUT /orders dispatcher',
        'ireca POST /orders/replace dispatcher',
        'kassa POST /protected/online_orders dispatcher',
        'ireca POST /licenses/close admin',
        'ireca POST /permissions/replace admin',
        'ireca POST /atolOnlineSettings/replace admin',
        ...KEPT_LISTS.flatMap(({ path }) => [
          `ireca POST ${path} ${path === '/clients' ? 'dispatcher' : 'admin'}`,
          `ireca POST ${path}/replace admin`,
          `ireca PUT ${path} admin`,
          `ireca DELETE ${path} admin`,
        ]),
      ].sort(),
    );
    expect(KEPT_LISTS.map(({ path, idKey }) => `${path} ${idKey}`)).toEqual([
      '/goods goodId',
      '/specificities specificityId',
      '/warehouses warehouseId',
      '/couriers courierId',
      '/userRoles roleId',
      '/clients clientId',
      '/suppliers supplierId',
      '/orderReturnReasons reasonId',
      '/paymentTypes paymentTypeId',
      '/taxes taxId',
    ]);
  });

  it('has viewers read everything but the link that prints receipts, reads no body of a reading, and reads one of what creates or changes', () => {
    const reads = ALLOW_LIST.filter(({ method }) => method === 'GET');
    const notForAll = reads.filter(({ role }) => role !== 'viewer');
    expect(notForAll.map(({ path, role }) => `${path} ${role}`)).toEqual(['/pechka54Settings admin']);
    const bodiless = ALLOW_LIST.filter(({ body }) => body === null);
    expect(
      bodiless.filter(
        ({ method, path }) => !['GET', 'DELETE'].includes(method) && path !== '/licenses/close',
      ),
    ).toEqual([]);
    expect(reads.filter(({ body }) => body !== null)).toEqual([]);
  });

  it.each([
    '/goods?page=0&count=500',
    '/goods?goodId=355860',
    '/specificities?page=0&count=500',
    '/suppliers?page=0&count=500',
    '/clients',
    '/taxes',
    '/userRoles',
    '/orderReceipts?orderId=1',
    '/orderReturnReceipts?orderId=1',
    '/correctionReceipts?page=0&count=20',
    '/correctionReceipts?courierId=100&page=3&count=500',
    '/journal?entityId=1&startedAt=2026-03-02+08%3A00%3A00&page=0&count=500',
    '/bankTerminalLogs?orderId=1&page=0&count=500',
    '/fiscalRegistratorLogs?orderId=1&page=0&count=500',
    '/bankTerminalLogs?courierId=100&page=0&count=500',
    '/fiscalRegistratorLogs?courierId=100&orderId=1&page=0&count=500',
    '/permissions?roleId=908&actionId=cashOut',
    '/dictionary/permissions',
  ])('lets a viewer read %s as it stands', async (target) => {
    proxy.upstreams.bend.with = () => Response.json([]);
    expect((await viewer.get(`/api/ireca${target}`)).status).toBe(200);
    proxy.upstreams.bend.with = null;
    const asked = new URL(target, 'http://upstream');
    expect(proxy.upstreams.seen).toMatchObject([
      { method: 'GET', path: asked.pathname, query: Object.fromEntries(asked.searchParams) },
    ]);
  });

  it('lets a viewer read lists, with the names it lists and no other', async () => {
    expect(await (await viewer.get('/api/ireca/orderReturnReasons')).json()).toEqual([
      { reasonId: '5276', title: 'Пожелание клиента' },
    ]);
    expect((await viewer.get('/api/ireca/dictionary/orderDeliveryStatuses')).status).toBe(200);
    expect((await viewer.get('/api/ireca/orders?orderId=1')).status).toBe(200);
    expect(proxy.upstreams.seen.map(({ path, query }) => [path, query])).toEqual([
      ['/orderReturnReasons', {}],
      ['/dictionary/orderDeliveryStatuses', {}],
      ['/orders', { orderId: '1' }],
    ]);
    expect(proxy.upstreams.seen[0]?.authorization).toMatch(/^Bearer ireca-token/);
  });

  it.each([
    ['an unknown path', 'GET', '/api/ireca/receipts'],
    ['a longer path', 'GET', '/api/ireca/couriers/1'],
    ['a slash at the end', 'GET', '/api/ireca/couriers/'],
    ['another case', 'GET', '/api/ireca/Couriers'],
    ['the system itself', 'GET', '/api/ireca/'],
    ['an unknown system', 'GET', '/api/acme/couriers'],
    ['an unknown part of the API', 'GET', '/api/users'],
    ['the API itself', 'GET', '/api'],
    ['all orders', 'GET', '/api/ireca/orders'],
    ['all orders under an empty id', 'GET', '/api/ireca/orders?orderId='],
    ['all orders under a blank id', 'GET', '/api/ireca/orders?orderId=%20'],
    ['all orders under a blank id of another alphabet', 'GET', '/api/ireca/orders?orderId=%E2%80%83+'],
    ['an id as a list', 'GET', '/api/ireca/orders?orderId[]=1'],
    ['an id with a name that is encoded otherwise', 'GET', '/api/ireca/orders?%6FrderId=1&orderId=2'],
    ['a second query behind another sign', 'GET', '/api/ireca/orders?orderId=1;page=2&count=500'],
    ['an unknown query name', 'GET', '/api/ireca/couriers?deep=1'],
    ['a doubled query name', 'GET', '/api/ireca/orders?orderId=1&orderId=2'],
    ['a prototype’s name', 'GET', '/api/ireca/orders?orderId=1&__proto__=2'],
    ['a control character', 'GET', '/api/ireca/orders?orderId=1%0d%0aX'],
    ['a long value', 'GET', `/api/ireca/orders?orderId=${'1'.repeat(201)}`],
    ['receipts of no order', 'GET', '/api/ireca/orderReceipts'],
    ['errors of all orders', 'GET', '/api/ireca/bankTerminalLogs?page=0&count=500'],
    ['errors of nobody', 'GET', '/api/ireca/fiscalRegistratorLogs?courierId=&orderId=+'],
    ['correction receipts by order', 'GET', '/api/ireca/correctionReceipts?orderId=1&page=0&count=20'],
    ['the journal of no order', 'GET', '/api/ireca/journal?page=0&count=20'],
    ['the link of Pechka54 with a query', 'GET', '/api/ireca/pechka54Settings?url=x'],
    ['a link for Pechka54', 'POST', '/api/ireca/pechka54Settings'],
    ['rights of all roles', 'GET', '/api/ireca/permissions?actionId=cashOut'],
    ['all rights of a role', 'GET', '/api/ireca/permissions?roleId=908&actionId='],
    [
      'rights by the name that only an address has',
      'GET',
      '/api/ireca/permissions?roleId=908&permissionId=x',
    ],
    ['one record and a page', 'GET', '/api/ireca/goods?goodId=1&page=0'],
    ['a record under an empty id', 'GET', '/api/ireca/couriers?courierId='],
    ['a record under the id of another list', 'GET', '/api/ireca/couriers?goodId=1'],
    ['a page of a list that has none', 'GET', '/api/ireca/couriers?page=0&count=20'],
    ['all orders of Kassa', 'GET', '/api/kassa/protected/online_orders'],
    ['an order of Kassa by no number', 'GET', '/api/kassa/protected/online_orders/abc'],
    ['an order of Kassa and more', 'GET', '/api/kassa/protected/online_orders/21/receipts'],
    ['an order of Kassa by a hidden number', 'GET', '/api/kassa/protected/online_orders/%32%31'],
    ['a query for an order of Kassa', 'GET', '/api/kassa/protected/online_orders/21?deep=1'],
    ['a command’s write', 'PUT', '/api/ireca/orders/multipleUpdate'],
    ['a refund that is none', 'POST', '/api/ireca/orders?isRefund=0'],
    ['a refund said twice', 'POST', '/api/ireca/orders?isRefund=1&isRefund=1'],
    ['a new order with an id in the query', 'POST', '/api/ireca/orders?orderId=1'],
    ['a change of no order', 'PUT', '/api/ireca/orders'],
    ['a change of an order under an empty id', 'PUT', '/api/ireca/orders?orderId='],
    ['a change of an order under a blank id', 'PUT', '/api/ireca/orders?orderId=+'],
    ['a change of two orders', 'PUT', '/api/ireca/orders?orderId=1&orderId=2'],
    ['a change that calls itself a refund', 'PUT', '/api/ireca/orders?orderId=1&isRefund=1'],
    ['a replacement with a query', 'POST', '/api/ireca/orders/replace?isRefund=1'],
    ['a new order of Kassa with a query', 'POST', '/api/kassa/protected/online_orders?id=21'],
    ['a new order of Kassa under a number', 'POST', '/api/kassa/protected/online_orders/21'],
    ['a write by another method', 'PATCH', '/api/ireca/orders?orderId=1'],
    ['a write of another case', 'POST', '/api/ireca/Orders'],
    ['a change of no client', 'PUT', '/api/ireca/clients'],
    ['a change of a client under an empty id', 'PUT', '/api/ireca/clients?clientId='],
    ['a change of a client by the id of an order', 'PUT', '/api/ireca/clients?orderId=1'],
    ['a change of two clients', 'PUT', '/api/ireca/clients?clientId=1&clientId=2'],
    ['a new courier with an id in the query', 'POST', '/api/ireca/couriers?courierId=1'],
    ['a replacement by query', 'POST', '/api/ireca/couriers/replace?courierId=1'],
    ['a removal of a whole list', 'DELETE', '/api/ireca/couriers'],
    ['a removal of a blank', 'DELETE', '/api/ireca/couriers?courierId=%20'],
    ['a removal of many', 'DELETE', '/api/ireca/couriers?courierId[]=1&courierId[]=2'],
    ['a removal by replacement', 'DELETE', '/api/ireca/couriers/replace?courierId=1'],
    ['a write by another method of a list', 'PATCH', '/api/ireca/couriers?courierId=1'],
    ['a licence of no device', 'POST', '/api/ireca/licenses/close'],
    ['licences of two devices', 'POST', '/api/ireca/licenses/close?deviceId=d1&deviceId=d2'],
    ['a licence by courier', 'POST', '/api/ireca/licenses/close?courierId=100'],
    ['a licence without closing it', 'DELETE', '/api/ireca/licenses?deviceId=d1'],
    ['rights by change', 'PUT', '/api/ireca/permissions?roleId=908&actionId=cashOut'],
    ['new rights', 'POST', '/api/ireca/permissions'],
    ['somebody’s callback', 'POST', '/api/ireca/orders/callback'],
    ['somebody’s callback of licences', 'POST', '/api/ireca/licenses/callback'],
    ['settings of Atol Online as a reading', 'GET', '/api/ireca/atolOnlineSettings'],
    ['settings of Atol Online as they are written', 'GET', '/api/ireca/atolOnlineSettings/replace'],
    ['settings of Atol Online by another verb', 'PUT', '/api/ireca/atolOnlineSettings/replace'],
    ['settings of Atol Online by another path', 'POST', '/api/ireca/atolOnlineSettings'],
    ['settings of Atol Online with a query', 'POST', '/api/ireca/atolOnlineSettings/replace?settingId=1'],
    ['their removal', 'DELETE', '/api/ireca/atolOnlineSettings?settingId=1'],
    ['a write to a dictionary', 'POST', '/api/ireca/dictionary/permissions'],
    ['a removal', 'DELETE', '/api/ireca/orders?orderId=1'],
    ['the token of Kassa', 'POST', '/api/kassa/oauth/token'],
    ['an order of Kassa', 'PUT', '/api/kassa/protected/online_orders/21'],
    ['dot segments', 'GET', '/api/ireca/x/../couriers'],
    ['dot segments out of the API', 'GET', '/api/ireca/../ireca/couriers'],
    ['encoded dots', 'GET', '/api/ireca/x/%2e%2e/couriers'],
    ['an encoded slash', 'GET', '/api/ireca/dictionary%2forderStatuses'],
    ['a doubled slash', 'GET', '/api/ireca//couriers'],
    ['a backslash', 'GET', '/api/ireca\\couriers'],
    ['an encoded backslash', 'GET', '/api/ireca/%5ccouriers'],
    ['a twice encoded slash', 'GET', '/api/ireca/dictionary%252forderStatuses'],
    ['another host in the path', 'GET', '/api/ireca/@evil.example/couriers'],
  ])('refuses %s: %s %s', async (_, method, target) => {
    expect([400, 404]).toContain(await rawStatus(target, method));
    expect(proxy.upstreams.seen).toEqual([]);
  });

  it('says so in the one shape of refusals', async () => {
    const response = await viewer.get('/api/ireca/receipts');
    expect(await response.json()).toEqual({
      error: { code: 'notAllowed', message: null, system: null, retryAfter: null },
    });
  });

  it('does not take a host for a trick', () => {
    expect(isTrickyTarget('/api/ireca/couriers?x=a//b/../c%2f')).toBe(false);
    expect(isTrickyTarget('/api/ireca/./couriers')).toBe(true);
    expect(isTrickyTarget('/api/ireca/a..b')).toBe(false);
  });
});

describe('replies of the pass-through', () => {
  it('never hold a secret, at whatever depth', async () => {
    proxy.upstreams.bend.with = ({ path }) =>
      path === '/warehouses'
        ? Response.json([
            {
              title: 'Склад',
              fiscal: { list: [{ password: 'p1', accessToken: 'p2', client_secret: 'p3' }] },
            },
          ])
        : null;
    const couriers = await (await viewer.get('/api/ireca/couriers')).text();
    expect(couriers).toContain('Иван Быстров');
    expect(couriers).not.toMatch(/courier-password|sourcePassword/);
    expect(await (await viewer.get('/api/ireca/warehouses?page=0&count=500')).json()).toEqual([
      { title: 'Склад', fiscal: { list: [{}] } },
    ]);
    proxy.upstreams.bend.with = null;
  });

  it('share one upstream call between those who ask at once and soon after, but single orders are always read', async () => {
    await proxy.clock.advance(10_000);
    await Promise.all(Array.from({ length: 10 }, () => viewer.get('/api/ireca/couriers')));
    await viewer.get('/api/ireca/couriers');
    expect(proxy.upstreams.seen).toHaveLength(1);
    await proxy.clock.advance(10_000);
    await viewer.get('/api/ireca/couriers');
    expect(proxy.upstreams.seen).toHaveLength(2);
    for (let i = 0; i < 3; i += 1) await viewer.get('/api/ireca/orders?orderId=1');
    expect(proxy.upstreams.seen).toHaveLength(5);
  });

  it.each([
    [
      'words of a refusal',
      () => Response.json({ error: true, message: 'Нельзя' }),
      422,
      'upstreamRefused',
      'Нельзя',
    ],
    [
      'not found under a good status',
      () => Response.json({ error: true, message: 'Модель не существует' }),
      404,
      'upstreamRefused',
      'Модель не существует',
    ],
    ['not found', () => Response.json({ message: 'Нет' }, { status: 404 }), 404, 'upstreamRefused', 'Нет'],
    ['the token refused', () => new Response(null, { status: 401 }), 502, 'upstreamUnauthorized', null],
    ['no JSON', () => new Response('<html>'), 502, 'upstreamFailed', null],
    ['a crash without words', () => new Response('<html>', { status: 500 }), 502, 'upstreamFailed', null],
    [
      'our token in the words',
      () => Response.json({ error: true, message: 'bad ireca-token-4066e3217dfd!' }),
      422,
      'upstreamRefused',
      'bad …!',
    ],
  ])('pass on %s', async (_, answer, status, code, message) => {
    proxy.upstreams.bend.with = answer;
    const response = await viewer.get('/api/ireca/orders/journalStatuses?orderId=1');
    proxy.upstreams.bend.with = null;
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, message, system: 'ireca' } });
  });

  it('say that nothing is there when the upstream sent nothing', async () => {
    proxy.upstreams.bend.with = () => new Response(null, { status: 204 });
    expect(await (await viewer.get('/api/ireca/orders?orderId=1')).json()).toBeNull();
    proxy.upstreams.bend.with = null;
  });
});
