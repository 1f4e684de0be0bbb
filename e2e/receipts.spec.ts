/** «Чеки»: slips of an order, and correction receipts, against what the simulated iRECA printed. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { feedOrders } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

type Row = Record<string, unknown>;

/** What the simulated iRECA answers to a holder of the token. */
async function ask(stack: Stack, path: string): Promise<unknown> {
  const { url, token } = stack.simulators.ireca;
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as unknown;
}

const FIELDS = ['serialNumber', 'shiftNumber', 'fn', 'fdNumber', 'receiptNumber', 'fiscalSign'];
const search = (page: Page) => page.locator('[data-page-search]');
const found = (page: Page) => page.locator('[data-found] a');
const slip = (page: Page, kind: 'payment' | 'refund') => page.locator(`[data-slip=${kind}]`);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** An order that was paid and given back: it has a receipt of either kind. */
async function returned(orders: Row[]): Promise<{ id: string; number: string }> {
  const order = orders.find(({ hasReceipt, hasReturnReceipt }) => hasReceipt && hasReturnReceipt);
  if (!order) throw new Error('The day holds no order that was brought back');
  return { id: String(order['orderId']), number: String(order['codeAlias'] || order['orderId']) };
}

test('slips of an order: found by its number, with every field, copied and printed one by one', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-asked-to-print', '');
  });
  const { id, number } = await returned(await ireca.orders());
  const payment = (await ask(stack, `/orderReceipts?orderId=${id}`)) as Row;
  const refund = (await ask(stack, `/orderReturnReceipts?orderId=${id}`)) as Row;

  // Today's done orders stand there by themselves; any other is found by typing.
  await page.goto(`${stack.url}/receipts`);
  await expect(found(page).first()).toBeVisible();
  await page.locator('body').press('/');
  await expect(search(page)).toBeFocused();
  await search(page).fill(number);
  await expect(page).toHaveURL(/q=/);
  await expect(found(page).first()).toContainText(number);
  await search(page).press('Enter');
  await expect(page).toHaveURL(new RegExp(`order=${id}`));
  await expect(page.getByRole('heading', { name: `Заказ ${number}` })).toBeVisible();
  await expect(found(page).first()).toHaveAttribute('aria-current', 'true');

  for (const [kind, receipt] of [
    ['payment', payment],
    ['refund', refund],
  ] as const) {
    for (const field of FIELDS) await expect(slip(page, kind)).toContainText(String(receipt[field]));
    await expect(slip(page, kind)).toContainText(number);
  }
  await expect(slip(page, 'payment')).toContainText(/\d\d:\d\d:\d\d МСК/);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [name, field] of [
    ['ФП', 'fiscalSign'],
    ['ФН', 'fn'],
    ['ФД', 'fdNumber'],
  ] as const) {
    await slip(page, 'payment')
      .getByRole('button', { name: `Скопировать ${name}` })
      .click();
    await expect.poll(() => clipboard(page)).toBe(String(payment[field]));
  }
  await slip(page, 'refund').getByRole('button', { name: 'Скопировать всё' }).click();
  await expect.poll(() => clipboard(page)).toContain('Чек возврата');
  const whole = await clipboard(page);
  for (const field of FIELDS) expect(whole).toContain(String(refund[field]));

  // One slip per print: nothing else is on the paper.
  await slip(page, 'payment').getByRole('button', { name: 'Печать' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-asked-to-print');
  await page.emulateMedia({ media: 'print' });
  await expect(slip(page, 'payment')).toBeVisible();
  await expect(slip(page, 'refund')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(slip(page, 'payment').getByRole('button')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(slip(page, 'refund')).toBeVisible();
  await page.emulateMedia({ media: null });

  // From the order's card, and back to it.
  await page.getByRole('link', { name: 'Карточка заказа' }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/ireca/${id}`));
  await page.getByRole('link', { name: 'Отдельно и на печать' }).click();
  await expect(page).toHaveURL(new RegExp(`/receipts\\?order=${id}$`));
  await expect(slip(page, 'payment')).toContainText(String(payment['fiscalSign']));
});

test.describe('without a receipt', () => {
  test.use({ expectedErrors: ['/api/ireca/orderReturnReceipts'] });

  test('none, not read and not known are three things, each in words', async ({ visit, stack, ireca }) => {
    const page = await visit({ who: 'viewer' });
    const orders = await ireca.orders();
    const plain = orders.find(({ hasReceipt, deliveryStatusId }) => !hasReceipt && deliveryStatusId === 6);
    const open = (order: string) => page.goto(`${stack.url}/receipts?order=${order}`);
    await open(String(plain?.['orderId']));
    const none = page.getByRole('region', { name: 'Чеки оплаты: 0' });
    await expect(none).toContainText('не прислала ни одного');
    await expect(page.getByRole('region', { name: 'Чеки возврата: 0' })).toBeVisible();

    // One list is down: the other is there, and what was not read is not called none.
    const { id } = await returned(orders);
    const message = 'Касса занята';
    await ireca.fault({ kind: 'error200', path: '/orderReturnReceipts', message, times: -1 });
    await open(id);
    await expect(slip(page, 'payment')).toBeVisible();
    const refunds = page.getByRole('region', { name: /^Чеки возврата/ });
    await expect(refunds).toContainText(message);
    await expect(refunds).toContainText('не прочитано');
    await ireca.mend();
    await refunds.getByRole('button', { name: 'Повторить' }).click();
    await expect(slip(page, 'refund')).toBeVisible();

    // An id that the list does not have can be asked for all the same.
    await search(page).fill('999999999');
    await expect(found(page)).toHaveCount(1);
    await search(page).press('Enter');
    await expect(page).toHaveURL(/order=999999999/);
    await expect(page.getByText('В списке Пульта этого заказа нет')).toBeVisible();
    await expect(none).toBeVisible();

    // Kassa tells nothing of receipts, and that is said instead of «none».
    const kassa = (await feedOrders(page)).find(({ system }) => system === 'kassa');
    await open(`kassa:${String(kassa?.id)}`);
    await expect(page.getByText('Чеки по заказам API Кассы не отдаёт')).toBeVisible();
    await expect(page.getByRole('region', { name: /^Чеки оплаты/ })).toHaveCount(0);
  });
});

const ROWS = '[data-table] tr[data-id]';

test('correction receipts: newest first, by pages and courier, kept in the address, as a file and on paper', async ({
  visit,
  stack,
  ireca,
}) => {
  const all = (await ask(stack, '/correctionReceipts?page=0&count=500')) as Row[];
  const newest = [...all]
    .sort(
      (a, b) =>
        String(b['commandExecutedAt']).localeCompare(String(a['commandExecutedAt'])) ||
        Number(b['correctionReceiptId']) - Number(a['correctionReceiptId']),
    )
    .map(({ correctionReceiptId }) => String(correctionReceiptId));
  expect(newest.length).toBeGreaterThan(20);
  const page = await visit({ context: { viewport: { width: 1440, height: 1200 } } });
  await page.goto(`${stack.url}/receipts`);
  await page.getByRole('link', { name: 'Коррекции' }).click();
  await expect(page.locator(ROWS).first()).toHaveAttribute('data-id', newest[0] ?? '');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '21');
  await expect(page.getByText(`1–20 из ${newest.length}`)).toBeVisible();

  await page.getByRole('button', { name: 'Раньше' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator(ROWS).first()).toHaveAttribute('data-id', newest[20] ?? '');
  await page.reload();
  await expect(page.locator(ROWS).first()).toHaveAttribute('data-id', newest[20] ?? '');
  await page.getByLabel('На странице').selectOption('100');
  await expect(page).toHaveURL(/size=100/);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(newest.length + 1));

  // Of one courier; a new one is there after «Обновить», with all of its fields.
  const couriers = await ireca.list('couriers');
  const courierId = String(all[0]?.['courierId']);
  const name = String(couriers[courierId]?.['title']);
  const own = all.filter((row) => String(row['courierId']) === courierId).length;
  await page.getByRole('combobox', { name: 'Курьер' }).fill(name);
  await page.getByRole('option', { name }).first().click();
  await expect(page).toHaveURL(new RegExp(`courier=${courierId}`));
  await expect(page.locator(ROWS)).toHaveCount(own);
  const fresh = await ireca.correction({ courierId, amount: 1234.5, serialNumber: '0000999111' });
  await page.getByRole('button', { name: /^Обновить/ }).click();
  const top = page.locator(ROWS).first();
  await expect(top).toHaveAttribute('data-id', String(fresh['correctionReceiptId']));
  await expect(top).toContainText(/1\s234,50/);
  await expect(top).toContainText('0000999111');
  await expect(top.getByRole('link', { name })).toHaveAttribute('href', `/couriers/${courierId}`);
  await expect(page.locator(ROWS)).toHaveCount(own + 1);

  await page.getByRole('button', { name: 'Сохранить в файл' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(own + 2);
  expect(lines[1]).toContain('0000999111');

  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-corrections-paper]');
  await expect(paper).toContainText(name);
  await expect(paper.locator('tbody tr')).toHaveCount(own + 1);
  await expect(page.getByRole('banner')).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name }).click();
  await expect(page).not.toHaveURL(/courier=/);
  // What was read a moment ago is shown as it was, with its age.
  await expect(page.getByText(`из ${newest.length}`)).toBeVisible();
  await page.getByRole('button', { name: /^Обновить/ }).click();
  await expect(page.getByText(`из ${newest.length + 1}`)).toBeVisible();
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`nothing of receipts is out of reach, ${colorScheme} at ${width}`, async ({ visit, stack, ireca }) => {
    test.slow();
    const page = await visit({ context: { colorScheme, viewport: { width, height: 844 } } });
    const { id } = await returned(await ireca.orders());
    for (const [path, ready] of [
      ['/receipts', '[data-found] a'],
      [`/receipts?order=${id}`, '[data-slip=refund]'],
      ['/receipts/corrections', ROWS],
    ] as const) {
      await page.goto(`${stack.url}${path}`);
      await page.locator(ready).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    if (width > 760) return;
    // A phone shows the list or the slips, one after the other.
    await page.goto(`${stack.url}/receipts?order=${id}`);
    await slip(page, 'payment').waitFor();
    await expect(found(page).first()).toBeHidden();
    await page.getByRole('button', { name: 'К списку заказов' }).click();
    await expect(found(page).first()).toBeVisible();
  });
}
