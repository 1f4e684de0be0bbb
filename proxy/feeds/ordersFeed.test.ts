import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedSchema } from '#src/contracts/feed.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { START, startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder, kassaOrderJson } from '#proxy/testing/testUpstreams.ts';

let proxy: TestProxy;
let viewer: SignedIn;

beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

const KASSA_LIST = '/protected/online_orders/list/read';
const lists = () => [proxy.upstreams.count('GET', '/orders'), proxy.upstreams.count('POST', KASSA_LIST)];

describe('GET /api/feeds/orders', () => {
  it('gives both systems at first, then only what changed', async () => {
    const first = await viewer.feed('orders');
    expect(feedSchema.safeParse(first).success).toBe(true);
    expect(first).toMatchObject({
      full: true,
      problems: [],
      asOf: { ireca: START, kassa: START },
      removed: [],
    });
    expect(first.changed.map(({ key }) => key).sort()).toEqual([
      'ireca:1',
      'ireca:2',
      'ireca:3',
      'ireca:4',
      'ireca:5',
      'kassa:21',
      'kassa:22',
    ]);
    proxy.upstreams.ireca.orders.set('3', irecaOrder('3', { courierId: '100' }));
    proxy.upstreams.ireca.orders.delete('5');
    proxy.upstreams.kassa.orders.set('23', kassaOrderJson('23'));
    await proxy.clock.advance(15_000);
    const second = await viewer.feed('orders', first.version);
    expect(second.full).toBe(false);
    expect(second.changed.map(({ key }) => key).sort()).toEqual(['ireca:3', 'kassa:23']);
    expect(second.removed).toEqual(['ireca:5']);
    expect(second.asOf.ireca).toBe(START + 15_000);
    expect(await viewer.feed('orders', second.version)).toMatchObject({
      full: false,
      changed: [],
      removed: [],
    });
  });

  it('asks each upstream once however many browsers watch, and not at all when none does', async () => {
    await Promise.all(Array.from({ length: 20 }, () => viewer.feed('orders')));
    expect(lists()).toEqual([1, 1]);
    await proxy.clock.advance(45_000);
    expect(lists()).toEqual([4, 4]);
    await proxy.clock.advance(600_000);
    const asleep = lists();
    await proxy.clock.advance(600_000);
    expect(lists()).toEqual(asleep);
    expect(asleep[0]).toBeLessThan(7);
  });

  it('carries no secret, no field that no list shows, and long ids as text', async () => {
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { sourcePassword: 'x-secret', token: 'y-secret' }));
    const text = await (await viewer.get('/api/feeds/orders')).text();
    expect(text).toContain('Алексей');
    expect(text).not.toMatch(/x-secret|y-secret|sourcePassword|onlineOrderItems|rolePerms/);
  });

  it('keeps the rows of a system that fails, says since when, and does not hold up the other one', async () => {
    const first = await viewer.feed('orders');
    proxy.upstreams.bend.with = ({ path }) =>
      path === KASSA_LIST ? Response.json({ message: 'Нет такого метода' }, { status: 404 }) : null;
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '100' }));
    await proxy.clock.advance(15_000);
    const second = await viewer.feed('orders', first.version);
    expect(second.changed.map(({ key }) => key)).toEqual(['ireca:1']);
    expect(second.removed).toEqual([]);
    expect(second.problems).toEqual([
      { system: 'kassa', code: 'refused', message: 'Нет такого метода', since: START + 15_000 },
    ]);
    expect(second.asOf).toEqual({ ireca: START + 15_000, kassa: START });
    await proxy.clock.advance(30_000);
    expect((await viewer.feed('orders')).problems[0]?.since).toBe(START + 15_000);
    proxy.upstreams.bend.with = null;
    await proxy.clock.advance(30_000);
    await viewer.feed('orders');
    await proxy.clock.advance(30_000);
    expect((await viewer.feed('orders')).problems).toEqual([]);
  });

  it.each([
    ['cut off', () => new Response('[{"orderId":1},{"orde'), 'malformed'],
    ['an error with status 200', () => Response.json({ error: true, message: 'Ой' }), 'refused'],
    ['not the token', () => new Response(null, { status: 401 }), 'unauthorized'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
      'refused',
    ],
  ])('reads a list that is %s as a problem, with no row lost', async (_, answer, code) => {
    const first = await viewer.feed('orders');
    proxy.upstreams.bend.with = ({ path, query }) =>
      path === '/orders' && !query['orderId'] ? answer() : null;
    await proxy.clock.advance(15_000);
    const second = await viewer.feed('orders', first.version);
    expect(second).toMatchObject({
      full: false,
      changed: [],
      removed: [],
      problems: [{ system: 'ireca', code }],
    });
  });

  it('lists a record without an id, so that it can be set aside by name', async () => {
    proxy.upstreams.ireca.orders.set('nameless', irecaOrder('1', { orderId: {} }));
    const { changed } = await viewer.feed('orders');
    expect(changed.filter(({ key }) => key === 'ireca:?5')).toHaveLength(1);
    expect(changed).toHaveLength(8);
  });

  it('does not wait for ever for a system that does not answer', async () => {
    let open = () => {};
    const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
    proxy.upstreams.bend.with = ({ path }) => (path === KASSA_LIST ? gate : null);
    const pull = viewer.feed('orders');
    await expect.poll(lists).toEqual([1, 1]);
    await expect.poll(() => Promise.race([pull, proxy.clock.advance(1000).then(() => null)])).not.toBeNull();
    const feed = await pull;
    expect(proxy.clock.now()).toBeLessThanOrEqual(START + 20_000);
    expect(feed.changed).toHaveLength(5);
    expect(feed.problems).toMatchObject([{ system: 'kassa', code: 'timeout' }]);
    open();
    await expect.poll(async () => (await viewer.feed('orders', feed.version)).changed.length).toBe(2);
  });

  it('never shows an older state than a command read back, even when a list was on its way', async () => {
    const dispatcher = await proxy.signIn();
    const first = await viewer.feed('orders');
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const old = [...proxy.upstreams.ireca.orders.values()];
    proxy.upstreams.bend.with = async ({ path, query }) => {
      if (path !== '/orders' || query['orderId']) return null;
      await gate;
      return Response.json(old);
    };
    const advancing = proxy.clock.advance(15_000);
    await expect.poll(() => lists()[0]).toBe(2);
    const seen = { status: '6', courierId: null };
    await dispatcher.command({ type: 'assign', courierId: '100' }, [{ system: 'ireca', id: '1', seen }]);
    open();
    await advancing;
    const bodyOf = async () =>
      (await viewer.feed('orders', first.version)).changed.find(({ key }) => key === 'ireca:1')?.body;
    await expect.poll(async () => (await viewer.feed('orders')).asOf.ireca).toBe(START + 15_000);
    expect(await bodyOf()).toMatchObject({ courierId: '100' });
    proxy.upstreams.bend.with = null;
    await proxy.clock.advance(15_000);
    expect(await bodyOf()).toMatchObject({ courierId: '100' });
  });

  it('asks Kassa for the organisation, as text, and for the days around today', async () => {
    await viewer.feed('orders');
    const asked = proxy.upstreams.seen.find(({ path }) => path === KASSA_LIST);
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      organizationId: '1579776541385873338810',
      beginDate: Date.parse('2026-02-28T21:00:00Z'),
      endDate: Date.parse('2026-03-03T20:59:59.999Z'),
    });
  });

  it('compresses a large answer as the browser wants it, and lets nothing store it', async () => {
    const raw = (encoding: string) =>
      new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
        const headers = { cookie: viewer.cookie, 'accept-encoding': encoding };
        request(`${proxy.url}/api/feeds/orders`, { headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
        })
          .on('error', reject)
          .end();
      });
    const plain = await raw('identity');
    expect(plain.headers['cache-control']).toBe('no-store');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const text = plain.bytes.toString();
    const [br, gzip, none] = await Promise.all([raw('gzip, br'), raw('gzip;q=0.5, br;q=0'), raw('gzip;q=0')]);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.bytes).toString()).toBe(text);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(text);
    expect(none.bytes.toString()).toBe(text);
  });
});
