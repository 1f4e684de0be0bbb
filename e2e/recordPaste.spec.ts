/** A table pasted into a reference list: checked cell by cell, written in packs, read back row by row. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from './fixtures.ts';

type Named = Record<string, unknown>;

const GOODS_REPLACE = /^\/goods\/replace$/;

/** A list as iRECA has it, through the proxy. */
const listOf = async (page: Page, path: string) =>
  (await (await page.request.get(new URL(`/api/ireca/${path}`, page.url()).href)).json()) as Named[];
const goodsOf = (page: Page) => listOf(page, 'goods?page=0&count=500');

const dialog = (page: Page) => page.getByRole('dialog');
const gridRow = (page: Page, n: number) => page.locator(`[role=row][data-row="${n}"]`);
const foot = (page: Page) => page.getByTestId('paste-foot');

async function openPaste(page: Page, slug: string) {
  await page.goto(new URL(`/references/${slug}`, page.url()).href);
  await page.getByRole('link', { name: 'Вставить таблицу' }).click();
  await expect(page.getByRole('textbox', { name: 'Вставьте таблицу' })).toBeFocused();
}

/** The steps of a pasting hand: the clipboard's text arrives as one event. */
async function paste(page: Page, rows: readonly (readonly string[])[]) {
  const text = rows.map((row) => row.join('\t')).join('\n');
  await page.getByRole('textbox', { name: 'Вставьте таблицу' }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }));
}

test('new goods: heads are known, cells checked and mended in place, numbers given, the rows written as documented', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const [tax] = await listOf(page, 'taxes');
  const [warehouse] = await listOf(page, 'warehouses?page=0&count=500');
  if (!tax || !warehouse) throw new Error('the shop is empty');
  const held = await goodsOf(page);
  await openPaste(page, 'goods?q=Чай чёрный');
  const [title, rate] = [String(warehouse['title']), String(tax['title'])];
  await paste(page, [
    ['Наименование', 'Цена, ₽', 'НДС', 'Раздел', 'Вес', 'Остатки', 'Погода', 'Фото'],
    ['Чай чёрный', '1 250,50', rate.toLowerCase(), 'Чаи', '0,25', `${title}: 12`, 'снег', ''],
    ['Чаи', '0', rate, '', '', '', '', ''],
    ['Чай белый', 'дорого', rate, 'Чаи', '', '', '', 'картинка.png'],
  ]);
  await expect(page.getByText('Не загружаются: Погода.')).toBeVisible();
  await expect(gridRow(page, 3)).toContainText('нет номера');
  await page.getByRole('button', { name: 'Пронумеровать 3 строки без номера' }).click();
  const next = Math.max(...held.map((good) => Number(good['goodId']))) + 1;
  await expect(gridRow(page, 2)).toContainText(String(next));
  await expect(gridRow(page, 2)).toHaveAttribute('data-state', 'new');
  const price = gridRow(page, 4).getByRole('gridcell', { name: /не похоже на сумму/ });
  await expect(price).toHaveAttribute('aria-invalid', 'true');
  await expect(gridRow(page, 4)).toContainText('2 ошибки');

  // Nothing is lost when the page is loaded again, and what is mended is checked again.
  await expect(page.getByText('перезагрузка их не потеряет')).toBeVisible();
  await page.reload();
  await expect(price).toBeVisible();
  await price.dblclick();
  await page.keyboard.type('990');
  // Escape leaves the cell and neither the dialog nor what stood in it.
  await page.keyboard.press('Escape');
  await expect(price).toBeVisible();
  await price.dblclick();
  await page.keyboard.type('990');
  await page.keyboard.press('Enter');
  await expect(gridRow(page, 4)).toContainText('1 ошибка');
  await expect(foot(page)).toContainText('1 строка с ошибками не отправится');

  await foot(page).getByRole('button', { name: 'Создать 2 записи' }).click();
  await expect(foot(page)).toContainText('создано 2');
  await expect(gridRow(page, 2)).toHaveAttribute('data-state', 'created');
  const sent = await ireca.received('POST', GOODS_REPLACE);
  expect(sent).toHaveLength(1);
  const [parent, child] = sent[0]?.body as Named[];
  expect(parent).toMatchObject({ goodId: String(next + 1), title: 'Чаи', price: 0, parentId: null });
  expect(child).toMatchObject({
    goodId: String(next),
    title: 'Чай чёрный',
    price: 1250.5,
    taxId: tax['taxId'],
    parentId: String(next + 1),
    weight: '0.25',
    warehouses: [{ warehouseId: warehouse['warehouseId'], count: 12 }],
  });

  await foot(page).getByRole('button', { name: 'К списку' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: 'Чай чёрный', exact: true })).toBeVisible();
});

