/** Staying current: other people's changes, lists, tabs of one browser, a cut stream, a restart, sleep, no network. */
import type { BrowserContext, Page } from '@playwright/test';
import { BROKEN_NETWORK, expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { NEXT_POLL, ROW, atRest, boardReady, feedOrders, openOrders, pick, row, search } from './desk.ts';
import type { Stack } from './stack.ts';
import type { upstream } from './upstream.ts';

test.use({ stackOptions: { orders: 60, couriers: 8, settings: { ORDERS_POLL_SECONDS: '1' } } });

/** From the moment the proxy knows of a change, on a machine with other things to do; without a stream it is half a minute. */
const AT_ONCE = { timeout: 5_000 };
const POLLED = { timeout: NEXT_POLL };
const TAKEN = 'Заказ взят курьером';

type Ireca = ReturnType<typeof upstream>;

async function assigned(page: Page, count = 1): Promise<FeedOrder[]> {
  return pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, count);
}

/** Resolves as soon as the proxy has the change; asked past the page, so that the page is not helped. */
async function proxyKnows(page: Page, order: FeedOrder, status: string): Promise<void> {
  const known = async () => (await feedOrders(page)).find(({ key }) => key === order.key)?.status;
  await expect.poll(known, { ...POLLED, intervals: [100] }).toBe(status);
}

/** The courier's app takes an order; resolves when the proxy has it. */
async function take(ireca: Ireca, page: Page, order: FeedOrder): Promise<void> {
  await ireca.change(order.id, { deliveryStatusId: 7 });
  await proxyKnows(page, order, '7');
}

const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
const POLLING = 'обновление опросом, раз в 5 с';
const OFFLINE = /нет связи с Пультом с \d\d:\d\d/;

/** Counts the event streams that a browser asks for. */
function countStreams(context: BrowserContext): () => number {
  let count = 0;
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') count += 1;
  });
  return () => count;
}

/** So many streams are open: what the proxy learns from here on is heard. */
const streamsOpen = (stack: Stack, count: number) => expect.poll(() => stack.openStreams()).toBe(count);

/** So many tabs of this browser stand behind the one that leads, and listen to it. */
const followers = (page: Page, count: number) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const { pending = [] } = await navigator.locks.query();
        return pending.filter(({ name }) => name?.startsWith('pult.stream.')).length;
      }),
    )
    .toBe(count);

/** What lies under the hand: the focused row is selected, far down. */
async function holdLastRow(page: Page) {
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  const key = await page.locator(`${ROW}[data-focused]`).getAttribute('data-key');
  const last = page.locator(`tr[data-key="${key}"]`);
  await last.getByRole('checkbox').click();
  const held = async () => ({
    selected: await last.getAttribute('aria-selected'),
    focused: await last.getAttribute('data-focused'),
    box: await last.boundingBox(),
  });
  await expect(last).toHaveAttribute('aria-selected', 'true');
  // The bar of the selection comes in first.
  await atRest(last);
  return { held, before: await held() };
}

/** Every row once. */
async function noneTwice(page: Page): Promise<void> {
  const keys = await page
    .locator(ROW)
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-key') ?? ''));
  expect(new Set(keys).size).toBe(keys.length);
}

/**
 * Nothing runs in the page until the result is called, as when the browser has frozen it or the laptop sleeps: its locks
 * and channels stay. (A browser that is driven does not freeze pages when it is told to.)
 */
async function frozen(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const stands = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.pause');
  await stands;
  return async () => {
    await devtools.send('Debugger.resume');
    await devtools.detach();
  };
}

test('a change by the courier’s app is on every open screen at once, on an open card too', async ({
  visit,
  stack,
  ireca,
}) => {
  const [board, card, phone] = [
    await visit({ search: '?view=all' }),
    await visit({ who: 'second' }),
    await visit({ who: 'viewer', search: '?view=all', context: { viewport: { width: 390, height: 800 } } }),
  ];
  const [order] = await assigned(board);
  if (!order) throw new Error('no order');
  await search(board, order.number);
  await search(phone, order.number);
  await card.goto(new URL(`/orders/ireca/${order.id}`, card.url()).href);
  const story = card.getByRole('region', { name: 'История', exact: true });
  await expect(story.getByRole('listitem').first()).toBeVisible();
  const deeds = await story.locator('time').count();
  await streamsOpen(stack, 3);

  await take(ireca, board, order);
  await expect(row(board, order)).toContainText(TAKEN, AT_ONCE);
  await expect(row(phone, order)).toContainText(TAKEN, AT_ONCE);
  await expect(card.getByText(TAKEN).first()).toBeVisible(AT_ONCE);
  await expect.poll(() => story.locator('time').count(), AT_ONCE).toBeGreaterThan(deeds);
});

