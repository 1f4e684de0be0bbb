/** The orders beside the map: chosen both ways, and those without a point put on the map by hand. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { NEXT_POLL } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { mapAtRest } from './mapDesk.ts';

const LIST_ROW = '[data-testid="order-side"] [role=row][data-key]';
const WITHOUT = `${LIST_ROW}[data-part="without"]`;
const HAND = `${LIST_ROW}[data-part="hand"]`;
const PLACED = `${LIST_ROW}[data-part="placed"]`;

type Entity = { latitude?: unknown } | null | undefined;

async function openList(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/map${search}`);
  await page.getByText(/^Заказы \d/).click();
  await page.locator(LIST_ROW).first().waitFor();
  // The map takes its view once couriers and orders are known.
  await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
  await mapAtRest(page);
}

const unfold = (page: Page) => page.getByRole('button', { name: /^Без точки/ }).click();
const put = (page: Page) => page.getByRole('button', { name: /^Поставить на карту/ });
const sheet = (page: Page) => page.getByTestId('place-sheet');
const bar = (page: Page) => page.getByTestId('place-bar');
const keyOf = async (page: Page, row: string, index = 0) =>
  (await page.locator(row).nth(index).getAttribute('data-key')) ?? '';

/** A free place of the map: between the hint above, the captions below and the buttons at the side. */
async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (!box) throw new Error('no map');
  return { x: box.x + box.width * 0.75, y: box.y + box.height * 0.62 };
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}

/** What was written anywhere; asking for tokens and the poll of Kassa's list, which are POSTs, aside. */
const written = (received: { method: string; path: string }[]) =>
  received.filter(({ method, path }) => method !== 'GET' && !/token|\/list\/read$/.test(path));

test('rows are chosen by mouse and keys as in the table, and open the menu of their pin', async ({
  visit,
  stack,
}) => {
  const page = await visit();
  await openList(page, stack.url);
  const rows = page.locator(PLACED);
  const head = page.locator('[role=row][data-part="placed"]:not([data-key])');
  const total = Number((await head.innerText()).replace(/\D/g, ''));
  expect(total).toBeGreaterThan(30);
  expect(await rows.count()).toBeLessThan(total);
  const chosen = page.locator(`${LIST_ROW}[aria-selected="true"]`);

  await rows.nth(1).click({ position: { x: 120, y: 12 } });
  await expect(chosen).toHaveCount(1);
  await rows.nth(4).click({ modifiers: ['Shift'], position: { x: 120, y: 12 } });
  await expect(chosen).toHaveCount(4);
  await rows.nth(2).click({ modifiers: ['Control'], position: { x: 120, y: 12 } });
  await expect(chosen).toHaveCount(3);
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 3');

  const grid = page.getByRole('grid', { name: 'Заказы на карте' });
  await grid.press('Escape');
  await expect(chosen).toHaveCount(0);
  await grid.press('ArrowDown');
  await grid.press(' ');
  await grid.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(2);
  await grid.press('Control+a');
  await expect(page.getByTestId('bulk-bar')).toContainText(`Выбрано ${total}`);
  await grid.press('Escape');

  await grid.press('End');
  await expect(rows.last()).toHaveAttribute('data-focused', 'true');
  await expect(rows.last()).toBeInViewport();
  await grid.press('Home');
  await grid.press('Enter');
  const menu = page.getByRole('dialog', { name: /^Заказ / });
  await expect(menu).toHaveAttribute('data-pin-menu', await keyOf(page, PLACED));
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(grid).toBeFocused();

  await rows.nth(3).hover();
  await rows
    .nth(3)
    .getByRole('button', { name: /^Что сделать/ })
    .click();
  await expect(menu).toHaveAttribute('data-pin-menu', await keyOf(page, PLACED, 3));
});

