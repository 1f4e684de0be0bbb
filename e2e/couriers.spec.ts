/** The couriers page: who works with how much, the licences of the app, and what is said when something cannot be read. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROW, feedOrders, signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';

const ROWS = '[data-page="couriers"] tr[data-id]';
const row = (page: Page, id: string) => page.locator(`${ROWS}[data-id="${id}"]`);
const cell = (page: Page, id: string, column: string) => row(page, id).locator(`[data-column="${column}"]`);
const counter = (page: Page, view: string) => page.locator(`[role=radio][data-view="${view}"]`);
const numberOf = async (page: Page, view: string) =>
  Number((await counter(page, view).innerText()).replace(/\D/g, ''));
const find = (page: Page) => page.getByRole('textbox', { name: 'Найти курьера' });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Лицензии приложения' });
const question = (page: Page) => page.getByRole('dialog', { name: 'Освободить лицензию?' });

type Session = { courierId: number; deviceId: string; deviceTitle: string };

async function openCouriers(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/couriers${search}`);
  await page.locator(ROWS).first().waitFor();
  await expect(page.locator('[role=radiogroup] [role=img]')).toHaveCount(0, { timeout: 30_000 });
}

const licences = async (page: Page): Promise<{ licenses: Session[]; licenseUse: number }> =>
  (await (await page.request.get(new URL('/api/ireca/licenses', page.url()).href)).json()) as never;

const shownIds = (page: Page) =>
  page
    .locator(ROWS)
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((one) => one.getAttribute('data-id') ?? ''),
    );

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => node.html),
  }));

test('counters, search and order stand in the address; counts are those of the orders', async ({
  page,
  stack,
}) => {
  await signedIn(page.context(), stack.url, 'viewer');
  await openCouriers(page, stack.url);
  const { licenses } = await licences(page);
  const onShift = new Set(licenses.map(({ courierId }) => String(courierId)));
  expect(await numberOf(page, 'all')).toBe(18);
  expect(await numberOf(page, 'onShift')).toBe(onShift.size);
  expect(await numberOf(page, 'offShift')).toBe(18 - onShift.size);

  // Two devices of one person are one courier on shift.
  const twice = licenses.find(
    ({ courierId }, at) => licenses.findIndex((one) => one.courierId === courierId) < at,
  );
  await expect(cell(page, String(twice?.courierId), 'since')).toContainText('2 устройства');

  // What needs a decision stands first.
  const late = await numberOf(page, 'late');
  expect(late).toBeGreaterThan(0);
  const [first = ''] = await shownIds(page);
  await expect(cell(page, first, 'late')).toHaveText(/\d/);
  const open = await cell(page, first, 'open').innerText();
  await expect(cell(page, first, 'seen')).toHaveText(/назад|не было/);

  await counter(page, 'late').click();
  await expect(page).toHaveURL(/view=late/);
  // On the half-hour more of them become late.
  await expect.poll(async () => (await page.locator(ROWS).count()) - (await numberOf(page, 'late'))).toBe(0);
  await page.getByRole('columnheader', { name: 'Открытые' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Открытые' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page).toHaveURL(/sort=-open/);
  const counts = (await page.locator(`${ROWS} [data-column="open"]`).allInnerTexts()).map(Number);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));

  // A link shows the same, «/» goes to the search of the page, and what it hides is counted.
  await openCouriers(page, stack.url, '?sort=title');
  await page.keyboard.press('/');
  await expect(find(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(ROWS).first()).toBeFocused();
  await page.keyboard.press('/');
  const name = await cell(page, first, 'title').innerText();
  await page.keyboard.type(name.toUpperCase());
  await expect(page.locator(ROWS)).toHaveCount(1);
  await expect(page.getByText('скрыто поиском: 17')).toBeVisible();
  await find(page).fill('такого нет');
  await expect(page.getByText('По запросу «такого нет» никого нет.')).toBeVisible();
  await page.getByRole('button', { name: 'Показать всех' }).click();
  await expect(page.locator(ROWS)).toHaveCount(18);

  // A viewer reads, and sees no deeds.
  await expect(page.getByRole('link', { name: 'Новый курьер' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Лицензии/ }).click();
  await expect(panel(page).locator('li')).toHaveCount(licenses.length);
  await expect(panel(page).getByRole('button', { name: /^Освободить/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // A row is walked to and opened by keyboard; its numbers lead to the orders.
  await row(page, first).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/couriers/${first}$`));
  await page.goBack();
  await cell(page, first, 'open').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/orders\\?courier=${first}$`));
  await expect(page.locator(ROW)).toHaveCount(Number(open));
});

test('a licence is freed after it was asked, and shown free only when read back so', async ({
  page,
  stack,
  ireca,
}) => {
  await signedIn(page.context(), stack.url, 'admin');
  await openCouriers(page, stack.url);
  const { licenses, licenseUse } = await licences(page);
  const working = await numberOf(page, 'onShift');
  const one = licenses.find(
    ({ courierId }) => licenses.filter((of) => of.courierId === courierId).length === 1,
  );
  if (!one) throw new Error('Nobody works with one device');
  const courier = String(one.courierId);
  const name = await cell(page, courier, 'title').innerText();
  const open = Number(await cell(page, courier, 'open').innerText());

  await page.getByRole('button', { name: `Лицензии: занято ${licenseUse} из 50` }).click();
  await expect(page).toHaveURL(/licences=1/);
  const line = panel(page).locator(`li[data-device="${one.deviceId}"]`);
  await expect(line).toContainText(name);
  await expect(line).toContainText(one.deviceTitle);

  // iRECA says done and does nothing: nobody is told that it is free.
  await ireca.fault({ kind: 'ignore', method: 'POST', path: '/licenses/close' });
  await line.getByRole('button', { name: /^Освободить лицензию/ }).click();
  await expect(question(page)).toContainText(`${name} · ${one.deviceTitle}`);
  await expect(question(page)).toContainText(
    open === 0 ? 'Открытых заказов у курьера нет.' : `${open} открыт`,
  );
  await question(page).getByRole('button', { name: 'Освободить лицензию' }).click();
  await expect(question(page).getByRole('alert')).toContainText('всё ещё занимает лицензию');
  await question(page).getByRole('button', { name: 'Закрыть' }).last().click();
  await expect(line).toHaveCount(1);

  await line.getByRole('button', { name: /^Освободить лицензию/ }).click();
  await expect(question(page).getByRole('alert')).toHaveCount(0);
  await question(page).getByRole('button', { name: 'Освободить лицензию' }).click();
  await expect(question(page)).toHaveCount(0);
  await expect(line).toHaveCount(0);
  await expect(panel(page)).toContainText(`занято ${licenseUse - 1} из 50`);
  await expect(panel(page).getByText(`Лицензия освобождена: ${one.deviceTitle}`)).toBeVisible();
  const closed = await ireca.received('POST', /^\/licenses\/close$/);
  expect(closed.map(({ query, status }) => [new URLSearchParams(query).get('deviceId'), status])).toEqual([
    [one.deviceId, 204],
    [one.deviceId, 204],
  ]);

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/licences/);
  await expect(cell(page, courier, 'since')).toHaveText('не на смене');
  await expect.poll(() => numberOf(page, 'onShift')).toBe(working - 1);
});

test.describe('when iRECA keeps something back', () => {
  test.use({ expectedErrors: ['422 (Unprocessable Entity)'] });

  test('what cannot be read is called unknown, never none, and can be asked for again', async ({
    page,
    stack,
    ireca,
  }) => {
    await signedIn(page.context(), stack.url, 'admin');
    await ireca.fault({
      kind: 'status',
      status: 500,
      message: 'Лицензии на обслуживании',
      path: '/licenses',
      times: -1,
    });
    await openCouriers(page, stack.url);
    const notice = page.getByRole('alert').filter({ hasText: 'Кто на смене, неизвестно' });
    await expect(notice).toContainText('Лицензии на обслуживании');
    await expect(counter(page, 'onShift')).toContainText('—');
    await expect(counter(page, 'offShift')).toContainText('—');
    expect(await numberOf(page, 'all')).toBe(18);
    const [first = ''] = await shownIds(page);
    await expect(cell(page, first, 'since')).toHaveText('неизвестно');
    await page.getByRole('button', { name: 'Лицензии не прочитаны' }).click();
    await expect(panel(page).getByRole('alert')).toContainText('Лицензии на обслуживании');
    await ireca.mend();
    await panel(page).getByRole('button', { name: 'Повторить' }).click();
    await expect(panel(page).locator('li').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(notice).toHaveCount(0);
    await expect(counter(page, 'onShift')).not.toContainText('—');
  });
});

test.describe('with orders read every few seconds', () => {
  test.use({ stackOptions: { settings: { ORDERS_POLL_SECONDS: '5' } } });

  test('what changes meanwhile moves no row under the hand', async ({ page, stack, ireca }) => {
    await signedIn(page.context(), stack.url, 'dispatcher');
    await openCouriers(page, stack.url);
    // From here on the hand is on the list.
    await page.locator(ROWS).first().hover();
    const before = await shownIds(page);
    const late = await numberOf(page, 'late');
    // Somebody below the late ones, with an order in hand.
    const orders = await feedOrders(page);
    const mine = orders.find(
      ({ system, courier, status }) =>
        system === 'ireca' && ['6', '7'].includes(status) && before.indexOf(courier) > late + 1,
    );
    if (!mine) throw new Error('Everybody with an order is late');
    await ireca.change(mine.id, {
      deliveryTimeFrom: '2021-04-28 10:00:00',
      deliveryTimeTo: '2021-04-28 11:00:00',
    });
    await expect(cell(page, mine.courier, 'late')).toHaveText(/[1-9]/, { timeout: 60_000 });
    expect(await shownIds(page)).toEqual(before);
    await counter(page, 'all').hover();
    await expect
      .poll(async () => (await shownIds(page)).indexOf(mine.courier))
      .toBeLessThan(before.indexOf(mine.courier));
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing at ${width}, ${colorScheme}`, async ({ page, stack }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await signedIn(page.context(), stack.url, 'admin');
      await openCouriers(page, stack.url);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (width < 600) {
        // A card says who is late, and calls.
        const [first = ''] = await shownIds(page);
        await expect(row(page, first)).toContainText('Опаздывают:');
        await expect(row(page, first).getByRole('link', { name: /^Позвонить/ })).toBeVisible();
      }
      await page.getByRole('button', { name: /^Лицензии/ }).click();
      const free = panel(page).getByRole('button', { name: /^Освободить лицензию/ });
      await free.first().click();
      await expect(question(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      // One Escape closes one thing.
      await page.keyboard.press('Escape');
      await expect(question(page)).toHaveCount(0);
      await expect(panel(page)).toBeVisible();
    });
  }
}

test.describe('with five hundred couriers', () => {
  test.use({ stackOptions: { couriers: 500, orders: 1200 } });

  test('the table draws what is seen, search finds at once, the file holds what is shown', async ({
    page,
    stack,
  }) => {
    await signedIn(page.context(), stack.url, 'dispatcher');
    await openCouriers(page, stack.url, '?sort=title');
    expect(await numberOf(page, 'all')).toBe(500);
    expect(await page.locator(ROWS).count()).toBeLessThan(60);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(page.locator(`${ROWS}[aria-rowindex="501"]`)).toBeFocused();
    await find(page).fill('менеджер');
    await expect(page.getByText(/скрыто поиском: \d+/)).toBeVisible();
    await expect(cell(page, (await shownIds(page))[0] ?? '', 'role')).toHaveText('Менеджер');
    const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

    await page.getByRole('button', { name: 'Выгрузить в файл' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Таблица CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Курьеры, Все, .+\.csv$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(shown + 1);
    expect(lines[0]).toContain('Курьер;Телефон;Роль;Смена');
    expect(lines[1]).toContain('Менеджер');
  });
});