test('known records are left alone unless asked for, and are written over what iRECA has of them', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const [first, second] = (await goodsOf(page)).filter((good) => String(good['isActive']) === '1');
  if (!first || !second) throw new Error('the shop is empty');
  await openPaste(page, 'goods');
  await paste(page, [
    ['goodId', 'title', 'price', 'article'],
    [String(first['goodId']), String(first['title']), '777,7', ''],
    [String(second['goodId']), String(second['title']), '', ''],
    [String(first['goodId']), 'ещё раз', '', ''],
  ]);
  await expect(gridRow(page, 2)).toContainText('уже есть, пропустим');
  await expect(gridRow(page, 3)).toHaveAttribute('data-state', 'same');
  await expect(gridRow(page, 4)).toContainText('повтор строки 2');
  const deed = foot(page).getByRole('button');
  await expect(deed).toHaveText('Записывать нечего');
  await page.getByRole('switch', { name: 'Обновлять существующие: 1' }).click();
  await expect(gridRow(page, 2)).toContainText('изменится 1 поле');
  await page.getByText('С ошибками 1').click();
  await expect(page.locator('[role=row][data-row]')).toHaveCount(1);
  await page.getByText('Все 3').click();
  await foot(page).getByRole('button', { name: 'Изменить 1 запись' }).click();
  await expect(foot(page)).toContainText('изменено 1');
  const sent = await ireca.received('POST', GOODS_REPLACE);
  expect(sent.map(({ body }) => body)).toEqual([[{ ...first, price: 777.7 }]]);

  // A record that appeared while the table was being checked is not written over.
  await page.getByRole('button', { name: 'Другая таблица…' }).click();
  const free = '8800001';
  await paste(page, [
    ['id', 'Наименование', 'Цена', 'Налоговая ставка'],
    [free, 'Своё', '1', String(first['taxId'])],
  ]);
  await expect(gridRow(page, 2)).toHaveAttribute('data-state', 'new');
  const made = await page.request.post(new URL('/api/ireca/goods', page.url()).href, {
    data: [{ goodId: free, title: 'Чужое', price: 5, taxId: first['taxId'], parentId: null }],
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.status()).toBe(201);
  await foot(page).getByRole('button', { name: 'Создать 1 запись' }).click();
  await expect(gridRow(page, 2)).toContainText('уже создана другими');
  expect(await ireca.received('POST', GOODS_REPLACE)).toHaveLength(1);
  const kept = (await goodsOf(page)).find((good) => good['goodId'] === free);
  expect(kept).toMatchObject({ title: 'Чужое' });
});

test.describe('when iRECA refuses, or its answer is lost', () => {
  test.use({ expectedErrors: ['/api/ireca/suppliers/replace'] });

  test('the wrong row is found among the good ones, a lost answer is looked up, the failed ones come back as a file', async ({
    visit,
    ireca,
  }) => {
    const page = await visit({ who: 'admin' });
    await openPaste(page, 'suppliers');
    await page.locator('input[type=file]').setInputFiles({
      name: 'поставщики.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          '№;Наименование;ИНН;Телефон',
          ...Array.from({ length: 6 }, (_, at) => `${70001 + at};Поставщик ${at};;8 812 000-00-0${at}`),
          '70007;С ошибкой;1234567890;',
        ].join('\r\n'),
      ),
    });
    await expect(gridRow(page, 8)).toContainText('1 ошибка');
    await ireca.fault({
      method: 'POST',
      path: '/suppliers/replace',
      bodyIncludes: 'Поставщик 3',
      kind: 'error200',
      message: 'Поставщик под запретом',
      times: -1,
    });
    await foot(page).getByRole('button', { name: 'Создать 6 записей' }).click();
    await expect(foot(page)).toContainText('создано 5');
    await expect(foot(page)).toContainText('не записано 1');
    await expect(gridRow(page, 5)).toContainText('отказ iRECA: Поставщик под запретом');

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Скачать неудавшиеся: Таблица CSV' }).click();
    const csv = await readFile(await (await waiting).path(), 'utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('70004;');
    expect(csv).toContain('Поставщик под запретом');

    await ireca.mend();
    await ireca.fault({
      method: 'POST',
      path: '/suppliers/replace',
      kind: 'crashAfter',
      status: 503,
      times: 1,
    });
    await ireca.forget();
    await foot(page).getByRole('button', { name: 'Повторить неудавшиеся: 1' }).click();
    await expect(foot(page)).toContainText('создано 6');
    // It was written, and the answer was a crash; the list told, and nothing was sent twice.
    const sent = await ireca.received('POST', /^\/suppliers\/replace$/);
    expect(sent.map(({ body }) => (body as Named[]).map((row) => row['supplierId']))).toEqual([['70004']]);
    expect((sent[0]?.body as Named[])[0]).toMatchObject({ title: 'Поставщик 3', phone: '8 812 000-00-03' });
  });
});

