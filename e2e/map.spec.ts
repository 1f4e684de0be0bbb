/** The map pane: couriers move when they were asked about and not before; it stays useful without tiles. */
import { manualClock } from '#proxy/manualClock.ts';
import { expect, test } from './fixtures.ts';
import { ROW, feedOrders, openOrders, pick, row, search, signedIn } from './desk.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

const MARKER = '.leaflet-marker-icon[data-courier]';
const LIST_ROW = 'li[data-courier]';

test('markers move after the minute’s poll and not before, and are never rebuilt', async ({ browser }) => {
  const clock = manualClock(Date.now());
  const stack = await startStack({ clock });
  const context = await browser.newContext();
  try {
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await page.clock.install({ time: clock.now() });
    await openOrders(page, stack.url);
    const marker = page.locator(MARKER).first();
    await marker.waitFor();
    const courierId = (await marker.getAttribute('data-courier')) ?? '';
    const place = () =>
      page.locator(`.leaflet-marker-icon[data-courier="${courierId}"]`).evaluate((node) => {
        const { x, y } = node.getBoundingClientRect();
        return `${Math.round(x)},${Math.round(y)}`;
      });
    await page
      .locator(`.leaflet-marker-icon[data-courier="${courierId}"]`)
      .evaluate((node) => node.setAttribute('data-same', 'yes'));
    const before = await place();

    await clock.advance(30_000);
    await upstream(stack.simulators.ireca.control).position({ courierId, latitude: 59.96, longitude: 30.29 });
    await page.clock.runFor(5000);
    expect(await place()).toBe(before);

    await clock.advance(31_000);
    await page.clock.runFor(31_000);
    await expect.poll(place).not.toBe(before);
    await expect(page.locator(`.leaflet-marker-icon[data-courier="${courierId}"]`)).toHaveAttribute(
      'data-same',
      'yes',
    );
  } finally {
    await context.close();
    await stack.close();
  }
});

test('a row and its pin know each other; orders dropped on a courier are assigned', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=unassigned' });
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: false }, 1);
  if (!order) throw new Error('no order');
  await search(page, order.number);
  const courier = page.locator(LIST_ROW).first();
  const courierId = await courier.getAttribute('data-courier');
  await row(page, order).dragTo(courier);
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[role=option][aria-selected=true]')).toHaveAttribute(
    'data-courier',
    courierId ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('outcome-panel').locator('li[data-state="done"]')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
});

test('the same without dragging: the courier’s own button takes the selected orders', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=unassigned' });
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: false }, 1);
  if (!order) throw new Error('no order');
  await search(page, order.number);
  await row(page, order).getByRole('checkbox').click();
  const courier = page.locator(LIST_ROW).first();
  const courierId = await courier.getAttribute('data-courier');
  await courier.hover();
  await courier.getByRole('button', { name: /Назначить выбранные/ }).click();
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