test('an order without a point is put on the map by hand, for this tab and nobody else', async ({
  visit,
  stack,
  ireca,
  kassa,
}) => {
  const page = await visit();
  await openList(page, stack.url);
  const counted = page.getByRole('button', { name: /^Без точки/ });
  const number = async () => Number((await counted.innerText()).replace(/\D/g, ''));
  const before = await number();
  await unfold(page);
  await expect(page.locator(WITHOUT).first()).toContainText('Касса не отдаёт координат');
  await ireca.forget();
  await kassa.forget();

  const key = await keyOf(page, WITHOUT);
  const address = await page.locator(`[data-key="${key}"] [class*=address]`).innerText();
  await put(page).first().click();
  await expect(bar(page)).toContainText(address.slice(0, 20));
  await expect(sheet(page)).toHaveCSS('cursor', 'crosshair');

  // A drag pans and places nothing.
  const place = await freePlace(page);
  const courier = page.locator('.leaflet-marker-icon[data-courier]').first();
  const was = await courier.boundingBox();
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x - 60, place.y, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await courier.boundingBox())?.x).toBeLessThan((was?.x ?? 0) - 40);
  await expect(bar(page)).toBeVisible();

  // Nor does Shift draw an area meanwhile.
  await page.keyboard.down('Shift');
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x - 60, place.y - 60, { steps: 3 });
  await expect(page.locator('[data-area-count]')).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(bar(page)).toBeVisible();

  await page.mouse.click(place.x, place.y);
  await expect(bar(page)).toHaveCount(0);
  const hand = page.locator(`${HAND}[data-key="${key}"]`);
  await expect(hand).toBeVisible();
  await expect.poll(number).toBe(before - 1);
  await expect(page.getByText(/поставлен на карту$/)).toBeAttached();

  // Its pin is where the click was: the list and the map point at each other.
  await page.mouse.move(place.x + 1, place.y - 14);
  await expect(hand).toHaveAttribute('data-hovered', 'true');
  await page.getByTestId('order-side').evaluate((list) => list.scrollTo({ top: 3000 }));
  await expect(hand).not.toBeInViewport();
  await page.mouse.click(place.x + 1, place.y - 14);
  await expect(hand).toHaveAttribute('aria-selected', 'true');
  await expect(hand).toBeInViewport();
  // Kassa says nothing of where it goes; by hand it has a distance to choose a courier by.
  await expect(page.locator('[data-pin-menu] [role=option]').first()).toContainText(
    /(к?м до адреса|у адреса)/,
  );
  await page.getByRole('button', { name: /^Все курьеры/ }).click();
  await expect(page.locator('[aria-modal="true"] [role=option]').first()).toContainText(
    /(к?м до адреса|у адреса)/,
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('[aria-modal="true"]')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.reload();
  await page.locator(HAND).first().waitFor();
  await expect(hand).toBeVisible();
  expect(written(await ireca.received())).toEqual([]);
  expect(written(await kassa.received())).toEqual([]);
  const other = await visit({ who: 'second' });
  await openList(other, stack.url);
  await expect(other.locator(HAND)).toHaveCount(0);

  await hand.getByRole('button', { name: /^Убрать с карты/ }).click();
  await expect(hand).toHaveCount(0);
  await expect.poll(number).toBe(before);
});

test('by keyboard: Enter takes the centre, Esc gives up; the point is forgotten when its order has one', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  const nowhere = (await ireca.orders()).find(
    ({ addressToEntity: to, deliveryStatusId }) =>
      Number((to as Entity)?.latitude) === 0 && Number(deliveryStatusId) < 9,
  );
  const id = String(nowhere?.['orderId']);
  const number = String(nowhere?.['codeAlias'] ?? id);
  // Found by its number it is alone: then the fold is open by itself.
  await openList(page, stack.url, `?q=${number}`);
  const key = `ireca:${id}`;
  const row = page.locator(`${WITHOUT}[data-key="${key}"]`);
  await expect(row).toContainText('в iRECA точка (0, 0)');
  const grid = page.getByRole('grid', { name: 'Заказы на карте' });

  await row.click({ position: { x: 100, y: 12 } });
  await grid.press('ArrowRight');
  await expect(put(page).and(page.locator(':focus'))).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeVisible();
  await expect(page.locator('.leaflet-container')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(grid).toBeFocused();
  await expect(row).toHaveAttribute('data-focused', 'true');
  await expect(row).toHaveAttribute('aria-selected', 'true');

  await grid.press('ArrowRight');
  await page.keyboard.press('Enter');
  const marker = page.locator('.leaflet-marker-icon[data-courier]').first();
  const was = await marker.boundingBox();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await marker.boundingBox())?.x).not.toBe(was?.x);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
  const hand = page.locator(`${HAND}[data-key="${key}"]`);
  await expect(hand).toHaveCount(1);

  await ireca.change(id, {
    addressToEntity: {
      ...(nowhere?.['addressToEntity'] as object),
      isUseGoogleGeo: false,
      latitude: '59.93090000000000',
      longitude: '30.36100000000000',
    },
  });
  await expect(page.locator(`${PLACED}[data-key="${key}"], ${HAND}[data-key="${key}"]`)).toHaveCount(1, {
    timeout: NEXT_POLL,
  });
  await expect(hand).toHaveCount(0, { timeout: NEXT_POLL });
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('pult.handPoints') ?? ''))
    .not.toContain(key);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone, and for axe: ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({
      context: { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true },
    });
    await openList(page, stack.url);
    expect(await violations(page)).toEqual([]);
    await unfold(page);
    await put(page).first().tap();
    await bar(page).waitFor();
    expect(await violations(page)).toEqual([]);
    const map = await page.locator('.leaflet-container').boundingBox();
    const hint = await bar(page).boundingBox();
    expect((hint?.x ?? 0) + (hint?.width ?? 0)).toBeLessThanOrEqual((map?.x ?? 0) + (map?.width ?? 0));
    const place = await freePlace(page);
    await page.touchscreen.tap(place.x, place.y);
    await expect(page.locator(HAND)).toHaveCount(1);
    await page.locator(PLACED).or(page.locator(WITHOUT)).first().getByRole('checkbox').tap();
    await page.getByTestId('bulk-bar').waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .locator(HAND)
      .getByRole('button', { name: /^Переставить/ })
      .tap();
    await bar(page).getByRole('button', { name: 'Отмена' }).tap();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator(HAND)).toHaveCount(1);
  });
}