test('a list that an admin writes is read by whoever shows it, and by its writer once', async ({
  visit,
  stack,
}) => {
  const list = '/references/cancel-reasons';
  const title = (page: Page) => page.locator('[data-record-editor] [name="title"]');
  const [reader, form, writer] = [
    await visit(),
    await visit({ who: 'admin' }),
    await visit({ who: 'admin' }),
  ];
  const count = (page: Page) => {
    const reads: string[] = [];
    page.on('request', (request) => {
      const { pathname, search: query } = new URL(request.url());
      if (request.method() === 'GET' && pathname === '/api/ireca/orderReturnReasons' && query === '')
        reads.push(request.url());
    });
    return reads;
  };
  await reader.goto(`${stack.url}${list}`);
  await reader.getByRole('searchbox').last().fill('проба');
  await form.goto(`${stack.url}${list}/new`);
  await title(form).fill('набираю');
  await writer.goto(`${stack.url}${list}/new`);
  await title(writer).fill('проба пера');
  await streamsOpen(stack, 3);
  const [read, written] = [count(reader), count(writer)];
  const saved = writer.waitForResponse(
    (response) =>
      response.request().method() === 'POST' && response.url().includes('/api/ireca/orderReturnReasons'),
  );
  await writer.locator('[data-record-editor]').getByRole('button', { name: 'Создать', exact: true }).click();
  await saved;
  await expect(reader.getByText('проба пера')).toBeVisible(AT_ONCE);
  expect(read).toHaveLength(1);
  await expect(writer.getByText('проба пера').first()).toBeVisible();
  // The form that is open over the list is left alone.
  await expect(title(form)).toHaveValue('набираю');
  // Another write, so that the news of the first have surely come by.
  await writer.request.post(`${stack.url}/api/ireca/paymentTypes`, {
    data: [{ paymentTypeId: '9901', title: 'проба', closeTypeId: '1' }],
    headers: { origin: stack.url },
  });
  await expect.poll(() => written.length).toBe(1);
  expect(read).toHaveLength(1);
});

test.describe('tabs of one browser', () => {
  // Streams are counted by cutting them; a pull may be under way while one signs out.
  test.use({
    expectedErrors: [...BROKEN_NETWORK, '/api/feeds/'],
  });

  test('share one stream; the next takes over as soon as the first is closed', async ({
    visit,
    ireca,
    stack,
  }) => {
    const first = await visit({ search: '?view=all' });
    await streamsOpen(stack, 1);
    const context = first.context();
    const streams = countStreams(context);
    const second = await context.newPage();
    await openOrders(second, stack.url, '?view=all');
    const third = await context.newPage();
    await openOrders(third, stack.url, '?view=all');
    await followers(first, 2);
    const [one, two] = await assigned(first, 2);
    if (!one || !two) throw new Error('no order');
    for (const page of [first, second, third]) await search(page, one.number);
    await take(ireca, first, one);
    for (const [which, page] of [first, second, third].entries())
      await expect(row(page, one), `tab ${which + 1}`).toContainText(TAKEN, AT_ONCE);
    expect(streams()).toBe(0);

    await first.close();
    await expect.poll(streams).toBe(1);
    await streamsOpen(stack, 1);
    for (const page of [second, third]) await search(page, two.number);
    await take(ireca, second, two);
    for (const page of [second, third]) await expect(row(page, two)).toContainText(TAKEN, AT_ONCE);
    expect(streams()).toBe(1);

    // Signing out ends the stream, for good.
    await third.close();
    await second.getByRole('button', { name: /Меню пользователя/ }).click();
    await second.getByRole('menuitem', { name: 'Выйти' }).click();
    await expect(second.getByRole('heading', { name: 'Вход в Пульт' })).toBeVisible();
    await expect.poll(() => stack.cutStreams()).toBe(0);
    expect(streams()).toBe(1);
  });

  test('a leader that the browser has frozen loses the lead, and follows when it is thawed', async ({
    visit,
    ireca,
    stack,
  }) => {
    test.setTimeout(180_000);
    const leader = await visit({ search: '?view=all' });
    const context = leader.context();
    const follower = await context.newPage();
    await openOrders(follower, stack.url, '?view=all');
    await streamsOpen(stack, 1);
    await followers(follower, 1);
    const [one, two] = await assigned(follower, 2);
    if (!one || !two) throw new Error('no order');
    await search(leader, one.number);
    await search(follower, one.number);
    const streams = countStreams(context);
    const thaw = await frozen(leader);
    // It is asked whether it is there, does not answer, and is not waited for any longer: half a minute of real time,
    // for a clock that Playwright drives would have to be driven in the frozen page too.
    await expect.poll(streams, { timeout: 75_000 }).toBe(1);
    await take(ireca, follower, one);
    await expect(row(follower, one)).toContainText(TAKEN, AT_ONCE);
    await expect(said(follower, 'опросом')).toHaveCount(0);

    await thaw();
    await expect(row(leader, one)).toContainText(TAKEN);
    await noneTwice(leader);
    // One stream is left; it is cut by counting, comes back, and both hear it.
    await expect.poll(() => stack.cutStreams(), { intervals: [500, 3_000] }).toBe(1);
    const cutAt = streams();
    await expect.poll(streams).toBe(cutAt + 1);
    await streamsOpen(stack, 1);
    for (const page of [leader, follower]) await search(page, two.number);
    await take(ireca, follower, two);
    for (const page of [leader, follower]) await expect(row(page, two)).toContainText(TAKEN, AT_ONCE);
  });
});

