import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callbacksSchema } from '#src/contracts/callbacks.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { CALLBACK_SECRET, startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder } from '#proxy/testing/testUpstreams.ts';

const ORDERS = `/callbacks/ireca/orders/${CALLBACK_SECRET}`;
const LICENCES = `/callbacks/ireca/licenses/${CALLBACK_SECRET}`;
const SESSION = { sessionId: 1, courierId: 100, deviceId: 'd1', deviceTitle: 'asus ME301T' };

let proxy: TestProxy;
let viewer: SignedIn;
beforeEach(async () => {
  proxy = await startTestProxy();
  viewer = await proxy.signIn('viewer');
});
afterEach(() => proxy.close());

const call = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${proxy.url}${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const named = (...ids: (number | string)[]) => ({ items: ids.map((orderId) => ({ orderId })) });
const status = async () =>
  callbacksSchema.parse(await (await (await proxy.signIn('admin')).get('/api/callbacks')).json());
const asked = () => proxy.upstreams.seen.filter(({ path }) => path === '/orders');
const lists = () => asked().filter(({ query }) => query['orderId'] === undefined).length;
const singles = () => asked().flatMap(({ query }) => query['orderId'] ?? []);

/** A call whose body never ends; gives what is answered all the same. */
function endless(path: string, first = '{"items": ['): { answer: Promise<string>; hangUp(): void } {
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nTransfer-Encoding: chunked\r\n\r\n${first.length.toString(16)}\r\n${first}\r\n`,
  );
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  });
  return { answer, hangUp: () => socket.destroy() };
}

/** Holds every reading of a single order back until it is opened. */
function holdReadings(): () => void {
  let open = () => {};
  const gate = new Promise<null>((resolve) => (open = () => resolve(null)));
  proxy.upstreams.bend.with = ({ query }) => (query['orderId'] === undefined ? null : gate);
  return open;
}

describe('a callback of an order', () => {
  it('makes the named orders be read again, and nothing of what came is believed', async () => {
    const first = await viewer.feed('orders');
    proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { courierId: '100' }));
    const body = { items: [{ orderId: 2, courierId: '666', phone: 'x', deliveryStatusId: 11 }] };
    expect((await call(ORDERS, body)).status).toBe(201);
    await expect.poll(async () => (await viewer.feed('orders', first.version)).changed.length).toBe(1);
    const [changed] = (await viewer.feed('orders', first.version)).changed;
    expect(changed?.body).toMatchObject({ courierId: '100', deliveryStatusId: 6 });
    expect([lists(), singles()]).toEqual([1, ['2']]);
  });

  it('is answered before anything is read', async () => {
    await viewer.feed('orders');
    const open = holdReadings();
    expect((await call(ORDERS, named(1))).status).toBe(201);
    await expect.poll(singles).toEqual(['1']);
    open();
  });

  it.each([
    ['a bare list', [{ orderId: '3' }]],
    ['a single order', { orderId: 3 }],
    ['an id beside rubbish', { items: [null, 7, 'x', { orderId: {} }, { orderId: '3' }, { orderId: 3 }] }],
  ])('is also read as %s', async (_, body) => {
    await viewer.feed('orders');
    expect((await call(ORDERS, body)).status).toBe(201);
    await expect.poll(singles).toEqual(['3']);
  });

  it('of an order that is being read makes one more reading, however often it comes', async () => {
    const { version } = await viewer.feed('orders');
    const open = holdReadings();
    for (let i = 0; i < 10; i += 1) await call(ORDERS, named(1));
    await expect.poll(singles).toEqual(['1']);
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '100' }));
    open();
    await expect.poll(async () => (await viewer.feed('orders', version)).changed.length).toBe(1);
    await expect.poll(singles).toEqual(['1', '1']);
    await proxy.clock.advance(5_000);
    expect([lists(), singles()]).toEqual([1, ['1', '1']]);
  });

  it('with more than twenty orders in line makes one reading of the list', async () => {
    await viewer.feed('orders');
    const ids = Array.from({ length: 21 }, (_, i) => i + 1);
    expect((await call(ORDERS, named(...ids))).status).toBe(201);
    await proxy.clock.advance(2_000);
    expect([lists(), singles()]).toEqual([2, []]);
  });

  it('reads no more than four orders side by side', async () => {
    await viewer.feed('orders');
    const open = holdReadings();
    await call(ORDERS, named(1, 2, 3, 4, 5));
    await expect.poll(singles).toHaveLength(4);
    open();
    await expect.poll(singles).toHaveLength(5);
    expect(lists()).toBe(1);
  });

  it('that lies about an order which does not exist changes nothing', async () => {
    const { version } = await viewer.feed('orders');
    expect((await call(ORDERS, named('999', '1'))).status).toBe(201);
    await expect.poll(() => singles().sort()).toEqual(['1', '999']);
    await proxy.clock.advance(2_000);
    const { changed, removed, problems } = await viewer.feed('orders', version);
    expect([changed, removed, problems]).toEqual([[], [], []]);
  });

  it('never puts one order in place of another, whatever iRECA answers', async () => {
    const { version } = await viewer.feed('orders');
    proxy.upstreams.bend.with = ({ query }) =>
      query['orderId'] === '1' ? Response.json(irecaOrder('2', { courierId: '100' })) : null;
    await call(ORDERS, named(1));
    await expect.poll(singles).toEqual(['1']);
    // What could not be read by itself is looked up in the list.
    await expect.poll(async () => (await proxy.clock.advance(1_000), lists())).toBe(2);
    expect((await viewer.feed('orders', version)).changed).toEqual([]);
  });

  it.each([
    ['no JSON', 'what?'],
    ['nothing', ''],
    ['a number', '42'],
    ['null', 'null'],
    ['no orders', '{"items": []}'],
    ['orders without ids', '{"items": [{"orderId": null}, {}, "1"]}'],
    ['ids that are none', '{"items": [{"orderId": "../couriers?x=1"}, {"orderId": "1&courierId=2"}]}'],
    ['half of one', '{"items": [{"orderId": 1}'],
  ])('that holds %s is refused, and makes at most the list be read soon', async (_, body) => {
    await viewer.feed('orders');
    for (let i = 0; i < 10; i += 1) {
      const answer = await call(ORDERS, body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'invalid' } });
    }
    await proxy.clock.advance(2_000);
    expect([lists(), singles()]).toEqual([2, []]);
    expect((await status()).kinds.orders).toMatchObject({ calls: 10, lastCallWorth: 'unreadable' });
  });

  it('makes nothing be read while nobody watches, but it is noted', async () => {
    expect((await call(ORDERS, named(2))).status).toBe(201);
    expect((await call(ORDERS, 'what?')).status).toBe(400);
    await proxy.clock.advance(10_000);
    expect(proxy.upstreams.seen).toEqual([]);
    expect((await status()).kinds.orders).toMatchObject({
      calls: 2,
      lastCallAt: proxy.clock.now() - 10_000,
    });
  });

  it('does not wait for the next poll when a list is already on its way', async () => {
    const { version } = await viewer.feed('orders');
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const old = [...proxy.upstreams.ireca.orders.values()];
    proxy.upstreams.bend.with = async ({ path, query }) => {
      if (path !== '/orders' || query['orderId'] !== undefined) return null;
      await gate;
      return Response.json(old);
    };
    const polling = proxy.clock.advance(15_000);
    await expect.poll(lists).toBe(2);
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { courierId: '100' }));
    await call(ORDERS, named(1));
    await expect.poll(async () => (await viewer.feed('orders', version)).changed.length).toBe(1);
    open();
    await polling;
    // The list that began before holds the order as it was: that is not believed.
    expect((await viewer.feed('orders', version)).changed[0]?.body).toMatchObject({ courierId: '100' });
  });
});

describe('a callback of a courier’s session', () => {
  async function hear() {
    const response = await viewer.get('/api/events');
    const reader = response.body?.getReader();
    const heard = { text: '', stop: () => void reader?.cancel() };
    void (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        heard.text += new TextDecoder().decode(part.value);
      }
    })().catch(() => undefined);
    return heard;
  }
  const hints = (text: string) => text.split('event: list\ndata: {"list":"licenses"}').length - 1;

  it('makes the licences be known anew, tells the screens, and reads no order', async () => {
    const heard = await hear();
    const licences = async () =>
      ((await (await viewer.get('/api/ireca/licenses')).json()) as { licenses: unknown[] }).licenses.length;
    expect(await licences()).toBe(1);
    proxy.upstreams.ireca.licences.length = 0;
    expect(await licences()).toBe(1);
    expect((await call(LICENCES, SESSION)).status).toBe(201);
    await expect.poll(() => hints(heard.text)).toBe(1);
    expect(await licences()).toBe(0);
    await proxy.clock.advance(5_000);
    expect([lists(), singles()]).toEqual([0, []]);
    heard.stop();
  });

  it('that comes again and again is told now and then', async () => {
    const heard = await hear();
    for (let i = 0; i < 50; i += 1) expect((await call(LICENCES, SESSION)).status).toBe(201);
    await expect.poll(() => hints(heard.text)).toBe(1);
    await proxy.clock.advance(2_000);
    await expect.poll(() => hints(heard.text)).toBe(2);
    await proxy.clock.advance(10_000);
    await call(LICENCES, SESSION);
    await expect.poll(() => hints(heard.text)).toBe(3);
    heard.stop();
  });

  it.each(['', 'what?', '[]', '{"items": []}'])('that is no session (%s) is refused', async (body) => {
    expect((await call(LICENCES, body)).status).toBe(400);
    expect((await status()).kinds.licenses).toMatchObject({ calls: 1, lastCallWorth: 'unreadable' });
    expect((await status()).kinds.orders.calls).toBe(0);
  });
});

describe('the receiver refuses', () => {
  const wrong = [
    `${CALLBACK_SECRET}x`,
    CALLBACK_SECRET.slice(0, -1),
    CALLBACK_SECRET.toUpperCase(),
    ` ${CALLBACK_SECRET}`,
    'null',
    '%00',
    'x'.repeat(5_000),
  ];
  it.each(['orders', 'licenses'])(
    'whoever does not know the secret, as if nothing were there (%s)',
    async (kind) => {
      await viewer.feed('orders');
      for (const [index, secret] of wrong.entries()) {
        const response = await call(`/callbacks/ireca/${kind}/${encodeURIComponent(secret)}`, named(1));
        expect(response.status).toBe(404);
        expect(await response.json()).toMatchObject({ error: { code: 'notAllowed', message: null } });
        expect(await status()).toMatchObject({ refused: index + 1, lastRefusedAt: proxy.clock.now() });
      }
      await proxy.clock.advance(3_000);
      expect([lists(), singles()]).toEqual([1, []]);
      expect((await status()).kinds.orders).toMatchObject({ calls: 0, lastCallAt: null });
    },
  );

  it('a wrong secret before it reads anything', async () => {
    const { answer, hangUp } = endless(`/callbacks/ireca/orders/${CALLBACK_SECRET}x`);
    expect(await answer).toContain('HTTP/1.1 404');
    hangUp();
  });

  it('an address that guesses on and on, but nobody who knows the secret', async () => {
    const guess = (from: string) =>
      call('/callbacks/ireca/orders/guess', named(1), { 'x-forwarded-for': from });
    for (let i = 0; i < 20; i += 1) expect((await guess('192.0.2.1')).status).toBe(404);
    const refused = await guess('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(600);
    expect((await guess('192.0.2.2')).status).toBe(404);
    expect((await call(ORDERS, named(1), { 'x-forwarded-for': '192.0.2.1' })).status).toBe(201);
    await proxy.clock.advance(600_000);
    expect((await guess('192.0.2.1')).status).toBe(404);
    expect((await status()).refused).toBe(23);
  });

  it.each([
    ['GET', ORDERS],
    ['HEAD', ORDERS],
    ['PUT', ORDERS],
    ['PATCH', LICENCES],
    ['DELETE', LICENCES],
    ['OPTIONS', ORDERS],
    ['POST', `${ORDERS}/more`],
    ['POST', '/callbacks/ireca/orders/'],
    ['POST', '/callbacks/ireca/orders'],
    ['POST', `/callbacks/kassa/orders/${CALLBACK_SECRET}`],
    ['POST', `/callbacks/ireca/goods/${CALLBACK_SECRET}`],
    ['POST', `/callbacks/ireca/__proto__/${CALLBACK_SECRET}`],
  ])('%s %s', async (method, path) => {
    const response = await fetch(`${proxy.url}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(named(1)) }),
    });
    expect(response.status).toBe(404);
    expect((await status()).kinds.orders.calls).toBe(0);
  });

  it('everything, when there is no secret in the settings', async () => {
    const other = await startTestProxy({ config: { callbackSecret: null } });
    for (const secret of ['', 'null', 'undefined', CALLBACK_SECRET]) {
      const path = `/callbacks/ireca/orders/${secret}`;
      expect((await fetch(`${other.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
    }
    await other.close();
  });

  it.each([ORDERS, LICENCES])('a body that is too long, said or not said beforehand', async (path) => {
    const long = 'x'.repeat(1024 * 1024 + 1);
    expect((await call(path, long)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(long));
        controller.close();
      },
    });
    const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    expect((await fetch(`${proxy.url}${path}`, init)).status).toBe(413);
  });

  it('a sender that is too slow', async () => {
    const { answer, hangUp } = endless(ORDERS);
    await expect
      .poll(async () => (await proxy.clock.advance(1_000), Promise.race([answer, null])))
      .toContain('HTTP/1.1 400');
    expect((await status()).kinds.orders).toMatchObject({ calls: 1, lastCallWorth: 'unreadable' });
    hangUp();
  });

  it('one call too many without reading it, and makes up for it with one reading of the list', async () => {
    await viewer.feed('orders');
    const codes: number[] = [];
    for (let i = 0; i < 120; i += 1) codes.push((await call(ORDERS, named(1 + (i % 5)))).status);
    expect(codes.filter((code) => code === 201)).toHaveLength(100);
    expect(codes.slice(100)).toEqual(Array(20).fill(429));
    const { answer, hangUp } = endless(ORDERS);
    expect(await answer).toMatch(/^HTTP\/1.1 429[^]*retry-after: 1\r\n/i);
    hangUp();
    expect((await status()).kinds.orders).toMatchObject({ calls: 121, lastCallWorth: 'throttled' });
    await proxy.clock.advance(2_000);
    expect(lists()).toBe(2);
    // The other kind has a share of its own, and after a second there is room again.
    expect((await call(LICENCES, SESSION)).status).toBe(201);
    const after = await Promise.all(Array.from({ length: 41 }, () => call(ORDERS, named(1))));
    expect(after.filter((response) => response.status === 201)).toHaveLength(40);
  });

  it('more than sixteen bodies at once', async () => {
    const slow = Array.from({ length: 16 }, () => endless(ORDERS));
    await expect
      .poll(async () => {
        const { status: code } = await call(ORDERS, named(1));
        return code;
      })
      .toBe(429);
    for (const { hangUp } of slow) hangUp();
    await expect.poll(async () => (await call(ORDERS, named(1))).status).toBe(201);
  });
});

describe('whatever comes', () => {
  it('the log holds no secret, nobody’s id and nothing of a body', async () => {
    await viewer.feed('orders');
    const rows = {
      items: [{ orderId: 777001, courierId: '777002', phone: '+79123456789', client: 'Секретов' }],
    };
    await call(ORDERS, rows);
    await call(LICENCES, { ...SESSION, courierId: 777003, deviceId: 'device-777004' });
    await call(ORDERS, 'Секретов 777005');
    await call(`/callbacks/ireca/orders/${CALLBACK_SECRET}x`, rows);
    await expect.poll(singles).toEqual(['777001']);
    await proxy.clock.advance(3_000);
    expect(proxy.log()).toContain('"route":"/callbacks/…"');
    const ids = ['777001', '777002', '777003', 'device-777004', '777005'];
    for (const word of [CALLBACK_SECRET, ...ids, '79123456789', 'Секретов', SESSION.deviceTitle]) {
      expect(proxy.log(), word).not.toContain(word);
    }
  });

  it('a flood of five thousand calls costs iRECA a bounded number of readings and the screens nothing', async () => {
    const { version } = await viewer.feed('orders');
    proxy.upstreams.seen.length = 0;
    const bodies = [
      (i: number) => named(i % 5),
      (i: number) => named(i),
      () => 'garbage',
      () => SESSION,
      (i: number) => named(...Array.from({ length: 30 }, (_, at) => i + at)),
    ];
    const paths = [ORDERS, ORDERS, ORDERS, LICENCES, ORDERS, `${ORDERS}-wrong`];
    const codes = new Map<number, number>();
    for (let from = 0; from < 5_000; from += 50) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, at) => {
          const i = from + at;
          const body = bodies[i % bodies.length]?.(i);
          const response = await call(paths[i % paths.length] ?? ORDERS, body);
          await response.arrayBuffer();
          codes.set(response.status, (codes.get(response.status) ?? 0) + 1);
        }),
      );
    }
    await proxy.clock.advance(2_000);
    expect([...codes.keys()].sort()).toEqual([201, 400, 404, 429]);
    expect(codes.get(429)).toBeGreaterThan(4_000);
    // No time passed: what may be read at once, and one list after it.
    expect(singles().length).toBeLessThanOrEqual(60);
    expect(lists()).toBeLessThanOrEqual(1);
    const { changed, removed, problems } = await viewer.feed('orders', version);
    expect([changed, removed, problems]).toEqual([[], [], []]);
  }, 60_000);
});
