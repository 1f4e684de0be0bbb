/** Reference lists, licences and permissions written through the proxy: who may, what is refused, what arrives. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { KEPT_LISTS } from './keptLists.ts';

let proxy: TestProxy;
let admin: SignedIn;
beforeEach(async () => {
  proxy = await startTestProxy();
  admin = await proxy.signIn('admin');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await proxy.close();
});

const API = '/api/ireca';
const seen = () => proxy.upstreams.seen;
const writes = () => seen().filter(({ system, method }) => system === 'ireca' && method !== 'GET');
const rowsOf = (path: string) => proxy.upstreams.ireca.lists[path] ?? [];
const errorOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { error: { code: string; message: string | null } }).error,
});
const tagOf = async (path: string) => (await admin.get(API + path)).headers.get('etag') ?? '';

/** Every verb of every list, and what it is sent. */
const VERBS = [
  ...KEPT_LISTS.flatMap(({ path, idKey, secret }) => {
    const row = { [idKey]: '9', title: 'Новая', ...(secret && { [secret]: 'новый-пароль' }) };
    return [
      ['POST', path, [row], path === '/clients' ? 'dispatcher' : 'admin'],
      ['POST', `${path}/replace`, [row], 'admin'],
      ['PUT', `${path}?${idKey}=9`, row, 'admin'],
      ['DELETE', `${path}?${idKey}=9`, undefined, 'admin'],
    ] as const;
  }),
  ['POST', '/licenses/close?deviceId=d1', undefined, 'admin'],
  ['POST', '/permissions/replace', [{ roleId: 908, actionId: 'cashOut', isAllowed: '0' }], 'admin'],
] as const;

