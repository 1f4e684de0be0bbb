/** «Ошибки кассы»: a till fails at the simulator; who is told, where it is marked, and what «просмотрено» does. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { manualClock } from '#proxy/manualClock.ts';
import type { ManualClock } from '#proxy/manualClock.ts';
import { BROKEN_NETWORK, expect, test as base } from './fixtures.ts';
import { TONE, stubNotices, tones } from './noticeStubs.ts';
import type { StackOptions } from './stack.ts';

/** The proxy asks for errors once a minute: here a minute passes when a test says so. */
const POLL_MS = 60_000;

/** As SHIFT_STARTS has it. @param at epoch ms. */
const wallTime = (at: number) =>
  new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow', hour: '2-digit', minute: '2-digit' }).format(at);

const test = base.extend<{ clock: ManualClock; pass: () => Promise<void> }>({
  clock: async ({ browserName: _any }, use) => use(manualClock(Date.now())),
  // All errors of the day are of this shift: those of an earlier one count as looked at on a first visit.
  stackOptions: async ({ clock }, use) =>
    use({ clock, settings: { SHIFT_STARTS: wallTime(clock.now() + 30 * 60_000) } } satisfies StackOptions),
  pass: async ({ clock }, use) => use(() => clock.advance(POLL_MS)),
});

type Licences = { licenses: { courierId: string | number }[] };

/** Ids of couriers on shift, as the page itself is told, and one who is not. */
async function shifts(page: Page): Promise<{ on: string[]; off: string }> {
  const url = (path: string) => new URL(path, page.url()).href;
  const licences = await page.request.get(url('/api/ireca/licenses'));
  const couriers = await page.request.get(url('/api/ireca/couriers'));
  const on = ((await licences.json()) as Licences).licenses.map(({ courierId }) => String(courierId));
  const all = ((await couriers.json()) as Licences['licenses']).map(({ courierId }) => String(courierId));
  return { on: [...new Set(on)], off: all.find((id) => !on.includes(id)) ?? '' };
}

const ROWS = '[data-table] tr[data-id]';
const button = (page: Page) => page.getByRole('button', { name: /^Ошибки кассы у курьеров на смене/ });
const mark = (page: Page, courierId: string) => page.locator(`[data-error-mark="${courierId}"]`);
const row = (page: Page, text: string) => page.locator(ROWS, { hasText: text });

async function openErrors(page: Page, search = ''): Promise<void> {
  await page.goto(new URL(`/journals/errors${search}`, page.url()).href);
  await page.locator(ROWS).first().waitFor();
}

/** Whatever the simulated day brought with it was looked at. */
async function markAll(page: Page): Promise<void> {
  await openErrors(page);
  await expect(button(page)).toBeVisible();
  await page.getByRole('button', { name: /^Отметить все/ }).click();
  await expect(button(page)).toHaveCount(0);
}

