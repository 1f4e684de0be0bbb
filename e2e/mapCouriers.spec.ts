/** Couriers on the map's page: walked by keyboard, chosen both ways, with their orders, their lines and how exact they are. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { manualClock } from '#proxy/manualClock.ts';
import { feedOrders, openOrders, signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { openMap } from './mapDesk.ts';
import { startStack } from './stack.ts';

const MARKER = '.leaflet-marker-icon[data-courier]';
const LIST_ROW = 'li[data-courier]';
const CARD = '[data-courier-card]';
const marker = (page: Page, id: string) => page.locator(`.leaflet-marker-icon[data-courier="${id}"]`);
const listRow = (page: Page, id: string) => page.locator(`li[data-courier="${id}"]`);
const card = (page: Page) => page.locator(CARD);
const circle = (page: Page) => page.locator('path[data-accuracy]');
const idOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().getAttribute('data-courier')) ?? '';

/** What a screen reader meets on the element that has the focus. */
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const focusedCourier = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-courier') ?? null);

test('Tab walks the couriers in view, Enter chooses, Esc gives the page back', async ({ visit, stack }) => {
  const page = await visit();
  await openMap(page, stack.url);
  const shown = await page.locator(MARKER).count();
  await page.locator('.leaflet-container').focus();
  await page.keyboard.press('Tab');
  const first = await focusedCourier(page);
  expect(await focusedName(page)).toMatch(/^.+, .+, позиция (свежая|.+ назад)$/);
  await expect(listRow(page, first ?? '')).toHaveAttribute('data-hovered', 'true');

  const walked = new Set([first]);
  for (let step = 1; step < shown; step += 1) {
    await page.keyboard.press('Tab');
    walked.add(await focusedCourier(page));
  }
  expect(walked.size).toBe(shown);
  expect(walked.has(null)).toBe(false);
  const last = await focusedCourier(page);
  await page.keyboard.press('Tab');
  expect(await focusedCourier(page)).toBeNull();
  await page.keyboard.press('Shift+Tab');

  // Back on the map: arrows move it, Tab starts over from the first.
  await page.keyboard.press('Tab');
  expect(await focusedCourier(page)).toBe(first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`courier=${first}\\b`));
  await expect(card(page)).toHaveAttribute('data-courier-card', first ?? '');
  expect(await focusedCourier(page)).toBe(first);
  await expect(marker(page, first ?? '')).toHaveAttribute('aria-pressed', 'true');
  await expect(marker(page, last ?? '')).toHaveAttribute('aria-pressed', 'false');

  await page.keyboard.press('Escape');
  await expect(page.locator('.leaflet-container')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await focusedCourier(page)).toBeNull();
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
});

test('list and map choose the same courier; the card lists their orders as the map numbers them', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  await openMap(page, stack.url);
  const id = await idOf(page, `${LIST_ROW}:not([data-off])`);
  await listRow(page, id).hover();
  await expect(marker(page, id)).toHaveAttribute('data-hovered', '');
  await marker(page, id).hover();
  await expect(listRow(page, id)).toHaveAttribute('data-hovered', 'true');

  await listRow(page, id).getByRole('button').first().click();
  await expect(card(page)).toHaveAttribute('data-courier-card', id);
  await expect(marker(page, id)).toHaveAttribute('data-chosen', '');
  await expect(card(page).locator('a[href^="tel:"]')).toBeVisible();

  // Their orders: all that the feed gives them and nobody else's, the earliest window first.
  const theirs = (await feedOrders(page)).filter(
    (order) => order.system === 'ireca' && order.courier === id && ['1', '6', '7'].includes(order.status),
  );
  const rows = card(page).locator('[data-order]');
  for (const { key } of theirs) await expect(card(page).locator(`[data-order="${key}"]`)).toBeVisible();
  const keys = await rows.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-order') ?? ''));
  expect(keys.filter((key) => key.startsWith('ireca:')).toSorted()).toEqual(
    theirs.map(({ key }) => key).toSorted(),
  );
  const ends: string[] = [];
  for (const key of keys.filter((one) => one.startsWith('ireca:')))
    ends.push(String((await ireca.order(key.slice(6)))['dateTimeDeliveryTo'] ?? ''));
  expect(ends.filter((end) => end !== '')).toEqual(ends.filter((end) => end !== '').toSorted());

  // The numbers on the map are those of the rows that have a point.
  const withPoint = await rows.evaluateAll((nodes) =>
    nodes.flatMap((node, index) => (node.textContent?.includes('без точки') ? [] : [String(index + 1)])),
  );
  const drawn = () => page.locator('[data-drop-number]').allTextContents();
  await expect
    .poll(async () => (await drawn()).flatMap((label) => label.split(', ')).toSorted())
    .toEqual(withPoint.toSorted());
  const marks = (await drawn()).length;
  await expect.poll(() => page.locator('path[data-tone]').count()).toBeGreaterThanOrEqual(marks - 1);

  // A row opens the menu of its order and takes it in hand.
  const pinned = rows.filter({ hasNotText: 'без точки' }).first();
  const key = (await pinned.getAttribute('data-order')) ?? '';
  await pinned.click();
  await expect(page.locator('[data-pin-menu]')).toHaveAttribute('data-pin-menu', key);
  await expect(pinned).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-pin-menu]')).toHaveCount(0);

  // Back to the list: the keyboard stands on the row that it left.
  await card(page).getByRole('button', { name: 'К списку курьеров' }).click();
  await expect(listRow(page, id).getByRole('button').first()).toBeFocused();
  await marker(page, id).click();
  await expect(card(page)).toHaveAttribute('data-courier-card', id);
});