test.describe('around a break', () => {
  test.use({ expectedErrors: BROKEN_NETWORK });

  test('a cut stream and a restarted proxy: all is caught up, nothing moves, nobody is told', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit({ search: '?view=all' });
    const [one, two] = await assigned(page, 2);
    if (!one || !two) throw new Error('no order');
    await streamsOpen(stack, 1);
    const streams = countStreams(page.context());
    const { held, before } = await holdLastRow(page);
    expect(stack.cutStreams()).toBe(1);
    await expect.poll(streams).toBe(1);
    await streamsOpen(stack, 1);
    await take(ireca, page, one);
    await expect.poll(held).toEqual(before);

    await stack.restartProxy();
    await ireca.change(two.id, { deliveryStatusId: 7 });
    await expect.poll(streams, { timeout: 20_000 }).toBeGreaterThan(1);
    await proxyKnows(page, two, '7');
    await expect.poll(held).toEqual(before);
    await expect(said(page, 'опросом')).toHaveCount(0);
    for (const order of [one, two]) {
      await search(page, order.number);
      await expect(row(page, order)).toContainText(TAKEN, AT_ONCE);
      await noneTwice(page);
    }
    await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 1');
  });

  test('a page that was frozen shows what happened meanwhile, and what was typed stays', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit({ search: '?view=all' });
    const [order] = await assigned(page);
    if (!order) throw new Error('no order');
    const other = await visit({ who: 'second' });
    await search(page, order.number);
    const thaw = await frozen(page);
    stack.cutStreams();
    await take(ireca, other, order);
    await thaw();
    await expect(row(page, order)).toContainText(TAKEN);
    await expect(page.getByRole('searchbox')).toHaveValue(order.number);
    await noneTwice(page);
  });

  test('without a network the screen says since when, and catches up as soon as there is one', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit({ search: '?view=all' });
    const [order] = await assigned(page);
    if (!order) throw new Error('no order');
    const other = await visit({ who: 'second' });
    await streamsOpen(stack, 2);
    const { held, before } = await holdLastRow(page);
    await page.context().setOffline(true);
    // The browser only plays it: what is open stays open.
    stack.cutStreams();
    await expect(said(page, OFFLINE)).toBeVisible();
    // It is not iRECA that does not answer.
    await expect(page.getByRole('img', { name: /^iRECA/ })).toHaveAccessibleName(/нет связи с Пультом/);
    await expect(page.getByText(/iRECA не отвечает/)).toHaveCount(0);
    await take(ireca, other, order);
    await page.context().setOffline(false);
    await expect(said(page, OFFLINE)).toHaveCount(0);
    await expect.poll(held).toEqual(before);
    await search(page, order.number);
    await expect(row(page, order)).toContainText(TAKEN, AT_ONCE);
    await noneTwice(page);
  });
});

test.describe('a page whose code has yet to be fetched', () => {
  test.use({
    expectedErrors: [...BROKEN_NETWORK, '404', 'JournalsLayout'],
  });

  test('is waited for without a network; one that went with an update asks for a reload', async ({
    visit,
    stack,
  }) => {
    const page = await visit();
    const section = (name: string) => page.getByRole('link', { name, exact: true });
    await page.context().setOffline(true);
    stack.cutStreams();
    await section('Чеки').click();
    await expect(page.getByText('страница откроется, как только связь появится')).toBeVisible();
    // What was on screen stays there.
    await expect(page.locator(ROW).first()).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByRole('heading', { name: 'Чеки', level: 1 })).toBeVisible();
    await expect(page.getByText('страница откроется')).toHaveCount(0);

    const part = /\/assets\/JournalsLayout.*\.js/;
    await page.route(part, (route) => route.fulfill({ status: 404 }));
    await section('Журналы').click();
    await expect(page.getByRole('alert')).toContainText('Пульт обновился, пока был открыт');
    await page.unroute(part);
    await page.getByRole('button', { name: 'Перезагрузить страницу' }).click();
    await expect(page.getByRole('heading', { name: 'Журналы', level: 1 })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('behind a network that holds streams back it polls, says so in words, and is live again by itself', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const [one, two] = await assigned(page, 2);
  if (!one || !two) throw new Error('no order');
  stack.treatStreams('hold');
  await page.reload();
  await boardReady(page);
  await expect(said(page, POLLING)).toBeVisible();
  await search(page, one.number);
  await ireca.change(one.id, { deliveryStatusId: 7 });
  await expect(row(page, one)).toContainText(TAKEN, POLLED);
  await expect(page.getByRole('img', { name: /^iRECA: данные на/ })).toBeVisible();

  // A second tab hears of it from the first, without waiting.
  const second = await page.context().newPage();
  await openOrders(second, stack.url, '?view=all');
  await expect(said(second, POLLING)).toBeVisible();
  await second.close();

  stack.treatStreams('pass');
  await expect(said(page, POLLING)).toHaveCount(0, { timeout: 60_000 });
  await search(page, two.number);
  await take(ireca, page, two);
  await expect(row(page, two)).toContainText(TAKEN, AT_ONCE);
});
