import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Changes, OrderStep } from '#src/contracts/changes.ts';
import { changesSchema } from '#src/contracts/changes.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import type { SignedIn, TestProxy } from '#proxy/testing/startTestProxy.ts';
import { CALLBACK_SECRET, START, startTestProxy } from '#proxy/testing/startTestProxy.ts';
import { irecaOrder, kassaOrderJson } from '#proxy/testing/testUpstreams.ts';
import type { ChangeLog } from './changes.ts';
import { changesRoutes } from './changesRoutes.ts';

let dir: string;
let proxy: TestProxy;
let viewer: SignedIn;
let dispatcher: SignedIn;

async function start(env: Record<string, string> = {}) {
  proxy = await startTestProxy({ env: { DATA_DIR: dir, ...env } });
  viewer = await proxy.signIn('viewer');
  dispatcher = await proxy.signIn('dispatcher');
}
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pult-changes-'));
  await start();
});
afterEach(async () => {
  await proxy.close();
  rmSync(dir, { recursive: true, force: true });
});

const DISPATCHER = { login: 'dispatcher', name: 'Фамилия-dispatcher' };
const seen = { status: '6', courierId: null };
const ask = (since: number | string = 0) => viewer.get(`/api/changes?since=${since}`);
const changes = async (since = 0): Promise<Changes> => changesSchema.parse(await (await ask(since)).json());
const stepsOf = async (key: string): Promise<OrderStep[]> =>
  (await changes()).orders.find((order) => order.key === key)?.steps ?? [];

describe('GET /api/changes', () => {
  it('is for everybody who is signed in, and for nobody else', async () => {
    expect((await fetch(`${proxy.url}/api/changes?since=0`)).status).toBe(401);
    expect((await ask()).status).toBe(200);
    expect((await ask()).headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', 'now', '-1', '1.5', '1e12', '123456789012345', `${START + 25 * 3_600_000}`, '1&since=2'])(
    'refuses since=%s',
    async (since) => {
      const response = await ask(since);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
    },
  );

  it('refuses to answer without since', async () => {
    expect((await viewer.get('/api/changes')).status).toBe(400);
  });

  it('waits for the first reading, so that what it says is of now', async () => {
    expect(await changes()).toMatchObject({ since: 0, now: START, knownFrom: START, orders: [] });
    expect(proxy.upstreams.count('GET', '/orders')).toBe(1);
  });

  it('tells what a poll found, and what a callback brought at once', async () => {
    await changes();
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { deliveryStatusId: 7 }));
    await proxy.clock.advance(15_000);
    await viewer.feed('orders');
    expect(await stepsOf('ireca:1')).toMatchObject([{ at: START + 15_000, after: START, by: null }]);
    proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { deliveryStatusId: 7 }));
    const url = `${proxy.url}/callbacks/ireca/orders/${CALLBACK_SECRET}`;
    await fetch(url, { method: 'POST', body: '{"items": [{"orderId": 2}]}' });
    await expect
      .poll(() => stepsOf('ireca:2'))
      .toMatchObject([{ after: null, by: null, is: { status: '7' } }]);
  });
});

describe('after the clock was days ahead and was put right', () => {
  const HOUR = 3_600_000;

  it('browsers may ask on with what they were told then, and with nothing later', async () => {
    let ahead = 48 * HOUR;
    const now = () => START + ahead;
    const app = new Hono<AppEnv>();
    const answer: ChangeLog['answer'] = (since) => ({
      since,
      now: now(),
      knownFrom: START,
      blind: [],
      orders: [],
    });
    const changesOf = { answer } as ChangeLog;
    const orders = { fresh: () => Promise.resolve() };
    changesRoutes(app, { clock: { now, after: () => () => {} }, changes: changesOf, orders });
    const statusOf = async (since: number) => (await app.request(`/api/changes?since=${since}`)).status;
    const told = (await (await app.request('/api/changes?since=0')).json()) as Changes;
    ahead = 0;
    expect(await statusOf(START)).toBe(200);
    expect(await statusOf(told.now)).toBe(200);
    expect(await statusOf(told.now + 25 * HOUR)).toBe(400);
  });
});

