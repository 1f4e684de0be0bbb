/** Who may do what to the lists of iRECA, asked of the proxy directly: no screen stands in between. */
import { expect, test } from './fixtures.ts';
import { LOGINS, PASSWORD } from './stack.ts';
import type { Stack } from './stack.ts';

test.use({ stackOptions: { orders: 30, couriers: 4 } });

type Row = Record<string, unknown>;
type Who = 'viewer' | 'dispatcher' | 'admin';
type Answer = { status: number; json: unknown; text: string; etag: string };
type Caller = (method: string, path: string, body?: unknown, ifMatch?: string) => Promise<Answer>;

/** Signed in without a browser; every answer is also kept in `told`. */
async function person(stack: Stack, who: Who | null, told: string[] = []): Promise<Caller> {
  const origin = { origin: stack.url, 'content-type': 'application/json' };
  let cookie = '';
  if (who) {
    const body = JSON.stringify({ login: LOGINS[who], password: PASSWORD });
    const response = await fetch(`${stack.url}/api/session`, { method: 'POST', headers: origin, body });
    cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }
  return async (method, path, body, ifMatch) => {
    const response = await fetch(`${stack.url}/api/ireca${path}`, {
      method,
      headers: { ...origin, cookie, ...(ifMatch && { 'if-match': ifMatch }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    told.push(text, JSON.stringify([...response.headers]));
    const json = text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : null;
    return { status: response.status, json, text, etag: response.headers.get('etag') ?? '' };
  };
}

/** Each list: the name of its ids, and a row as the API text wants it. `kept`: a deleted row stays, inactive. */
const LISTS: { path: string; idKey: string; row: Row; paged?: true; kept?: true }[] = [
  {
    path: '/goods',
    idKey: 'goodId',
    row: { parentId: null, taxId: '8284', title: 'Новое', price: 179.5 },
    paged: true,
    kept: true,
  },
  {
    path: '/specificities',
    idKey: 'specificityId',
    row: { parentId: null, title: 'Новое', price: 10.5 },
    paged: true,
    kept: true,
  },
  { path: '/warehouses', idKey: 'warehouseId', row: { title: 'Новое' }, paged: true, kept: true },
  {
    path: '/couriers',
    idKey: 'courierId',
    row: { title: 'Новое', email: 'c@example.ru', phone: '+79062893689', sourcePassword: 'kd-brand-new' },
  },
  { path: '/userRoles', idKey: 'roleId', row: { title: 'Новое' }, kept: true },
  {
    path: '/clients',
    idKey: 'clientId',
    row: { title: 'Новое', firstname: 'Дмитрий', lastname: 'Новиков', birthday: '1989-03-11' },
  },
  { path: '/suppliers', idKey: 'supplierId', row: { title: 'Новое' }, paged: true },
  { path: '/orderReturnReasons', idKey: 'reasonId', row: { title: 'Новое' } },
  { path: '/paymentTypes', idKey: 'paymentTypeId', row: { title: 'Новое', closeTypeId: 2 } },
  { path: '/taxes', idKey: 'taxId', row: { title: 'Новое' } },
];
const ID = '987001';

/** Every writing verb of every list, on a row that is there. */
const WRITES = LISTS.flatMap(({ path, idKey, row }) => {
  const sent = { [idKey]: ID, ...row };
  return [
    ['POST', path, [sent]],
    ['POST', `${path}/replace`, [sent]],
    ['PUT', `${path}?${idKey}=${ID}`, sent],
    ['DELETE', `${path}?${idKey}=${ID}`, undefined],
  ] as const;
});
const OTHER_WRITES = [
  ['POST', '/licenses/close?deviceId=5e3b391b7ab1e700', undefined],
  ['POST', '/permissions/replace', [{ roleId: 908, actionId: 'cashOut', isAllowed: '1' }]],
  [
    'POST',
    '/atolOnlineSettings/replace',
    {
      settingId: 1,
      login: 'shop',
      password: 'atol-password-1',
      kktGroup: 'group',
      isProduction: 0,
      company: { inn: '7801234564', taxSystem: 'osn' },
    },
  ],
] as const;
const READS = [
  ...LISTS.map(({ path, paged }) => (paged ? `${path}?page=0&count=500` : path)),
  ...LISTS.map(({ path, idKey }) => `${path}?${idKey}=${ID}`),
  '/couriers?courierId=55752',
  '/licenses',
  '/permissions?roleId=908&actionId=cashOut',
  '/bankTerminalLogs?courierId=55752&page=0&count=500',
  '/fiscalRegistratorLogs?courierId=55752&page=0&count=500',
  '/correctionReceipts?courierId=55752&page=0&count=20',
  '/correctionReceipts?page=0&count=20',
  ...['orderStatuses', 'orderDeliveryStatuses', 'closeTypes', 'taxTypes', 'goodCalcTypes', 'permissions'].map(
    (name) => `/dictionary/${name}`,
  ),
];

test('everybody who is signed in reads every list, and nobody else', async ({ stack }) => {
  const stranger = await person(stack, null);
  for (const path of READS) expect([path, (await stranger('GET', path)).status]).toEqual([path, 401]);
  for (const who of ['viewer', 'dispatcher', 'admin'] as const) {
    const call = await person(stack, who);
    for (const path of READS) {
      const { status, text } = await call('GET', path);
      expect([who, path, status]).toEqual([who, path, 200]);
      expect(text).not.toMatch(/sourcePassword|kd-/);
    }
  }
});

test('viewers and dispatchers keep no list, and nothing of what they try goes upstream', async ({
  stack,
  ireca,
}) => {
  const { licenses } = (await (await person(stack, 'viewer'))('GET', '/licenses')).json as {
    licenses: Row[];
  };
  for (const who of ['viewer', 'dispatcher', null] as const) {
    const call = await person(stack, who);
    await ireca.forget();
    for (const [method, path, body] of [...WRITES, ...OTHER_WRITES]) {
      if (who === 'dispatcher' && method === 'POST' && path === '/clients') continue;
      const { status, json } = await call(method, path, body, '"x"');
      expect([who, method, path, status]).toEqual([who, method, path, who ? 403 : 401]);
      expect(json).toMatchObject({ error: { code: who ? 'forbidden' : 'unauthenticated' } });
    }
    expect((await ireca.received()).filter(({ method }) => method !== 'GET')).toEqual([]);
  }
  for (const { path } of LISTS) expect(await ireca.list(path.slice(1))).not.toHaveProperty(ID);
  expect((await (await person(stack, 'admin'))('GET', '/licenses')).json).toMatchObject({ licenses });
});

test('what is no verb of a list is refused to admins too', async ({ stack, ireca }) => {
  const admin = await person(stack, 'admin');
  await ireca.forget();
  for (const { path, idKey, row } of LISTS) {
    for (const [method, target, body] of [
      ['PATCH', `${path}?${idKey}=${ID}`, row],
      ['PUT', path, row],
      ['PUT', `${path}?${idKey}=`, row],
      ['PUT', `${path}?${idKey}=${ID}&${idKey}=1`, row],
      ['PUT', `${path}?id=${ID}`, row],
      ['PUT', `${path}/replace`, [row]],
      ['POST', `${path}?${idKey}=${ID}`, [row]],
      ['POST', `${path}/${ID}`, [row]],
      ['DELETE', path, undefined],
      ['DELETE', `${path}?${idKey}=`, undefined],
      ['DELETE', `${path}/replace?${idKey}=${ID}`, undefined],
    ] as const) {
      const { status, json } = await admin(method, target, body, '"x"');
      expect([method, target, status]).toEqual([method, target, 404]);
      expect(json).toMatchObject({ error: { code: 'notAllowed' } });
    }
    const untagged = await admin('PUT', `${path}?${idKey}=${ID}`, row);
    expect([path, untagged.status]).toEqual([path, 400]);
  }
  for (const [method, target, body] of [
    ['POST', '/licenses/close', undefined],
    ['POST', '/licenses/callback', { url: 'http://evil.example', isActive: 1 }],
    ['DELETE', '/licenses?deviceId=1', undefined],
    ['GET', '/permissions', undefined],
    ['POST', '/permissions', []],
    ['POST', '/dictionary/permissions', []],
    ['GET', '/bankTerminalLogs?page=0&count=500', undefined],
    ['GET', '/atolOnlineSettings', undefined],
    ['GET', '/atolOnlineSettings/replace', undefined],
    ['PUT', '/atolOnlineSettings/replace', {}],
    ['POST', '/pechka54Settings', {}],
    ['DELETE', '/orders?orderId=1', undefined],
  ] as const) {
    expect([target, (await admin(method, target, body)).status]).toEqual([target, 404]);
  }
  expect(await ireca.received()).toEqual([]);
});

test('the settings of fiscal printing are the admin’s, and their password comes back to nobody', async ({
  stack,
  ireca,
  leaks,
}) => {
  const [, , [method, path, settings]] = OTHER_WRITES;
  leaks.add(settings.password);
  for (const who of ['viewer', 'dispatcher'] as const) {
    expect((await (await person(stack, who))('GET', '/pechka54Settings')).status).toBe(403);
  }
  const told: string[] = [];
  const admin = await person(stack, 'admin', told);
  expect(await admin('GET', '/pechka54Settings')).toMatchObject({
    status: 200,
    json: { url: expect.stringMatching(/^https:/) as unknown },
  });
  expect(await admin(method, path, settings)).toMatchObject({ status: 201, text: 'null' });
  expect(await ireca.atol()).toEqual(settings);
  await ireca.fault({ kind: 'status', path, status: 422, message: `Неверный пароль ${settings.password}` });
  expect(await admin(method, path, settings)).toMatchObject({
    status: 422,
    json: { error: { message: 'Неверный пароль …' } },
  });
  expect(told.join()).not.toContain(settings.password);
  expect(stack.log().join()).not.toContain(settings.password);
});

for (const { path, idKey, row, kept } of LISTS) {
  test(`an admin keeps ${path}: created, read, changed, replaced, deleted`, async ({ stack, ireca }) => {
    const told: string[] = [];
    const admin = await person(stack, 'admin', told);
    const one = `${path}?${idKey}=${ID}`;
    const list = path.slice(1);
    const sent = { [idKey]: ID, ...row };
    const stored = async () => (await ireca.list(list))[ID];
    await ireca.forget();

    expect(await admin('POST', path, [sent])).toMatchObject({ status: 201, text: 'null' });
    expect(await stored()).toMatchObject(row);

    const read = await admin('GET', one);
    expect(read).toMatchObject({ status: 200, json: { title: 'Новое' } });
    expect(read.etag).not.toBe('');
    const { sourcePassword: _left, ...open } = row;
    const changed = await admin('PUT', one, { ...open, title: 'Иное' }, read.etag);
    expect(changed).toMatchObject({ status: 200, json: { title: 'Иное' } });
    // The password was left out, and the old one is still there.
    expect(await stored()).toMatchObject({ ...row, title: 'Иное' });

    await ireca.changeRow(list, ID, { title: 'Чужое' });
    const stale = await admin('PUT', one, { ...open, title: 'Моё' }, changed.etag);
    expect(stale).toMatchObject({ status: 412, json: { error: { code: 'stale' } } });

    const replaced = [{ [idKey]: ID, ...open, title: 'Заменено' }];
    expect(await admin('POST', `${path}/replace`, replaced)).toMatchObject({ status: 201, text: 'null' });
    expect(await stored()).toMatchObject({ ...row, title: 'Заменено' });

    const removed = await admin('DELETE', one);
    expect(removed).toMatchObject({ status: 200, json: { gone: true } });
    if (kept) expect(await stored()).toMatchObject({ isActive: 0 });
    else expect(await stored()).toBeUndefined();

    const writes = (await ireca.received()).filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, path: at, query, status }) => [method, at, query, status])).toEqual([
      ['POST', path, '', 201],
      ['PUT', path, `${idKey}=${ID}`, 204],
      ['POST', `${path}/replace`, '', 204],
      ['DELETE', path, `${idKey}=${ID}`, 204],
    ]);
    expect(writes[0]?.body).toEqual([sent]);
    expect(writes[1]?.body).toEqual({ ...row, title: 'Иное' });
    expect(writes[2]?.body).toEqual([{ ...sent, title: 'Заменено' }]);
    expect(told.join('\n')).not.toMatch(/sourcePassword|kd-/);
  });
}

