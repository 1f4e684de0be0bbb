/** «Склады»: the list beside its map, what is to be picked up where, and keeping warehouses with a point on the map. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const SQUARE = '.leaflet-marker-icon[data-warehouse]';
const square = (page: Page, id: string) => page.locator(`${SQUARE}[data-warehouse="${id}"]`);
const row = (page: Page, id: string) => page.locator(`li[data-warehouse="${id}"]`);
const card = (page: Page, id: string) => page.locator(`[data-warehouse-card="${id}"]`);
const form = (page: Page) => page.locator('[data-warehouse-form]');
const pin = (page: Page) => page.getByTestId('warehouse-pin');

async function openWarehouses(page: Page, url: string, path = ''): Promise<void> {
  await page.goto(`${url}/warehouses${path}`);
  await page.locator(SQUARE).first().waitFor();
  // Orders are counted: until then no row says how many there are.
  await expect(row(page, '1099').getByText(/заказ/)).toHaveCount(1);
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }));
}

type Held = { orderId: number; deliveryStatusId: number; warehouses?: { warehouseId: unknown }[] };

/** Open orders that name this warehouse, as the simulator keeps them: those that still stand there, and those taken. */
async function ordersAt(page: Page, id: string): Promise<{ waiting: number; taken: number }> {
  const response = await page.request.get(new URL('/api/feeds/orders', page.url()).href);
  const feed = (await response.json()) as { changed: { system: string; body: Held }[] };
  const here = feed.changed
    .filter(({ system, body }) => {
      const ids = (body.warehouses ?? []).map((one) => String(one.warehouseId));
      return system === 'ireca' && ids.includes(id);
    })
    .map(({ body }) => String(body.deliveryStatusId))
    .filter((status) => !['9', '10', '11'].includes(status));
  const taken = here.filter((status) => status === '7').length;
  return { waiting: here.length - taken, taken };
}

test('the list and the map tell the same; a warehouse shows who answers for it and what is to be picked up', async ({
  visit,
  stack,
}) => {
  const page = await visit({ who: 'viewer' });
  await openWarehouses(page, stack.url);
  await expect(page.locator('li[data-warehouse]')).toHaveCount(5);
  await expect(page.locator(SQUARE)).toHaveCount(5);
  await expect(row(page, '1099')).toContainText('Лиговский проспект, 50, Санкт-Петербург');
  await expect(row(page, '1101').getByRole('link', { name: /^Позвонить: Марина Полкова/ })).toHaveAttribute(
    'href',
    'tel:+79112223344',
  );
  const { waiting, taken } = await ordersAt(page, '1099');
  expect(waiting).toBeGreaterThan(0);
  await expect(row(page, '1099')).toContainText(new RegExp(`(^|\\D)${waiting} заказ`));
  await expect(square(page, '1099')).toHaveAccessibleName(new RegExp(`забрать ${waiting} заказ`));

  // Hovered here, marked there, and the other way round.
  await row(page, '1102').hover();
  await expect(square(page, '1102')).toHaveAttribute('data-hovered', '');
  await square(page, '1100').hover();
  await expect(row(page, '1100')).toHaveAttribute('data-hovered', 'true');

  // Search, deleted ones, and the address that keeps both.
  await page.keyboard.press('/');
  await page.keyboard.type('полкова');
  await expect(page.locator('li[data-warehouse]')).toHaveCount(1);
  await expect(page.getByText('скрыто фильтром: 4')).toBeVisible();
  await expect(page).toHaveURL(/\?q=/);
  await page.getByRole('button', { name: 'Показать все' }).click();
  await page.getByRole('button', { name: 'Удалённые: 1' }).click();
  await expect(row(page, '1104')).toContainText('удалён');
  await expect(row(page, '1104')).toContainText('без точки');
  await expect(page).toHaveURL(/deleted=1/);
  await page.getByRole('button', { name: 'Без точки: 1' }).click();
  await expect(page.locator('li[data-warehouse]')).toHaveCount(1);
  await expect(page.locator(SQUARE)).toHaveCount(5);
  await page.goBack();
  await page.goBack();

  // By keyboard: down the list, Enter opens, Esc comes back to the row.
  await row(page, '1101').getByRole('link', { name: 'Василеостровский склад' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, '1099').getByRole('link', { name: 'Главный склад' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, '1099')).toBeVisible();
  await expect(square(page, '1099')).toHaveAttribute('aria-pressed', 'true');
  await expect(card(page, '1099').getByRole('link', { name: /^Позвонить/ })).toHaveAttribute(
    'href',
    'tel:+79054558877',
  );
  await page.keyboard.press('Escape');
  await expect(row(page, '1099').getByRole('link', { name: 'Главный склад' })).toBeFocused();

  // A square opens it too; its orders are here and in the table.
  await square(page, '1099').click();
  const orders = card(page, '1099').getByRole('region', { name: 'Забрать сейчас' });
  await expect(orders.getByRole('link', { name: /^Открыть заказ/ })).toHaveCount(waiting + taken);
  await orders.getByRole('link', { name: `Показать в таблице: ${waiting + taken}` }).click();
  await expect(page).toHaveURL(/\/orders\?warehouse=1099/);
  await expect(page.locator('tr[data-key]')).toHaveCount(waiting + taken);

  // A viewer is shown no deeds, and a link to a form leads nowhere.
  await page.goto(`${stack.url}/warehouses/1099`);
  await expect(card(page, '1099')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Изменить' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Удалить' })).toHaveCount(0);
  await page.goto(`${stack.url}/warehouses/new`);
  await expect(page.getByRole('alert')).toContainText('Склады ведёт администратор');
  await page.goto(`${stack.url}/warehouses/777`);
  await expect(page.getByRole('alert')).toContainText('Такого склада нет');
});

