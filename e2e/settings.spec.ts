/** Settings: fiscalisation is sent and never read, callbacks are switched, what is odd about the data is told. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { NEXT_POLL, signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { LOGINS, Stack } from './stack.ts';
import { CALLBACK_SECRET } from './stack.ts';

type SettingsPage = 'callbacks' | 'fiscal' | 'quality' | 'notices';

async function openPage(page: Page, stack: Stack, name: SettingsPage, who: keyof typeof LOGINS = 'admin') {
  await signedIn(page.context(), stack.url, who);
  await page.goto(`${stack.url}/settings/${name}`);
  await page.getByRole('navigation', { name: 'Страницы настроек' }).waitFor();
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
}

const sent = (page: Page) => page.getByRole('region', { name: 'Последнее отправленное отсюда' });
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const password = (page: Page) => page.getByLabel('Пароль в Atol Online', { exact: false }).first();
const send = (page: Page) => page.getByRole('button', { name: 'Отправить в iRECA' });

/** Types a whole form, but for the password. */
async function typeAtol(page: Page, environment: 'Тестовая' | 'Рабочая'): Promise<void> {
  await field(page, /^Логин в Atol/).fill('shop_login');
  await field(page, /^Группа касс/).fill('group_code_19642');
  await field(page, /^ИНН компании/).fill('7707083893');
  await page.getByRole('radio', { name: environment }).check();
  await page.getByRole('combobox', { name: /^Система налогообложения/ }).click();
  await page.getByRole('option', { name: 'УСН, доходы', exact: true }).click();
}

const ATOL = /^\/atolOnlineSettings\/replace$/;
const ATOL_PASSWORD = 'atol-PASSWORD-93-typed';