describe('every write of a list', () => {
  it.each(VERBS)('is refused to all below, to strangers and to other sites: %s %s', async (...verb) => {
    const [method, path, body, role] = verb;
    const tagged = { 'if-match': '"x"' };
    for (const who of ['viewer', 'dispatcher'] as const) {
      if (who === role) continue;
      const below = await proxy.signIn(who);
      const raised = { ...tagged, 'x-role': 'admin', 'x-forwarded-user': 'admin' };
      expect(await errorOf(await below.send(method, API + path, body, raised))).toMatchObject({
        status: 403,
        code: 'forbidden',
      });
    }
    const foreign = { ...tagged, origin: 'https://evil.example' };
    expect(await errorOf(await admin.send(method, API + path, body, foreign))).toMatchObject({
      status: 403,
      code: 'badOrigin',
    });
    const stranger = await fetch(proxy.url + API + path, {
      method,
      headers: { 'content-type': 'application/json', origin: proxy.url, ...tagged },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(stranger.status).toBe(401);
    expect(seen()).toEqual([]);
  });

  it.each([
    ['no JSON', 'POST', '/goods', '[{"goodId"', 'no JSON'],
    ['nothing', 'POST', '/goods', '', 'no JSON'],
    ['a record for a list', 'POST', '/goods', { goodId: '1' }, 'body: a list of records expected'],
    ['an empty list', 'POST', '/goods/replace', [], 'body: a list of records expected'],
    ['something else', 'POST', '/taxes', [{ taxId: '1' }, 7], '1: a record expected'],
    ['a list for a record', 'PUT', '/taxes?taxId=8285', [{ taxId: '8285' }], 'body: a record expected'],
    ['too many', 'POST', '/goods', Array.from({ length: 501 }, () => ({})), 'body: at most 500 records'],
    ['a secret', 'POST', '/goods', [{ sourcePassword: '1' }], '0.sourcePassword: may not be sent'],
    ['a secret', 'PUT', '/clients?clientId=7', { accessToken: '1' }, 'accessToken: may not be sent'],
    ['a secret', 'POST', '/clients', [{ sourcePassword: '1' }], '0.sourcePassword: may not be sent'],
    ['a secret', 'POST', '/permissions/replace', [{ token: '1' }], '0.token: may not be sent'],
    [
      'a courier’s secret in another place',
      'POST',
      '/couriers',
      [{ courierId: '9', sourcePassword: '1', more: { sourcePassword: '2' } }],
      '0.more.sourcePassword: may not be sent',
    ],
    [
      'a courier’s secret in another case',
      'POST',
      '/couriers/replace',
      [{ courierId: '100', SourcePassword: '1' }],
      '0.SourcePassword: may not be sent',
    ],
    [
      'another secret of a courier',
      'PUT',
      '/couriers?courierId=100',
      { password: '1' },
      'password: may not be sent',
    ],
    ['no text', 'POST', '/couriers', [{ sourcePassword: 1 }], '0.sourcePassword: text expected'],
    ['no text', 'PUT', '/couriers?courierId=100', { sourcePassword: {} }, 'sourcePassword: text expected'],
    [
      'endless',
      'POST',
      '/couriers',
      [{ sourcePassword: 'x'.repeat(201) }],
      '0.sourcePassword: text expected',
    ],
    [
      'none',
      'POST',
      '/couriers',
      [{ sourcePassword: '1' }, { courierId: '9' }],
      '1.sourcePassword: required',
    ],
    ['null', 'POST', '/couriers', [{ sourcePassword: null }], '0.sourcePassword: required'],
    ['blanks', 'POST', '/couriers', [{ sourcePassword: '  ' }], '0.sourcePassword: required'],
    ['nobody’s', 'POST', '/goods', [{ title: 'Новая' }], '0.goodId: required'],
    ['nobody’s', 'POST', '/goods/replace', [{ goodId: '1' }, { title: 'Новая' }], '1.goodId: required'],
    ['nobody’s', 'POST', '/taxes/replace', [{ taxId: '' }], '0.taxId: required'],
    ['nobody’s', 'POST', '/taxes/replace', [{ taxId: {} }], '0.taxId: required'],
    ['nobody’s', 'POST', '/couriers/replace', [{ courierId: ' ' }], '0.courierId: required'],
    ['twice the same', 'POST', '/goods/replace', [{ goodId: '1' }, { goodId: 1 }], '1.goodId: named twice'],
    ['any role’s', 'POST', '/permissions/replace', [{ actionId: 'cashOut' }], '0.roleId: required'],
    ['any right', 'POST', '/permissions/replace', [{ roleId: 908 }], '0.actionId: required'],
    ['untagged', 'PUT', '/taxes?taxId=8285', { title: '20%' }, 'if-match: the tag of the record as read'],
    [
      'of another',
      'PUT',
      '/taxes?taxId=8285',
      { taxId: '8286', title: '20%' },
      'taxId: not the record of the address',
    ],
    [
      'of a list of others',
      'PUT',
      '/couriers?courierId=100',
      { courierId: ['100'] },
      'courierId: not the record of the address',
    ],
  ])('is refused when its body is %s: %s %s', async (_name, method, path, body, message) => {
    const headers: Record<string, string> = message.startsWith('if-match') ? {} : { 'if-match': '"x"' };
    expect(await errorOf(await admin.send(method, API + path, body, headers))).toMatchObject({
      status: 400,
      code: 'invalid',
      message,
    });
    expect(seen()).toEqual([]);
  });

  it('must say that it is JSON, which a form of another site could not, unless it has no body', async () => {
    const headers = { 'content-type': 'text/plain' };
    const sent = await admin.send('POST', `${API}/taxes`, [{ taxId: '1' }], headers);
    expect(await errorOf(sent)).toMatchObject({ status: 400, code: 'invalid' });
    expect(seen()).toEqual([]);
    const bare = await fetch(`${proxy.url}${API}/licenses/close?deviceId=d1`, {
      method: 'POST',
      headers: { cookie: admin.cookie, origin: proxy.url },
    });
    expect(await bare.json()).toEqual({ gone: true });
  });
});

describe('one record', () => {
  it('is read anew each time, with a tag; null when there is none', async () => {
    const viewer = await proxy.signIn('viewer');
    for (let i = 0; i < 2; i += 1) {
      const response = await viewer.get(`${API}/goods?goodId=355866`);
      expect(response.headers.get('etag')).toMatch(/^"[\w-]{20,}"$/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ goodId: '355866', price: '179.50' });
    }
    expect(proxy.upstreams.count('GET', '/goods')).toBe(2);
    const none = await viewer.get(`${API}/taxes?taxId=1`);
    expect([none.status, none.headers.get('etag'), await none.json()]).toEqual([200, null, null]);
    expect(await (await viewer.get(`${API}/taxes?taxId=8285`)).json()).toEqual({ title: '10%' });
  });

  it('may come in a list of one, but never under another id', async () => {
    proxy.upstreams.bend.with = () => Response.json([{ goodId: 5, title: 'А' }]);
    const found = await admin.get(`${API}/goods?goodId=5`);
    expect(await found.json()).toEqual({ goodId: 5, title: 'А' });
    expect(await errorOf(await admin.get(`${API}/goods?goodId=6`))).toMatchObject({
      status: 502,
      code: 'upstreamFailed',
    });
    proxy.upstreams.bend.with = () => Response.json(['x']);
    expect((await admin.get(`${API}/goods?goodId=5`)).status).toBe(502);
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Обслуживание' });
    expect(await errorOf(await admin.get(`${API}/goods?goodId=5`))).toMatchObject({
      status: 422,
      message: 'Обслуживание',
    });
  });
});

describe('new and replaced records', () => {
  it.each(KEPT_LISTS)('arrive as they were sent, and are on the list at once: $path', async (list) => {
    const { path, idKey, secret } = list;
    const read = async () => (await admin.get(`${API}${path}`)).text();
    await read();
    const row = { [idKey]: '9', title: 'Новая', ...(secret && { [secret]: 'новый-пароль' }) };
    const posted = await admin.send('POST', API + path, [row]);
    expect([posted.status, await posted.json()]).toEqual([201, null]);
    expect(await read()).toContain('Новая');
    const replaced = await admin.send('POST', `${API}${path}/replace`, [{ ...row, title: 'Иная' }]);
    expect([replaced.status, await replaced.json()]).toEqual([201, null]);
    expect(await read()).toContain('Иная');
    expect(writes()).toMatchObject([
      { method: 'POST', path, query: {}, contentType: 'application/json' },
      { method: 'POST', path: `${path}/replace`, query: {} },
    ]);
    expect(writes()[0]?.authorization).toMatch(/^Bearer ireca-token/);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual([row]);
    expect(await read()).not.toMatch(/пароль|sourcePassword/);
  });

  it('pass on iRECA’s words, which may speak of something that a row names', async () => {
    proxy.upstreams.bend.with = () =>
      Response.json({ error: true, message: 'Налоговая ставка «1» не существует.' });
    expect(await errorOf(await admin.send('POST', `${API}/goods`, [{ goodId: '1' }]))).toMatchObject({
      status: 422,
      code: 'upstreamRefused',
      message: 'Налоговая ставка «1» не существует.',
    });
  });

  it('leave nothing remembered, not even of other lists, which may quote them', async () => {
    const paths = ['/goods', '/couriers', '/licenses', '/permissions?roleId=908&actionId=cashOut'];
    const readAll = async () => {
      for (const path of paths) await admin.get(API + path);
    };
    await readAll();
    await readAll();
    // All but the right, which is never remembered.
    expect(seen()).toHaveLength(paths.length + 1);
    for (const write of [
      () => admin.send('POST', `${API}/userRoles`, [{ roleId: 911, title: 'Стажёр' }]),
      () => admin.send('POST', `${API}/permissions/replace`, [{ roleId: 908, actionId: 'cashOut' }]),
      () => admin.send('DELETE', `${API}/userRoles?roleId=911`),
      () => admin.send('POST', `${API}/licenses/close?deviceId=none`),
    ]) {
      await write();
      seen().length = 0;
      await readAll();
      expect(seen()).toHaveLength(paths.length);
    }
  });

  it.each([
    ['/warehouses', 'warehouseId'],
    ['/specificities', 'specificityId'],
  ])('have the board looked at when orders quote them: %s', async (path, idKey) => {
    await admin.feed('orders');
    const lists = () =>
      seen().filter(({ path: at, query }) => at === '/orders' && query['orderId'] === undefined).length;
    const before = lists();
    await admin.send('POST', `${API}/taxes`, [{ taxId: '1' }]);
    await proxy.clock.advance(2_000);
    expect(lists()).toBe(before);
    await admin.send('POST', API + path, [{ [idKey]: '9', title: 'Новая' }]);
    await proxy.clock.advance(2_000);
    expect(lists()).toBe(before + 1);
  });

  it('that are couriers are known to the map at its next look', async () => {
    await admin.feed('positions');
    await proxy.clock.advance(50_000);
    const asked = () =>
      seen()
        .filter(({ path }) => path === '/locations')
        .map(({ query }) => query['courierId']);
    await admin.get(`${API}/couriers`);
    const row = { courierId: '150', title: 'Новый Курьер', sourcePassword: 'новый-пароль' };
    await admin.send('POST', `${API}/couriers`, [row]);
    await admin.send('DELETE', `${API}/couriers?courierId=101`);
    seen().length = 0;
    await admin.feed('positions');
    await proxy.clock.advance(30_000);
    expect(asked()).toContain('150');
    expect(asked()).not.toContain('101');
  });
});

describe('a change of a record', () => {
  const GOOD = '/goods?goodId=355866';
  const put = (path: string, body: unknown, ifMatch: string) =>
    admin.send('PUT', API + path, body, { 'if-match': ifMatch });

  it('is written over the reading it was made from, and read back', async () => {
    const mine = await tagOf(GOOD);
    seen().length = 0;
    const response = await put(GOOD, { goodId: '355866', title: 'Варенье', price: 180 }, mine);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ goodId: '355866', title: 'Варенье', price: 180, isActive: 1 });
    expect(response.headers.get('etag')).not.toBe(mine);
    expect(response.headers.get('etag')).toBe(await tagOf(GOOD));
    expect(seen().map(({ method, query }) => [method, query])).toEqual([
      ['GET', { goodId: '355866' }],
      ['PUT', { goodId: '355866' }],
      ['GET', { goodId: '355866' }],
      ['GET', { goodId: '355866' }],
    ]);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({ goodId: '355866', title: 'Варенье', price: 180 });
  });

  it('may leave its own id out', async () => {
    const tax = '/taxes?taxId=8285';
    const response = await put(tax, { title: '10%/110%' }, await tagOf(tax));
    expect(await response.json()).toEqual({ title: '10%/110%' });
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({ title: '10%/110%' });
    expect((await put(tax, { taxId: 8285, title: '0%' }, await tagOf(tax))).status).toBe(200);
  });

  it('is stale when somebody else has changed it since, or under what is not the tag of the reading', async () => {
    const mine = await tagOf(GOOD);
    for (const ifMatch of ['*', 'x', `${mine}, "x"`, mine.slice(1, -1)]) {
      expect(await errorOf(await put(GOOD, { title: 'Моё' }, ifMatch))).toMatchObject({ code: 'stale' });
    }
    Object.assign(rowsOf('goods')[0] ?? {}, { price: 200 });
    expect(await errorOf(await put(GOOD, { title: 'Моё' }, mine))).toMatchObject({
      status: 412,
      code: 'stale',
      system: 'ireca',
    });
    expect(writes()).toEqual([]);
    expect((await put(GOOD, { title: 'Моё' }, `W/${await tagOf(GOOD)}`)).status).toBe(200);
  });

  it('of two made from one reading only the first is written; another record does not wait', async () => {
    const mine = await tagOf(GOOD);
    const tax = '/taxes?taxId=8285';
    const taxTag = await tagOf(tax);
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method, path }) => (method === 'PUT' && path === '/goods' ? gate : null);
    const both = Promise.all([put(GOOD, { title: 'А' }, mine), put(GOOD, { title: 'Б' }, mine)]);
    await expect.poll(() => proxy.upstreams.count('PUT', '/goods')).toBe(1);
    expect((await put(tax, { title: '0%' }, taxTag)).status).toBe(200);
    open();
    expect((await both).map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(proxy.upstreams.count('PUT', '/goods')).toBe(1);
  });

  it('of a record that is gone says so; one that cannot be read first is not written', async () => {
    const mine = await tagOf(GOOD);
    rowsOf('goods').length = 0;
    expect(await errorOf(await put(GOOD, { title: 'Моё' }, mine))).toMatchObject({
      status: 404,
      code: 'upstreamRefused',
    });
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Обслуживание' });
    expect(await errorOf(await put(GOOD, { title: 'Моё' }, mine))).toMatchObject({ message: 'Обслуживание' });
    expect(writes()).toEqual([]);
  });

  it('keeps what no reading gives out because of its name', async () => {
    Object.assign(rowsOf('goods').find(({ goodId }) => String(goodId) === GOOD.split('=')[1]) ?? {}, {
      egaisToken: 'т-7',
    });
    expect((await put(GOOD, { title: 'Моё' }, await tagOf(GOOD))).status).toBe(200);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({ title: 'Моё', egaisToken: 'т-7' });
    expect(await (await admin.get(API + GOOD)).text()).not.toMatch(/egais|т-7/);
  });

  it('that names something missing is refused, and does not make the record itself a missing one', async () => {
    const mine = await tagOf(GOOD);
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT'
        ? Response.json({ error: true, message: 'Ставка не существует' }, { status: 404 })
        : null;
    expect(await errorOf(await put(GOOD, { taxId: '1' }, mine))).toMatchObject({
      status: 422,
      message: 'Ставка не существует',
    });
  });

  it('answers null when it could not be read back, and is never sent twice', async () => {
    const mine = await tagOf(GOOD);
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'GET' && writes().length > 0 ? new Response('<html>', { status: 500 }) : null;
    const response = await put(GOOD, { title: 'Моё' }, mine);
    expect([response.status, await response.json(), response.headers.get('etag')]).toEqual([200, null, null]);
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'PUT' ? new Response('<html>', { status: 502 }) : null;
    expect((await put(GOOD, { title: 'Опять' }, await tagOf(GOOD))).status).toBe(502);
    expect(writes()).toHaveLength(2);
  });

  it.each([
    ['PUT', '/goods?goodId=', {}],
    ['POST', '/goods', [{ goodId: '9', title: 'Новый' }]],
    ['POST', '/goods/replace', [{ goodId: '9', title: 'Новый' }]],
    ['DELETE', '/taxes?taxId=8285', undefined],
    ['POST', '/licenses/close?deviceId=d1', undefined],
    ['POST', '/permissions/replace', [{ roleId: '1', actionId: 'cashIn', isAllowed: '1' }]],
  ])('is open after a crash in an unknown form, and refused in the known one: %s %s', async (...call) => {
    const [method, path, body] = call;
    const isChange = method === 'PUT';
    const headers = isChange ? { 'if-match': await tagOf(GOOD) } : undefined;
    const write = async () =>
      errorOf(await admin.send(method, isChange ? API + GOOD : API + path, body, headers));
    const answers = [
      [() => new Response('<html>', { status: 500 }), 502, 'upstreamFailed', null],
      [() => Response.json({ message: 'not found' }, { status: 503 }), 502, 'upstreamFailed', 'not found'],
      [() => Response.json({ error: true, message: 'Нет' }, { status: 504 }), 502, 'upstreamFailed', 'Нет'],
      [() => Response.json({ error: true, message: 'Нет' }, { status: 500 }), 422, 'upstreamRefused', 'Нет'],
    ] as const;
    for (const [answer, status, code, message] of answers) {
      proxy.upstreams.bend.with = (seen) => (seen.method === 'GET' ? null : answer());
      expect(await write()).toMatchObject({ status, code, message, system: 'ireca' });
    }
    expect(writes()).toHaveLength(answers.length);
  });

  it('is surely not done when the record could not be read first', async () => {
    const mine = await tagOf(GOOD);
    proxy.upstreams.bend.with = () => new Response('<html>', { status: 500 });
    expect(await errorOf(await put(GOOD, { title: 'Моё' }, mine))).toMatchObject({
      status: 422,
      code: 'upstreamRefused',
    });
    expect(writes()).toEqual([]);
  });
});

