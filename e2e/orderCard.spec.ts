/** An order's card: over the list and as a page, whole for both systems, and following what happens to the order. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import {
  NEXT_POLL,
  ROW,
  atRest,
  feedOrders,
  openOrders,
  pick,
  pickOne,
  row,
  search,
  signedIn,
} from './desk.ts';

const card = (page: Page) => page.locator('[data-order-card]');
const heading = (page: Page, order: FeedOrder) =>
  page.getByRole('heading', { name: order.number, exact: true });

/** The text of the card, spaces of all kinds as one. */
const textOf = async (page: Page) => (await page.locator('article').innerText()).replace(/\s+/g, ' ');

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
  }));
}

test('opens over the list by Enter, by its number and by a double click; Esc gives the list back as it was', async ({
  visit,
}) => {
  const page = await visit({ search: '?view=all&sort=amount' });
  const grid = page.getByRole('grid');
  await page.locator(ROW).nth(4).getByRole('checkbox').click();
  await grid.focus();
  await page.keyboard.press('End');
  const key = await page.locator(`${ROW}[data-focused]`).getAttribute('data-key');
  const last = page.locator(`tr[data-key="${key}"]`);
  const top = (await atRest(last))?.y;
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveAttribute('data-order-card', key ?? '');
  await expect(page).toHaveURL(new RegExp(`/orders/${key?.replace(':', '/')}\\?view=all&sort=amount$`));
  await expect(card(page)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/orders\?view=all&sort=amount$/);
  await expect(grid).toBeFocused();
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 1');
  expect((await atRest(last))?.y).toBe(top);

  // A click on the number opens the card, a click beside it selects as ever.
  const second = page.locator(ROW).filter({ visible: true }).nth(6);
  const secondKey = await second.getAttribute('data-key');
  await page.locator(`tr[data-key="${secondKey}"] [data-column=number] a`).click();
  await expect(card(page)).toHaveAttribute('data-order-card', secondKey ?? '');
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 1');
  // To a neighbour and back, the list's place named.
  await page.keyboard.press(']');
  await expect(card(page)).not.toHaveAttribute('data-order-card', secondKey ?? '');
  await page.keyboard.press('[');
  await expect(card(page)).toHaveAttribute('data-order-card', secondKey ?? '');
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await page.goForward();
  await expect(card(page)).toHaveAttribute('data-order-card', secondKey ?? '');
  await page.getByRole('button', { name: 'Закрыть карточку' }).click();
  await expect(card(page)).toHaveCount(0);

  await page.locator(`tr[data-key="${secondKey}"] [data-column=status]`).dblclick();
  await expect(card(page)).toHaveAttribute('data-order-card', secondKey ?? '');
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 1');
});

test('steps as fast as the key repeats, takes the list along, and asks only about the order it stops at', async ({
  visit,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  await page.locator(ROW).first().locator('a[data-open]').click();
  await expect(page.getByText('1 из 220')).toBeVisible();
  const read = async () => [
    ...(await ireca.received('GET', /\/orders$/)).filter(({ query }) => query.includes('orderId')),
    ...(await kassa.received('GET', /online_orders\/\d+$/)),
  ];
  await expect.poll(read).toHaveLength(1);
  await ireca.forget();
  await kassa.forget();
  // All in one task: no step can wait for the one before to be drawn.
  await page.evaluate(() => {
    for (let times = 0; times < 40; times += 1)
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key: ']', code: 'BracketRight', cancelable: true }),
      );
  });
  await expect(page.getByText('41 из 220')).toBeVisible();
  const key = (await card(page).getAttribute('data-order-card')) ?? '';
  await expect(page.locator(`tr[data-key="${key}"]`)).toBeInViewport();
  await expect(page.locator('article h3').first()).toBeVisible();
  await expect.poll(async () => (await read()).length).toBeGreaterThan(0);
  expect(await read()).toHaveLength(1);
});

test('is a page by its link, and can be made one; the way back keeps the view of the list', async ({
  visit,
  stack,
}) => {
  const page = await visit({ search: '?view=all' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'] });
  await page.goto(`${stack.url}/orders/ireca/${order.id}?view=all`);
  await expect(heading(page, order)).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.getByRole('link', { name: 'К заказам' }).click();
  await expect(page).toHaveURL(/\/orders\?view=all$/);

  await search(page, order.number);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    row(page, order)
      .locator('a[data-open]')
      .click({ modifiers: ['Control'] }),
  ]);
  await expect(heading(tab, order)).toBeVisible();
  await expect(card(tab)).toHaveCount(0);
  await tab.close();

  await row(page, order).locator('a[data-open]').click();
  await page.getByRole('button', { name: 'Открыть страницей' }).click();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(heading(page, order)).toBeVisible();
  await page.goBack();
  await expect(page.locator(ROW).first()).toBeVisible();
});

