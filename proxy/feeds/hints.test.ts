import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { hintSchema } from '#src/contracts/feed.ts';
import type { ActiveSession } from '#proxy/access/sessions.ts';
import { readUsersFile, writeUsersFile } from '#proxy/access/users.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { manualClock } from '#proxy/manualClock.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder } from '#proxy/testing/testUpstreams.ts';
import { createFeed } from './feed.ts';
import { createHints } from './hints.ts';
import type { Watch } from './watch.ts';

let proxy: TestProxy;
let viewer: SignedIn;

beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

/** Reads a stream on and on; `text` grows. */
async function listen(who: SignedIn) {
  const response = await who.get('/api/events');
  const heard = { response, text: '', ended: false, stop: () => {} };
  const reader = response.body?.getReader();
  heard.stop = () => void reader?.cancel();
  void (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      heard.text += new TextDecoder().decode(part.value);
    }
    heard.ended = true;
  })().catch(() => (heard.ended = true));
  return heard;
}
const eventsOf = (text: string, name: string) =>
  text
    .split('\n\n')
    .filter((event) => event.startsWith(`event: ${name}\n`))
    .map((event) => JSON.parse(event.split('data: ')[1] ?? '') as Record<string, unknown>);

describe('GET /api/events', () => {
  it('says at once where the feeds stand, and again when one moved on, with no data in it', async () => {
    const first = await viewer.feed('orders');
    const heard = await listen(viewer);
    expect(heard.response.headers.get('content-type')).toBe('text/event-stream');
    expect(heard.response.headers.get('x-accel-buffering')).toBe('no');
    await expect
      .poll(() => eventsOf(heard.text, 'hint'))
      .toContainEqual({ feed: 'orders', version: first.version });
    expect(heard.text).toMatch(/^retry: 2000\n\n/);
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '100' }));
    await proxy.clock.advance(15_000);
    await expect
      .poll(() => eventsOf(heard.text, 'hint').filter(({ feed }) => feed === 'orders').length)
      .toBe(2);
    const last = eventsOf(heard.text, 'hint').at(-1);
    expect(hintSchema.safeParse(last).success).toBe(true);
    expect(last?.['version']).toBe((await viewer.feed('orders')).version);
    expect(eventsOf(heard.text, 'health').at(-1)).toMatchObject({
      feed: 'orders',
      problems: [],
      asOf: { ireca: proxy.clock.now() },
    });
    expect(heard.text).not.toContain('Алексей');
    heard.stop();
  });

  it('says what is wrong with an upstream', async () => {
    await viewer.feed('orders');
    const heard = await listen(viewer);
    proxy.upstreams.bend.with = ({ system }) =>
      system === 'kassa' ? new Response(null, { status: 503 }) : null;
    await proxy.clock.advance(15_000);
    await expect
      .poll(() => eventsOf(heard.text, 'health').at(-1))
      .toMatchObject({ problems: [{ system: 'kassa', code: 'refused' }] });
    heard.stop();
  });

  it('keeps the feeds going while it is open, and lets them sleep when it is closed', async () => {
    await viewer.feed('orders');
    const heard = await listen(viewer);
    await proxy.clock.advance(300_000);
    const lists = proxy.upstreams.count('GET', '/orders');
    expect(lists).toBe(21);
    heard.stop();
    await expect.poll(() => heard.ended).toBe(true);
    await expect
      .poll(async () => {
        const before = proxy.upstreams.count('GET', '/orders');
        await proxy.clock.advance(60_000);
        return proxy.upstreams.count('GET', '/orders') - before;
      })
      .toBe(0);
  });

  it('beats so that the screen does not take it for dead', async () => {
    const heard = await listen(viewer);
    await proxy.clock.advance(45_000);
    await expect.poll(() => eventsOf(heard.text, 'beat')).toEqual([{}, {}, {}]);
    heard.stop();
  });

  it('says which list was written, once for many writes, and to all', async () => {
    const [admin, dispatcher] = [await proxy.signIn('admin'), await proxy.signIn('dispatcher')];
    const heard = [await listen(viewer), await listen(admin)];
    const goods = (goodId: string) => [{ goodId, title: 'Новый' }];
    await Promise.all(['1', '2', '3'].map((id) => admin.send('POST', '/api/ireca/goods', goods(id))));
    await dispatcher.send('POST', '/api/ireca/clients', [{ clientId: 8, lastname: 'Секретов' }]);
    await admin.send('POST', '/api/ireca/permissions/replace', [
      { roleId: 908, actionId: 'cashOut', isAllowed: '0' },
    ]);
    await admin.send('POST', '/api/ireca/licenses/close?deviceId=d1');
    const lists = ['clients', 'goods', 'licenses', 'permissions'];
    for (const { text } of heard) expect(text).not.toContain('Секретов');
    for (const one of heard) {
      await expect
        .poll(() =>
          eventsOf(one.text, 'list')
            .map(({ list }) => list)
            .sort(),
        )
        .toEqual(lists);
      one.stop();
    }
  });

  it('says so when a write may have come about, and not when nothing was sent', async () => {
    const admin = await proxy.signIn('admin');
    const heard = await listen(viewer);
    const lists = () => eventsOf(heard.text, 'list').map(({ list }) => list);
    await admin.send('POST', '/api/ireca/taxes', [{ title: 'Без номера' }]);
    await viewer.send('POST', '/api/ireca/suppliers', [{ supplierId: '1' }]);
    await admin.send('PUT', '/api/ireca/goods?goodId=355866', { title: 'Чужой' }, { 'if-match': '"old"' });
    proxy.upstreams.bend.with = ({ method }) =>
      method === 'GET' ? null : new Response(null, { status: 504 });
    await admin.send('POST', '/api/ireca/warehouses', [{ warehouseId: '7' }]);
    await expect.poll(lists).toEqual(['warehouses']);
    heard.stop();
  });

  it('says that a terminal failed, and nothing of what it said', async () => {
    await viewer.feed('deviceErrors');
    const heard = await listen(viewer);
    const ours = () => eventsOf(heard.text, 'hint').filter(({ feed }) => feed === 'deviceErrors');
    await expect.poll(ours).toHaveLength(1);
    proxy.upstreams.ireca.logs.bankTerminalLogs.push({ terminalLogId: 1, errorText: 'Карта украдена' });
    await proxy.clock.advance(61_000);
    await expect.poll(() => new Set(ours().map(({ version }) => version)).size).toBe(2);
    const { version, changed } = await viewer.feed('deviceErrors');
    expect(ours().at(-1)).toEqual({ feed: 'deviceErrors', version });
    expect(changed).toHaveLength(1);
    expect(
      eventsOf(heard.text, 'health')
        .filter(({ feed }) => feed === 'deviceErrors')
        .at(-1),
    ).toMatchObject({
      asOf: { ireca: expect.any(Number) as number },
      problems: [],
    });
    expect(heard.text).not.toContain('украдена');
    heard.stop();
  });

  it('tells of all three feeds when it opens', async () => {
    const heard = await listen(viewer);
    await expect
      .poll(() => eventsOf(heard.text, 'hint').map(({ feed }) => feed))
      .toEqual(['orders', 'positions', 'deviceErrors']);
    expect(eventsOf(heard.text, 'health')).toHaveLength(3);
    heard.stop();
  });

  it('ends for a user who was removed', async () => {
    const heard = await listen(viewer);
    writeUsersFile(
      proxy.usersFile,
      readUsersFile(proxy.usersFile).filter(({ login }) => login !== 'viewer'),
    );
    await proxy.clock.advance(15_000);
    await expect.poll(() => heard.ended).toBe(true);
  });

  it('lets one sign-in have only so many streams', async () => {
    const open = await Promise.all(Array.from({ length: 8 }, () => listen(viewer)));
    expect((await viewer.get('/api/events')).status).toBe(429);
    const other = await listen(await proxy.signIn('viewer'));
    expect(other.response.status).toBe(200);
    for (const heard of [...open, other]) heard.stop();
  });

  it('opens no stream for who asks only for the headers', async () => {
    for (let asked = 0; asked < 9; asked += 1) {
      const { status, headers } = await viewer.send('HEAD', '/api/events');
      expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    }
    const heard = await listen(viewer);
    expect(heard.response.status).toBe(200);
    heard.stop();
  });

  it('ends when the proxy stops', async () => {
    const heard = await listen(viewer);
    await proxy.close();
    await expect.poll(() => heard.ended).toBe(true);
  });
});

describe('a reader that does not keep up', () => {
  it('is cut off, and harms nobody when it goes on reading', async () => {
    const clock = manualClock(0);
    const feed = { feed: createFeed(), nextAt: () => null };
    const hints = createHints({
      clock,
      watch: { enter: () => () => {} } as unknown as Watch,
      feeds: { orders: feed, positions: feed, deviceErrors: feed },
      stillValid: () => true,
    });
    const app = new Hono<AppEnv>();
    app.use(async (c, next) => {
      c.set('session', { id: 'one' } as ActiveSession);
      await next();
    });
    app.get('/', (c) => hints.open(c));
    const reader = (await app.request('/')).body?.getReader();
    hints.list('x'.repeat(70_000));
    await new Promise((resolve) => setTimeout(resolve, 200));
    // This beat finds it behind.
    await clock.advance(15_000);
    let part = await reader?.read();
    while (part && !part.done) part = await reader?.read();
    expect(part?.done).toBe(true);
    await clock.advance(60_000);
    hints.close();
  });
});