describe('a removal', () => {
  it('is read back: the record is gone, or stands there as deleted', async () => {
    const tax = await admin.send('DELETE', `${API}/taxes?taxId=8285`);
    expect([tax.status, await tax.json()]).toEqual([200, { gone: true, record: null }]);
    const warehouse = await admin.send('DELETE', `${API}/warehouses?warehouseId=1100`);
    expect(await warehouse.json()).toEqual({
      gone: true,
      record: { warehouseId: '1100', title: 'Петроградский склад', isActive: 0 },
    });
    expect(writes()).toMatchObject([
      { method: 'DELETE', path: '/taxes', query: { taxId: '8285' }, body: '' },
      { method: 'DELETE', path: '/warehouses', query: { warehouseId: '1100' }, body: '' },
    ]);
  });

  it('of what is not there says so', async () => {
    expect(await errorOf(await admin.send('DELETE', `${API}/taxes?taxId=1`))).toMatchObject({
      status: 404,
      code: 'upstreamRefused',
      message: 'Модель не существует',
    });
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Модель не существует' });
    expect((await admin.send('DELETE', `${API}/taxes?taxId=1`)).status).toBe(404);
    proxy.upstreams.bend.with = () => Response.json({ error: true, message: 'Нельзя удалить' });
    expect(await errorOf(await admin.send('DELETE', `${API}/taxes?taxId=1`))).toMatchObject({
      status: 422,
      message: 'Нельзя удалить',
    });
  });

  /** The upstream accepts the removal and does nothing. */
  const ignored = () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : null;
  };

  it('that iRECA accepted without doing it is said to be so after a second look', async () => {
    ignored();
    const removing = admin.send('DELETE', `${API}/taxes?taxId=8285`);
    await expect.poll(() => proxy.upstreams.count('GET', '/taxes')).toBe(1);
    await vi.waitFor(async () => {
      await proxy.clock.advance(1_000);
      expect(proxy.upstreams.count('GET', '/taxes')).toBe(2);
    });
    expect(await (await removing).json()).toEqual({ gone: false, record: { title: '10%' } });
    expect(proxy.upstreams.count('DELETE', '/taxes')).toBe(1);
  });

  it('that took a moment is seen at the second look', async () => {
    ignored();
    const removing = admin.send('DELETE', `${API}/taxes?taxId=8285`);
    await expect.poll(() => proxy.upstreams.count('GET', '/taxes')).toBe(1);
    rowsOf('taxes').length = 0;
    await vi.waitFor(async () => {
      await proxy.clock.advance(1_000);
      expect(proxy.upstreams.count('GET', '/taxes')).toBe(2);
    });
    expect(await (await removing).json()).toEqual({ gone: true, record: null });
  });

  it('is not known when it could not be read back', async () => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'GET' ? new Response(null, { status: 500 }) : null;
    const removed = await admin.send('DELETE', `${API}/taxes?taxId=8285`);
    expect(await removed.json()).toEqual({ gone: null, record: null });
  });
});