test('shows all of an iRECA order and of a Kassa order, as their systems hold them', async ({
  visit,
  stack,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  const orders = await feedOrders(page);
  const day = (await (await fetch(`${stack.simulators.ireca.control}/orders`)).json()) as {
    orderId: string;
    returnedOrder: unknown;
  }[];
  const returned = day.find((one) => one.returnedOrder !== null);
  if (!returned) throw new Error('nothing was given back on this day');
  type Held = {
    client: { firstname: string; lastname: string };
    addressTo: string;
    goods: { title: string; goodId: string; warehouses: { count: number; tookCount: number }[] }[];
    payments: { cardMask: string; rrn: string; paymentId: string }[];
  };
  const held = (await ireca.order(returned.orderId)) as unknown as Held;
  await page.goto(`${stack.url}/orders/ireca/${returned.orderId}`);
  await expect(page.getByRole('heading', { name: 'Возврат', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'История' })).toBeVisible();
  await expect(page.locator('article .leaflet-container')).toBeVisible();
  const text = await textOf(page);
  for (const value of [
    `${held.client.firstname} ${held.client.lastname}`,
    held.addressTo,
    ...held.goods.flatMap((good) => [good.title, good.goodId]),
    ...held.payments.flatMap((one) => [one.cardMask, one.rrn, one.paymentId].filter((part) => part !== '')),
    'Оплачен',
    'взято',
    'Оплата и чек',
    'Клиент и курьер',
  ]) {
    expect(text).toContain(value.replace(/\s+/g, ' '));
  }

  const given = pickOne(orders, { system: 'kassa', statuses: ['DISTRIBUTED'] });
  type HeldKassa = {
    address: string;
    onlineOrderItems: { description: string }[];
    client: { lastName: string; patronymic: string };
    responsiblePerson: { userRole: string };
    organizationId: string;
  };
  const online = (await kassa.order(given.id)) as unknown as HeldKassa;
  await page.goto(`${stack.url}/orders/kassa/${given.id}`);
  await expect(page.getByRole('heading', { name: 'Учёт в Кассе' })).toBeVisible();
  const whole = await textOf(page);
  for (const value of [
    online.address,
    online.client.lastName,
    online.client.patronymic,
    online.responsiblePerson.userRole,
    online.organizationId,
    ...online.onlineOrderItems.map((item) => item.description),
    'Распределён',
    'ОСН',
    'НДС 20%',
    'полный расчёт',
  ]) {
    expect(whole).toContain(value.replace(/\s+/g, ' '));
  }
});

test('follows the order: a change at its system is seen at once, and nothing moves under the hand', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'] });
  await search(page, order.number);
  await row(page, order).locator('a[data-open]').click();
  await expect(page.getByRole('heading', { name: 'Состояние и номера' })).toBeVisible();
  const scroll = page.locator('[data-card-scroll]');
  await scroll.evaluate((element) => element.scrollTo(0, 200));
  const more = card(page).getByRole('button', { name: 'Ещё' });
  await more.focus();
  await ireca.forget();
  await ireca.change(order.id, { deliveryStatusId: 7, description: 'позвонить за час' });
  await expect(card(page).getByText('Заказ взят курьером').first()).toBeVisible({ timeout: NEXT_POLL });
  await expect(card(page).getByText('позвонить за час').first()).toBeVisible();
  await expect
    .poll(async () => (await ireca.received('GET', /\/orders$/)).some((one) => one.query.includes(order.id)))
    .toBe(true);
  // The parts, which only the whole order tells, follow too.
  const state = page.locator('section').filter({ hasText: 'Состояние и номера' });
  await expect(state.getByText('Заказ взят курьером')).toBeVisible();
  await expect(more).toBeFocused();
});

