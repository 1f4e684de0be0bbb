/** «Справочники»: the page that all lists share, worked by pointer and keyboard, and what is deleted from it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

const RECORD = '[data-table] tr[data-id]';
const list = (page: Page) => page.locator('[data-table]');
const search = (page: Page) => page.locator('[data-page-search]');
const idOfRow = (page: Page, index: number) => page.locator(RECORD).nth(index).getAttribute('data-id');
/** The row that has the focus. */
const onRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('tr[data-id]')?.getAttribute('data-id') ?? null);

async function openList(page: Page, stack: Stack, slug: string, query = ''): Promise<void> {
  await page.goto(`${stack.url}/references/${slug}${query}`);
  await page.locator(RECORD).first().waitFor();
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}

test('a list is searched, sorted and shown with its deleted records, and the address holds all of it', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const goods = Object.entries(await ireca.list('goods')).map(
    ([goodId, row]) => ({ ...row, goodId }) as Record<string, unknown>,
  );
  const live = goods.filter(({ isActive }) => String(isActive) !== '0');
  const [first, second] = live.map(({ title }) => String(title)).sort(new Intl.Collator('ru').compare);
  await openList(page, stack, 'goods');
  await expect(page.getByRole('heading', { name: 'Товары' })).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(live.length + 1));
  await expect(page.locator(RECORD).first()).toContainText(String(first));
  expect(first).not.toBe(second);

  // A head: up, down, and at the third press the order of the list.
  const price = page.getByRole('columnheader', { name: 'Цена' });
  await price.getByRole('button').click();
  await expect(price).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=price/);
  const cheapest = live.reduce((least, row) => (Number(row['price']) < Number(least['price']) ? row : least));
  await expect(page.locator(RECORD).first()).toContainText(
    Number(cheapest['price']).toFixed(2).replace('.', ','),
  );
  await price.getByRole('button').click();
  await expect(price).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=-price/);
  await price.getByRole('button').click();
  await expect(page).not.toHaveURL(/sort=/);

  // The search: `/`, words in any order, what it hides is counted; the header's own search stays that of orders.
  const target = live[3] ?? {};
  await page.locator('body').press('/');
  await expect(search(page)).toBeFocused();
  await search(page).fill(String(target['article'] || target['goodId']));
  await expect(page.locator(`${RECORD}[data-id="${String(target['goodId'])}"]`)).toBeVisible();
  await expect(page.getByText(/скрыто фильтром: \d/)).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await page.reload();
  await expect(search(page)).toHaveValue(String(target['article'] || target['goodId']));
  await search(page).fill('такого нет');
  await expect(list(page)).toContainText('Ничего не нашлось');
  await list(page).getByRole('button', { name: 'Сбросить поиск' }).click();
  await expect(page.locator(RECORD).first()).toBeVisible();
  await expect(search(page)).toHaveValue('');

  // Deleted ones: counted, shown on request, and said to be deleted.
  const gone = goods.filter(({ isActive }) => String(isActive) === '0');
  expect(gone.length).toBeGreaterThan(0);
  const toggle = page.getByRole('button', { name: `Показать удалённые: ${gone.length}` });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.click();
  await expect(page).toHaveURL(/deleted=1/);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(goods.length + 1));
  await search(page).fill(String(gone[0]?.['goodId']));
  await expect(page.locator(`${RECORD}[data-id="${String(gone[0]?.['goodId'])}"]`)).toContainText('удалён');
});

