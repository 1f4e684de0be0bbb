/** Orders in and out of Pult: import from a table, export of a view, run sheets on paper. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { ROW, feedOrders, pick, pickOne, search, selectOrders } from './desk.ts';
import { expect, test } from './fixtures.ts';

const CREATE = /^\/orders$/;

type Named = Record<string, unknown>;

/** What the simulated shop sells and how one pays there, as this page may read it. */
async function shop(page: Page) {
  const list = async (path: string) =>
    (await (await page.request.get(new URL(`/api/ireca/${path}`, page.url()).href)).json()) as Named[];
  const good = (await list('goods?page=0&count=500')).find((one) => String(one['isActive']) === '1');
  const payment = (await list('paymentTypes'))[0];
  if (!good || !payment) throw new Error('the shop is empty');
  return { good, payment };
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }));
}

const saved = async (download: Download) => readFile(await download.path());
const openImport = (page: Page) => page.goto(new URL('/orders/import', page.url()).href);
const gridRow = (page: Page, n: number) => page.locator(`[role=row][data-row="${n}"]`);

/** The steps of a pasting hand: the clipboard's text arrives as one event. */
async function paste(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Вставьте таблицу' }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const HEADS = [
  'id заказа',
  'Дата',
  'Окно',
  'Адрес',
  'Клиент',
  'Телефон',
  'Тип оплаты',
  'Артикул',
  'id товара',
  'Количество',
  'Цена',
  'Скидка',
  'Погода',
];
const tsv = (rows: string[][]) => [HEADS, ...rows].map((row) => row.join('\t')).join('\n');

test('a pasted table: bad cells are marked, mended in place, and the good orders are created as documented', async ({
  visit,
  ireca,
}) => {
  const page = await visit();
  const { good, payment } = await shop(page);
  const goodId = String(good['goodId']);
  const row = (id: string, changes: Partial<Record<number, string>> = {}) =>
    [
      id,
      '21.11.2027',
      '14:00–16:00',
      'Санкт-Петербург, Невский пр., 10, кв. 4',
      'Анна Белова',
      '8 912 345-67-89',
      String(payment['title']),
      '',
      goodId,
      '2',
      '100,50',
      '1',
      'снег',
    ].map((text, at) => changes[at] ?? text);
  await openImport(page);
  await paste(
    page,
    tsv([
      row('990001'),
      row('990001', { 3: '', 9: '1' }),
      row('990002', { 5: 'нет' }),
      row('990003', { 1: '31.02.2027', 8: '1' }),
    ]),
  );
  await expect(page.getByText('годных 1')).toBeVisible();
  await expect(page.getByText('с ошибками 2')).toBeVisible();
  await expect(page.getByText('Не загружаются: Погода.')).toBeVisible();
  await expect(gridRow(page, 3)).toContainText('товар к строке 2');
  const phone = gridRow(page, 4).getByRole('gridcell', { name: /не похоже на телефон/ });
  await expect(phone).toHaveAttribute('aria-invalid', 'true');

  // Nothing is lost when the page is loaded again.
  await expect(page.getByText('перезагрузка их не потеряет')).toBeVisible();
  await page.reload();
  await expect(phone).toBeVisible();
  await phone.dblclick();
  await page.keyboard.type('+7 912 345-67-80');
  await page.keyboard.press('Enter');
  await expect(page.getByText('годных 2')).toBeVisible();
  await page.getByRole('switch', { name: 'Только с ошибками' }).click();
  await expect(page.locator('[role=row][data-row]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Создать 2 заказа' }).click();
  await expect(page.getByText('создано 2')).toBeVisible();
  const sent = await ireca.received('POST', CREATE);
  const bodies = sent.flatMap(({ body }) => body as Named[]);
  expect(bodies.map((body) => body['orderId']).sort()).toEqual(['990001', '990002']);
  const first = bodies.find((body) => body['orderId'] === '990001');
  const line = {
    goodId,
    price: 100.5,
    discountTotal: -1,
    taxId: null,
    vedCode: '',
    countryCode: '',
    customDeclarationCode: '',
    markValue: '',
    markBinaryValue: '',
    description: '',
    warehouses: [],
    specificities: [],
    unit: good['unit'],
    weight: Number(good['weight']),
  };
  expect(first).toEqual({
    orderId: '990001',
    codeAlias: '',
    statusId: 0,
    deliveryStatusId: 6,
    isAgreed: 0,
    returnReasonId: null,
    courierId: null,
    clientId: null,
    supplierId: null,
    client: { firstname: 'Анна', lastname: 'Белова', email: '' },
    paymentId: String(payment['paymentTypeId']),
    amountToPay: 301.5,
    prePaymentSum: 0,
    cash: 0,
    addressToEntity: {
      postindex: '',
      city: 'Санкт-Петербург',
      street: 'Невский пр.',
      home: '10',
      apartment: 'кв. 4',
      latitude: 0,
      longitude: 0,
      isUseGoogleGeo: true,
    },
    phone: '+79123456789',
    deliveryTimeFrom: '2027-11-21 11:00:00',
    deliveryTimeTo: '2027-11-21 13:00:00',
    description: '',
    goods: [
      { ...line, count: 2, total: 201, position: 1 },
      { ...line, count: 1, total: 100.5, position: 2 },
    ],
  });

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать строки с ошибками: Книга Excel (XLSX)' }).click();
  const rows = await readSheet(await saved(await waiting));
  expect(rows[0]).toEqual([...HEADS, 'Ошибка']);
  expect(rows).toHaveLength(2);
  expect(String(rows[1]?.at(-1))).toContain('нет такого дня');
});