test.describe('Atol Online and Pechka54', () => {
  test.use({ stackOptions: { orders: 12, couriers: 4 } });

  test('production is confirmed by name, the body arrives as documented, and the password is told to nobody', async ({
    page,
    stack,
    ireca,
    leaks,
  }) => {
    leaks.add(ATOL_PASSWORD);
    await openPage(page, stack, 'fiscal');
    await expect(page.getByText('iRECA не отдаёт сохранённые настройки')).toBeVisible();
    await expect(sent(page)).toContainText('ещё не отправляли');
    await expect(password(page)).toHaveAttribute('autocomplete', 'new-password');
    await expect(password(page)).toHaveAttribute('type', 'password');

    await typeAtol(page, 'Рабочая');
    await password(page).fill(ATOL_PASSWORD);
    await page.getByRole('combobox', { name: 'Агентская схема' }).click();
    await page.getByRole('option', { name: /^Комиссионер/ }).click();
    await expect(page.getByRole('combobox', { name: 'Агентская схема' })).toHaveAccessibleDescription(
      'Расчёт с клиентом ведёт комиссионер.',
    );
    await send(page).click();

    const question = page.getByRole('dialog', { name: 'Рабочая среда: чеки будут настоящими' });
    await expect(question).toContainText('shop_login');
    await expect(question).toContainText('7707083893');
    await question.getByRole('button', { name: 'Вернуться' }).click();
    expect(await ireca.received('POST', ATOL)).toEqual([]);
    await send(page).click();
    await question.getByRole('button', { name: /^Отправить.* рабоч/ }).click();
    await expect(page.getByText(/^iRECA приняла в \d\d:\d\d/)).toBeVisible();

    const body = {
      settingId: 1,
      login: 'shop_login',
      password: ATOL_PASSWORD,
      kktGroup: 'group_code_19642',
      isProduction: 1,
      company: { inn: '7707083893', taxSystem: 'usn_income' },
      agent: { type: 'commission_agent' },
    };
    expect((await ireca.received('POST', ATOL)).map((one) => one.body)).toEqual([body]);
    expect(await ireca.atol()).toEqual(body);

    // What was sent is a note of this computer, without the password; the form holds no password any more.
    await expect(password(page)).toHaveValue('');
    for (const words of [
      'Анна Белова',
      'shop_login',
      'Рабочая',
      '7707083893',
      'УСН, доходы',
      'Комиссионер',
    ]) {
      await expect(sent(page)).toContainText(words);
    }
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain(ATOL_PASSWORD);
    expect(kept).toContain('shop_login');

    // After a reload the form is blank, for nobody can read the settings; the note fills it.
    await page.reload();
    await expect(sent(page)).toContainText('shop_login');
    await expect(field(page, /^Логин в Atol/)).toHaveValue('');
    await sent(page).getByRole('button', { name: 'Подставить в форму' }).click();
    await expect(field(page, /^Логин в Atol/)).toHaveValue('shop_login');
    await expect(password(page)).toHaveValue('');
    await expect(page.getByRole('radio', { name: 'Рабочая' })).toBeChecked();
  });

  test('errors stand at their fields, what was typed stays but for the password, and nothing passes for sent', async ({
    page,
    stack,
    ireca,
    leaks,
    expectedErrors,
  }) => {
    expectedErrors.push('422', '502', '504');
    leaks.add(ATOL_PASSWORD);
    await openPage(page, stack, 'fiscal');
    await send(page).click();
    await expect(page.getByText('Введите логин')).toBeVisible();
    await expect(page.getByText('Выберите среду: по ней решается, настоящие ли чеки')).toBeVisible();
    await expect(field(page, /^Логин в Atol/)).toBeFocused();
    await typeAtol(page, 'Тестовая');
    await field(page, /^ИНН компании/).fill('7707083894');
    await expect(
      page.getByText('Контрольные цифры ИНН не сходятся: проверьте, нет ли опечатки'),
    ).toBeVisible();
    await field(page, /^ИНН компании/).fill('7707083893');
    await password(page).fill(ATOL_PASSWORD);
    expect(await ireca.received('POST', ATOL)).toEqual([]);

    // A refusal of iRECA stands at the field that it names; even when it quotes the password, nobody is told.
    const message = `Неверное значение «kktGroup». Пароль ${ATOL_PASSWORD}`;
    await ireca.fault({
      kind: 'status',
      method: 'POST',
      path: '/atolOnlineSettings/replace',
      status: 422,
      message,
      times: 1,
    });
    await send(page).click();
    await expect(page.getByText('iRECA отказала: настройки не изменены')).toBeVisible();
    const group = field(page, /^Группа касс/);
    await expect(group).toBeFocused();
    await expect(group).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(/^iRECA: Неверное значение «kktGroup»\./)).toBeVisible();
    await expect(page.getByText(ATOL_PASSWORD)).toHaveCount(0);
    await expect(password(page)).toHaveValue(ATOL_PASSWORD);
    expect(await ireca.atol()).toBeNull();

    // Typed on, then the answer gets lost: not confirmed, and said so.
    await group.fill('group_2');
    await expect(page.getByText(/^iRECA: Неверное/)).toHaveCount(0);
    await ireca.fault({ kind: 'cutAfter', method: 'POST', path: '/atolOnlineSettings/replace', times: 1 });
    await send(page).click();
    await expect(page.getByText('Не подтверждено: iRECA могла и сохранить')).toBeVisible();
    await expect(sent(page)).toContainText('ещё не отправляли');

    // A reload keeps what was typed, but never the password.
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('group_2');
    await page.reload();
    await expect(page.getByText(/^Черновик от .* на месте\. Пароль в черновике не хранится/)).toBeVisible();
    await expect(field(page, /^Группа касс/)).toHaveValue('group_2');
    await expect(page.getByRole('radio', { name: 'Тестовая' })).toBeChecked();
    await expect(password(page)).toHaveValue('');
    await send(page).click();
    await expect(
      page.getByText('Введите пароль: iRECA прежний не отдаёт, он нужен каждый раз'),
    ).toBeVisible();
    await password(page).fill(ATOL_PASSWORD);
    // The test environment needs no question.
    await send(page).click();
    await expect(page.getByText(/^iRECA приняла в/)).toBeVisible();
    expect(await ireca.atol()).toMatchObject({
      kktGroup: 'group_2',
      isProduction: 0,
      password: ATOL_PASSWORD,
    });
    expect(await ireca.atol()).not.toHaveProperty('agent');
    expect(
      await page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('settings.atol'))),
    ).toBe(false);
  });

  test('the link of Pechka54 is hidden, shown and copied; a failure is told in iRECA’s words', async ({
    page,
    stack,
    ireca,
    expectedErrors,
  }) => {
    expectedErrors.push('422');
    const message = 'Pechka54 не подключена';
    await ireca.fault({ kind: 'status', method: 'GET', path: '/pechka54Settings', status: 422, message });
    await openPage(page, stack, 'fiscal');
    const card = page.getByRole('region', { name: 'Pechka54' });
    await expect(card).toContainText('Ссылку прочитать не удалось');
    await expect(card).toContainText(message);
    await ireca.mend();
    await card.getByRole('button', { name: 'Прочитать снова' }).click();
    const link = card.getByRole('group', { name: 'Ссылка Pechka54' });
    await expect(link).toContainText('••••');
    await expect(card.getByText(/pechka54\//)).toHaveCount(0);
    await card.getByRole('button', { name: 'Показать ссылку' }).click();
    const url = (await link.locator('code').innerText()).trim();
    expect(url).toMatch(/^https:\/\/.+\/pechka54\/\d+$/);
    await card.getByRole('button', { name: 'Скрыть ссылку' }).click();
    await expect(card.getByText(/pechka54\//)).toHaveCount(0);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // It is said for two seconds only.
    await Promise.all([
      card.getByRole('button', { name: 'Скопировано' }).waitFor(),
      card.getByRole('button', { name: 'Скопировать ссылку' }).click(),
    ]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  });

  test('viewers and dispatchers have no admin forms; what is missing for callbacks is named', async ({
    page,
    browser,
    stack,
    ireca,
  }) => {
    for (const who of ['viewer', 'dispatcher'] as const) {
      const context = await browser.newContext();
      const other = await context.newPage();
      const asked: string[] = [];
      other.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await openPage(other, stack, 'fiscal', who);
      const pages = other.getByRole('navigation', { name: 'Страницы настроек' }).getByRole('link');
      await expect(pages).toHaveText(['Уведомления', 'Качество данных']);
      await expect(other.getByText('Фискализация: только для администратора')).toBeVisible();
      await expect(other.getByRole('textbox', { name: /Atol/ })).toHaveCount(0);
      await other.goto(`${stack.url}/settings/callbacks`);
      await expect(other.getByText('Обратные вызовы: только для администратора')).toBeVisible();
      await expect(other.getByRole('switch')).toHaveCount(0);
      expect(asked.filter((path) => /callbacks|pechka54/.test(path) && path.startsWith('/api'))).toEqual([]);
      await context.close();
    }
    expect(await ireca.received('GET', /pechka54/)).toEqual([]);

    await openPage(page, stack, 'callbacks');
    await expect(
      page.getByText('Обратные вызовы не настроены: не хватает PUBLIC_URL и CALLBACK_SECRET'),
    ).toBeVisible();
    for (const toggle of await page.getByRole('switch').all()) await expect(toggle).toBeDisabled();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Скопировать строки для .env' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('PUBLIC_URL=https://pult.example.ru\nCALLBACK_SECRET=');
  });
});

test.describe('callbacks', () => {
  test.use({ stackOptions: { orders: 12, couriers: 4, callbacks: true } });

  const card = (page: Page, name: 'Заказы' | 'Лицензии') => page.getByRole('region', { name, exact: true });
  const toggle = (page: Page, name: 'Заказы' | 'Лицензии') =>
    page.getByRole('switch', { name: `Обратный вызов «${name}»` });

  test('are switched in iRECA, and the last call is shown by itself', async ({
    page,
    stack,
    ireca,
    expectedErrors,
  }) => {
    expectedErrors.push('422', '502');
    await openPage(page, stack, 'callbacks');
    const orders = card(page, 'Заказы');
    await expect(page.getByText('PUBLIC_URL указывает на этот же компьютер')).toBeVisible();
    await expect(orders).toContainText('Неизвестно');
    await expect(orders).toContainText('с запуска Пульта не было');
    await expect(orders).toContainText(/callbacks\/ireca\/orders\/[•·.…*]+/);
    await expect(page.getByText(CALLBACK_SECRET)).toHaveCount(0);

    // A refusal leaves what was known.
    const message = 'Сервис обратных вызовов недоступен';
    await ireca.fault({
      kind: 'status',
      method: 'POST',
      path: '/orders/callback',
      status: 422,
      message,
      times: 1,
    });
    await toggle(page, 'Заказы').press('Space');
    await expect(orders).toContainText('Включить вызов «Заказы» не удалось');
    await expect(orders).toContainText(message);
    await expect(toggle(page, 'Заказы')).not.toBeChecked();
    expect((await ireca.callbacks()).filter(({ isActive }) => isActive === 1)).toEqual([]);

    await orders.getByRole('button', { name: 'Повторить' }).click();
    await expect(toggle(page, 'Заказы')).toBeChecked();
    await expect(orders).toContainText('Включён');
    await expect(orders).toContainText('Анна Белова');
    await expect(orders).toContainText(
      'Если выключить, заказы будут обновляться только опросом, раз в 15 с.',
    );
    await expect(orders).not.toContainText('не удалось');
    expect(await ireca.callbacks()).toEqual([
      {
        kind: 'orders',
        url: `${stack.url}/callbacks/ireca/orders/${CALLBACK_SECRET}`,
        isActive: 1,
      },
    ]);

    // A change in iRECA calls Pult; the page learns of it without a hand.
    const { statuses } = await ireca.callback('orders');
    expect(statuses).toEqual([201]);
    await expect(orders).toContainText(/\d\d:\d\d:\d\d · \d+ с назад/, { timeout: 20_000 });
    await expect(orders).toContainText('назвал заказы');
    await expect(orders).toContainText('1 вызов');

    // Somebody who guesses is counted.
    const stranger = await fetch(`${stack.url}/callbacks/ireca/orders/${'x'.repeat(40)}`, {
      method: 'POST',
      body: '{}',
    });
    expect(stranger.status).toBe(404);
    await page.reload();
    await expect(page.getByText('Отклонено вызовов с чужим секретом: 1')).toBeVisible();
    // What is on is known after a reload too, and a click switches it off.
    await expect(toggle(page, 'Заказы')).toBeChecked();
    await orders.locator('.mantine-Switch-track').click();
    await expect(orders).toContainText('Выключен');
    await expect(orders).toContainText('Пока вызов выключен, заказы обновляются только опросом, раз в 15 с.');
    expect((await ireca.callbacks()).map(({ isActive }) => isActive)).toEqual([0]);

    // The other one stands by itself; the answer that gets lost is not taken for a yes.
    const licences = card(page, 'Лицензии');
    await ireca.fault({ kind: 'cutAfter', method: 'POST', path: '/licenses/callback', times: 1 });
    await toggle(page, 'Лицензии').press('Space');
    await expect(licences).toContainText('Не подтверждено: iRECA могла и принять');
    await expect(licences).toContainText('Неизвестно');
    await licences.getByRole('button', { name: 'Повторить' }).click();
    await expect(licences).toContainText('Включён');
    expect((await ireca.callbacks()).map(({ kind, isActive }) => `${kind} ${isActive}`)).toEqual([
      'orders 0',
      'licenses 1',
    ]);
  });
});

test.describe('data quality', () => {
  const row = (page: Page, text: string | RegExp) => page.locator('tr[data-id]').filter({ hasText: text });
  const kind = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Виды замечаний' }).getByRole('link', { name });

  test('every odd record is counted, told and one press away; what could not be read is said', async ({
    page,
    stack,
    ireca,
    expectedErrors,
  }) => {
    expectedErrors.push('422', '502');
    const all = await ireca.orders();
    const idOf = (found: Record<string, unknown> | undefined) => String(found?.['orderId']);
    const broken = idOf(all.find(({ deliveryStatusId }) => String(deliveryStatusId) === '6'));
    // The day has one order whose courier is in no list.
    const lost = idOf(all.find(({ courierId }) => String(courierId) === '99999'));
    // The simulator plays a well-behaved vendor, so this record is spoilt on its way in.
    await page.route('**/api/feeds/orders*', async (route) => {
      const response = await route.fetch();
      const feed = (await response.json()) as { changed: { key: string; body: Record<string, unknown> }[] };
      const spoilt = feed.changed.find(({ key }) => key === `ireca:${broken}`);
      if (spoilt) spoilt.body['courierId'] = { odd: true };
      await route.fulfill({ response, json: feed });
    });
    const [client] = Object.keys(await ireca.list('clients'));
    await ireca.changeRow('clients', client ?? '', { inn: '7707083894', title: 'ООО Опечатка' });
    const [place] = Object.keys(await ireca.list('warehouses'));
    await ireca.changeRow('warehouses', place ?? '', { latitude: 0, longitude: 0 });
    const message = 'Раздел закрыт';
    await ireca.fault({ kind: 'status', method: 'GET', path: '/suppliers', status: 422, message, times: -1 });

    await openPage(page, stack, 'quality', 'viewer');
    await expect(
      page.getByText(/Не проверено, прочитать не удалось: Поставщики \(«Раздел закрыт»\)/),
    ).toBeVisible({
      timeout: 30_000,
    });
    await ireca.mend();
    await page.getByRole('button', { name: 'Повторить' }).click();
    await expect(page.getByText(/прочитать не удалось/)).toHaveCount(0);
    await expect(page.getByText(/^Ещё читаем/)).toHaveCount(0);

    await expect(kind(page, 'Заказ не прочитан')).toHaveText(/1$/);
    await expect(row(page, 'Заказ не прочитан')).toContainText(`Заказ № ${broken}`);
    await expect(row(page, 'курьер № 99999')).toContainText('Неизвестный курьер');
    await expect(row(page, 'ООО Опечатка')).toContainText('ИНН «7707083894»: Контрольные цифры не сходятся');
    await expect(row(page, 'Склад без точки')).toHaveCount(1);

    // The key of what cannot be read is copied for a letter.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await row(page, 'Заказ не прочитан').hover();
    await row(page, 'Заказ не прочитан').getByRole('button', { name: 'Скопировать ключ' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`ireca:${broken}`);

    // A kind is an address; the search says what it hides; a file holds what is shown.
    await kind(page, 'Неизвестный курьер').click();
    await expect(page).toHaveURL(/[?&]kind=unknownCourier/);
    await expect(page.getByText(/Заказ отдан курьеру, которого нет в списке iRECA/)).toBeVisible();
    const total = await page.locator('tr[data-id]').count();
    expect(total).toBeGreaterThan(0);
    await page.keyboard.press('/');
    await page.keyboard.type('нет такого');
    await expect(page.getByText('Ничего не нашлось')).toBeVisible();
    await expect(page.getByText(`скрыто фильтром: ${total}`)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.type('99999');
    await expect(page.locator('tr[data-id]')).toHaveCount(1);
    await page.getByRole('button', { name: 'Сохранить в файл' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Запись;Ключ;Что не так;Подробности;Где');
    expect(lines[1]).toContain(`ireca:${lost};Неизвестный курьер;курьер № 99999;заказы iRECA`);

    // One press leads to the card, Back to the very same findings.
    await row(page, 'курьер № 99999').getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/orders/ireca/${lost}`));
    await page.goBack();
    await expect(page.locator('tr[data-id]')).toHaveCount(1);
    await expect(page.getByRole('searchbox', { name: /Неизвестный курьер/ })).toHaveValue('99999');

    // Put right elsewhere, it goes by itself.
    await ireca.change(lost, { courierId: '' });
    await expect(page.getByText('Таких замечаний нет')).toBeVisible({ timeout: NEXT_POLL });
    for (const setting of ['TIME_ZONE', 'AT_RISK_MINUTES', 'ORDERS_POLL_SECONDS', 'SHIFT_STARTS']) {
      await expect(page.getByText(setting, { exact: true })).toBeVisible();
    }
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme, stackOptions: { orders: 12, couriers: 4, callbacks: colorScheme === 'light' } });

    test('finds nothing on any page, and nothing is wider than a phone', async ({ page, stack }) => {
      await openPage(page, stack, 'fiscal');
      await page.getByRole('button', { name: 'Показать ссылку' }).waitFor();
      await send(page).click();
      await page.getByText('Введите логин').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      for (const name of ['fiscal', 'callbacks', 'quality'] as const) {
        if (name !== 'fiscal') {
          await page.goto(`${stack.url}/settings/${name}`);
          await page
            .getByRole(name === 'quality' ? 'grid' : 'switch')
            .first()
            .waitFor();
        }
        expect(await violations(page), name).toEqual([]);
        const { width, seen } = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          seen: document.documentElement.clientWidth,
        }));
        expect(width, name).toBeLessThanOrEqual(seen);
      }
    });
  });
}
