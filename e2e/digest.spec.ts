/** «Что изменилось» after an absence, and «Смена»: what the log of changes says, order by order. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { FeedOrder } from './desk.ts';
import { NEXT_POLL, askAgain, atRest, boardReady, feedOrders, pick } from './desk.ts';
import { BROKEN_NETWORK, expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';
import type { upstream } from './upstream.ts';

const MINUTE = 60_000;
const AWAY = 'Что изменилось, пока вас не было';

/** A full hour in the configured zone, as SHIFT_STARTS has it: no shift begins while a test runs. */
const fullHour = (hoursFromNow: number) =>
  `${new Date(Date.now() + (hoursFromNow + 3) * 60 * MINUTE).toISOString().slice(11, 13)}:00`;

test.use({
  stackOptions: {
    settings: { ORDERS_POLL_SECONDS: '1', SHIFT_STARTS: [fullHour(-3), fullHour(8)].sort().join(',') },
  },
});

const bar = (page: Page) => page.getByRole('region', { name: AWAY });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Что изменилось' });
const group = (where: Locator | Page, name: string) => where.locator(`[data-group="${name}"]`);
const entry = (where: Locator | Page, name: string, order: { key: string }) =>
  group(where, name).locator(`li[data-key="${order.key}"]`);
const gmt = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** Asks the log itself until it knows what is said to have happened. */
async function known(page: Page, stack: Stack, count: number): Promise<void> {
  const steps = async () => {
    const response = await page.request.get(`${stack.url}/api/changes?since=${Date.now() - 30 * MINUTE}`);
    const { orders } = (await response.json()) as { orders: { key: string }[] };
    return orders.length;
  };
  await expect.poll(steps, { timeout: NEXT_POLL }).toBeGreaterThanOrEqual(count);
}