test('offers the deeds that are possible, says why not for the rest, and none to a viewer', async ({
  visit,
}) => {
  const page = await visit({ search: '?view=all' });
  const orders = await feedOrders(page);
  const [ready] = pick(orders, { system: 'ireca', statuses: ['6'], assigned: false }, 1);
  const [closed] = pick(orders, { system: 'ireca', statuses: ['10'] }, 1);
  if (!ready || !closed) throw new Error('no order');
  const deeds = page.getByRole('group', { name: 'Действия с заказом' });
  const open = async (order: FeedOrder) => {
    await search(page, order.number);
    await row(page, order).locator('a[data-open]').click();
    await expect(heading(page, order)).toBeVisible();
  };
  await open(ready);
  await deeds.getByRole('button', { name: 'Назначить' }).click();
  const dialog = page.locator('[role=dialog][aria-modal=true]');
  await expect(dialog).toContainText(ready.number);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(card(page)).toBeVisible();
  await deeds.getByRole('button', { name: 'Ещё' }).click();
  await expect(page.getByRole('menuitem', { name: /Оформить возврат/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);

  await open(closed);
  const cancel = deeds.getByRole('button', { name: 'Отменить заказ' });
  await expect(cancel).toHaveAttribute('aria-disabled', 'true');
  await cancel.hover();
  await expect(page.getByRole('tooltip', { name: 'Нельзя: уже закрыт' })).toBeVisible();
  await deeds.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Оформить возврат' }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/ireca/${closed.id}/refund`));

  const viewer = await visit({ who: 'viewer', search: `?view=all&q=${ready.number}` });
  await row(viewer, ready).locator('a[data-open]').click();
  const theirs = viewer.getByRole('group', { name: 'Действия с заказом' });
  await expect(theirs.getByRole('button')).toHaveCount(1);
  await theirs.getByRole('button', { name: 'Ещё' }).click();
  await expect(viewer.getByRole('menuitem', { name: 'Печать' })).toBeVisible();
  await expect(viewer.getByRole('menuitem', { name: /Удалить|Оформить|Дублировать/ })).toHaveCount(0);
});

test.describe('when it cannot be had', () => {
  test.use({ expectedErrors: ['status of 404', 'status of 422'] });
  test('says so when there is no such order, and when its system cannot be read', async ({
    stack,
    ireca,
    page,
    context,
  }) => {
    await signedIn(context, stack.url);
    await openOrders(page, stack.url, '?view=all');
    const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'] });
    await page.goto(`${stack.url}/orders/ireca/999999999?view=all`);
    await expect(page.getByRole('heading', { name: 'Такого заказа нет' })).toBeVisible();
    await page.locator('#content').getByRole('link', { name: 'К заказам' }).first().click();
    await expect(page).toHaveURL(/\/orders\?view=all$/);
    await page.goto(`${stack.url}/orders/nowhere/1`);
    await expect(page.getByRole('heading', { name: 'Нет такой системы' })).toBeVisible();

    await ireca.fault({
      method: 'GET',
      path: '/orders',
      query: order.id,
      kind: 'status',
      status: 500,
      times: 20,
    });
    await openOrders(page, stack.url, '?view=all');
    await search(page, order.number);
    await row(page, order).locator('a[data-open]').click();
    // What the feed knows stays on screen.
    await expect(heading(page, order)).toBeVisible();
    await expect(card(page).getByText('iRECA: не удалось прочитать данные').first()).toBeVisible();
    await ireca.mend();
    await card(page).getByRole('button', { name: 'Повторить' }).first().click();
    await expect(page.getByRole('heading', { name: 'Состояние и номера' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the card, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({ search: '?view=all', context: { colorScheme } });
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['7'] }, 1);
    const [online] = pick(await feedOrders(page), { system: 'kassa', statuses: ['FINISHED'] }, 1);
    if (!order || !online) throw new Error('no order');
    await search(page, order.number);
    await row(page, order).locator('a[data-open]').click();
    await expect(page.getByRole('heading', { name: 'Состояние и номера' })).toBeVisible();
    await expect(page.locator('article .leaflet-container')).toBeVisible();
    await expect(page.locator('article [role=status][aria-label]')).toHaveCount(0);
    await page
      .getByRole('group', { name: 'Действия с заказом' })
      .getByRole('button', { name: 'Ещё' })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Печать' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${stack.url}/orders/kassa/${online.id}`);
    await expect(page.getByRole('heading', { name: 'Учёт в Кассе' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('covers a phone’s screen, and nothing is wider than it', async ({ visit }) => {
  const page = await visit({ search: '?view=all', context: { viewport: { width: 390, height: 844 } } });
  const first = page.locator(ROW).first();
  await first.locator('a[data-open]').click();
  await expect(card(page)).toHaveAttribute('aria-modal', 'true');
  await expect(page.getByRole('heading', { name: /^Товары/ })).toBeVisible();
  expect(await atRest(card(page))).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  const wide = await page
    .locator('[data-card-scroll]')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBe(0);
  await page.getByRole('button', { name: 'Закрыть карточку' }).click();
  await expect(card(page)).toHaveCount(0);
});
