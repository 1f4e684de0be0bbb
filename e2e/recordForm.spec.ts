/** The form of a record: made, changed over what was read, told apart from another's change, and nothing lost on the way. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ stackOptions: { orders: 12, couriers: 4 } });

const drawer = (page: Page) => page.locator('[data-record-editor]');
const field = (page: Page, key: string) => drawer(page).locator(`[name="${key}"]`);
const around = (page: Page, key: string) => drawer(page).locator(`[data-field="${key}"]`);
const button = (page: Page, name: string) => drawer(page).getByRole('button', { name, exact: true });
const row = (page: Page, id: string) => page.locator(`[data-table] tr[data-id="${id}"]`);

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}

test('a good is made: its number offered, what is wrong said at its field, sent as iRECA documents it', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  await page.goto(`${stack.url}/references/goods/new`);
  const known = Object.keys(await ireca.list('goods')).map(Number);
  const next = String(Math.max(...known) + 1);
  await expect(field(page, 'goodId')).toHaveValue(next);

  await field(page, 'goodId').fill(String(known[0]));
  await field(page, 'imageUrl').fill('example.com/a.png');
  await field(page, 'price').fill('дорого');
  await button(page, 'Создать').click();
  await expect(around(page, 'goodId')).toContainText('Такой номер уже занят');
  await expect(field(page, 'goodId')).toBeFocused();
  await expect(around(page, 'imageUrl')).toContainText('Нужна ссылка целиком');
  await expect(around(page, 'title')).toContainText('Заполните поле');
  await expect(around(page, 'price')).toContainText('Нужна сумма');
  await expect(around(page, 'taxId')).toContainText('Заполните поле');

  await field(page, 'goodId').fill(next);
  await field(page, 'title').fill('Чай на пробу');
  await field(page, 'imageUrl').fill('');
  await field(page, 'price').fill('1 179,50');
  // A field to choose in is left with half a word: nothing is chosen.
  await field(page, 'taxId').fill('2');
  await field(page, 'title').focus();
  await expect(field(page, 'taxId')).toHaveValue('');
  await field(page, 'taxId').fill('20');
  await page.getByRole('option', { name: /20%/ }).first().click();
  await field(page, 'weight').fill('0,37');
  await button(page, 'Добавить склад').click();
  await field(page, 'warehouses.0.warehouseId').click();
  await page.getByRole('option').first().click();
  await field(page, 'warehouses.0.count').fill('5');
  await ireca.forget();
  await field(page, 'title').press('Control+Enter');
  await expect(drawer(page)).toHaveCount(0);

  const [sent, ...more] = await ireca.received('POST', /^\/goods$/);
  expect(more).toEqual([]);
  const [body] = sent?.body as Record<string, unknown>[];
  expect(body).toMatchObject({
    goodId: next,
    title: 'Чай на пробу',
    price: 1179.5,
    weight: '0.37',
    parentId: null,
  });
  expect(body?.['taxId']).toEqual(expect.any(String));
  expect(body?.['warehouses']).toEqual([{ warehouseId: expect.any(String), count: 5 }]);
  await expect(page).toHaveURL(/\/references\/goods$/);
  // The list is sorted by names and longer than the screen: the new row is brought into sight, and it is said.
  await expect(row(page, next)).toBeInViewport();
  await expect(page.getByRole('status').filter({ hasText: 'Создано: Чай на пробу' })).toBeAttached();
  await page.locator('[data-page-search]').fill('1 179,50');
  await expect(row(page, next)).toContainText('Чай на пробу');
});

test('a picture is seen beside its link; a deletion from the form asks nothing about what was typed', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const goods = Object.entries(await ireca.list('goods'));
  const [id, good] = goods.find(([, one]) => one['isActive'] === 1 && one['imageUrl'])!;
  await page.goto(`${stack.url}/references/goods?q=${id}`);
  await row(page, id).locator('a[data-opens]').click();
  const preview = around(page, 'imageUrl').locator('[data-preview]');
  await expect(preview.locator('img')).toHaveJSProperty('complete', true);
  // Of a host that the settings do not name nothing is fetched: only a link.
  await field(page, 'imageUrl').fill('https://elsewhere.example/a.png');
  await expect(preview.getByRole('link')).toHaveAttribute('href', 'https://elsewhere.example/a.png');
  await expect(preview.locator('img')).toHaveCount(0);
  await button(page, 'Удалить товар').click();
  const removal = page.getByRole('dialog', { name: 'Удалить товар?' });
  await removal.getByRole('button', { name: 'Удалить товар' }).click();
  await expect(drawer(page)).toHaveCount(0);
  await expect(page).toHaveURL(`${stack.url}/references/goods?q=${id}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(`Удалено: ${String(good['title'])}`)).toBeAttached();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('goods')))).toEqual(
    [],
  );
});

test.describe('a record that another one changes meanwhile', () => {
  test.use({ expectedErrors: ['412'] });

  test('is saved over what was read, and both changes are told apart', async ({ visit, stack, ireca }) => {
    const page = await visit({ who: 'admin' });
    const goods = await ireca.list('goods');
    const [id, before] = Object.entries(goods).find(([, good]) => good['isActive'] === 1 && good['article'])!;
    await ireca.changeRow('goods', id, { vedCode: '2007', price: '100.00', description: '' });

    // A plain change: everything else goes up as it came, known or not.
    await page.goto(`${stack.url}/references/goods/edit/${id}`);
    await expect(field(page, 'title')).toHaveValue(String(before['title']));
    await expect(button(page, 'Следующая запись (Alt + ↓)')).toBeVisible();
    await button(page, 'Сохранить').click();
    await expect(drawer(page)).toContainText('сохранять нечего');
    await field(page, 'price').fill('120');
    await button(page, 'Сохранить').click();
    await expect(drawer(page)).toHaveCount(0);
    const [first] = await ireca.received('PUT', /^\/goods$/);
    expect(first?.query).toContain(id);
    expect(first?.body).toMatchObject({
      goodId: id,
      price: 120,
      vedCode: '2007',
      isActive: 1,
      taxId: before['taxId'],
    });
    await expect(row(page, id)).toContainText('120,00');

    // Somebody is quicker: in one field of mine, and in one that I did not touch.
    await page.goto(`${stack.url}/references/goods/edit/${id}`);
    await field(page, 'title').fill('Моё название');
    await field(page, 'article').fill('M-1');
    await ireca.changeRow('goods', id, { title: 'Чужое название', unit: 'ящ' });
    await field(page, 'title').press('Control+Enter');
    const conflict = drawer(page).locator('fieldset[data-field="title"]');
    await expect(conflict).toContainText('Чужое название');
    await expect(conflict).toContainText('Моё название');
    await expect(drawer(page).locator('tr[data-field="unit"]')).toContainText('ящ');
    await expect(button(page, 'Сохранить выбранное')).toBeDisabled();
    expect(await ireca.received('PUT', /^\/goods$/)).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await conflict.getByText('Взять чужое').click();
    await button(page, 'Сохранить выбранное').click();
    await expect(drawer(page)).toHaveCount(0);
    expect((await ireca.list('goods'))[id]).toMatchObject({
      title: 'Чужое название',
      unit: 'ящ',
      article: 'M-1',
    });
  });
});

test('leaving asks, a draft outlives a reload and holds no password, neighbours are a key away', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const ids = Object.keys(await ireca.list('suppliers'));
  await page.goto(`${stack.url}/references/suppliers/edit/${ids[0]}`);
  await field(page, 'description').fill('Не забыть');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Закрыть без сохранения?' })).toBeVisible();
  await page.getByRole('button', { name: 'Остаться' }).click();
  await expect(field(page, 'description')).toHaveValue('Не забыть');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(drawer(page)).toContainText('Черновик от');
  await expect(field(page, 'description')).toHaveValue('Не забыть');
  await button(page, 'Начать заново').click();
  await expect(field(page, 'description')).not.toHaveValue('Не забыть');

  // Nothing typed: nothing is asked.
  const name = await drawer(page).getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(drawer(page).getByRole('heading', { level: 2 })).not.toHaveText(name ?? '');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);

  // A courier: the password is made up here and kept nowhere but in the form.
  await page.goto(`${stack.url}/couriers/new`);
  await field(page, 'title').fill('Пётр Новый');
  // What is said of a field that is left must not push the button away from under the pointer.
  await field(page, 'email').fill('не почта');
  await button(page, 'Придумать').click();
  await expect(around(page, 'email')).toContainText('имя@домен');
  const secret = await field(page, 'sourcePassword').inputValue();
  expect(secret).toMatch(/^[a-z2-9]{10}$/);
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('\n')))
    .toContain('Пётр Новый');
  expect(await page.evaluate(() => Object.values(localStorage).join('\n'))).not.toContain(secret);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(field(page, 'title')).toHaveValue('Пётр Новый');
  await expect(field(page, 'sourcePassword')).toHaveValue('');
});

test.describe('when it does not go well', () => {
  test.use({ expectedErrors: ['422', '504', '502', '400'] });

  test('a refusal stands at its field, a lost answer is looked up, an empty promise is seen through', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit({ who: 'admin' });
    const [id = ''] = Object.keys(await ireca.list('suppliers'));
    await page.goto(`${stack.url}/references/suppliers/edit/${id}`);
    await field(page, 'inn').fill('7707083894');
    await button(page, 'Сохранить').click();
    await expect(around(page, 'inn')).toContainText('Контрольные цифры не сходятся');
    expect(await ireca.received('PUT', /^\/suppliers$/)).toEqual([]);
    await field(page, 'inn').fill('7707083893');

    await ireca.fault({
      method: 'PUT',
      path: '/suppliers',
      kind: 'status',
      status: 422,
      message: 'Значение «phone» уже занято.',
      times: 1,
    });
    await field(page, 'phone').fill('+7 912 000-00-01');
    await button(page, 'Сохранить').click();
    await expect(around(page, 'phone')).toContainText('Значение «phone» уже занято.');
    await expect(field(page, 'phone')).toBeFocused();
    await expect(drawer(page)).toContainText('Ничего не записано');
    await field(page, 'phone').fill('+7 912 000-00-02');
    await expect(around(page, 'phone')).not.toContainText('уже занято');

    // iRECA writes it, and its answer is lost.
    await ireca.fault({ method: 'PUT', path: '/suppliers', kind: 'cutAfter', times: 1 });
    await button(page, 'Сохранить').click();
    await expect(drawer(page)).toHaveCount(0, { timeout: 20_000 });
    expect((await ireca.list('suppliers'))[id]).toMatchObject({
      inn: '7707083893',
      phone: '+7 912 000-00-02',
    });
    await expect(row(page, id)).toContainText('7707083893');

    // iRECA says yes and writes nothing.
    await page.goto(`${stack.url}/references/suppliers/edit/${id}`);
    await field(page, 'address').fill('Новая улица, 1');
    await ireca.fault({ method: 'PUT', path: '/suppliers', kind: 'ignore', times: 1 });
    await button(page, 'Сохранить').click();
    await expect(drawer(page)).toContainText('Не подтверждено');
    await expect(drawer(page)).toContainText('iRECA ответила согласием, но ничего не записала', {
      timeout: 20_000,
    });
    await expect(field(page, 'address')).toHaveValue('Новая улица, 1');
    await button(page, 'Сохранить').click();
    await expect(drawer(page)).toHaveCount(0);
    expect((await ireca.list('suppliers'))[id]).toMatchObject({ address: 'Новая улица, 1' });

    // A record that iRECA does not have.
    await page.goto(`${stack.url}/references/suppliers/edit/${id}`);
    await expect(field(page, 'title')).not.toHaveValue('');
    await page.goto(`${stack.url}/references/suppliers/edit/99999999`);
    await expect(drawer(page)).toContainText('такой записи в iRECA нет');
  });
});

test('each list has its form, refuses a bad value at its field, and sends nothing then', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const wrong: [string, string, string, string][] = [
    ['goods', 'price', 'дорого', 'Нужна сумма'],
    ['specificities', 'price', '-5', 'Нужна сумма'],
    ['clients', 'email', 'не адрес', 'имя@домен'],
    ['suppliers', 'inn', '123', '10 или 12 цифр'],
    ['cancel-reasons', 'reasonId', '007', 'целое число'],
    ['payment-types', 'paymentTypeId', 'карта', 'целое число'],
    ['taxes', 'taxId', '0', 'целое число'],
    ['roles', 'roleId', '-1', 'целое число'],
  ];
  for (const [slug, key, value, says] of wrong) {
    await test.step(slug, async () => {
      await page.goto(`${stack.url}/references/${slug}/new`);
      await field(page, key).fill(value);
      await button(page, 'Создать').click();
      await expect(around(page, key)).toContainText(says);
      await expect(around(page, 'title')).toContainText(slug === 'clients' ? '' : 'Заполните поле');
    });
  }
  // The rates that a tax may be called by are offered.
  await page.goto(`${stack.url}/references/taxes/new`);
  await field(page, 'title').click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const posted = (await ireca.received('POST')).filter(({ path }) => !/orders|location/i.test(path));
  expect(posted).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a deleted record comes back, a viewer only reads, ${colorScheme}`, async ({
    visit,
    stack,
    ireca,
  }) => {
    const goods = await ireca.list('goods');
    const [id] = Object.entries(goods).find(([, { isActive }]) => isActive === 0)!;
    const viewer = await visit({ who: 'viewer', context: { colorScheme } });
    await viewer.goto(`${stack.url}/references/goods/edit/${id}`);
    await expect(drawer(viewer)).toContainText('Запись удалена');
    await expect(drawer(viewer)).toContainText('только администратор');
    await expect(drawer(viewer).getByRole('textbox')).toHaveCount(0);
    await expect(button(viewer, 'Вернуть')).toHaveCount(0);
    expect(await violations(viewer)).toEqual([]);

    await ireca.changeRow('goods', id, { title: 'Букет розовых и белых роз с лентой, 15 штук' });
    const page = await visit({ who: 'admin', context: { colorScheme } });
    await page.goto(`${stack.url}/references/goods/edit/${id}`);
    await expect(button(page, 'Вернуть')).toBeVisible();
    await button(page, 'Добавить склад').click();
    await field(page, 'title').fill('');
    await button(page, 'Сохранить').click();
    await expect(around(page, 'title')).toContainText('Заполните поле');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    const box = await drawer(page).boundingBox();
    expect(box?.width).toBe(390);
    // However long the title is, the deeds are in reach.
    const save = await button(page, 'Сохранить').boundingBox();
    expect((save?.x ?? 0) + (save?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await field(page, 'title').fill('Снова здесь');
    await drawer(page)
      .getByRole('button', { name: /: убрать/ })
      .click();
    await drawer(page).getByRole('button', { name: 'Вернуть и сохранить изменения' }).click();
    await expect(drawer(page)).toHaveCount(0);
    expect((await ireca.list('goods'))[id]).toMatchObject({ isActive: 1, title: 'Снова здесь' });
  });
}