test.describe('what iRECA refuses', () => {
  // The browser logs the refusal that the test brings about.
  test.use({ expectedErrors: ['422'] });

  test('the keyboard walks, opens, comes back and deletes; the deletion is read back', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit({ who: 'admin' });
    await openList(page, stack, 'goods');
    const ids = await Promise.all([0, 1, 2].map((index) => idOfRow(page, index)));
    await page.locator('body').press('ArrowDown');
    expect(await onRow(page)).toBe(ids[0]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await onRow(page)).toBe(ids[2]);
    await page.keyboard.press('End');
    const last = await onRow(page);
    expect(ids).not.toContain(last);
    await expect(page.locator(`${RECORD}[data-id="${last}"]`)).toBeInViewport();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await onRow(page)).toBe(ids[1]);

    // Enter opens the record over the list; Esc gives the row its focus back.
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/references/goods/edit/${ids[1]}$`));
    await expect(page.locator(`${RECORD}[data-id="${ids[1]}"]`)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/references\/goods$/);
    await expect.poll(() => onRow(page)).toBe(ids[1]);

    // A row is a link too: it can be opened in a new tab.
    const link = page.locator(`${RECORD}[data-id="${ids[2]}"] a[data-opens]`);
    await expect(link).toHaveAttribute('href', `/references/goods/edit/${ids[2]}`);

    // Delete asks, «Не удалять» does nothing, the deed is named.
    const title = String((await ireca.list('goods'))[ids[1] ?? '']?.['title']);
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog', { name: 'Удалить товар?' });
    await expect(dialog).toContainText(title);
    await expect(dialog).toContainText('останется в списке как удалённая');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await ireca.received('DELETE')).toEqual([]);
    await expect.poll(() => onRow(page)).toBe(ids[1]);

    // iRECA says no: its own words, and the record stays.
    await ireca.fault({ method: 'DELETE', kind: 'error200', message: 'Товар занят', times: 1 });
    await page.keyboard.press('Delete');
    await dialog.getByRole('button', { name: 'Удалить товар' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Товар занят');
    await expect(page.locator(`${RECORD}[data-id="${ids[1]}"]`)).toBeVisible();

    await dialog.getByRole('button', { name: 'Удалить товар' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(`Удалено: ${title}`)).toBeAttached();
    await expect(page.locator(`${RECORD}[data-id="${ids[1]}"]`)).toHaveCount(0);
    const row = (await ireca.list('goods'))[ids[1] ?? ''];
    expect(Number(row?.['isActive'])).toBe(0);
    // The keyboard goes on from the row that took its place.
    await expect.poll(() => onRow(page)).toBe(ids[2]);
    expect(
      (await ireca.received('GET', /goods$/)).some(({ query }) => query.includes(`goodId=${ids[1]}`)),
    ).toBe(true);
  });
});

test('a deletion that iRECA accepts and does not do is said to be so', async ({ visit, stack, ireca }) => {
  const page = await visit({ who: 'admin' });
  await openList(page, stack, 'cancel-reasons');
  const id = await idOfRow(page, 0);
  await expect(page.locator(RECORD).first()).toContainText('стандартная');
  const row = (await ireca.list('orderReturnReasons'))[String(id)] ?? {};
  await page.locator(RECORD).first().hover();
  await page.locator(RECORD).first().getByRole('button', { name: 'Удалить причину' }).click();
  const dialog = page.getByRole('dialog', { name: 'Удалить причину?' });
  await expect(dialog).toContainText('стандартная причина iRECA');
  await expect(dialog).toContainText('исчезнет из iRECA');
  // It is back before the proxy has read it again.
  await ireca.fault({ method: 'GET', query: `reasonId=${id}`, kind: 'delay', ms: 6_000, times: 1 });
  await dialog.getByRole('button', { name: 'Удалить причину' }).click();
  await expect.poll(async () => (await ireca.received('DELETE')).length).toBe(1);
  await ireca.putRow('orderReturnReasons', String(id), row);
  await expect(dialog.getByRole('alert')).toContainText('iRECA приняла удаление, но запись всё ещё на месте');
  expect(await ireca.list('orderReturnReasons')).toHaveProperty(String(id));
  // Meanwhile somebody else deletes it: another look finds that out.
  await ireca.dropRow('orderReturnReasons', String(id));
  await dialog.getByRole('button', { name: 'Проверить ещё раз' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(`${RECORD}[data-id="${id}"]`)).toHaveCount(0);
});

test('who may only read sees no deeds; dictionaries are read only; other sections keep their own lists', async ({
  visit,
  stack,
}) => {
  const page = await visit({ who: 'viewer' });
  await openList(page, stack, 'payment-types');
  await expect(page.getByRole('link', { name: 'Новый тип платежа' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Вставить таблицу' })).toHaveCount(0);
  await expect(page.locator(`${RECORD} button`)).toHaveCount(0);
  // What closes a receipt by prepayment is not in iRECA's dictionary.
  await expect(list(page)).toContainText('Предоплата');
  await page.locator(RECORD).first().press('Delete');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page
    .getByRole('navigation', { name: 'Справочники' })
    .getByRole('link', { name: 'Статусы доставки' })
    .click();
  await expect(page.getByRole('heading', { name: 'Статусы доставки' })).toBeVisible();
  await expect(page.getByText('ведёт iRECA')).toBeVisible();
  await expect(list(page)).toContainText('Подготовлен');
  await expect(page.locator(`${RECORD} a`)).toHaveCount(0);

  await page.goto(`${stack.url}/references/couriers`);
  await expect(page).toHaveURL(`${stack.url}/couriers`);
  await page.goto(`${stack.url}/references/nothing`);
  await expect(page.getByText('Такого справочника нет')).toBeVisible();
});

test('what was changed elsewhere shows at the next look; what cannot be read is counted', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  await openList(page, stack, 'suppliers');
  const id = String(await idOfRow(page, 0));
  await ireca.changeRow('suppliers', id, { title: 'Переименован в кабинете' });
  const refresh = page.getByRole('button', { name: /^Обновить/ });
  // The proxy remembers a list for ten seconds: looked at again until they are over.
  await expect(async () => {
    await refresh.click();
    await expect(page.locator(`${RECORD}[data-id="${id}"]`)).toContainText('Переименован в кабинете', {
      timeout: 1000,
    });
  }).toPass({ timeout: 25_000 });

  // The file holds what is shown.
  await search(page).fill('Переименован');
  await expect(page.locator(RECORD)).toHaveCount(1);
  await page.getByRole('button', { name: 'Сохранить в файл' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Поставщики, .*\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Переименован в кабинете');

  // A record in an unknown form is set aside, counted and listed; the others stay.
  await openList(page, stack, 'goods');
  const broken = String(await idOfRow(page, 1));
  const kept = String(await idOfRow(page, 0));
  await ireca.changeRow('goods', broken, { price: 'дорого' });
  await expect(async () => {
    await refresh.click();
    await expect(page.getByRole('button', { name: 'Не прочитано: 1 запись' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 25_000 });
  await expect(page.locator(`${RECORD}[data-id="${kept}"]`)).toBeVisible();
  await expect(page.locator(`${RECORD}[data-id="${broken}"]`)).toHaveCount(0);
  await page.getByRole('button', { name: 'Не прочитано: 1 запись' }).click();
  await expect(page.getByRole('dialog')).toContainText(broken);
  await page.keyboard.press('Escape');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`lists are legible and worked at 390 and 1440, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({
      who: 'admin',
      context: { colorScheme, viewport: { width: 1440, height: 900 } },
    });
    await openList(page, stack, 'goods', '?deleted=1');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator(`${RECORD}[data-card]`).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Справочник' }).selectOption({ label: 'Клиенты' });
    await expect(page).toHaveURL(/\/references\/clients$/);
    await page.locator(RECORD).first().waitFor();
    expect(await violations(page)).toEqual([]);
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const before = await page.locator(RECORD).first().getAttribute('data-id');
    await page
      .locator(RECORD)
      .first()
      .click({ position: { x: 120, y: 20 } });
    await expect(page).toHaveURL(new RegExp(`/references/clients/edit/${before}$`));
  });
}
