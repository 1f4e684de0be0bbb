/** A new order of the cash desk: what reaches Kassa, what is wrong at which field, and nothing typed is ever lost. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

type Row = Record<string, unknown>;
type Wrapper = { onlineOrder: Row; onlineOrderItems: Row[]; onlineOrderStatuses: Row[] } & Row;

const CREATE = /^\/protected\/online_orders$/;
const FORM = '/orders/new?system=kassa';
const submit = (page: Page) => page.getByRole('button', { name: 'Создать заказ' });
const item = (page: Page, n: number) => page.getByRole('listitem', { name: `Товар ${n}` });

async function openForm(page: Page) {
  await page.goto(new URL(FORM, page.url()).href);
  await expect(page.getByLabel('Номер заказа')).not.toHaveValue('');
}

async function typeItem(page: Page, n: number, values: { description: string; price: string }) {
  await item(page, n).getByLabel('Наименование').fill(values.description);
  await item(page, n).getByLabel('Цена').fill(values.price);
}

/** The least that can be sent. */
async function typeLeast(page: Page) {
  await page.getByLabel('Адрес доставки').fill('Санкт-Петербург, Невский проспект, 10');
  await typeItem(page, 1, { description: 'Букет белых роз', price: '3000' });
}

test('creates an order: the documented wrapper, in full, and its card', async ({ visit, kassa }) => {
  const page = await visit();
  await openForm(page);
  const externalId = await page.getByLabel('Номер заказа').inputValue();
  await page.getByText('Новый', { exact: true }).click();
  await page.getByLabel('Система налогообложения').selectOption('PATENT');
  await page.getByText('Предоплата', { exact: true }).click();
  await page.getByLabel('Заказ уже оплачен').check();
  await page.getByLabel('Комментарий к заказу').fill('Код 12');
  await typeLeast(page);
  await page.getByLabel(/дата$/).fill('31.12.2099');
  await page.getByLabel('Время').fill('1530');
  await page.getByLabel('Стоимость доставки').fill('350');
  await item(page, 1).getByLabel('Кол-во').fill('2');
  await item(page, 1).getByLabel('Скидка на строку').fill('50,5');
  await item(page, 1).getByLabel('НДС').selectOption('10');
  await item(page, 1).getByRole('button', { name: 'Ещё поля' }).click();
  await item(page, 1).getByLabel('Код номенклатуры').fill('22090265');
  await item(page, 1).getByLabel('Штрихкод').fill('4600000000017');
  await item(page, 1).getByLabel('Артикул').fill('R-25');
  await page.getByRole('button', { name: 'Добавить товар' }).click();
  await typeItem(page, 2, { description: 'Сыр', price: '1333,33' });
  await item(page, 2).getByLabel('Кол-во').fill('0,333');
  await item(page, 2).getByLabel('Единица').selectOption('166');
  await item(page, 2).getByLabel('НДС').selectOption('none');
  await expect(page.getByTestId('kassa-total')).toHaveText(/^6\s393,50/);
  for (const [label, value] of [
    ['Фамилия', 'Тестов'],
    ['Имя', 'Тест'],
    ['Отчество', 'Тестович'],
    ['Телефон', '8 (999) 999-99-99'],
    ['Эл. почта', 'test@example.com'],
    ['Карта лояльности', '111111'],
    ['Адрес клиента', 'Адрес'],
    ['Организация', 'Сбер покупатель'],
    ['ИНН организации', '7743012365'],
    ['Комментарий о клиенте', 'постоянный'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('combobox', { name: 'Сотрудник' }).click();
  await page.locator('div[role=option]:visible').first().click();
  const before = Date.now();
  await submit(page).click();
  await page.waitForURL(/\/orders\/kassa\/\d+$/);

  const sent = await kassa.received('POST', CREATE);
  expect(sent).toHaveLength(1);
  const body = sent[0]?.body as Wrapper;
  const login = body.onlineOrder['responsiblePersonLogin'];
  expect(login).toMatch(/^7\d{10}$/);
  expect(body.onlineOrder).toMatchObject({
    visible: true,
    taxSystem: 'PATENT',
    externalId,
    deliveryType: 'COURIER',
    deliveryAmount: 350,
    deliveryTime: Date.parse('2099-12-31T15:30:00+03:00'),
    paid: true,
    clientId: null,
    address: 'Санкт-Петербург, Невский проспект, 10',
    discount: 0,
    discountType: 0,
    totalAmount: 6393.5,
    comment: 'Код 12',
    currentStatusType: 'NEW',
  });
  expect(Math.abs(Number(body.onlineOrder['created']) - before)).toBeLessThan(60_000);
  expect(String(body.onlineOrder['organizationId'])).toMatch(/^\d{22}$/);
  expect(String(body.onlineOrder['tradeObjectId'])).toMatch(/^\d{22}$/);
  expect(body.onlineOrderItems).toMatchObject([
    {
      nomenclatureId: 22090265,
      description: 'Букет белых роз',
      price: 3000,
      vatValue: 10,
      quantity: 2,
      discount: 50.5,
      paymentSubject: 'PRODUCT',
      markType: 'UNKNOWN',
      barcode: '4600000000017',
      vendorCode: 'R-25',
      unitCode: 796,
      editable: true,
      total: null,
    },
    {
      nomenclatureId: null,
      description: 'Сыр',
      price: 1333.33,
      vatValue: null,
      quantity: 0.333,
      unitCode: 166,
    },
  ]);
  expect(body.onlineOrderStatuses).toMatchObject([
    { statusType: 'NEW', substatusId: null, statusInfo: null },
  ]);
  expect(body['onlineOrderPayments']).toEqual([]);
  expect(body['onlineOrderReceipts']).toEqual([]);
  expect(body['properties']).toEqual({ fullSettlement: false, prepayment: true, credit: false });
  expect(body['responsiblePerson']).toMatchObject({ phoneNumber: login, position: null });
  expect(body['client']).toMatchObject({
    lastName: 'Тестов',
    firstName: 'Тест',
    patronymic: 'Тестович',
    phone: '79999999999',
    email: 'test@example.com',
    address: 'Адрес',
    organizationName: 'Сбер покупатель',
    organizationInn: '7743012365',
    loyalty: '111111',
    comment: 'постоянный',
    status: 'ACTIVE',
  });
  await openForm(page);
  await expect(page.getByLabel('Адрес доставки')).toHaveValue('');
});

test('says what is wrong at each field and sends nothing; a client who comes for it has no address', async ({
  visit,
  kassa,
}) => {
  const page = await visit();
  await openForm(page);
  await page.getByLabel('Номер заказа').fill('');
  await item(page, 1).getByLabel('Кол-во').fill('0');
  await item(page, 1).getByLabel('Скидка на строку').fill('много');
  await page.getByLabel('Телефон').fill('12');
  await page.getByLabel('ИНН организации').fill('77');
  await page.getByLabel('Эл. почта').fill('почта');
  await page.getByLabel('Время').fill('15:30');
  await submit(page).click();
  await expect(page.getByText(/Заказ не отправлен: \d+ пол/)).toBeVisible();
  await expect(page.getByLabel('Номер заказа')).toBeFocused();
  for (const label of ['Номер заказа', 'Адрес доставки', /дата$/]) {
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(/Заполните поле/);
  }
  const line = item(page, 1);
  await expect(line.getByLabel('Наименование')).toHaveAccessibleDescription(/Заполните поле/);
  await expect(line.getByLabel('Цена')).toHaveAccessibleDescription(/Заполните поле/);
  await expect(line.getByLabel('Кол-во')).toHaveAccessibleDescription(/больше нуля/);
  await expect(line.getByLabel('Скидка на строку')).toHaveAccessibleDescription(/Нужна сумма/);
  await expect(page.getByLabel('Телефон')).toHaveAccessibleDescription(/не телефон/);
  await expect(page.getByLabel('ИНН организации')).toHaveAccessibleDescription(/10 или 12/);
  await expect(page.getByLabel('Эл. почта')).toHaveAccessibleDescription(/домен/);
  await item(page, 1)
    .getByRole('button', { name: /^Убрать/ })
    .click();
  await expect(page.getByText('Добавьте хотя бы один товар.')).toBeVisible();
  expect(await kassa.received('POST', CREATE)).toHaveLength(0);

  await page.reload();
  await page.getByRole('button', { name: 'Очистить' }).click();
  await expect(page.getByLabel('Номер заказа')).not.toHaveValue('');
  await typeLeast(page);
  await page.getByText('Самовывоз', { exact: true }).click();
  await expect(page.getByLabel('Адрес доставки')).toHaveCount(0);
  await submit(page).click();
  await page.waitForURL(/\/orders\/kassa\/\d+$/);
  const body = (await kassa.received('POST', CREATE))[0]?.body as Wrapper;
  expect(body.onlineOrder).toMatchObject({ deliveryType: 'SELF', address: null, deliveryTime: null });
  expect(body).toMatchObject({ client: null, responsiblePerson: null });
});

test.describe('when saving fails', () => {
  test.use({
    expectedErrors: ['/api/kassa/protected/online_orders'],
    stackOptions: { settings: { ORDERS_POLL_SECONDS: '1' } },
  });

  test('refusals stand at the field they name, and a reload brings all back', async ({ visit, kassa }) => {
    const page = await visit();
    await openForm(page);
    await typeLeast(page);
    const on = { method: 'POST', path: '/protected/online_orders', bodyIncludes: 'onlineOrderItems' };
    await kassa.fault({ ...on, kind: 'status', status: 422, message: 'Смена закрыта' });
    await submit(page).click();
    await expect(page.getByText(/Смена закрыта/)).toBeVisible();
    await kassa.fault({ ...on, kind: 'status', status: 400, message: 'Неверное значение поля address' });
    await submit(page).click();
    await expect(page.getByLabel('Адрес доставки')).toHaveAccessibleDescription(/поля address/);
    await page.reload();
    await expect(page.getByText(/Черновик от .* восстановлен/)).toBeVisible();
    await expect(page.getByLabel('Адрес доставки')).toHaveValue('Санкт-Петербург, Невский проспект, 10');
    await expect(item(page, 1).getByLabel('Цена')).toHaveValue(/^3\s000,00$/);
    await page.getByRole('link', { name: 'Назад' }).click();
    await expect(page.getByRole('dialog', { name: 'Уйти без сохранения?' })).toBeVisible();
  });

  test('a lost answer is looked for in Kassa’s list: found, or surely not there; never sent twice', async ({
    visit,
    kassa,
  }) => {
    const page = await visit();
    await openForm(page);
    const externalId = await page.getByLabel('Номер заказа').inputValue();
    await typeLeast(page);
    const on = { method: 'POST', path: '/protected/online_orders', bodyIncludes: 'externalId' };
    await kassa.fault({ ...on, kind: 'hang' });
    await submit(page).click();
    await expect(page.getByText(`Заказа ${externalId} в Кассе нет`)).toBeVisible({ timeout: 60_000 });
    expect(await kassa.received('POST', CREATE)).toHaveLength(1);

    // A breakdown with words is a breakdown: the order is looked for all the same, and the words are kept.
    await kassa.fault({ ...on, kind: 'status', status: 500, message: 'Смена закрыта' });
    await page.getByRole('button', { name: 'Отправить ещё раз' }).click();
    await expect(page.getByText('Понятного ответа нет: не подтверждено')).toBeVisible();
    await expect(page.getByText(`Заказа ${externalId} в Кассе нет`)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Касса ответила: «Смена закрыта»')).toBeVisible();
    expect(await kassa.received('POST', CREATE)).toHaveLength(2);

    await kassa.fault({ ...on, kind: 'cutAfter' });
    await page.getByRole('button', { name: 'Отправить ещё раз' }).click();
    await expect(page.getByText(`Заказ ${externalId} в Кассе есть`)).toBeVisible({ timeout: 30_000 });
    await expect(submit(page)).toBeDisabled();
    expect(await kassa.received('POST', CREATE)).toHaveLength(3);
    await page.getByRole('button', { name: 'Открыть заказ' }).click();
    await page.waitForURL(/\/orders\/kassa\/\d+$/);
  });
});

test.describe('without Kassa', () => {
  test.use({
    stackOptions: { settings: { KASSA_USERNAME: '', KASSA_PASSWORD: '', KASSA_BASE_URL: '' } },
  });

  test('the form says that there is none', async ({ visit }) => {
    const page = await visit();
    await page.goto(new URL(FORM, page.url()).href);
    await expect(page.getByRole('heading', { name: 'Касса не подключена' })).toBeVisible();
  });
});

test('a viewer is told that orders are not theirs to make', async ({ visit }) => {
  const page = await visit({ who: 'viewer' });
  await page.goto(new URL(FORM, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Только просмотр' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ visit }) => {
    const page = await visit({ context: { colorScheme } });
    await openForm(page);
    await submit(page).click();
    await page.getByText(/Заказ не отправлен/).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
  });
}