describe('who did it', () => {
  beforeEach(() => changes());

  it('is told of commands in both systems, also when they delete', async () => {
    await dispatcher.command({ type: 'assign', courierId: '100' }, [
      { system: 'ireca', id: '1', seen },
      { system: 'kassa', id: '21', seen: { status: 'ACCEPTED', courierId: '79110000000' } },
    ]);
    await dispatcher.command({ type: 'delete' }, [{ system: 'ireca', id: '2', seen }]);
    expect(await stepsOf('ireca:1')).toMatchObject([
      { by: DISPATCHER, after: null, is: { courierId: '100' } },
    ]);
    expect(await stepsOf('kassa:21')).toMatchObject([
      { by: DISPATCHER, is: { courierLogin: '79110000001' } },
    ]);
    expect(await stepsOf('ireca:2')).toMatchObject([{ by: DISPATCHER, is: null }]);
  });

  it('is not told of what the guard of a command finds', async () => {
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { deliveryStatusId: 7 }));
    const [line] = await dispatcher.command({ type: 'assign', courierId: '100' }, [
      { system: 'ireca', id: '1', seen },
    ]);
    expect(line?.outcome).toBe('changed');
    expect(await stepsOf('ireca:1')).toMatchObject([{ by: null, after: START }]);
  });

  it('is told of orders that were written whole: changed, made, and made in Kassa', async () => {
    const order = await dispatcher.get('/api/ireca/orders?orderId=1');
    const etag = order.headers.get('etag') ?? '';
    const row = { ...((await order.json()) as object), description: 'Позвонить' };
    const put = await dispatcher.send('PUT', '/api/ireca/orders?orderId=1', row, { 'if-match': etag });
    expect(put.status).toBe(200);
    const made = [
      { orderId: '9', deliveryTimeFrom: '2026-03-02 09:00:00', deliveryTimeTo: '2026-03-02 10:00:00' },
    ];
    expect((await dispatcher.send('POST', '/api/ireca/orders', made)).status).toBe(201);
    const inKassa = await dispatcher.send('POST', '/api/kassa/protected/online_orders', {
      onlineOrder: { externalId: 'BFt-new' },
    });
    expect(inKassa.status).toBe(201);
    const { id } = (await inKassa.json()) as { id: number };
    expect(await stepsOf('ireca:1')).toMatchObject([{ by: DISPATCHER, was: { status: '6' } }]);
    expect(await stepsOf('ireca:9')).toMatchObject([{ by: DISPATCHER, was: null }]);
    expect(await stepsOf(`kassa:${id}`)).toMatchObject([{ by: DISPATCHER, was: null }]);
  });

  it('is told of more orders than are read back one by one', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => irecaOrder(String(100 + i)));
    expect((await dispatcher.send('POST', '/api/ireca/orders', rows)).status).toBe(201);
    await proxy.clock.advance(15_000);
    const { orders } = await changes();
    expect(orders).toHaveLength(25);
    for (const { steps } of orders) expect(steps).toMatchObject([{ was: null, by: DISPATCHER }]);
  });

  it('stands in no line of the log', async () => {
    await dispatcher.command({ type: 'assign', courierId: '100' }, [{ system: 'ireca', id: '1', seen }]);
    expect(proxy.log()).not.toContain('Фамилия');
  });
});

describe('over a restart', () => {
  async function restart(change: () => void = () => {}) {
    const { orders } = proxy.upstreams.ireca;
    const { orders: inKassa } = proxy.upstreams.kassa;
    await proxy.close();
    await start();
    proxy.upstreams.ireca.orders = orders;
    proxy.upstreams.kassa.orders.clear();
    for (const [id, order] of inKassa) proxy.upstreams.kassa.orders.set(id, order);
    change();
    await proxy.clock.advance(600_000);
  }

  it('what happened before and meanwhile is told, in both systems', async () => {
    await changes();
    await dispatcher.command({ type: 'assign', courierId: '100' }, [{ system: 'ireca', id: '1', seen }]);
    await restart(() => {
      proxy.upstreams.ireca.orders.set('2', irecaOrder('2', { deliveryStatusId: 11 }));
      proxy.upstreams.kassa.orders.set('22', kassaOrderJson('22', { currentStatusType: 'REFUSED' }));
    });
    const { orders, knownFrom, blind } = await changes();
    expect(orders.map(({ key }) => key)).toEqual(['ireca:1', 'ireca:2', 'kassa:22']);
    expect(await stepsOf('ireca:1')).toMatchObject([{ at: START, by: DISPATCHER }]);
    expect(await stepsOf('ireca:2')).toMatchObject([{ at: START + 600_000, after: START, by: null }]);
    expect(knownFrom).toBe(START);
    expect(blind.map(({ from, to }) => [from, to])).toEqual(Array(2).fill([START, START + 600_000]));
  });

  it('a file that is broken is a warning, and the log begins anew', async () => {
    await changes();
    await proxy.close();
    writeFileSync(join(dir, 'changes.json'), '{"format":1,"orders":[');
    await start();
    expect(proxy.log()).toContain('"file":"changes.json"');
    await proxy.clock.advance(1_000);
    expect(await changes()).toMatchObject({ knownFrom: START + 1_000, orders: [] });
  });

  it('a folder that cannot be written is a warning, and the log works on', async () => {
    await proxy.close();
    const nowhere = join(dir, 'file');
    writeFileSync(nowhere, '');
    await start({ DATA_DIR: nowhere });
    await changes();
    proxy.upstreams.ireca.orders.set('1', irecaOrder('1', { deliveryStatusId: 7 }));
    await proxy.clock.advance(15_000);
    expect(await stepsOf('ireca:1')).toHaveLength(1);
    await proxy.clock.advance(15_000);
    await expect.poll(() => proxy.log()).toContain('a file could not be written');
  });
});
