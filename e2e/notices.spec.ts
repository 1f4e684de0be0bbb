/** What is heard, what the browser shows, and what the tab's title counts. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { FeedOrder } from './desk.ts';
import {
  NEXT_POLL,
  boardReady,
  feedOrders,
  openOrders,
  panel,
  pick,
  selectOrders,
  signedIn,
} from './desk.ts';
import { BROKEN_NETWORK, expect, test } from './fixtures.ts';
import { TONE, asked, lookAway, openBehind, pressLast, shown, stubNotices, tones } from './noticeStubs.ts';
import type { Stack } from './stack.ts';
import type { upstream } from './upstream.ts';

type Ireca = ReturnType<typeof upstream>;

test.use({ stackOptions: { orders: 120, couriers: 8, settings: { ORDERS_POLL_SECONDS: '1' } } });

/** Epoch ms as iRECA writes it. */
const gmt = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

const MINUTE = 60_000;
const lateAt = (ireca: Ireca, id: string, at: number) =>
  ireca.change(id, { deliveryTimeFrom: gmt(at - 60 * MINUTE), deliveryTimeTo: gmt(at) });

/**
 * The day has orders of its own whose windows end while a test runs, many of them on the half-hour: those are put off.
 * @param ago also those whose windows have ended so lately, ms.
 */
async function putOff(ireca: Ireca, kassa: Ireca, ago = 0): Promise<void> {
  const now = Date.now();
  const soon = (at: number) => at > now - ago && at < now + 15 * MINUTE;
  const later = now + 180 * MINUTE;
  for (const { orderId, deliveryTimeTo } of await ireca.orders())
    if (soon(Date.parse(`${String(deliveryTimeTo)}Z`))) await lateAt(ireca, String(orderId), later);
  for (const row of await kassa.orders()) {
    const { id, deliveryTime } = (row['onlineOrder'] ?? row) as Record<string, unknown>;
    if (soon(Number(deliveryTime))) await kassa.change(String(id), { deliveryTime: later });
  }
}

function newOrder(orderId: string) {
  const now = Date.now();
  return {
    orderId,
    codeAlias: `N-${orderId}`,
    statusId: 0,
    deliveryStatusId: 6,
    isAgreed: 0,
    returnReasonId: null,
    courierId: '',
    clientId: '3271',
    supplierId: null,
    paymentId: '4113',
    amountToPay: 539.78,
    prePaymentSum: 0,
    cash: 0,
    addressToEntity: {
      postindex: '197136',
      city: 'Санкт-Петербург',
      street: 'Чкаловский пр.',
      home: '15',
      apartment: 'кв 19',
      latitude: 59.96,
      longitude: 30.29,
      isUseGoogleGeo: false,
    },
    phone: '+79123456789',
    deliveryTimeFrom: gmt(now + 60 * 60_000),
    deliveryTimeTo: gmt(now + 120 * 60_000),
    description: '',
    goods: [{ goodId: '355864', count: 1, price: 539.78, total: 539.78, discountTotal: 0, unit: 'г' }],
  };
}

