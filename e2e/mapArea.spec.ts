/** Selecting orders on the map: by rectangle, by polygon, everything in view; with the mouse, a finger, the keyboard. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { FeedOrder } from './desk.ts';
import { feedOrders, outcomes } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { openMap, pinSpots } from './mapDesk.ts';

type Spot = { x: number; y: number };
type Rect = { left: number; top: number; right: number; bottom: number };

const tools = (page: Page) => page.getByRole('button', { name: 'Выбрать заказы на карте' });
const hint = (page: Page) => page.locator('[data-area-hint]');
const bulk = (page: Page) => page.getByTestId('bulk-bar');
const around = ({ x, y }: Spot, by: number): Rect => ({
  left: x - by,
  right: x + by,
  top: y - by,
  bottom: y + by,
});

async function take(page: Page, name: string): Promise<void> {
  await tools(page).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(hint(page)).toBeVisible();
}

async function drag(page: Page, { left, top, right, bottom }: Rect): Promise<void> {
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, (top + bottom) / 2);
  await page.mouse.move(right, bottom);
}

/** The part of the map that nothing lies over once orders are selected. */
async function ground(page: Page): Promise<Rect> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (!box) throw new Error('no map');
  const { x, y, width, height } = box;
  return { left: x + 20, top: y + 60, right: x + width - 70, bottom: y + height - 170 };
}

const isIn = ({ left, right, top, bottom }: Rect, { x, y }: Spot) =>
  x >= left && x <= right && y >= top && y <= bottom;
const keysIn = (spots: Map<string, Spot>, rect: Rect) =>
  [...spots].filter(([, spot]) => isIn(rect, spot)).map(([key]) => key);

/** Orders to be given away whose pins have no other near them, all on open ground. */
async function lonely(page: Page, count: number): Promise<(FeedOrder & Spot)[]> {
  const spots = await pinSpots(page);
  const open = await ground(page);
  const found: (FeedOrder & Spot)[] = [];
  for (const order of await feedOrders(page)) {
    const at = spots.get(order.key);
    if (!at || order.system !== 'ireca' || order.status !== '6' || order.courier !== '') continue;
    if (isIn(open, at) && keysIn(spots, around(at, 14)).length === 1) found.push({ ...order, ...at });
  }
  if (found.length < count) throw new Error(`only ${found.length} pins stand alone`);
  return found.slice(0, count);
}

/** What is selected of these, as this tab keeps it. */
async function selectedOf(page: Page, spots: Map<string, Spot>): Promise<string[]> {
  const kept = await page.evaluate(() => sessionStorage.getItem('pult.selection') ?? '{}');
  const { selected = [] } = JSON.parse(kept) as { selected?: string[] };
  return selected.filter((key) => spots.has(key)).sort();
}

const marker = (page: Page) => page.locator('.leaflet-marker-icon[data-courier]').first();

test('a rectangle selects what lies in it; what was selected is given to a courier', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const [first, second] = await lonely(page, 2);
  if (!first || !second) throw new Error('no orders');
  const before = await marker(page).boundingBox();

  await take(page, 'Прямоугольником');
  await drag(page, around(first, 10));
  await expect(page.locator('[data-area-count]')).toHaveText('1 заказ');
  await page.mouse.up();
  await expect(bulk(page)).toContainText('Выбрано 1');
  await expect(hint(page)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'В области 1 заказ' })).toHaveCount(1);

  // Without the tool, and without losing the first: Shift draws, Ctrl adds.
  await page.keyboard.down('Shift');
  await page.keyboard.down('Control');
  await drag(page, around(second, 10));
  await expect(page.locator('[data-area-count]')).toHaveText('+ 1 заказ');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await page.keyboard.up('Shift');
  await expect(bulk(page)).toContainText('Выбрано 2');
  expect(await marker(page).boundingBox()).toEqual(before);

  await bulk(page)
    .getByRole('button', { name: /^Назначить/ })
    .click();
  // The dialog stands on the best one; before that, Enter would be somebody else's.
  const option = page.getByRole('dialog').locator('[role=option][aria-selected=true]');
  const courierId = await option.getAttribute('data-courier');
  await page.keyboard.press('Enter');
  await expect(outcomes(page, 'done')).toHaveCount(2);
  for (const { id } of [first, second]) expect(String((await ireca.order(id))['courierId'])).toBe(courierId);
});

test('an area joins, is taken out, or is given up; an empty one changes nothing', async ({
  visit,
  stack,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const open = await ground(page);
  const spots = await pinSpots(page);
  const all = keysIn(spots, open);
  await page.keyboard.down('Shift');
  await drag(page, open);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => selectedOf(page, spots)).toEqual(all.sort());

  const half = { ...open, right: (open.left + open.right) / 2 };
  const rest = all.filter((key) => !keysIn(spots, half).includes(key));
  await take(page, 'Прямоугольником');
  await hint(page).getByText('Убрать', { exact: true }).click();
  await drag(page, half);
  await expect(page.locator('[data-area-count]')).toContainText(/^− \d+ заказ/);
  await page.mouse.up();
  await expect.poll(() => selectedOf(page, spots)).toEqual(rest);

  // Given up while the button is still down: nothing happens, not even a click on what lies below.
  await page.keyboard.down('Shift');
  await drag(page, half);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-area-count]')).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(() => selectedOf(page, spots)).toEqual(rest);
  await expect(page.locator('[data-pin-menu]')).toHaveCount(0);

  const corner = { left: open.left, top: open.top, right: open.left + 12, bottom: open.top + 12 };
  expect(keysIn(spots, corner)).toEqual([]);
  await take(page, 'Прямоугольником');
  await drag(page, corner);
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: 'выбор прежний' })).toHaveCount(1);
  await expect.poll(() => selectedOf(page, spots)).toEqual(rest);
});