describe('licences and permissions', () => {
  it('a licence is freed by its device, and read anew', async () => {
    await admin.get(`${API}/licenses`);
    const freed = await admin.send('POST', `${API}/licenses/close?deviceId=d1`);
    expect([freed.status, await freed.json()]).toEqual([200, { gone: true }]);
    expect(writes()).toMatchObject([{ path: '/licenses/close', query: { deviceId: 'd1' }, body: '' }]);
    expect(await (await admin.get(`${API}/licenses`)).json()).toMatchObject({ licenses: [] });
    expect((await admin.send('POST', `${API}/licenses/close?deviceId=d1`)).status).toBe(404);
  });

  it.each([
    ['still open', null, false],
    ['unreadable', () => new Response(null, { status: 500 }), null],
    ['no list', () => Response.json('x'), null],
  ])('a licence that is %s afterwards is not said to be free', async (_name, answer, gone) => {
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'POST' ? new Response(null, { status: 204 }) : (answer?.() ?? null);
    const closing = admin.send('POST', `${API}/licenses/close?deviceId=d1`);
    await expect.poll(() => proxy.upstreams.count('GET', '/licenses')).toBe(1);
    let done = false;
    void closing.then(() => (done = true));
    await vi.waitFor(async () => {
      await proxy.clock.advance(1_000);
      expect(done).toBe(true);
    });
    expect(await (await closing).json()).toEqual({ gone });
  });

  it('a permission is set, and read as it is now', async () => {
    const viewer = await proxy.signIn('viewer');
    const read = async () =>
      (await viewer.get(`${API}/permissions?roleId=908&actionId=cashOut`)).json() as Promise<unknown>;
    expect(await read()).toMatchObject([{ isAllowed: '1' }]);
    const rows = [{ roleId: 908, actionId: 'cashOut', isAllowed: '0' }];
    const set = await admin.send('POST', `${API}/permissions/replace`, rows);
    expect([set.status, await set.json()]).toEqual([201, null]);
    expect(await read()).toMatchObject([{ isAllowed: '0' }]);
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual(rows);
  });
});

describe('a proxy that stops', () => {
  it('brings to its end what has begun, and begins nothing', async () => {
    const tax = '/taxes?taxId=8285';
    const headers = { 'if-match': await tagOf(tax) };
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ method }) => (method === 'PUT' ? gate : null);
    const begun = admin.send('PUT', API + tax, { title: '0%' }, headers);
    await expect.poll(() => writes().length).toBe(1);
    const inLine = admin.send('PUT', API + tax, { title: '20%' }, headers);
    // A request that is answered after it: by then it stands in line.
    await admin.get('/api/config');
    const closed = proxy.close();
    for (const [method, path, body] of VERBS) {
      const response = await admin.send(method, API + path, body, headers);
      expect(await errorOf(response)).toMatchObject({ status: 503, code: 'stopping' });
    }
    open();
    expect((await begun).status).toBe(200);
    expect(await errorOf(await inLine)).toMatchObject({ code: 'stopping' });
    await closed;
    expect(rowsOf('taxes')).toEqual([{ taxId: '8285', title: '0%' }]);
    expect(writes()).toHaveLength(1);
  });
});
