/** Giving orders to couriers from the map: by the menu of a pin, by dragging the pin, by the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { manualClock } from '#proxy/manualClock.ts';
import type { FeedOrder } from './desk.ts';
import { NEXT_POLL, feedOrders, outcomes, row, search, signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { openMap, pinSpot, pinSpots, reachable } from './mapDesk.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

const MENU = '[data-pin-menu]';
const menuOf = (page: Page) => page.locator(MENU);
const options = (page: Page) => menuOf(page).locator('[role=option]:not([data-impossible])');

/** iRECA's orders that may be given away; `assigned`: by whether somebody has them. */
const ready = (orders: FeedOrder[], assigned?: boolean) =>
  orders.filter(
    ({ system, status, courier }) =>
      system === 'ireca' && status === '6' && (assigned === undefined || (courier !== '') === assigned),
  );

async function openMenu(page: Page, order: { key: string }): Promise<void> {
  const { x, y } = await pinSpot(page, order);
  await page.mouse.click(x, y - 15);
  await expect(menuOf(page)).toHaveAttribute('data-pin-menu', order.key);
}

/** One whose pin no courier's marker is near: a thick finger would take hold of the marker. */
async function apartFromCouriers(page: Page, orders: FeedOrder[]) {
  const marks = await page.locator('.leaflet-marker-icon[data-courier]').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  const spots = await pinSpots(page);
  const apart = orders.filter(({ key }) => {
    const at = spots.get(key);
    return at && marks.every(({ x, y }) => Math.hypot(x - at.x, y - at.y + 15) > 60);
  });
  return reachable(page, apart);
}