test('the circle is as wide as the position is uncertain, at any zoom', async ({ visit, stack }) => {
  const page = await visit();
  await openMap(page, stack.url);
  const feed = (await (await page.request.get(`${stack.url}/api/feeds/positions`)).json()) as {
    changed: { id: string; body: { accuracy: unknown; latitude: unknown } }[];
  };
  const [fix] = feed.changed.filter(({ body }) => Number(body.accuracy) > 0);
  if (!fix) throw new Error('no position with a known accuracy');
  await page.goto(`${stack.url}/map?courier=${fix.id}`);
  await expect(circle(page)).toHaveAttribute('data-accuracy', String(Number(fix.body.accuracy)));
  await expect(card(page).getByText(`±${Math.round(Number(fix.body.accuracy))} м`)).toBeVisible();

  const width = () => circle(page).evaluate((node) => (node as SVGPathElement).getBBox().width);
  // Around the courier: the wheel keeps the place under the pointer where it is.
  await marker(page, fix.id).hover();
  for (let step = 0; step < 3; step += 1) {
    const before = await width();
    await page.mouse.wheel(0, -120);
    await expect.poll(width).toBeGreaterThan(before * 1.4);
  }
});

test('who is gone is said, and a viewer is offered no deed', async ({ visit, stack }) => {
  const page = await visit({ who: 'viewer' });
  await openMap(page, stack.url, '?courier=999999');
  await expect(card(page).getByRole('alert')).toContainText('Такого курьера в iRECA нет');
  await card(page).getByRole('button', { name: 'К списку курьеров' }).click();
  const id = await idOf(page, `${LIST_ROW}:not([data-off])`);
  await listRow(page, id).getByRole('button').first().click();
  await card(page).locator('[data-order]').first().click();
  await page.keyboard.press('Escape');
  await expect(card(page).getByRole('button', { name: /^Назначить/ })).toHaveCount(0);
  await card(page).getByRole('link', { name: 'В таблице' }).click();
  await expect(page).toHaveURL(new RegExp(`/orders\\?.*courier=${id}`));
});

test('couriers of whom nothing is heard fade, are counted and listed', async ({ browser }) => {
  const clock = manualClock(Date.now());
  const stack = await startStack({ clock });
  const context = await browser.newContext();
  try {
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await page.clock.install({ time: clock.now() });
    await openOrders(page, stack.url);
    await openMap(page, stack.url);
    const bands = () =>
      page.locator(MARKER).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-band')));
    expect(await bands()).not.toContain('ghost');
    await clock.advance(12 * 60_000);
    await page.clock.fastForward(12 * 60_000);
    await expect.poll(async () => new Set(await bands())).toEqual(new Set(['ghost']));
    const chip = page.getByRole('button', { name: /^молчат больше 10 мин: \d+$/ });
    const count = Number(/\d+$/.exec((await chip.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(0);
    await chip.click();
    await expect(page.locator(LIST_ROW)).toHaveCount(count);
  } finally {
    await context.close();
    await stack.close();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({ context: { colorScheme } });
    const found = async () =>
      (await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
      }));
    await openMap(page, stack.url);
    expect(await found()).toEqual([]);
    const id = await idOf(page, `${LIST_ROW}:not([data-off])`);
    await listRow(page, id).getByRole('button').first().click();
    await expect(card(page).locator('[data-order]').first()).toBeVisible();
    expect(await found()).toEqual([]);
  });
}