test('a courier keeps the password that nobody sees, until a new one is given', async ({ stack, ireca }) => {
  const told: string[] = [];
  const admin = await person(stack, 'admin', told);
  const one = '/couriers?courierId=55752';
  const seeded = (await ireca.list('couriers'))['55752'];
  expect(seeded?.sourcePassword).toMatch(/^kd-/);
  const { json } = await admin('GET', one);
  for (const sourcePassword of [undefined, null, '']) {
    await ireca.forget();
    const body = { ...(json as Row), sourcePassword };
    const { status } = await admin('PUT', one, body, (await admin('GET', one)).etag);
    expect(status).toBe(200);
    const [arrived] = await ireca.received('PUT', /^\/couriers$/);
    expect(arrived?.body).toMatchObject({ courierId: '55752', sourcePassword: seeded?.sourcePassword });
  }
  const { etag } = await admin('GET', one);
  const body = { ...(json as Row), sourcePassword: 'kd-new-password' };
  expect((await admin('PUT', one, body, etag)).status).toBe(200);
  expect((await ireca.list('couriers'))['55752']).toMatchObject({ sourcePassword: 'kd-new-password' });
  await ireca.fault({ kind: 'error200', method: 'PUT', message: 'Пароль kd-newer-password плох' });
  const refused = await admin('PUT', one, { ...body, sourcePassword: 'kd-newer-password' }, etag);
  expect(refused).toMatchObject({ status: 422, json: { error: { message: 'Пароль … плох' } } });
  const lacking = await admin('POST', '/couriers', [{ courierId: '1', title: 'А' }]);
  expect(lacking).toMatchObject({ status: 400, json: { error: { message: '0.sourcePassword: required' } } });
  const missing = await admin('PUT', '/couriers?courierId=1', { title: 'А' }, etag);
  expect(missing.status).toBe(404);
  expect(told.join('\n')).not.toMatch(/"sourcePassword"|kd-/);
});

