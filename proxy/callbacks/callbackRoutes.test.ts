import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallbacksAnswer } from '#src/contracts/callbacks.ts';
import { callbacksSchema } from '#src/contracts/callbacks.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { CALLBACK_SECRET, START, startTestProxy } from '#proxy/testing/startTestProxy.ts';

const PUBLIC_URL = 'https://pult.example/desk';
const NEVER = { state: 'unknown', switchedAt: null, switchedBy: null, outdated: false, lastCallAt: null };

let dir: string;
let proxies: TestProxy[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pult-callbacks-'));
  proxies = [];
});
afterEach(async () => {
  for (const proxy of proxies) await proxy.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A proxy, its admin, and an iRECA that accepts callbacks. */
async function start(env: Record<string, string> = {}): Promise<{ proxy: TestProxy; admin: SignedIn }> {
  const proxy = await startTestProxy({ env: { PUBLIC_URL, DATA_DIR: dir, ...env } });
  proxies.push(proxy);
  proxy.upstreams.bend.with = ({ path }) =>
    path.endsWith('/callback') ? new Response(null, { status: 201 }) : null;
  return { proxy, admin: await proxy.signIn('admin') };
}
const read = async (who: SignedIn): Promise<CallbacksAnswer> =>
  callbacksSchema.parse(await (await who.get('/api/callbacks')).json());
const switchIt = (who: SignedIn, kind: string, isActive: boolean) =>
  who.send('POST', '/api/callbacks', { kind, isActive });
const told = ({ upstreams }: TestProxy) =>
  upstreams.seen
    .filter(({ path }) => path.endsWith('/callback'))
    .map(({ method, path, body }) => ({ method, path, body: JSON.parse(body) as unknown }));

describe('GET /api/callbacks', () => {
  it('says that nothing is known at first, and where iRECA would call, without the secret', async () => {
    const { admin } = await start();
    const text = await (await admin.get('/api/callbacks')).text();
    expect(callbacksSchema.parse(JSON.parse(text))).toEqual({
      missing: [],
      local: false,
      refused: 0,
      lastRefusedAt: null,
      kinds: {
        orders: { ...NEVER, url: `${PUBLIC_URL}/callbacks/ireca/orders/…`, lastCallWorth: null, calls: 0 },
        licenses: {
          ...NEVER,
          url: `${PUBLIC_URL}/callbacks/ireca/licenses/…`,
          lastCallWorth: null,
          calls: 0,
        },
      },
    });
    expect(text).not.toContain(CALLBACK_SECRET);
  });

  it.each(['viewer', 'dispatcher'])('is not for a %s, neither to read nor to switch', async (login) => {
    const { proxy } = await start();
    const who = await proxy.signIn(login);
    expect((await who.get('/api/callbacks')).status).toBe(403);
    expect((await switchIt(who, 'orders', true)).status).toBe(403);
    expect(told(proxy)).toEqual([]);
  });

  it('says which settings are missing', async () => {
    const { admin } = await start({ PUBLIC_URL: '', CALLBACK_SECRET: '' });
    expect(await read(admin)).toMatchObject({
      missing: ['PUBLIC_URL', 'CALLBACK_SECRET'],
      local: false,
      kinds: { orders: { url: null } },
    });
  });

  it.each([
    ['http://localhost:8080', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://127.0.0.1.example', false],
    ['https://localhost.example', false],
  ])('says whether %s is this machine', async (url, local) => {
    const { admin } = await start({ PUBLIC_URL: url });
    expect((await read(admin)).local).toBe(local);
  });
});

describe('POST /api/callbacks', () => {
  it('tells iRECA the address with the secret, and the browser without it', async () => {
    const { proxy, admin } = await start();
    const on = await switchIt(admin, 'orders', true);
    expect(on.status).toBe(200);
    const text = await on.text();
    expect(text).not.toContain(CALLBACK_SECRET);
    expect(callbacksSchema.parse(JSON.parse(text)).kinds).toMatchObject({
      orders: { state: 'on', switchedAt: START, switchedBy: 'Фамилия-admin', outdated: false },
      licenses: { state: 'unknown', switchedAt: null },
    });
    await proxy.clock.advance(60_000);
    await switchIt(admin, 'licenses', true);
    await switchIt(admin, 'orders', false);
    expect(told(proxy)).toEqual([
      {
        method: 'POST',
        path: '/orders/callback',
        body: { url: `${PUBLIC_URL}/callbacks/ireca/orders/${CALLBACK_SECRET}`, isActive: 1 },
      },
      {
        method: 'POST',
        path: '/licenses/callback',
        body: { url: `${PUBLIC_URL}/callbacks/ireca/licenses/${CALLBACK_SECRET}`, isActive: 1 },
      },
      {
        method: 'POST',
        path: '/orders/callback',
        body: { url: `${PUBLIC_URL}/callbacks/ireca/orders/${CALLBACK_SECRET}`, isActive: 0 },
      },
    ]);
    expect((await read(admin)).kinds).toMatchObject({
      orders: { state: 'off', switchedAt: START + 60_000 },
      licenses: { state: 'on', switchedAt: START + 60_000 },
    });
    expect(proxy.log()).not.toContain(CALLBACK_SECRET);
  });

  it('shows the last call and how many there were', async () => {
    const { proxy, admin } = await start();
    const path = `/callbacks/ireca/orders/${CALLBACK_SECRET}`;
    const call = (body: string) => fetch(`${proxy.url}${path}`, { method: 'POST', body });
    await call('{"items": [{"orderId": 1}]}');
    expect((await read(admin)).kinds.orders).toMatchObject({ lastCallAt: START, lastCallWorth: 'named' });
    await proxy.clock.advance(5_000);
    await call('?');
    expect((await read(admin)).kinds.orders).toMatchObject({
      lastCallAt: START + 5_000,
      lastCallWorth: 'unreadable',
      calls: 2,
    });
  });

  it.each([
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ CALLBACK_SECRET: '' }, 'CALLBACK_SECRET'],
  ])('refuses without %j, by the name of the setting', async (env, name) => {
    const { proxy, admin } = await start(env);
    const response = await switchIt(admin, 'orders', true);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('invalid');
    expect(error.message).toContain(name);
    expect(told(proxy)).toEqual([]);
  });

  it.each([
    [{ kind: 'goods', isActive: true }, 'kind'],
    [{ kind: 'orders', isActive: 1 }, 'isActive'],
    [{ kind: 'orders' }, 'isActive'],
    [[], 'body'],
  ])('refuses %j', async (body, place) => {
    const { proxy, admin } = await start();
    const response = await admin.send('POST', '/api/callbacks', body);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(place);
    expect(told(proxy)).toEqual([]);
  });

  it('refuses another site’s page', async () => {
    const { proxy, admin } = await start();
    const body = { kind: 'orders', isActive: true };
    const headers = { origin: 'https://evil.example' };
    expect((await admin.send('POST', '/api/callbacks', body, headers)).status).toBe(403);
    expect(told(proxy)).toEqual([]);
  });

  it.each([200, 400])(
    'passes iRECA’s own words on without the secret, and keeps what it knew (%s)',
    async (status) => {
      const { proxy, admin } = await start();
      await switchIt(admin, 'orders', true);
      proxy.upstreams.bend.with = ({ body }) =>
        Response.json(
          { error: true, message: `Неверный адрес ${(JSON.parse(body) as { url: string }).url}` },
          { status },
        );
      const response = await switchIt(admin, 'orders', false);
      expect(response.status).toBe(422);
      const text = await response.text();
      expect(text).toContain('Неверный адрес https://pult.example');
      expect(text).not.toContain(CALLBACK_SECRET);
      expect(proxy.log()).not.toContain(CALLBACK_SECRET);
      expect((await read(admin)).kinds.orders.state).toBe('on');
    },
  );

  it('refuses strangers, and a body that is far too long', async () => {
    const { proxy, admin } = await start();
    const stranger = await fetch(`${proxy.url}/api/callbacks`, {
      method: 'POST',
      headers: { origin: proxy.url },
      body: JSON.stringify({ kind: 'orders', isActive: true }),
    });
    expect(stranger.status).toBe(401);
    const long = { kind: 'orders', isActive: true, why: 'x'.repeat(5_000) };
    expect((await admin.send('POST', '/api/callbacks', long)).status).toBe(413);
    expect(told(proxy)).toEqual([]);
  });

  it('brings a switch to its end when the proxy stops, and begins none', async () => {
    const { proxy, admin } = await start();
    let open = () => {};
    const gate = new Promise<Response>((resolve) => {
      open = () => resolve(new Response(null, { status: 201 }));
    });
    proxy.upstreams.bend.with = ({ path }) => (path.endsWith('/callback') ? gate : null);
    const begun = switchIt(admin, 'orders', true);
    await expect.poll(() => told(proxy).length).toBe(1);
    const closed = proxy.close();
    const refused = await switchIt(admin, 'licenses', true);
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining('stopping')]);
    open();
    expect((await begun).status).toBe(200);
    await closed;
    proxies.pop();
    expect(told(proxy)).toHaveLength(1);
    expect(readFileSync(join(dir, 'callbacks.json'), 'utf8')).toContain('"state":"on"');
  });

  it('counts as accepted whatever answer is no error, and as refused a silence', async () => {
    const { proxy, admin } = await start();
    for (const answer of [() => new Response(null, { status: 204 }), () => Response.json({ ok: 1 })]) {
      proxy.upstreams.bend.with = answer;
      expect((await switchIt(admin, 'licenses', true)).status).toBe(200);
    }
    await proxy.upstreams.close();
    expect((await switchIt(admin, 'orders', true)).status).toBe(502);
    expect((await read(admin)).kinds.orders.state).toBe('unknown');
  });

  it('switches one after another: the last one holds, here and there', async () => {
    const { proxy, admin } = await start();
    await Promise.all([true, false, true, false].map((isActive) => switchIt(admin, 'orders', isActive)));
    const last = told(proxy).at(-1)?.body as { isActive: number };
    expect((await read(admin)).kinds.orders.state).toBe(last.isActive === 1 ? 'on' : 'off');
    expect(told(proxy)).toHaveLength(4);
  });
});