test('a double click on create creates each order once and does not stop the run', async ({
  visit,
  ireca,
}) => {
  const page = await visit();
  const { payment } = await shop(page);
  const ids = Array.from({ length: 9 }, (_, n) => String(992001 + n));
  const rows = ids.map((id) =>
    [id, '21.11.2027', '14–16', 'СПб, Невский пр., 10', String(payment['title']), '10'].join('\t'),
  );
  await ireca.fault({ method: 'POST', path: '/orders', kind: 'delay', ms: 300, times: 9 });
  await openImport(page);
  await paste(page, ['id заказа\tДата\tОкно\tАдрес\tТип оплаты\tСумма', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Создать 9 заказов' }).dblclick();
  await expect(page.getByText('создано 9')).toBeVisible();
  await expect(page.getByText('уже есть в iRECA')).toHaveCount(0);
  const sent = (await ireca.received('POST', CREATE)).flatMap(({ body }) => body as Named[]);
  expect(sent.map((body) => body['orderId']).sort()).toEqual(ids);
});

test.describe('when iRECA refuses, or its answer is lost', () => {
  test.use({ expectedErrors: ['/api/ireca/orders'] });

  test('a spreadsheet: each order has its own outcome, a lost answer is looked up, the failed ones come back as a file', async ({
    visit,
    ireca,
  }) => {
    const page = await visit();
    const { good, payment } = await shop(page);
    const known = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'] });
    const heads = [
      'orderId',
      'deliveryTimeFrom',
      'deliveryTimeTo',
      'city',
      'street',
      'home',
      'paymentId',
      'goods.title',
      'count',
      'price',
    ];
    const row = (id: number) => [
      id,
      new Date(Date.UTC(2027, 10, 21, 12)),
      new Date(Date.UTC(2027, 10, 21, 18)),
      'Санкт-Петербург',
      'Невский пр.',
      10,
      Number(payment['paymentTypeId']),
      String(good['title']),
      1,
      99.9,
    ];
    const data = [heads, ...[991001, 991002, 991003, Number(known.id)].map(row)];
    const file = await writeXlsxFile(data, { dateFormat: 'dd.mm.yyyy hh:mm' }).toBuffer();
    await ireca.fault({
      method: 'POST',
      path: '/orders',
      bodyIncludes: '991002',
      kind: 'error200',
      message: 'Склад закрыт',
      times: 1,
    });
    await ireca.fault({
      method: 'POST',
      path: '/orders',
      bodyIncludes: '991003',
      kind: 'cutAfter',
      times: 1,
    });

    await openImport(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'заказы.xlsx', mimeType: '', buffer: file });
    await expect(page.getByText('годных 3')).toBeVisible();
    await expect(page.getByText('уже есть в iRECA 1')).toBeVisible();
    await page.getByRole('button', { name: 'Создать 3 заказа' }).click();
    await expect(page.getByText('создано 2')).toBeVisible();
    await expect(page.getByText('не создано 1')).toBeVisible();
    await expect(gridRow(page, 3)).toContainText('Склад закрыт');
    await expect(gridRow(page, 4)).toHaveAttribute('data-state', 'created');
    const times = (await ireca.received('POST', CREATE)).map(
      ({ body }) => (body as Named[])[0]?.['deliveryTimeFrom'],
    );
    expect(new Set(times)).toEqual(new Set(['2027-11-21 09:00:00']));
    // One call each, and never a second one for the order whose answer was lost.
    expect(times).toHaveLength(3);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Скачать неудавшиеся: Таблица CSV' }).click();
    const csv = (await saved(await waiting)).toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('991002;');
    expect(csv).toContain('Склад закрыт');

    await page.getByRole('button', { name: 'Повторить неудавшиеся: 1' }).click();
    await expect(page.getByText('создано 3')).toBeVisible();
    await page.getByText('заменить', { exact: true }).click();
    await page.getByRole('button', { name: 'Создать или заменить 1 заказ' }).click();
    await expect(page.getByText('заменено 1')).toBeVisible();
    const replaced = (await ireca.received('POST', /^\/orders\/replace$/)).flatMap(
      ({ body }) => body as Named[],
    );
    expect(replaced.map((body) => body['orderId'])).toEqual([known.id]);
  });
});

test('exports the view as it stands, and the selection, to files that open elsewhere', async ({ visit }) => {
  const page = await visit({ who: 'viewer', search: '?view=all' });
  const all = await feedOrders(page);
  const orders = pick(all, { system: 'ireca', statuses: ['6'] }, 2);
  await search(page, orders[0]?.number ?? '');
  await expect(page.locator(ROW)).toHaveCount(1);
  await page.getByRole('button', { name: 'Экспорт, импорт, печать' }).click();
  await expect(page.getByRole('menuitem', { name: 'Импорт заказов…' })).toHaveCount(0);
  let waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Таблица CSV' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^Заказы, Все, \d{4}-\d\d-\d\d \d\d-\d\d\.csv$/);
  const csv = (await saved(file)).toString('utf8');
  expect(csv.startsWith('\uFEFF№;id;Система;')).toBe(true);
  const cells = csv.split('\r\n')[1]?.split(';') ?? [];
  expect(cells.slice(0, 3)).toEqual([orders[0]?.number, orders[0]?.id, 'iRECA']);
  expect(cells[6]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+03:00$/);

  await search(page, '');
  await selectOrders(page, orders);
  await page.getByTestId('bulk-bar').getByRole('button', { name: 'Экспорт' }).click();
  waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Книга Excel (XLSX)' }).click();
  const rows = await readSheet(await saved(await waiting));
  expect(
    rows
      .slice(1)
      .map((row) => String(row[1]))
      .sort(),
  ).toEqual(orders.map(({ id }) => id).sort());
  const amount = rows[0]?.indexOf('Сумма, ₽') ?? -1;
  expect(typeof rows[1]?.[amount]).toBe('number');
});

test('run sheets hold what a courier needs, and paper holds nothing else', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=all' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6', '7'], assigned: true });
  await page.goto(new URL(`/orders/run-sheet?courier=${order.courier}`, page.url()).href);
  await page.getByText('все открытые').click();
  const line = page.locator(`tr[data-order="${order.key}"]`);
  await expect(page.locator('[data-run-sheets][data-ready]')).toBeVisible({ timeout: 30_000 });
  const whole = await ireca.order(order.id);
  const goods = whole['goods'] as { title: string }[];
  await expect(line).toContainText(order.number);
  await expect(line).toContainText(goods[0]?.title ?? '');
  await expect(page.getByText(/Итого: \d+ заказ/)).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(line).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  const paper = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(paper).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Другие курьеры…' }).click();
  await page.getByRole('button', { name: /Показать лист/ }).click();
  await expect(page).toHaveURL(/courier=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on import and run sheets, ${colorScheme}`, async ({ visit }) => {
    const page = await visit({ context: { colorScheme } });
    const { payment } = await shop(page);
    await openImport(page);
    await page.getByRole('textbox', { name: 'Вставьте таблицу' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await paste(
      page,
      `id\tДата\tОкно\tАдрес\tТип оплаты\tСумма\n1\t21.11.2027\t14-16\tСПб, Невский пр., 10\t${String(payment['title'])}\t10\n2\tзавтра\t14-16\tу метро\tбартер\t10`,
    );
    await expect(page.getByText('с ошибками 1')).toBeVisible();
    await page.getByRole('grid').focus();
    expect(await violations(page)).toEqual([]);
    await page.goto(new URL('/orders/run-sheet', page.url()).href);
    await page.getByText('все открытые').click();
    await page.getByRole('button', { name: /Показать лист/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Показать лист/ }).click();
    await expect(page.locator('[data-run-sheets][data-ready]')).toBeVisible({ timeout: 30_000 });
    expect(await violations(page)).toEqual([]);
  });
}