test('a licence is freed, a permission set, and a client made by a dispatcher', async ({ stack, ireca }) => {
  const admin = await person(stack, 'admin');
  const used = async () => ((await admin('GET', '/licenses')).json as { licenses: Row[] }).licenses;
  const [first] = await used();
  const device = `/licenses/close?deviceId=${String(first?.deviceId)}`;
  expect(await admin('POST', device)).toMatchObject({ status: 200, json: { gone: true } });
  expect((await used()).map(({ deviceId }) => deviceId)).not.toContain(first?.deviceId);
  expect((await admin('POST', device)).status).toBe(404);
  await ireca.fault({ kind: 'ignore', method: 'POST', path: '/licenses/close' });
  const [second] = await used();
  const ignored = await admin('POST', `/licenses/close?deviceId=${String(second?.deviceId)}`);
  expect(ignored).toMatchObject({ status: 200, json: { gone: false } });

  const right = '/permissions?roleId=908&actionId=cashOut';
  for (const isAllowed of ['1', '0']) {
    const rows = [{ roleId: 908, actionId: 'cashOut', isAllowed }];
    expect(await admin('POST', '/permissions/replace', rows)).toMatchObject({ status: 201, text: 'null' });
    expect((await admin('GET', right)).json).toMatchObject([{ isAllowed }]);
  }

  const dispatcher = await person(stack, 'dispatcher');
  const client = LISTS.find(({ path }) => path === '/clients')?.row;
  const made = await dispatcher('POST', '/clients', [{ clientId: ID, ...client }]);
  expect(made).toMatchObject({ status: 201, text: 'null' });
  expect((await ireca.list('clients'))[ID]).toMatchObject(client ?? {});
});

test('a password that was told would be found', async ({ page, stack, ireca, leaks }) => {
  const password = String((await ireca.list('couriers'))['55752']?.sourcePassword);
  for (const [name, json] of [
    ['key', { sourcePassword: '' }],
    ['value', { message: `Пароль ${password}` }],
    ['nothing', { message: 'Пароль' }],
  ] as const) {
    await page.route(`**/api/${name}`, (route) => route.fulfill({ json }));
  }
  await page.goto(stack.url);
  await page.evaluate(async () => {
    for (const name of ['key', 'value', 'nothing']) await (await fetch(`/api/${name}`)).text();
  });
  await expect
    .poll(async () => (await leaks.found()).map((where) => where.split('/').at(-1)))
    .toEqual(['key', 'value']);
  leaks.forget();
  expect(await leaks.found()).toEqual([]);
  // What a test asks for by itself is looked through as well; iRECA itself does tell.
  const { url, token } = stack.simulators.ireca;
  await page.request.get(`${url}/couriers`, { headers: { authorization: `Bearer ${token}` } });
  expect(await leaks.found()).toEqual([`GET ${url}/couriers`]);
  leaks.forget();
});