test('a polygon: corners, one taken back, closed by a double click; its view may change meanwhile', async ({
  visit,
  stack,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const [order] = await lonely(page, 1);
  if (!order) throw new Error('no order');
  const zoom = async () => (await page.locator('.leaflet-proxy').getAttribute('style')) ?? '';
  const before = await zoom();
  await take(page, 'Многоугольником');
  await expect(hint(page).getByRole('button', { name: 'Готово' })).toBeDisabled();
  await page.mouse.click(order.x - 13, order.y + 12);
  await page.mouse.click(order.x - 200, order.y - 200);
  await page.keyboard.press('Backspace');
  await expect(page.locator('.leaflet-container circle[r]')).toHaveCount(1);
  await page.mouse.click(order.x, order.y - 14);
  await page.mouse.dblclick(order.x + 13, order.y + 12);
  await expect(bulk(page)).toContainText('Выбрано 1');
  await expect(hint(page)).toHaveCount(0);
  // The double click was the polygon's: the map did not zoom, no menu was opened.
  expect(await zoom()).toBe(before);
  await expect(page.locator('[data-pin-menu]')).toHaveCount(0);

  await take(page, 'Многоугольником');
  await page.keyboard.press('Escape');
  await expect(hint(page)).toHaveCount(0);
  await expect(bulk(page)).toContainText('Выбрано 1');
});

test('by keyboard everything in view is selected, and the table knows of it', async ({ visit, stack }) => {
  const page = await visit({ who: 'viewer' });
  await openMap(page, stack.url);
  const box = await page.locator('.leaflet-container').boundingBox();
  const spots = await pinSpots(page);
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const shown = keysIn(spots, { left: x, top: y, right: x + width, bottom: y + height }).sort();
  expect(shown.length).toBeGreaterThan(20);
  await tools(page).focus();
  await page.keyboard.press('Enter');
  const last = page.getByRole('menuitem', { name: 'Все в кадре' });
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(last).toBeFocused({ timeout: 300 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect.poll(() => selectedOf(page, spots)).toEqual(shown);
  const count = (await bulk(page).innerText()).split('\n')[0] ?? '';
  await page.getByRole('link', { name: 'Заказы', exact: true }).click();
  await expect(bulk(page)).toContainText(count);
  await page.getByRole('link', { name: 'Карта', exact: true }).click();
  await bulk(page).getByRole('button', { name: 'Снять выделение' }).click();
  await expect(bulk(page)).toHaveCount(0);
  await page.locator('.leaflet-container').focus();
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await selectedOf(page, spots)).length).toBeGreaterThan(20);
});

test('what the bar promises holds on the map: letters, and Esc once nothing lies above the selection', async ({
  visit,
  stack,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const spots = await pinSpots(page);
  const open = await ground(page);
  const menu = page.locator('[data-pin-menu]');
  const dialog = page.locator('[aria-modal="true"]');
  const selectAll = async () => {
    await page.keyboard.down('Shift');
    await drag(page, open);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => selectedOf(page, spots)).toEqual(keysIn(spots, open).sort());
    await bulk(page).waitFor();
  };

  await selectAll();
  await page.keyboard.press('a');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await take(page, 'Прямоугольником');
  await page.keyboard.press('Escape');
  await expect(hint(page)).toHaveCount(0);
  await expect(bulk(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bulk(page)).toHaveCount(0);

  // A menu is closed first, also by whoever has walked on to a button meanwhile.
  const [order] = await lonely(page, 1);
  if (!order) throw new Error('no order');
  await page.mouse.click(order.x, order.y - 15);
  await expect(menu).toHaveAttribute('data-pin-menu', order.key);
  await page.getByRole('button', { name: 'Приблизить' }).focus();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(bulk(page)).toContainText('Выбрано 1');
  // What is typed keeps its Esc.
  await page.getByLabel('Найти курьера').press('Escape');
  await expect(bulk(page)).toBeVisible();
  await page.getByRole('button', { name: 'Приблизить' }).press('Escape');
  await expect(bulk(page)).toHaveCount(0);

  // On the whole screen the selection goes before the screen does.
  await page.keyboard.press('f');
  const leave = page.getByRole('button', { name: /^Выйти из полного экрана/ });
  await leave.waitFor();
  await page.locator('.leaflet-container').press('Control+a');
  await bulk(page).waitFor();
  await page.locator('.leaflet-container').press('Escape');
  await expect(bulk(page)).toHaveCount(0);
  await expect(leave).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(leave).toHaveCount(0);
});

test('with a finger; with a tool in hand axe finds nothing in light and dark', async ({ visit, stack }) => {
  const page = await visit({ context: { hasTouch: true, viewport: { width: 1024, height: 768 } } });
  await openMap(page, stack.url);
  const open = await ground(page);
  const spots = await pinSpots(page);
  const inside = keysIn(spots, open).sort();
  await take(page, 'Прямоугольником');
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x: open.left, y: open.top }]);
  await touch('touchMove', [{ x: open.left + 60, y: open.top + 60 }]);
  await touch('touchMove', [{ x: open.right, y: open.bottom }]);
  await expect(page.locator('[data-area-count]')).toContainText(/^\d+ заказ/);
  await touch('touchEnd', []);
  await expect.poll(() => selectedOf(page, spots)).toEqual(inside);
  await take(page, 'Многоугольником');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  }
});