test('a pin’s menu tells the order and gives it to the nearest courier in one press', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const order = await reachable(page, ready(await feedOrders(page), false));
  await openMenu(page, order);
  const menu = menuOf(page);
  await expect(menu.getByRole('link', { name: order.number, exact: true })).toHaveAttribute(
    'href',
    `/orders/ireca/${order.id}`,
  );
  await expect(menu.locator('a[href^="tel:"]')).toBeVisible();
  await expect(menu.getByText('без курьера')).toBeVisible();
  await expect(options(page)).toHaveCount(5);
  await expect(options(page).first()).toContainText(/(м до|у) (склада|адреса).*(заказ|свободен).*назад/);
  await expect(menu.getByRole('combobox')).toBeFocused();

  // Whoever cannot be seen among the five is found by name; the dialog has everybody.
  await menu.getByRole('button', { name: /^Все курьеры/ }).click();
  await expect(page.getByRole('dialog', { name: /Назначить: 1 заказ/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeVisible();

  const courierId = await options(page).first().getAttribute('data-courier');
  await options(page).first().click();
  await expect(outcomes(page, 'done')).toHaveCount(1);
  await expect(menu).toHaveCount(0);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
  await expect(page.locator('.leaflet-container')).toBeFocused();

  await openMenu(page, order);
  await menu.getByRole('button', { name: 'Снять курьера' }).click();
  await expect.poll(async () => String((await ireca.order(order.id))['courierId'] ?? '')).not.toBe(courierId);
  await expect(menu.getByText('без курьера')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});

test('a menu stays where it is through three polls, and says what became of its order', async ({
  browser,
}) => {
  const clock = manualClock(Date.now());
  const stack = await startStack({ clock });
  const context = await browser.newContext();
  try {
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await page.clock.install({ time: clock.now() });
    await openMap(page, stack.url);
    const order = await reachable(page, ready(await feedOrders(page)));
    const control = upstream(stack.simulators.ireca.control);
    await openMenu(page, order);
    const menu = menuOf(page);
    await options(page).first().waitFor();
    const courierId = (await options(page).first().getAttribute('data-courier')) ?? '';
    await menu.evaluate((node) => node.setAttribute('data-same', 'yes'));
    const place = async () => {
      const { x, y } = (await menu.boundingBox()) ?? { x: 0, y: 0 };
      return [Math.round(x), Math.round(y)];
    };
    const before = await place();

    for (let poll = 1; poll <= 3; poll += 1) {
      await control.position({ courierId, latitude: 59.93 + poll / 1000, longitude: 30.33 });
      await control.change(order.id, { comment: `visit ${poll}` });
      const asked = (await control.received('GET', /locations/)).length;
      await clock.advance(61_000);
      await page.clock.runFor(61_000);
      await expect
        .poll(async () => (await control.received('GET', /locations/)).length)
        .toBeGreaterThan(asked);
      await expect(menu).toHaveAttribute('data-same', 'yes');
      expect(await place()).toEqual(before);
    }

    // With the map it goes, and stays on its pin.
    await page.locator('.leaflet-container').press('ArrowRight');
    await page.clock.runFor(1_000);
    await expect.poll(place).not.toEqual(before);

    await control.change(order.id, { deliveryStatusId: '9' });
    await clock.advance(61_000);
    await page.clock.runFor(61_000);
    await expect(menu).toContainText('Уже не открыт, с карты убран.');
    await expect(options(page)).toHaveCount(0);
    await expect(menu).toHaveAttribute('data-same', 'yes');
    await menu.getByRole('button', { name: 'Закрыть меню' }).click();
    await expect(menu).toHaveCount(0);
  } finally {
    await context.close();
    await stack.close();
  }
});

test('a pin is dragged onto a courier; open ground and Esc change nothing', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const unassigned = ready(await feedOrders(page), false);
  const order = await reachable(page, unassigned);
  const ghost = page.locator('[data-pin-ghost]');
  const marker = page.locator('.leaflet-marker-icon[data-courier]').first();
  const courierId = (await marker.getAttribute('data-courier')) ?? '';
  const box = (await marker.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const pin = await pinSpot(page, order);
  const grab = async () => {
    await page.mouse.move(pin.x, pin.y - 15);
    await page.mouse.down();
    await page.mouse.move(pin.x + 6, pin.y - 8, { steps: 3 });
    await expect(ghost).toContainText(order.number);
  };

  await grab();
  await page.mouse.move(pin.x + 60, pin.y + 60, { steps: 4 });
  await page.keyboard.press('Escape');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await grab();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
  await expect(marker).toHaveAttribute('data-drop', '');
  expect(await marker.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect(page.getByRole('dialog').locator('[role=option][aria-selected=true]')).toHaveAttribute(
    'data-courier',
    courierId,
  );
  await expect(ghost).toHaveCount(0);
  await expect(marker).not.toHaveAttribute('data-drop');
  await page.keyboard.press('Enter');
  await expect(outcomes(page, 'done')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);

  // A plain drag still pans.
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const before = await marker.boundingBox();
  await page.mouse.move(width - 200, height / 3);
  await page.mouse.down();
  await page.mouse.move(width - 280, height / 3, { steps: 5 });
  await page.mouse.up();
  await expect
    .poll(async () => Math.round((before?.x ?? 0) - ((await marker.boundingBox())?.x ?? 0)))
    .toBe(80);
});

test('a finger holds a pin and takes it to a courier; without holding it moves the map', async ({
  visit,
  stack,
}) => {
  const page = await visit({ context: { hasTouch: true, viewport: { width: 1280, height: 900 } } });
  await openMap(page, stack.url);
  const marker = page.locator('.leaflet-marker-icon[data-courier]').first();
  const middle = async () => {
    const { x, y, width, height } = (await marker.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, y: y + height / 2 };
  };
  const courierId = (await marker.getAttribute('data-courier')) ?? '';
  const order = await apartFromCouriers(page, ready(await feedOrders(page)));
  const ghost = page.locator('[data-pin-ghost]');
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const start = await middle();

  await touch('touchStart', { x: order.x, y: order.y - 15 });
  await expect(ghost).toContainText(order.number);
  await touch('touchMove', { x: order.x + 20, y: order.y });
  await touch('touchMove', start);
  await expect(marker).toHaveAttribute('data-drop', '');
  expect(await middle()).toEqual(start);
  await touch('touchEnd');
  await expect(page.getByRole('dialog').locator('[role=option][aria-selected=true]')).toHaveAttribute(
    'data-courier',
    courierId,
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // In one breath: a finger that rests before it moves takes the pin.
  await Promise.all([
    touch('touchStart', { x: order.x, y: order.y - 15 }),
    touch('touchMove', { x: order.x + 40, y: order.y - 15 }),
  ]);
  await touch('touchMove', { x: order.x + 90, y: order.y - 15 });
  await expect(ghost).toHaveCount(0);
  await touch('touchEnd');
  await expect.poll(async () => (await middle()).x - start.x).toBeGreaterThan(40);
});

test('a pin of the selection takes it along, to a courier in the list too', async ({ visit, stack }) => {
  const page = await visit();
  await openMap(page, stack.url);
  const unassigned = ready(await feedOrders(page), false);
  const order = await reachable(page, unassigned);
  const other = unassigned.find(({ key }) => key !== order.key);
  if (!other) throw new Error('no second order');
  await page.evaluate(
    (keys) => sessionStorage.setItem('pult.selection', JSON.stringify({ selected: keys, anchor: null })),
    [order.key, other.key],
  );
  await page.reload();
  await page.getByTestId('bulk-bar').waitFor();
  await page.locator('.leaflet-marker-icon[data-courier]').nth(1).waitFor();
  const pin = await pinSpot(page, order);
  const courier = page.locator('li[data-courier]').nth(2);
  const courierId = (await courier.getAttribute('data-courier')) ?? '';
  await page.mouse.move(pin.x, pin.y - 15);
  await page.mouse.down();
  await page.mouse.move(pin.x - 6, pin.y - 8, { steps: 3 });
  await expect(page.locator('[data-pin-ghost]')).toContainText('2 заказа');
  const to = (await courier.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
  await expect(courier).toHaveAttribute('data-drop', '');
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: /Назначить: 2 заказа/ });
  await expect(dialog.locator('[role=option][aria-selected=true]')).toHaveAttribute(
    'data-courier',
    courierId,
  );
});

test('by the keyboard alone: from the row over the map to the second courier', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=unassigned' });
  const [order] = ready(await feedOrders(page), false);
  if (!order) throw new Error('no order');
  await search(page, order.number);
  await row(page, order).waitFor();
  await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, order)).toHaveAttribute('data-focused', 'true');
  const map = page.locator('.leaflet-container');
  await map.focus();
  await page.keyboard.press('Enter');
  await expect(menuOf(page)).toHaveAttribute('data-pin-menu', order.key);
  await options(page).nth(1).waitFor();

  // Tab goes around in the menu; Esc leaves it for the map.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await menuOf(page).evaluate((menu) => menu.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toHaveCount(0);
  await expect(map).toBeFocused();

  await page.keyboard.press('Enter');
  const wanted = await options(page).nth(1).getAttribute('data-courier');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(outcomes(page, 'done')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(wanted);
  await expect(map).toBeFocused();
});

test('several orders at one point are chosen from first', async ({ visit, stack, ireca }) => {
  const page = await visit();
  await openMap(page, stack.url);
  const all = ready(await feedOrders(page));
  const first = await reachable(page, all);
  const second = all.find(({ key }) => key !== first.key);
  if (!second) throw new Error('no second order');
  await ireca.change(second.id, {
    addressToEntity: {
      ...((await ireca.order(first.id))['addressToEntity'] as object),
      isUseGoogleGeo: false,
    },
  });
  const together = async () => {
    const { x, y } = await pinSpot(page, second);
    return Math.round(x - first.x) === 0 && Math.round(y - first.y) === 0;
  };
  await expect.poll(together, { timeout: NEXT_POLL }).toBe(true);

  const list = menuOf(page).getByRole('list', { name: 'Заказы в этой точке' });
  await expect(async () => {
    await page.mouse.click(first.x, first.y - 15);
    await expect(list.locator('[data-order]')).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  await expect(list.locator('[data-order]').first()).toBeFocused();
  const keys = await list
    .locator('[data-order]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-order')));
  expect(keys.sort()).toEqual([first.key, second.key].sort());
  await page.keyboard.press('ArrowDown');
  const wanted = await list.locator('[data-order]').nth(1).getAttribute('data-order');
  await page.keyboard.press('Enter');
  await expect(menuOf(page)).toHaveAttribute('data-pin-menu', wanted ?? '');
  await page.keyboard.press('Escape');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`viewers see the order and no deeds; axe finds nothing, ${colorScheme}`, async ({ visit, stack }) => {
    const context = { colorScheme, viewport: { width: 1440, height: 900 } };
    const violations = async (page: Page) =>
      (await new AxeBuilder({ page }).include(MENU).analyze()).violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
      }));
    const page = await visit({ context });
    await openMap(page, stack.url);
    const order = await reachable(page, ready(await feedOrders(page)));
    await openMenu(page, order);
    await options(page).first().waitFor();
    expect(await violations(page)).toEqual([]);

    const viewer = await visit({ who: 'viewer', context });
    await openMap(viewer, stack.url);
    await openMenu(viewer, order);
    await expect(menuOf(viewer).getByRole('link', { name: 'Открыть карточку' })).toBeVisible();
    await expect(menuOf(viewer).getByRole('button')).toHaveCount(1);
    await expect(menuOf(viewer).getByRole('combobox')).toHaveCount(0);
    expect(await violations(viewer)).toEqual([]);
    const pin = await pinSpot(viewer, order);
    await viewer.mouse.move(pin.x, pin.y - 15);
    await viewer.mouse.down();
    await viewer.mouse.move(pin.x + 30, pin.y, { steps: 3 });
    await expect(viewer.locator('[data-pin-ghost]')).toHaveCount(0);
    await viewer.mouse.up();
  });
}