test('a new warehouse gets its point by a click on the map', async ({ visit, stack, ireca }) => {
  const page = await visit({ who: 'admin' });
  await openWarehouses(page, stack.url);
  await page.keyboard.press('n');
  await expect(form(page)).toBeVisible();
  await ireca.forget();

  // What is missing stands at its field, and nothing is sent.
  await form(page).getByRole('button', { name: 'Создать' }).click();
  await expect(form(page).getByLabel('Наименование')).toBeFocused();
  await expect(form(page).getByText('Заполните поле')).toBeVisible();
  expect(await ireca.received('POST', /warehouses/)).toEqual([]);

  await form(page).getByLabel('Наименование').fill('Склад у реки');
  await form(page).getByLabel('Имя ответственного').fill('Нина');
  await form(page).getByLabel('Телефон').fill('89210001122');
  await form(page).getByLabel('Город').fill('Санкт-Петербург');
  await form(page).getByLabel('Улица').fill('Садовая ул.');
  await form(page).getByLabel('Дом').fill('62');

  // Another warehouse stands there: its point is offered, and taken by one press.
  await form(page)
    .getByRole('button', { name: /^Взять точку: склад «Цветочная база»/ })
    .click();
  await expect(pin(page)).toBeVisible();
  const before = await form(page).getByLabel('Широта').inputValue();

  // A click on the map puts it elsewhere, also where another square stands.
  const canvas = page.locator('.leaflet-container');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the map has no place');
  await canvas.click({ position: { x: box.width * 0.5, y: box.height * 0.3 } });
  await expect(form(page).getByLabel('Широта')).not.toHaveValue(before);
  const head = await pin(page).boundingBox();
  expect(Math.abs((head?.x ?? 0) - (box.x + box.width * 0.5))).toBeLessThan(20);

  // Half a point is no point.
  const longitude = await form(page).getByLabel('Долгота').inputValue();
  await form(page).getByLabel('Долгота').fill('');
  await form(page).getByRole('button', { name: 'Создать' }).click();
  await expect(form(page).getByText('Нужны обе координаты')).toBeVisible();
  expect(await ireca.received('POST', /warehouses/)).toEqual([]);
  await form(page).getByLabel('Долгота').fill(longitude);

  const degrees = async (label: string) =>
    Number((await form(page).getByLabel(label).inputValue()).replace(',', '.'));
  const point = { latitude: await degrees('Широта'), longitude: await degrees('Долгота') };
  await page.keyboard.press('Control+Enter');
  await expect(card(page, '1105')).toBeVisible();
  await expect(page.getByText('Склад сохранён: так он прочитан из iRECA')).toBeVisible();

  const [sent] = await ireca.received('POST', /warehouses$/);
  const [written] = sent?.body as Record<string, unknown>[];
  expect(written).toMatchObject({
    warehouseId: '1105',
    title: 'Склад у реки',
    firstname: 'Нина',
    street: 'Садовая ул.',
    house: '62',
  });
  expect(Number(written?.['latitude'])).toBeCloseTo(point.latitude, 6);
  expect(Number(written?.['longitude'])).toBeCloseTo(point.longitude, 6);
  await expect(card(page, '1105')).toContainText('Садовая ул., 62, Санкт-Петербург');
  await expect(square(page, '1105')).toHaveAttribute('aria-pressed', 'true');
  // What was written is lit, on the map at once and in the list when it is back.
  await expect(page.locator('.leaflet-marker-icon[data-saved]')).toHaveAttribute('data-warehouse', '1105');
  await page.getByRole('link', { name: 'К списку складов' }).click();
  await expect(page.locator('li[data-warehouse]')).toHaveCount(6);
  await expect(page.locator('li[data-marked]')).toHaveAttribute('data-warehouse', '1105');
  await expect(page.getByText('Склад сохранён: так он прочитан из iRECA')).toHaveCount(0);
});