test('two thousand rows in packs of a hundred: stopped between packs, gone on, none twice', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  await openPaste(page, 'roles');
  const rows = Array.from({ length: 2000 }, (_, at) => [String(50001 + at), `Роль ${at}`]);
  await ireca.fault({ method: 'POST', path: '/userRoles/replace', kind: 'delay', ms: 1_500, times: 25 });
  await paste(page, rows);
  // No heads: a number and a title stand as in the sample.
  await expect(page.getByText('Новые 2000')).toBeVisible();
  await dialog(page).getByRole('grid').focus();
  await page.keyboard.press('PageDown');
  await expect(gridRow(page, 12)).toBeVisible();
  await foot(page).getByRole('button', { name: 'Создать 2000 записей' }).click();
  await expect(foot(page)).toContainText(/\d00 из 2000/);
  // Leaving in the middle asks first.
  await page.keyboard.press('Escape');
  await page
    .getByRole('dialog', { name: 'Прервать запись таблицы?' })
    .getByRole('button', { name: 'Остаться' })
    .click();
  await foot(page).getByRole('button', { name: 'Остановить' }).click();
  await expect(foot(page)).toContainText('Остановлено; остальные строки не отправлялись');
  const packs = (await ireca.received('POST', /^\/userRoles\/replace$/)).map(({ body }) => body as Named[]);
  expect(packs.length).toBeLessThan(20);
  expect(new Set(packs.map((pack) => pack.length))).toEqual(new Set([100]));
  await ireca.mend();
  await foot(page)
    .getByRole('button', { name: /^Создать \d+ записей$/ })
    .click();
  await expect(foot(page)).toContainText('создано 2000');
  const ids = (await ireca.received('POST', /^\/userRoles\/replace$/)).flatMap(({ body }) =>
    (body as Named[]).map((row) => row['roleId']),
  );
  expect(ids).toHaveLength(2000);
  expect(new Set(ids).size).toBe(2000);
});

test('for those who may: a sample to fill in, both themes, a phone; a viewer is told why not', async ({
  visit,
}) => {
  const phone = await visit({ who: 'admin', context: { viewport: { width: 390, height: 844 } } });
  await phone.goto(new URL('/references/clients/paste', phone.url()).href);
  const waiting = phone.waitForEvent('download');
  await phone.getByRole('button', { name: 'Образец со всеми колонками: Книга Excel (XLSX)' }).click();
  const sample = await readSheet(await readFile(await (await waiting).path()));
  expect(sample[0]?.slice(0, 3)).toEqual(['Номер клиента в вашей системе', 'Имя', 'Фамилия']);
  const heads = (sample[0] ?? []).map(String);
  await paste(phone, [heads, heads.map((head) => (head === 'День рождения' ? '31.02.1990' : '7'))]);
  await expect(gridRow(phone, 2)).toHaveAttribute('data-state', 'wrong');
  await expect(phone.getByText('Не загружаются')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.emulateMedia({ colorScheme });
    expect(await violations(phone)).toEqual([]);
  }
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);

  const viewer = await visit({ who: 'viewer' });
  await viewer.goto(new URL('/references/clients', viewer.url()).href);
  await expect(viewer.getByRole('link', { name: 'Вставить таблицу' })).toHaveCount(0);
  await viewer.goto(new URL('/references/clients/paste', viewer.url()).href);
  await expect(dialog(viewer)).toContainText('создаёт и меняет администратор');
});
