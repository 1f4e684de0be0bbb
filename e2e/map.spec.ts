/** The map pane: couriers move when they were asked about and not before; it stays useful without tiles. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { expect, test } from './fixtures.ts';
import { ROW, feedOrders, openOrders, pickOne, row, search, signedIn } from './desk.ts';
import { mapAtRest } from './mapDesk.ts';
import type { Stack } from './stack.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

const MARKER = '.leaflet-marker-icon[data-courier]';
const CAPTION = '[data-positions]';
const LIST_ROW = 'li[data-courier]';

type Watched = {
  page: Page;
  stack: Stack;
  clock: ManualClock;
  ireca: ReturnType<typeof upstream>;
  /** So much time passes for the proxy and for the screen. */
  pass: (ms: number) => Promise<void>;
  /** Couriers on the map, whose first round is over. */
  couriers: string[];
};

/** The orders screen with its map, on a clock that stands still until it is told to go on. */
async function watched(browser: Browser, act: (desk: Watched) => Promise<void>): Promise<void> {
  const clock = manualClock(Date.now());
  const stack = await startStack({ clock });
  const context = await browser.newContext();
  try {
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await page.clock.install({ time: clock.now() });
    await openOrders(page, stack.url);
    await expect(page.locator(CAPTION)).toContainText('через');
    const ids = page.locator(`${MARKER}[data-band="fresh"]`);
    await ids.first().waitFor();
    await mapAtRest(page);
    const couriers = await ids.evaluateAll((nodes) =>
      nodes.map((node) => node.getAttribute('data-courier') ?? ''),
    );
    await act({
      page,
      stack,
      clock,
      ireca: upstream(stack.simulators.ireca.control),
      couriers,
      async pass(ms) {
        await clock.advance(ms);
        await page.clock.runFor(ms);
      },
    });
  } finally {
    await context.close();
    await stack.close();
  }
}

const markerOf = (page: Page, courierId: string) => page.locator(`${MARKER}[data-courier="${courierId}"]`);
const placeOf = (page: Page, courierId: string) =>
  markerOf(page, courierId).evaluate((node) => {
    const { x, y } = node.getBoundingClientRect();
    return `${Math.round(x)},${Math.round(y)}`;
  });

test('markers move after the minute’s poll and not before, and are never rebuilt', async ({ browser }) => {
  await watched(browser, async ({ page, ireca, pass, couriers }) => {
    const [courierId = ''] = couriers;
    const place = () => placeOf(page, courierId);
    await markerOf(page, courierId).evaluate((node) => node.setAttribute('data-same', 'yes'));
    const before = await place();

    await pass(30_000);
    await ireca.position({ courierId, latitude: 59.96, longitude: 30.29 });
    await pass(5_000);
    expect(await place()).toBe(before);

    // Their turn comes within the next round, which is spread over its minute.
    await pass(50_000);
    await expect.poll(place).not.toBe(before);
    await expect(markerOf(page, courierId)).toHaveAttribute('data-same', 'yes');
  });
});

test('positions that cannot be believed move nobody, are listed, and are forgotten after a good one', async ({
  browser,
}) => {
  await watched(browser, async ({ page, clock, ireca, pass, couriers }) => {
    const [future = '', zero = '', older = ''] = couriers;
    const odd = [future, zero, older];
    const places = () => Promise.all(odd.map((courierId) => placeOf(page, courierId)));
    const before = await places();
    const at = { latitude: 59.96, longitude: 30.29 };
    const late = clock.now() - 5 * 60_000 - 7_000;
    await ireca.position({ ...at, courierId: future, createdAt: clock.now() + 86_400_000 });
    await ireca.position({ courierId: zero, latitude: 0, longitude: 0, createdAt: clock.now() });
    await ireca.position({ ...at, courierId: older, createdAt: late });
    await pass(90_000);

    const chip = page.getByRole('button', { name: /^Отложено позиций: \d+$/ });
    await chip.click();
    await page.clock.runFor(500);
    const list = page.getByRole('dialog', { name: /^Отложено позиций/ });
    const rowOf = (courierId: string) => list.locator(`li[data-courier="${courierId}"]`);
    await expect(rowOf(future)).toContainText('время впереди нашего');
    await expect(rowOf(zero)).toContainText('место неизвестно');
    await expect(rowOf(zero)).toContainText('0, 0');
    await expect(rowOf(older)).toContainText('пришла после более новой');
    await expect(rowOf(older)).toContainText('59.96, 30.29');
    expect(await places()).toEqual(before);
    const axe = new AxeBuilder({ page }).include('[role=dialog]');
    expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);

    await ireca.position({ ...at, courierId: future, createdAt: clock.now() });
    await pass(60_000);
    await expect(rowOf(future)).toHaveCount(0);
    await expect(rowOf(zero)).toBeVisible();
    await expect.poll(() => placeOf(page, future)).not.toBe(before[0]);
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(chip).toBeFocused();
  });
});