test('a warehouse is moved by the keys of its pin; what is typed is not lost without being asked', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  await openWarehouses(page, stack.url, '/1100');
  await card(page, '1100').getByRole('link', { name: 'Изменить' }).click();
  await expect(form(page).getByLabel('Наименование')).toHaveValue('Петроградский склад');
  // Its own square makes room for the pin.
  await expect(square(page, '1100')).toHaveCount(0);
  const before = Number((await form(page).getByLabel('Широта').inputValue()).replace(',', '.'));
  await pin(page).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowDown');
  await expect(pin(page)).toBeFocused();
  await expect
    .poll(async () => Number((await form(page).getByLabel('Широта').inputValue()).replace(',', '.')))
    .toBeLessThan(before);
  await form(page).getByLabel('Описание').fill('Вход со двора');

  // Leaving asks; the map's other squares do not lead away meanwhile.
  await form(page).getByRole('link', { name: 'К списку складов' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Остаться' }).click();
  await expect(form(page).getByLabel('Описание')).toHaveValue('Вход со двора');

  // Somebody else's words that we do not touch stay as they are.
  await ireca.forget();
  await form(page).getByRole('button', { name: 'Сохранить' }).click();
  await expect(card(page, '1100')).toContainText('Вход со двора');
  const [put] = await ireca.received('PUT', /warehouses/);
  expect(put?.query).toContain('warehouseId=1100');
  expect(put?.body).toMatchObject({
    warehouseId: '1100',
    title: 'Петроградский склад',
    lastname: 'Хранилов',
    phone: '+79054558899',
    description: 'Вход со двора',
  });
  const written = put?.body as Record<string, unknown>;
  expect(Number(written['latitude'])).toBeLessThan(before);
  await expect(square(page, '1100')).toBeVisible();
});

test('deleting names the orders that are picked up there; two at one place can both be reached', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  await openWarehouses(page, stack.url);
  const { waiting, taken } = await ordersAt(page, '1102');
  await row(page, '1102').getByRole('link', { name: 'Цветочная база' }).focus();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Цветочная база');
  await expect(dialog).toContainText(`с этого склада: ${waiting + taken}`);
  await ireca.forget();
  await dialog.getByRole('button', { name: 'Удалить склад' }).click();
  await expect(page.getByText('Склад «Цветочная база» удалён')).toBeVisible();
  expect((await ireca.received('DELETE', /warehouses/))[0]?.query).toContain('warehouseId=1102');
  await expect(row(page, '1102')).toHaveCount(0);
  await page.getByRole('button', { name: 'Удалённые: 2' }).click();
  await expect(row(page, '1102')).toContainText('удалён');
  await expect(square(page, '1102')).toHaveAccessibleName(/удалён/);

  // Many at once, by a table: its address is its own, and closing it comes back to the list.
  await page.getByRole('link', { name: 'Вставить таблицу' }).click();
  await expect(page).toHaveURL(/\/warehouses\/paste/);
  await expect(dialog).toContainText('Склады');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/warehouses\?/);

  // A second one at the very place of another, made elsewhere: seen at the next look.
  const held = await page.request.get(`${stack.url}/api/ireca/warehouses?warehouseId=1099`);
  const main = (await held.json()) as Record<string, unknown>;
  const { title, latitude, longitude } = main;
  const made = await page.request.post(`${stack.url}/api/ireca/warehouses`, {
    headers: { origin: stack.url },
    data: [{ warehouseId: '1200', title: `${String(title)} 2`, latitude, longitude }],
  });
  expect(made.status()).toBe(201);
  await page.getByRole('button', { name: 'Прочитать заново' }).click();
  await expect(square(page, '1200')).toBeVisible();
  for (const id of ['1200', '1099']) {
    await square(page, id).click();
    await expect(card(page, id)).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({
      who: 'admin',
      context: { colorScheme, viewport: { width: colorScheme === 'light' ? 1440 : 390, height: 900 } },
    });
    await openWarehouses(page, stack.url, '?deleted=1');
    expect(await violations(page)).toEqual([]);
    await row(page, '1099').getByRole('link', { name: 'Главный склад' }).click();
    await expect(card(page, '1099')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await card(page, '1099').getByRole('link', { name: 'Изменить' }).click();
    await expect(pin(page)).toBeVisible();
    await form(page).getByLabel('Долгота').fill('300');
    await form(page).getByLabel('Долгота').blur();
    await expect(form(page).getByText('Долгота: от −180 до 180')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // Nothing stands beyond the edge of a phone.
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
  });
}