test('a till fails on shift: told once, marked everywhere; looked at in one tab it is gone from all, for good', async ({
  visit,
  stack,
  ireca,
  pass,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(...BROKEN_NETWORK);
  const page = await visit();
  await stubNotices(page.context(), 'denied');
  // What is marked can be taken back.
  await markAll(page);
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(button(page)).toBeVisible();
  await markAll(page);

  const { on } = await shifts(page);
  const courierId = on[0] ?? '';
  const order = (await ireca.orders()).find((one) => String(one['courierId']) === courierId);
  const name = String((await ireca.list('couriers'))[courierId]?.['title']);
  const second = await page.context().newPage();
  await second.goto(`${stack.url}/couriers`);
  await second.locator(ROWS).first().waitFor();
  await expect(mark(second, courierId)).toHaveCount(0);

  const errorText = 'Чековая лента застряла';
  await ireca.deviceError({
    device: 'recorder',
    courierId,
    orderId: String(order?.['orderId']),
    errorCode: '3807',
    errorText,
    amount: 1450.5,
  });
  await pass();
  await expect(button(page)).toHaveAccessibleName(/: 1$/);
  await expect(mark(second, courierId)).toHaveText('1');
  await expect(mark(second, courierId)).toHaveAccessibleName(new RegExp(`^${name}: 1 новая ошибка`));
  await expect(row(page, errorText)).toContainText('код 3807');
  await expect(async () => {
    const heard = [...(await tones(page)), ...(await tones(second))];
    expect(heard.filter((tone) => tone === TONE.failed)).toHaveLength(1);
  }).toPass();

  // The mark leads to this courier's errors; the courier's own page has it too.
  await mark(second, courierId).click();
  await expect(second).toHaveURL(new RegExp(`/journals/errors\\?courier=${courierId}`));
  await expect(row(second, errorText).getByRole('link', { name })).toBeVisible();
  await second.goto(`${stack.url}/couriers/${courierId}`);
  await expect(mark(second, courierId)).toContainText('1 ошибка кассы');

  // The panel says all of it and takes the mark of having looked.
  await button(page).click();
  const line = page.getByRole('dialog').getByRole('listitem');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(errorText);
  await expect(line).toContainText(/1\s450,50/);
  await expect(line.getByRole('link', { name })).toHaveAttribute('href', `/couriers/${courierId}`);
  await expect(line.getByRole('link', { name: /^Заказ / })).toHaveAttribute(
    'href',
    `/orders/ireca/${String(order?.['orderId'])}`,
  );
  const seen = line.getByRole('button', { name: /^Просмотрено/ });
  await seen.click();
  await expect(seen).toHaveAttribute('aria-pressed', 'true');
  await expect(mark(second, courierId)).toHaveCount(0);
  await expect(button(second)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(button(page)).toHaveCount(0);

  // It stays so over a reload and over another proxy; nobody is told again.
  await stack.restartProxy();
  await page.reload();
  await expect(row(page, errorText).getByRole('button', { name: /^Просмотрено/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(button(page)).toHaveCount(0);
  expect((await tones(page)).filter((tone) => tone === TONE.failed).length).toBeLessThanOrEqual(1);
});

test('a till fails off shift: in the feed only, found by its filters; a log that is down is said, and rows stay', async ({
  visit,
  ireca,
  pass,
}) => {
  const page = await visit({ who: 'viewer' });
  await markAll(page);
  const { off } = await shifts(page);
  await ireca.deviceError({ device: 'terminal', courierId: off, errorText: 'Карта не прочитана' });
  await ireca.deviceError({ device: 'recorder', courierId: off, errorText: 'Крышка открыта' });
  await pass();
  await expect(row(page, 'Карта не прочитана')).toContainText('не на смене');
  await expect(button(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Новые 2' }).click();
  await expect(page).toHaveURL(/unseen=1/);
  await expect(page.locator(ROWS)).toHaveCount(2);
  await expect(page.getByText(/^скрыто фильтром: \d+/)).toBeVisible();
  await page.getByRole('group', { name: 'Устройство' }).getByRole('button', { name: 'Терминалы' }).click();
  await expect(page.locator(ROWS)).toHaveCount(1);
  await page.reload();
  await expect(page.locator(ROWS)).toHaveCount(1);
  await expect(row(page, 'Карта не прочитана')).toBeVisible();
  // What one has just marked does not vanish under the hand.
  const seen = row(page, 'Карта не прочитана').getByRole('button', { name: /^Просмотрено/ });
  await seen.click();
  await expect(seen).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Новые 1' }).click();
  await page.getByRole('combobox', { name: 'Курьер' }).selectOption(off);
  await expect(page).toHaveURL(new RegExp(`courier=${off}`));
  await page.locator('[data-page-search]').fill('не прочитана карта');
  await expect(page.locator(ROWS)).toHaveCount(1);
  await page.locator('[data-page-search]').fill('такой ошибки нет');
  await page.getByRole('button', { name: /^Сбросить/ }).click();

  const before = await page.getByRole('grid').getAttribute('aria-rowcount');
  const message = 'Журнал закрыт на обслуживание';
  await ireca.fault({ kind: 'error200', path: '/bankTerminalLogs', message, times: -1 });
  await pass();
  const trouble = page.getByRole('alert').filter({ hasText: message });
  await expect(trouble).toContainText('iRECA: журналы ошибок не читаются');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', before ?? '');
  await ireca.mend();
  // After a failure the proxy takes its time to ask again.
  await expect(async () => {
    await pass();
    await expect(trouble).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});

test.describe('on the first visit', () => {
  test.use({
    stackOptions: async ({ clock }, use) =>
      use({ clock, settings: { SHIFT_STARTS: wallTime(clock.now()) } } satisfies StackOptions),
  });

  test('errors from before this shift count as looked at, those of it are told', async ({
    visit,
    ireca,
    pass,
  }) => {
    const page = await visit();
    await openErrors(page);
    const rows = await page.locator(ROWS).count();
    expect(rows).toBeGreaterThan(0);
    await expect(page.locator(ROWS).locator('[aria-pressed="true"]')).toHaveCount(rows);
    await expect(button(page)).toHaveCount(0);
    const [courierId = ''] = (await shifts(page)).on;
    await ireca.deviceError({ device: 'terminal', courierId, errorText: 'Нет связи с банком' });
    await pass();
    await expect(button(page)).toHaveAccessibleName(/: 1$/);
    // Whoever comes later in this shift finds it, too.
    const second = await visit({ who: 'second' });
    await expect(button(second)).toHaveAccessibleName(/: 1$/);
  });
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`nothing of till errors is out of reach, ${colorScheme} at ${width}`, async ({ visit, stack }) => {
    test.slow();
    const page = await visit({ context: { colorScheme, viewport: { width, height: 844 } } });
    const axe = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await openErrors(page);
    await axe();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page
      .locator(ROWS)
      .first()
      .getByRole('button', { name: /^Просмотрено/ })
      .click();
    await button(page).click();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    await axe();
    await page.keyboard.press('Escape');
    await page.goto(`${stack.url}/couriers`);
    await page.locator('[data-error-mark]').first().waitFor();
    await axe();
  });
}