describe('over a restart', () => {
  async function restart(env: Record<string, string> = {}) {
    await proxies.at(-1)?.close();
    proxies.pop();
    return start(env);
  }

  it('what was switched, by whom, and the last call are still known; the file holds no secret and no name', async () => {
    const { proxy, admin } = await start();
    await switchIt(admin, 'orders', true);
    const path = `/callbacks/ireca/orders/${CALLBACK_SECRET}`;
    await proxy.clock.advance(5_000);
    await fetch(`${proxy.url}${path}`, { method: 'POST', body: '{"items": [{"orderId": 1}]}' });
    const again = await restart();
    expect((await read(again.admin)).kinds.orders).toEqual({
      state: 'on',
      switchedAt: START,
      switchedBy: 'Фамилия-admin',
      outdated: false,
      url: `${PUBLIC_URL}/callbacks/ireca/orders/…`,
      lastCallAt: START + 5_000,
      lastCallWorth: 'named',
      calls: 0,
    });
    const file = join(dir, 'callbacks.json');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(CALLBACK_SECRET);
    expect(text).not.toContain('Фамилия');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each([
    { PUBLIC_URL: 'https://other.example' } as Record<string, string>,
    { CALLBACK_SECRET: 'another-secret-0123456789abcdefghijk' },
    { CALLBACK_SECRET: '' },
  ])('with %j it is outdated until it is switched anew', async (env) => {
    await switchIt((await start()).admin, 'orders', true);
    const { admin } = await restart(env);
    expect((await read(admin)).kinds).toMatchObject({
      orders: { state: 'on', outdated: true },
      licenses: { state: 'unknown', outdated: false },
    });
    if (env.CALLBACK_SECRET === '') return;
    await switchIt(admin, 'orders', true);
    expect((await read(admin)).kinds.orders).toMatchObject({ state: 'on', outdated: false });
  });

  it('what was switched off is never outdated', async () => {
    await switchIt((await start()).admin, 'orders', false);
    const { admin } = await restart({ PUBLIC_URL: 'https://other.example' });
    expect((await read(admin)).kinds.orders).toMatchObject({ state: 'off', outdated: false });
  });

  it.each(['{"format":1,"orders":', '{"format":2}', '[]'])(
    'a file that makes no sense (%s) is: unknown',
    async (text) => {
      writeFileSync(join(dir, 'callbacks.json'), text);
      const { proxy, admin } = await start();
      expect((await read(admin)).kinds.orders).toMatchObject(NEVER);
      expect(proxy.log()).toContain('"file":"callbacks.json"');
      await switchIt(admin, 'orders', true);
      expect(readFileSync(join(dir, 'callbacks.json'), 'utf8')).toContain('"state":"on"');
    },
  );

  it('a folder that cannot be written is a warning, and all works on', async () => {
    const nowhere = join(dir, 'file');
    writeFileSync(nowhere, '');
    const { proxy, admin } = await start({ DATA_DIR: nowhere });
    expect((await switchIt(admin, 'orders', true)).status).toBe(200);
    expect((await read(admin)).kinds.orders.state).toBe('on');
    expect(proxy.log()).toContain('a file could not be written');
  });
});
