/** Callbacks of iRECA: switched on by an admin, seen on every screen at once, and harmless whatever comes. */
import type { BrowserContext, Page } from '@playwright/test';
import type { CallbacksAnswer } from '#src/contracts/callbacks.ts';
import { callbacksSchema } from '#src/contracts/callbacks.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { changesSchema } from '#src/contracts/changes.ts';
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { feedOrders, pickOne, row, search, signedIn } from './desk.ts';
import type { Stack } from './stack.ts';
import { CALLBACK_SECRET } from './stack.ts';

/** From the moment the upstream accepted a change until it must stand on every screen, ms. */
const AT_ONCE = 2_000;

// Nothing is polled while a test runs: what a screen shows came by the callback.
test.use({ stackOptions: { callbacks: true, settings: { ORDERS_POLL_SECONDS: '600' } } });

async function admin(context: BrowserContext, { url }: Stack) {
  await signedIn(context, url, 'admin');
  const { request } = context;
  const read = async (response: Awaited<ReturnType<typeof request.get>>): Promise<CallbacksAnswer> => {
    expect(response.status()).toBe(200);
    return callbacksSchema.parse(await response.json());
  };
  return {
    state: async () => read(await request.get(`${url}/api/callbacks`)),
    switch: async (kind: 'orders' | 'licenses', isActive: boolean) =>
      read(
        await request.post(`${url}/api/callbacks`, { data: { kind, isActive }, headers: { origin: url } }),
      ),
  };
}

/** An order that a courier carries soon, looked for on both screens. */
async function lookedAt(pages: readonly Page[]): Promise<FeedOrder> {
  const [first] = pages;
  if (!first) throw new Error('no screen');
  const order = pickOne(await feedOrders(first), { system: 'ireca', statuses: ['6'], assigned: true });
  for (const page of pages) {
    await search(page, order.number);
    await expect(row(page, order)).toContainText('Подготовлен');
  }
  return order;
}

const changesOf = async ({ request }: BrowserContext, { url }: Stack): Promise<Changes> =>
  changesSchema.parse(await (await request.get(`${url}/api/changes?since=0`)).json());

test('a change by the courier’s app is on both screens within two seconds', async ({
  visit,
  stack,
  ireca,
  context,
}) => {
  const office = await admin(context, stack);
  const pages = [await visit({ search: '?view=all' }), await visit({ who: 'second', search: '?view=all' })];
  const order = await lookedAt(pages);
  expect((await office.state()).kinds.orders).toMatchObject({ state: 'unknown', lastCallAt: null });
  const on = await office.switch('orders', true);
  expect(on).toMatchObject({ missing: [], local: true, kinds: { orders: { state: 'on', outdated: false } } });
  expect(await ireca.callbacks()).toMatchObject([{ kind: 'orders', isActive: 1 }]);

  await ireca.forget();
  const change = async (deliveryStatusId: number, words: string, timeout?: number) => {
    await ireca.change(order.id, { deliveryStatusId });
    await Promise.all(pages.map((page) => expect(row(page, order)).toContainText(words, { timeout })));
  };
  await change(7, 'Заказ взят курьером');
  // The one order was read, and no list.
  expect(await ireca.received('GET', /^\/orders$/)).toMatchObject([{ query: `orderId=${order.id}` }]);
  const { kinds } = await office.state();
  expect(kinds.orders).toMatchObject({ calls: 1, lastCallWorth: 'named' });
  expect(kinds.orders.lastCallAt).toBeGreaterThanOrEqual(on.kinds.orders.switchedAt ?? Infinity);
  const told = (await changesOf(context, stack)).orders.find(({ key }) => key === order.key);
  expect(told?.steps).toMatchObject([{ after: null, by: null, was: { status: '6' }, is: { status: '7' } }]);

  // A machine that has other things to do may once be late with it, and not every time.
  await expect(async () => {
    await change(6, 'Подготовлен');
    await change(7, 'Заказ взят курьером', AT_ONCE);
  }).toPass();

  const off = await office.switch('orders', false);
  expect(off.kinds.orders).toMatchObject({ state: 'off' });
  await ireca.change(order.id, { deliveryStatusId: 9 });
  expect((await office.state()).kinds.orders.calls).toBe(off.kinds.orders.calls);
});