/** Some other program makes an order in iRECA; answers it as the feed will name it. */
async function makeOrder(
  courierId: string,
  stack: Stack,
  ireca: ReturnType<typeof upstream>,
): Promise<{ key: string; id: string }> {
  const [sample] = await ireca.orders();
  const id = '987001';
  const row = {
    orderId: id,
    codeAlias: 'Д-1',
    statusId: 0,
    deliveryStatusId: 6,
    paymentId: sample?.['paymentId'],
    amountToPay: 100,
    deliveryTimeFrom: gmt(Date.now() + 60 * MINUTE),
    deliveryTimeTo: gmt(Date.now() + 120 * MINUTE),
    addressTo: 'Санкт-Петербург, Невский проспект, 10',
    courierId,
  };
  const { url, token } = stack.simulators.ireca;
  const response = await fetch(`${url}/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify([row]),
  });
  expect(response.ok, await response.text()).toBe(true);
  return { key: `ireca:${id}`, id };
}

/** One order for each thing that may happen; they are not the same ones. */
async function cast(page: Page) {
  const orders = await feedOrders(page);
  const [carried, cancelled, late, taken] = [
    pick(orders, { system: 'ireca', statuses: ['7'] }, 1)[0],
    ...pick(orders, { system: 'ireca', statuses: ['6'], assigned: true }, 3),
  ] as [FeedOrder, FeedOrder, FeedOrder, FeedOrder];
  const [refused] = pick(orders, { system: 'kassa', statuses: ['DISTRIBUTED', 'ISSUED'] }, 1) as [FeedOrder];
  return { carried, cancelled, late, taken, refused };
}

/** Whoever is signed in at this page commands it in Pult. */
async function command(page: Page, stack: Stack, action: object, order: FeedOrder): Promise<void> {
  const seen = { status: order.status, courierId: order.courier };
  const response = await page.request.post(`${stack.url}/api/commands`, {
    headers: { origin: stack.url },
    data: { id: crypto.randomUUID(), action, targets: [{ system: 'ireca', id: order.id, seen }] },
  });
  expect(await response.text()).toContain('"done"');
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
  }));
}

/** The browser's clock goes on by itself, and can be put forward: somebody was away. */
async function withClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
  await boardReady(page);
  await page.mouse.move(300, 300);
}

async function comeBack(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * MINUTE);
  await page.mouse.move(320, 320);
}

test('after an absence a strip names what happened, and each order is a press away', async ({
  visit,
  stack,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  const { carried, cancelled, late, taken, refused } = await cast(page);
  // Its window ends while nobody is here; the log has the change from before.
  await ireca.change(late.id, {
    deliveryTimeFrom: gmt(Date.now() - 45 * MINUTE),
    deliveryTimeTo: gmt(Date.now() + 15 * MINUTE),
  });
  await known(page, stack, 1);
  await withClock(page);
  await expect(page.getByRole('button', { name: AWAY })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);

  const made = await makeOrder(late.courier, stack, ireca);
  await ireca.change(carried.id, { deliveryStatusId: 9 });
  await ireca.change(cancelled.id, { deliveryStatusId: 11, returnReasonId: null });
  await ireca.change(taken.id, { courierId: null });
  await kassa.change(refused.id, { currentStatusType: 'REFUSED' });
  await known(page, stack, 6);
  const rows = await atRest(page.locator('tr[data-key]').first());
  await comeBack(page, 25);

  await expect(bar(page)).toContainText(
    /Пока вас не было, (.+, )?\d\d:\d\d–(.+, )?\d\d:\d\d: новых 1 · курьеры изменили 1 · другие изменили 1 · отмен и удалений 2 · опоздал/,
    { timeout: NEXT_POLL },
  );
  // It lies over the page and pushes nothing.
  expect(await atRest(page.locator('tr[data-key]').first())).toEqual(rows);
  await expect(page.getByRole('button', { name: /пока вас не было: \d+ заказ/ })).toBeVisible();

  await bar(page).getByRole('button', { name: 'Показать' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(entry(panel(page), 'new', made)).toContainText('Д-1');
  await expect(entry(panel(page), 'couriers', carried)).toContainText(
    /Заказ взят курьером.*→.*Заказ доставлен/,
  );
  await expect(entry(panel(page), 'cancelled', cancelled)).toContainText('не в Пульте');
  await expect(entry(panel(page), 'cancelled', refused)).toContainText('Отказ');
  await expect(entry(panel(page), 'others', taken)).toContainText(/курьер: .+ → без курьера/);
  await expect(entry(panel(page), 'late', late)).toContainText(
    /окно закончилось в (.+, )?\d\d:\d\d, опаздывает/,
  );

  await entry(panel(page), 'couriers', carried).getByRole('link').click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator(`[data-order-card="${carried.key}"]`)).toBeVisible();
  await expect(page).toHaveURL(/view=all/);
  await page.keyboard.press('Escape');

  // Seen is seen, after a reload too; the header still leads back to it.
  await page.reload();
  await boardReady(page);
  await expect(bar(page)).toHaveCount(0);
  await page.getByRole('button', { name: AWAY }).click();
  await expect(panel(page).getByRole('radio', { name: /^последн/ })).toBeChecked();
  await expect(entry(panel(page), 'new', made)).toBeVisible();

  await group(panel(page), 'cancelled').getByRole('button', { name: 'Выделить в таблице: 2' }).click();
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 2');
});

test('only somebody who is here again is told; what was dismissed stays so in every tab', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const { carried } = await cast(page);
  await withClock(page);
  await ireca.change(carried.id, { deliveryStatusId: 9 });
  await known(page, stack, 1);
  await page.clock.fastForward(30 * MINUTE);
  await expect(page.getByRole('button', { name: AWAY, exact: true })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await page.mouse.move(330, 330);
  await expect(bar(page)).toContainText(/курьеры изменили 1/, { timeout: NEXT_POLL });

  const other = await page.context().newPage();
  await other.clock.install({ time: await page.evaluate(() => Date.now()) });
  await other.goto(`${stack.url}/orders`);
  await boardReady(other);
  await expect(bar(other)).toContainText(/курьеры изменили 1/, { timeout: NEXT_POLL });
  await bar(other).getByRole('button', { name: 'Скрыть сводку' }).click();
  await expect(bar(other)).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);
});

test('one’s own deeds are left out, others are named; the panel moves nothing under the hand', async ({
  visit,
  stack,
  ireca,
}) => {
  const [page, second] = [await visit(), await visit({ who: 'second' })];
  const orders = await feedOrders(page);
  const [own, theirs, later] = pick(orders, { system: 'ireca', statuses: ['6'], assigned: true }, 3) as [
    FeedOrder,
    FeedOrder,
    FeedOrder,
  ];
  await command(page, stack, { type: 'unassign' }, own);
  await command(second, stack, { type: 'unassign' }, theirs);
  await known(page, stack, 2);

  await page.getByRole('button', { name: AWAY }).click();
  await expect(panel(page).getByRole('radio', { name: 'час', exact: true })).toBeChecked();
  await expect(entry(panel(page), 'others', theirs)).toContainText('Денис Котов', { timeout: NEXT_POLL });
  await expect(entry(panel(page), 'others', own)).toHaveCount(0);
  await expect(panel(page)).toContainText('Ещё 1 заказ изменён только вами');
  await panel(page).getByRole('checkbox', { name: 'и мои' }).click();
  await expect(entry(panel(page), 'others', own)).toContainText('Дина Орлова');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // It is said for two seconds only.
  await Promise.all([
    panel(page).getByRole('button', { name: 'Скопировано' }).waitFor(),
    panel(page).getByRole('button', { name: 'Скопировать текстом' }).click(),
  ]);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Изменили другие: 2');
  expect(text).toContain(`${theirs.number}: `);

  // The hand is on the list: what comes waits behind a button.
  await entry(panel(page), 'others', own).hover();
  const before = await atRest(entry(panel(page), 'others', own));
  await ireca.change(later.id, { deliveryStatusId: 7 });
  const renew = panel(page).getByRole('button', { name: /Пока вы смотрели/ });
  await expect(renew).toBeVisible({ timeout: NEXT_POLL });
  await expect(entry(panel(page), 'couriers', later)).toHaveCount(0);
  expect((await atRest(entry(panel(page), 'others', own)))?.y).toBe(before?.y);
  // Nor does it come on the way to the button, which would be gone from under the press.
  await renew.hover();
  await expect(entry(panel(page), 'couriers', later)).toHaveCount(0);
  await renew.click();
  await expect(entry(panel(page), 'couriers', later)).toBeVisible();
});

test.describe('when the log cannot be read', () => {
  test.use({ expectedErrors: BROKEN_NETWORK });

  test('it is said and asked again; a restarted proxy still knows what was before', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit();
    const { carried, taken } = await cast(page);
    await ireca.change(carried.id, { deliveryStatusId: 9 });
    await known(page, stack, 1);
    await ireca.change(taken.id, { deliveryStatusId: 7 });
    await stack.restartProxy();

    const refusal = JSON.stringify({
      error: { code: 'stopping', message: null, system: null, retryAfter: null },
    });
    await page.route('**/api/changes**', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: refusal }),
    );
    await page.getByRole('button', { name: AWAY }).click();
    await expect(panel(page).getByRole('alert')).toContainText('Пульт', { timeout: 20_000 });
    await page.unroute('**/api/changes**');
    await askAgain(
      panel(page).getByRole('button', { name: 'Повторить' }),
      entry(panel(page), 'couriers', carried),
    );
    await expect(entry(panel(page), 'couriers', taken)).toBeVisible({ timeout: NEXT_POLL });
    await expect(panel(page).getByRole('complementary', { name: /^Чего .* не знает$/ })).toContainText(
      /\d\d:\d\d: что было раньше, неизвестно/,
    );
  });
});

/** A number of the shift's sheet by its name. */
const total = (page: Page, section: string, name: string) =>
  page
    .getByRole('region', { name: section })
    .locator('div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .last()
    .locator('dd');

test('«Смена» counts what the board counts, keeps a note, and prints without the frame', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const { carried, cancelled, taken, late: deleted } = await cast(page);
  const nobodys = page.getByRole('radio', { name: /Без курьера/ });
  const free = Number((await nobodys.textContent())?.replace(/\D/g, ''));
  await ireca.change(carried.id, { deliveryStatusId: 9 });
  await ireca.change(cancelled.id, { deliveryStatusId: 11, returnReasonId: null });
  await ireca.change(taken.id, { courierId: null });
  await command(page, stack, { type: 'delete' }, deleted);
  await known(page, stack, 4);
  const held = await ireca.order(carried.id);

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Страница, действие, заказ или курьер…').fill('смена');
  await page.getByRole('button', { name: 'Смена', exact: true }).click();
  await expect(page).toHaveURL(/\/shift\?since=\d{13}$/);
  await expect(page.getByRole('heading', { name: /^Смена с \d/ })).toBeVisible();
  await expect(total(page, 'За смену', 'Доставлено')).toHaveText('1', { timeout: NEXT_POLL });
  // The number counts what the list of the same name holds.
  await expect(total(page, 'За смену', 'Отменено и удалено')).toHaveText('2');
  await expect(group(page, 'cancelled').locator('li[data-key]')).toHaveCount(2);
  await expect(entry(page, 'cancelled', deleted)).toContainText('удалён');
  const roubles = Number(held['amountToPay']).toFixed(2).replace('.', ',');
  await expect(total(page, 'За смену', 'Сумма доставленных')).toContainText(roubles.slice(-6));
  const courier = page.locator(`[data-courier="${carried.courier}"]`);
  await expect(courier.locator('td').first()).toHaveText('1');
  await expect(entry(page, 'couriers', carried)).toBeVisible();
  await expect(entry(page, 'others', taken)).toContainText('без курьера');

  const note = page.getByRole('textbox', { name: 'Записка следующей смене' });
  await note.fill('Ключи от склада у охраны.');
  await expect(total(page, 'Сейчас', 'Без курьера')).toHaveText(String(free + 1));
  await total(page, 'Сейчас', 'Без курьера').getByRole('link').click();
  await boardReady(page);
  await expect(nobodys).toContainText(String(free + 1));
  await page.goBack();
  await expect(note).toHaveValue('Ключи от склада у охраны.');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Печать' })).toBeHidden();
  await expect(
    page.locator('[data-shift-sheet]').getByText('Ключи от склада у охраны.').last(),
  ).toBeVisible();
  const colours = await page
    .locator('[data-shift-sheet]')
    .evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color]);
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await page.emulateMedia({ media: 'screen' });

  // Any other beginning is in the address, and so in the link that is passed on.
  await page.getByRole('combobox', { name: 'Какая смена' }).click();
  await page.getByRole('option', { name: 'С другого времени…' }).click();
  await page.getByRole('textbox', { name: 'Время' }).fill('99');
  await page.getByRole('button', { name: 'Показать', exact: true }).click();
  await expect(page.getByText('Время как 14:30')).toBeVisible();
  await page.getByRole('textbox', { name: 'Время' }).fill('0005');
  await page.getByRole('button', { name: 'Показать', exact: true }).click();
  await expect(page).toHaveURL(/since=\d{13}$/);
  await expect(page.getByRole('heading', { name: /00:05$/ })).toBeVisible();
  await expect(note).toHaveValue('');
});

test.describe('when the next shift begins', () => {
  /** Wall time in the configured zone, so many minutes from now. */
  const wallTime = (minutes: number) =>
    new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow', hour: '2-digit', minute: '2-digit' }).format(
      Date.now() + minutes * MINUTE,
    );
  test.use({
    stackOptions: async ({ browserName: _any }, use) =>
      use({ settings: { SHIFT_STARTS: [wallTime(60), wallTime(-360)].sort().join(',') } }),
  });

  test('the sheet stays the shift that it was opened as; the new one is a press away', async ({
    visit,
    stack,
  }) => {
    const page = await visit();
    await page.clock.install();
    await page.goto(`${stack.url}/shift`);
    const heading = page.getByRole('heading', { name: /^Смена с / });
    const note = page.getByRole('textbox', { name: 'Записка следующей смене' });
    const offer = page.getByRole('button', { name: 'Началась новая смена: показать' });
    await note.fill('Ключи у охраны');
    await expect(page).toHaveURL(/\?since=\d{13}$/);
    const opened = { url: page.url(), title: (await heading.textContent()) ?? 'none' };
    await expect(offer).toHaveCount(0);

    await page.clock.fastForward(65 * MINUTE);
    await expect(offer).toBeVisible();
    await expect(heading).toHaveText(opened.title);
    await expect(note).toHaveValue('Ключи у охраны');
    await page.reload();
    await expect(heading).toHaveText(opened.title);
    expect(page.url()).toBe(opened.url);

    await offer.click();
    await expect(heading).not.toHaveText(opened.title);
    await expect(offer).toHaveCount(0);
    await expect(note).toHaveValue('');
    await expect(page.getByRole('region', { name: 'Осталось от прошлой смены' })).toContainText(
      'Ключи у охраны',
    );
    await page.goBack();
    await expect(heading).toHaveText(opened.title);
    await expect(note).toHaveValue('Ключи у охраны');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, and nothing is wider than a phone, ${colorScheme}`, async ({
    visit,
    stack,
    ireca,
  }) => {
    const viewport = { width: colorScheme === 'light' ? 390 : 1440, height: 900 };
    const page = await visit({ context: { colorScheme, viewport } });
    const { carried, cancelled, taken } = await cast(page);
    await withClock(page);
    await ireca.change(carried.id, { deliveryStatusId: 9 });
    await ireca.change(cancelled.id, { deliveryStatusId: 11, returnReasonId: null });
    await ireca.change(taken.id, { courierId: null });
    await known(page, stack, 3);
    await comeBack(page, 30);
    await expect(bar(page)).toBeVisible({ timeout: NEXT_POLL });
    expect(await violations(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'Показать' }).click();
    await expect(entry(panel(page), 'couriers', carried)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await panel(page).getByRole('link', { name: 'Смена' }).click();
    await expect(entry(page, 'couriers', carried)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
}