/** The shop's own program makes an order in iRECA. */
async function arrive(stack: Stack, orderId: string): Promise<void> {
  const { url, token } = stack.simulators.ireca;
  const response = await fetch(`${url}/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify([newOrder(orderId)]),
  });
  if (!response.ok) throw new Error(`iRECA answered ${response.status}: ${await response.text()}`);
}

/** A press on nothing: browsers allow sound only to a page that somebody has touched. */
const touch = (page: Page) => page.locator('h1').first().click();

const counter = async (page: Page, name: RegExp): Promise<number> =>
  Number((await page.getByRole('radio', { name }).textContent())?.replace(/\D/g, '') ?? Number.NaN);

const counted = async (page: Page): Promise<number> =>
  Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);

/** A browser with `tabs` tabs of Pult, each touched. */
async function openTabs(
  browser: Browser,
  { url }: Stack,
  tabs: number,
  permission: 'granted' | 'denied' = 'granted',
  switches?: unknown,
): Promise<{ context: BrowserContext; pages: Page[]; heard: () => Promise<number[]> }> {
  const context = await browser.newContext();
  await stubNotices(context, permission, switches);
  await signedIn(context, url);
  const pages: Page[] = [];
  for (let tab = 0; tab < tabs; tab += 1) {
    const page = await context.newPage();
    pages.push(page);
    await openOrders(page, url);
    await touch(page);
    await expect.poll(() => page.title()).toMatch(/^\(\d+\) Пульт · Заказы$/);
  }
  return { context, pages, heard: async () => (await Promise.all(pages.map(tones))).flat() };
}

test('a new order is heard once, however many tabs, and not while the sound is off', async ({
  browser,
  stack,
  ireca,
  kassa,
}) => {
  await putOff(ireca, kassa);
  const { context, pages, heard } = await openTabs(browser, stack, 2);
  const [first, second] = pages as [Page, Page];
  const before = await counted(first);
  const allCount = async (n: number) => {
    for (const page of pages) await expect.poll(() => counted(page), { timeout: NEXT_POLL }).toBe(before + n);
  };

  await arrive(stack, '990001');
  await allCount(1);
  await expect.poll(heard).toEqual([TONE.new]);

  // The switch of one tab is the switch of all.
  await first.getByRole('button', { name: 'Звук включён' }).click();
  await expect(second.getByRole('button', { name: 'Звук выключен' })).toBeVisible();
  await arrive(stack, '990002');
  await allCount(2);
  await second.getByRole('button', { name: 'Звук выключен' }).click();
  await expect(first.getByRole('button', { name: 'Звук включён' })).toBeVisible();
  await arrive(stack, '990003');
  await allCount(3);
  await expect.poll(heard).toEqual([TONE.new, TONE.new]);
  await context.close();
});

test('an order that one has made oneself is news in no tab of one’s own', async ({ browser, stack }) => {
  const switches = { on: true, kinds: { new: { sound: true, shown: true } } };
  const { context, pages, heard } = await openTabs(browser, stack, 2, 'granted', switches);
  const [page, other] = pages as [Page, Page];
  const before = await counted(page);
  for (const one of pages) await lookAway(one, true);
  const made = await page.request.post(`${stack.url}/api/ireca/orders/replace`, {
    headers: { origin: stack.url },
    data: [newOrder('990021')],
  });
  expect(made.ok(), await made.text()).toBe(true);
  for (const one of pages) await expect.poll(() => counted(one), { timeout: NEXT_POLL }).toBe(before + 1);
  await arrive(stack, '990022');
  const told = async () => [...(await shown(page)), ...(await shown(other))].map(({ title }) => title);
  await expect.poll(told, { timeout: NEXT_POLL }).toEqual(['Новый заказ N-990022']);
  expect(await heard()).toEqual([TONE.new]);
  await context.close();
});

test.describe('around a restart of the proxy', () => {
  test.use({ expectedErrors: BROKEN_NETWORK });

  test('nothing is heard again, and what is new is', async ({ browser, stack, ireca, kassa }) => {
    await putOff(ireca, kassa);
    const { context, pages, heard } = await openTabs(browser, stack, 2);
    const [first, second] = pages as [Page, Page];
    const before = await counted(first);
    await arrive(stack, '990011');
    await expect.poll(() => counted(first), { timeout: NEXT_POLL }).toBe(before + 1);
    await expect.poll(heard).toEqual([TONE.new]);

    await stack.restartProxy();
    await first.reload();
    await boardReady(first);
    await touch(first);
    await arrive(stack, '990012');
    for (const page of [first, second])
      await expect.poll(() => counted(page), { timeout: NEXT_POLL }).toBe(before + 2);
    await expect.poll(heard).toEqual([TONE.new, TONE.new]);
    await context.close();
  });
});

test.describe('an order that becomes late', () => {
  const SHOWN = { on: true, kinds: { late: { sound: true, shown: true } } };
  const LATELY = 15 * MINUTE;

  test('is shown by the browser only while nobody looks; a press opens it', async ({
    browser,
    stack,
    ireca,
    kassa,
  }) => {
    await putOff(ireca, kassa, LATELY);
    const { context, pages, heard } = await openTabs(browser, stack, 2, 'granted', SHOWN);
    const [page, other] = pages as [Page, Page];
    const open = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 2);
    const [seen, unseen] = open as [FeedOrder, FeedOrder];
    const icon = page.locator('link[rel="icon"]');
    const told = async () => [...(await shown(page)), ...(await shown(other))];

    // The other tab is in front: what this one has to say can be seen there.
    await lookAway(page, true);
    await lateAt(ireca, seen.id, Date.now() + 1_000);
    await expect.poll(heard, { timeout: NEXT_POLL }).toEqual([TONE.late]);
    await expect(icon).toHaveAttribute('href', '/icon-new.svg');
    expect(await told()).toEqual([]);

    await lookAway(other, true);
    await lateAt(ireca, unseen.id, Date.now() + 1_000);
    await expect.poll(told, { timeout: NEXT_POLL }).toHaveLength(1);
    const [notice] = await told();
    expect(notice?.title).toBe(`Опаздывает заказ ${unseen.number}`);
    expect(notice?.body).toMatch(/ · (окно \d\d:\d\d–|к )\d\d:\d\d · /);
    expect(notice?.body).not.toMatch(/кв|\+7|\d{6}/);

    await lookAway(page, false);
    await expect(icon).toHaveAttribute('href', '/icon.svg');
    const teller = (await shown(page)).length > 0 ? page : other;
    await pressLast(teller);
    await expect(teller).toHaveURL(new RegExp(`/orders/ireca/${unseen.id}$`));
    await context.close();
  });

  test('while Pult was closed is told with the others, once, when it is opened again', async ({
    browser,
    stack,
    ireca,
    kassa,
  }) => {
    await putOff(ireca, kassa, LATELY);
    const { context, pages } = await openTabs(browser, stack, 1, 'granted', SHOWN);
    const [page] = pages as [Page];
    const orders = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 4);
    await openBehind(page);
    await page.close();
    const ended = Date.now() + 1_000;
    for (const { id } of orders) await lateAt(ireca, id, ended);

    // All four are known, and late, before somebody is there again.
    const endsOf = async () => {
      const answer = await context.request.get(`${stack.url}/api/feeds/orders`);
      const feed = (await answer.json()) as { changed: { id: string; body: Record<string, unknown> }[] };
      return orders.map(({ id }) => feed.changed.find((one) => one.id === id)?.body['deliveryTimeTo']);
    };
    await expect.poll(endsOf, { timeout: NEXT_POLL }).toEqual(orders.map(() => gmt(ended)));
    await expect.poll(() => Date.now()).toBeGreaterThan(ended);
    const back = await context.newPage();
    await openOrders(back, stack.url);
    await expect.poll(() => shown(back), { timeout: NEXT_POLL }).toHaveLength(1);
    const [summary] = await shown(back);
    expect(summary?.title).toBe('Опаздывают 4 заказа');
    for (const { number } of orders) expect(summary?.body).toContain(number);
    await pressLast(back);
    await expect(back).toHaveURL(/view=late/);
    await back.reload();
    await boardReady(back);
    await expect.poll(() => back.title()).toMatch(/^\(\d+\) /);
    expect(await shown(back)).toHaveLength(1);
    await context.close();
  });
});

test.describe('a command that fails', () => {
  test.use({ expectedErrors: ['503'] });

  test('while nobody looks is shown once, by one of two tabs', async ({ browser, stack, ireca }) => {
    const switches = { on: true, kinds: { failed: { sound: true, shown: true } } };
    const { context, pages, heard } = await openTabs(browser, stack, 2, 'granted', switches);
    const [page] = pages as [Page];
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
    if (!order) throw new Error('no order');
    const path = '/orders/multipleUpdate';
    await ireca.fault({ method: 'PUT', path, kind: 'status', status: 422, message: 'Курьер занят' });
    let away = () => {};
    const isAway = new Promise<void>((resolve) => (away = resolve));
    await page.route('**/api/commands', async (route) => {
      await isAway;
      await route.continue();
    });
    await selectOrders(page, [order]);
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Снять курьера' }).click();
    await page.getByRole('button', { name: 'Снять с 1 заказа' }).click();
    for (const one of pages) await lookAway(one, true);
    away();
    await expect(panel(page).locator('li[data-state="failed"]')).toContainText('Курьер занят');
    const told = async () => (await Promise.all(pages.map(shown))).flat().map(({ title }) => title);
    await expect.poll(told).toEqual(['Не удалось: Снятие курьера']);
    expect(await heard()).toEqual([TONE.failed]);
    await context.close();
  });

  test('is heard and counted until it is closed', async ({ browser, stack, ireca, kassa }) => {
    await putOff(ireca, kassa);
    const { context, pages, heard } = await openTabs(browser, stack, 1);
    const [page] = pages as [Page];
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
    if (!order) throw new Error('no order');
    const before = await counted(page);
    await ireca.fault({
      method: 'PUT',
      path: '/orders/multipleUpdate',
      kind: 'status',
      status: 422,
      message: 'Курьер занят',
    });
    await selectOrders(page, [order]);
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Снять курьера' }).click();
    await page.getByRole('button', { name: 'Снять с 1 заказа' }).click();
    await expect(panel(page).locator('li[data-state="failed"]')).toContainText('Курьер занят');
    await expect.poll(heard).toEqual([TONE.failed]);
    await expect.poll(() => counted(page)).toBe(before + 1);

    await page.reload();
    await boardReady(page);
    await expect.poll(() => counted(page)).toBe(before + 1);
    await page.getByRole('button', { name: 'Закрыть итоги' }).click();
    await expect.poll(() => counted(page)).toBe(before);
    expect(await heard()).toEqual([TONE.failed]);
    await context.close();
  });
});

test('the title counts what the counters count, an order under both of them once', async ({
  visit,
  ireca,
  kassa,
}) => {
  await putOff(ireca, kassa);
  // One that is not late before, nor by itself while it is looked at: it gets its window before anybody counts.
  const carried = (one: Record<string, unknown>) =>
    Number(one['deliveryStatusId']) === 6 && Number(one['courierId']) > 0;
  const id = String((await ireca.orders()).find(carried)?.['orderId']);
  await ireca.change(id, {
    deliveryTimeFrom: gmt(Date.now()),
    deliveryTimeTo: gmt(Date.now() + 120 * MINUTE),
  });
  const page = await visit();
  await expect.poll(() => counted(page)).toBeGreaterThan(0);
  const order = (await feedOrders(page)).find((one) => one.id === id);
  if (!order) throw new Error('no order');
  const [waiting, unassigned, late] = [
    await counted(page),
    await counter(page, /^Без курьера/),
    await counter(page, /^Опаздывают/),
  ];
  expect(waiting).toBeLessThanOrEqual(unassigned + late);

  await ireca.change(order.id, { courierId: null });
  await expect.poll(() => counter(page, /^Без курьера/), { timeout: NEXT_POLL }).toBe(unassigned + 1);
  await expect.poll(() => counted(page)).toBe(waiting + 1);
  await ireca.change(order.id, {
    deliveryTimeFrom: gmt(Date.now() - 120 * 60_000),
    deliveryTimeTo: gmt(Date.now() - 5 * 60_000),
  });
  await expect.poll(() => counter(page, /^Опаздывают/), { timeout: NEXT_POLL }).toBe(late + 1);
  expect(await counted(page)).toBe(waiting + 1);
});

test('the switches: each for itself, kept, shared by tabs, asked for only by a press', async ({
  browser,
  stack,
}) => {
  const { context, pages } = await openTabs(browser, stack, 2);
  const [page, other] = pages as [Page, Page];
  for (const one of pages) await one.goto(`${stack.url}/settings/notices`);
  const sound = (of: Page, kind: string) => of.getByRole('switch', { name: `Звук: ${kind}` });
  const browserNotice = (of: Page, kind: string) =>
    of.getByRole('switch', { name: `Уведомление браузера: ${kind}` });
  for (const kind of ['Новые заказы', 'Опоздания', 'Неудачи']) {
    await expect(sound(page, kind)).toBeChecked();
    await expect(browserNotice(page, kind)).not.toBeChecked();
  }
  expect(await asked(page)).toBe(0);

  for (const kind of ['Новые заказы', 'Опоздания', 'Неудачи'])
    await page.getByRole('button', { name: `Послушать звук: ${kind}` }).click();
  await expect.poll(() => tones(page)).toEqual([TONE.new, TONE.late, TONE.failed]);

  await browserNotice(page, 'Неудачи').press(' ');
  await expect(browserNotice(page, 'Неудачи')).toBeChecked();
  expect(await asked(page)).toBe(1);
  await expect(page.getByText('Браузер разрешает', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Показать пример.*Новые/ }).click();
  await expect(page.getByText(/Пример отправлен/)).toBeVisible();
  expect(await shown(page)).toHaveLength(1);

  await sound(page, 'Опоздания').press(' ');
  await page.getByText('Тихо', { exact: true }).click();
  await page.getByRole('switch', { name: 'Звук Пульта' }).press(' ');
  await expect(sound(other, 'Опоздания')).not.toBeChecked();
  await expect(other.getByText(/Звук выключен целиком/)).toBeVisible();
  await page.reload();
  await expect(sound(page, 'Опоздания')).not.toBeChecked();
  await expect(sound(page, 'Новые заказы')).toBeChecked();
  await expect(browserNotice(page, 'Неудачи')).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Тихо' })).toBeChecked();
  await expect(page).toHaveTitle(/Пульт · Настройки$/);
  await context.close();
});

test('a browser that was told no says how to allow it', async ({ browser, stack }) => {
  const { context, pages } = await openTabs(browser, stack, 1, 'denied');
  const [page] = pages as [Page];
  await page.goto(`${stack.url}/settings/notices`);
  const first = page.getByRole('switch', { name: 'Уведомление браузера: Новые заказы' });
  await first.press(' ');
  await expect(page.getByText('Браузер запрещает')).toBeVisible();
  await expect(page.getByText(/значок слева от адресной строки/)).toBeVisible();
  await expect(first).not.toBeChecked();
  await expect(first).toBeDisabled();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({ context: { colorScheme } });
    await page.goto(`${stack.url}/settings/notices`);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('table', { name: 'О чём сообщать' }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    }
  });
}