test('each courier is asked about once a minute, with two browsers watching and pressing «обновить»', async ({
  browser,
}) => {
  await watched(browser, async ({ page, stack, clock, ireca, pass, couriers }) => {
    const other = await browser.newContext();
    try {
      await signedIn(other, stack.url, 'viewer');
      const second = await other.newPage();
      await second.clock.install({ time: clock.now() });
      await openOrders(second, stack.url);
      await expect(second.locator(CAPTION)).toContainText('через');
      await pass(5_000);
      const asked = async () => (await ireca.received('GET', /\/locations$/)).length;
      const before = await asked();
      for (const one of [page, second]) {
        await one.getByRole('button', { name: 'Обновить позиции' }).click();
        await one.clock.runFor(1_000);
        await expect(
          one.getByText(/^iRECA отдаёт позиции раз в минуту: следующие через \d+ (с|мин)$/),
        ).toBeVisible();
      }
      expect(await asked()).toBe(before);

      for (let minute = 0; minute < 3; minute += 1) {
        await pass(45_000);
        // Those who rest may be asked about by hand, too; nobody more often than once a minute.
        await page.getByRole('button', { name: 'Обновить позиции' }).click();
        await second.getByRole('button', { name: 'Обновить позиции' }).click();
        await expect(page.locator('[data-positions-answer]')).not.toBeEmpty();
        await pass(15_000);
      }
      const calls = new Map<string, number[]>();
      for (const { query, at } of await ireca.received('GET', /\/locations$/)) {
        const courierId = new URLSearchParams(query).get('courierId') ?? '';
        calls.set(courierId, [...(calls.get(courierId) ?? []), at]);
      }
      for (const [courierId, times] of calls) {
        const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
        expect(Math.min(60_000, ...gaps), `courier ${courierId}`).toBe(60_000);
      }
      expect(calls.get(couriers[0] ?? '')?.length).toBeGreaterThanOrEqual(4);
    } finally {
      await other.close();
    }
  });
});

/** The courier on whom the assign dialog stands. */
const standing = (page: Page) => page.getByRole('dialog').locator('[role=option][aria-selected=true]');

test('a row and its pin know each other; orders dropped on a courier are assigned', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=unassigned' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: false });
  await search(page, order.number);
  // What was found stands where it will stay: a row that moves away under the hand is not dragged.
  await expect(page.locator(ROW)).toHaveCount(1);
  // The rows can be dragged once the page is at rest, and not by their words: those are for marking.
  await page.locator('[draggable=true]').first().waitFor();
  // With the positions come the chips of who is silent: after that the rows stand where they stand.
  await page.locator(MARKER).first().waitFor();
  const courier = page.locator(LIST_ROW).first();
  const courierId = await courier.getAttribute('data-courier');
  await row(page, order).dragTo(courier, { steps: 8, sourcePosition: { x: 154, y: 5 } });
  await expect(standing(page)).toHaveAttribute('data-courier', courierId ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('outcome-panel').locator('li[data-state="done"]')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
});

test('the same without dragging: the courier’s own button takes the selected orders', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=unassigned' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: false });
  await search(page, order.number);
  await row(page, order).getByRole('checkbox').click();
  await page.locator(MARKER).first().waitFor();
  const courier = page.locator(LIST_ROW).first();
  const courierId = await courier.getAttribute('data-courier');
  await courier.hover();
  await courier.getByRole('button', { name: /Назначить выбранные/ }).click();
  // Before the dialog is there, Enter would be the button's.
  await expect(standing(page)).toHaveAttribute('data-courier', courierId ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('outcome-panel').locator('li[data-state="done"]')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
});

test.describe('when tiles cannot be had', () => {
  // Port 9 answers nobody; the browser itself reports each tile that failed.
  test.use({
    stackOptions: { settings: { TILE_URL: 'http://127.0.0.1:9/{z}/{x}/{y}.png' } },
    expectedErrors: ['127.0.0.1:9', 'ERR_UNSAFE_PORT', 'ERR_CONNECTION_REFUSED'],
  });

  test('the map says so, draws the city itself and keeps its couriers', async ({ visit }) => {
    const page = await visit();
    await expect(page.getByText('Подложка недоступна: показана схема')).toBeVisible();
    await expect(page.locator(MARKER).first()).toBeVisible();
    await expect(page.locator(ROW).first()).toBeVisible();
  });
});