test('garbage, lies, strangers and a flood change no screen and cost iRECA a bounded number of readings', async ({
  visit,
  stack,
  ireca,
  context,
}) => {
  const office = await admin(context, stack);
  const page = await visit({ search: '?view=all' });
  const order = await lookedAt([page]);
  const before = await row(page, order).innerText();
  await office.switch('orders', true);
  await ireca.forget();
  const call = async (secret: string, body: unknown, kind = 'orders') => {
    const response = await fetch(`${stack.url}/callbacks/ireca/${kind}/${secret}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const lie = { items: [{ orderId: Number(order.id), deliveryStatusId: 11, courierId: '1' }] };
  expect(await call(CALLBACK_SECRET, lie)).toBe(201);
  expect(await call(CALLBACK_SECRET, 'garbage')).toBe(400);
  expect(await call(CALLBACK_SECRET, { items: [{ orderId: 999_999_999 }] })).toBe(201);
  expect(await call(`${CALLBACK_SECRET}x`, lie)).toBe(404);
  expect(await call('x', lie, 'licenses')).toBe(404);
  const flood: number[] = [];
  const began = Date.now();
  for (let round = 0; round < 20; round += 1) {
    flood.push(...(await Promise.all(Array.from({ length: 50 }, () => call(CALLBACK_SECRET, lie)))));
  }
  const floodSeconds = (Date.now() - began) / 1_000;
  expect([...new Set(flood)].sort()).toEqual([201, 429]);
  // A hundred at once, and twenty a second.
  expect(flood.filter((status) => status === 201).length).toBeLessThanOrEqual(100 + 20 * floodSeconds);
  // What the flood set off has come to its end: an order read after it is the answer of a quiet iRECA.
  let own = 0;
  await expect
    .poll(async () => {
      const count = (await ireca.received('GET', /^\/orders$/)).length;
      own += 1;
      await page.request.get(`${stack.url}/api/ireca/orders?orderId=${order.id}`);
      return (await ireca.received('GET', /^\/orders$/)).length - count;
    })
    .toBe(1);
  const read = await ireca.received('GET', /^\/orders$/);
  const seconds = (Date.now() - began) / 1_000;
  expect(read.filter(({ query }) => query !== '').length - own).toBeLessThanOrEqual(60 + 10 * seconds);
  expect(read.filter(({ query }) => query === '').length).toBeLessThanOrEqual(1 + seconds / 2);
  expect(await row(page, order).innerText()).toBe(before);
  expect((await changesOf(context, stack)).orders).toEqual([]);
  const state = await office.state();
  expect(state).toMatchObject({ refused: 2, kinds: { licenses: { calls: 0 } } });
  expect(state.kinds.orders.calls).toBe(1_003);
  expect(stack.log().join('')).not.toContain(CALLBACK_SECRET);
});

test('what was switched outlives a restart, and so does what changed meanwhile', async ({
  stack,
  ireca,
  context,
}) => {
  const office = await admin(context, stack);
  const { request } = context;
  const feed = async () => (await request.get(`${stack.url}/api/feeds/orders`)).status();
  expect(await feed()).toBe(200);
  await office.switch('orders', true);
  const [order] = await ireca
    .orders()
    .then((orders) => orders.filter(({ deliveryStatusId }) => deliveryStatusId === 6));
  const id = String(order?.['orderId']);
  await stack.restartProxy();
  await ireca.change(id, { deliveryStatusId: 7 });
  const { kinds } = await office.state();
  expect(kinds.orders).toMatchObject({ state: 'on', outdated: false, switchedBy: 'Анна Белова' });
  const { orders } = await changesOf(context, stack);
  expect(orders).toMatchObject([{ id, steps: [{ was: { status: '6' }, is: { status: '7' }, by: null }] }]);
});
