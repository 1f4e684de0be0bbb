/** The form of an iRECA order: created, changed, copied, and nothing lost or sent twice when something goes wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { FeedOrder } from './desk.ts';
import { feedOrders, heldBack, pick, signedIn } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { LOGINS, PASSWORD } from './stack.ts';

type Row = Record<string, unknown>;

/** A field by its name; the day's stands in a hidden twin of what is typed into. */
const field = (page: Page, name: string): Locator =>
  name === 'day'
    ? page.getByLabel(/^Дата/).and(page.locator('input'))
    : page.locator(`input[name="${name}"], textarea[name="${name}"]`);
const submit = (page: Page): Locator => page.getByRole('button', { name: /^(Создать заказ|Сохранить)$/ });
const totals = (page: Page): Locator => page.getByTestId('order-totals');
const card = (id: string) => new RegExp(`/orders/ireca/${id}$`);

async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await page.getByLabel(label).and(page.locator('input')).click();
  await page.getByRole('option', { name: option }).click();
}

async function addGood(page: Page, position = 1): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Добавить товар' });
  await picker.click();
  await page.getByRole('option').nth(position).click();
}

/** The least that iRECA asks for. The number is the suggested one. */
async function fillNeeded(page: Page): Promise<void> {
  await expect(field(page, 'orderId')).toHaveValue(/^\d+$/);
  await field(page, 'addressToEntity.city').fill('Санкт-Петербург');
  await field(page, 'addressToEntity.street').fill('Невский проспект');
  await field(page, 'addressToEntity.home').fill('10');
  await page.getByRole('button', { name: 'Завтра' }).click();
  await field(page, 'from').fill('14:00');
  await field(page, 'to').fill('16:00');
  await choose(page, /^Тип платежа/, /Наличные/);
  await addGood(page);
}

async function openNew(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/orders/new${search}`);
  await expect(submit(page)).toBeVisible();
}

async function openEdit(page: Page, url: string, order: FeedOrder): Promise<void> {
  await page.goto(`${url}/orders/ireca/${order.id}/edit`);
  await expect(field(page, 'orderId')).toHaveValue(order.id);
}

async function readyOrder(page: Page): Promise<FeedOrder> {
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: false }, 1);
  if (!order) throw new Error('an order');
  return order;
}

/** Tomorrow in Moscow, as iRECA writes 14:00 of it in GMT. */
const tomorrowGmt = (time: string) =>
  `${new Date(Date.now() + (24 + 3) * 3_600_000).toISOString().slice(0, 10)} ${time}`;

test('creates an order with everything in it, in the documented form', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const before = (await feedOrders(page)).filter((order) => order.system === 'ireca');
  const orderId = String(Math.max(...before.map((order) => Number(order.id))) + 1);
  await openNew(page, stack.url);
  await fillNeeded(page);
  await expect(field(page, 'orderId')).toHaveValue(orderId);
  await field(page, 'codeAlias').fill('Н-1');
  await choose(page, /^Состояние доставки/, 'Подготовлен');
  await page.getByRole('checkbox', { name: 'Согласован с клиентом' }).check();
  await page.getByRole('button', { name: 'Без записи в списке' }).click();
  await field(page, 'client.firstname').fill('Анна');
  await field(page, 'client.email').fill('anna@example.ru');
  await field(page, 'phone').fill('8 (912) 345-67-89');
  await field(page, 'description').fill('Код домофона 12');
  await field(page, 'addressToEntity.apartment').fill('27');
  await field(page, 'addressToEntity.latitude').fill('59,9343');
  await field(page, 'addressToEntity.longitude').fill('30,3351');
  await page.getByRole('button', { name: 'Указать, откуда везти' }).click();
  await field(page, 'addressFromEntity.city').fill('Санкт-Петербург');
  await field(page, 'addressFromEntity.street').fill('ул. Правды');
  await field(page, 'addressFromEntity.home').fill('24');
  await page.locator('input[name="addressFromEntity.isUseGoogleGeo"]').check({ force: true });

  const line = page.getByRole('listitem', { name: /^Строка 1/ });
  await line.getByLabel('Кол-во, строка 1').fill('2');
  await line.getByLabel('Цена, строка 1').fill('150,50');
  await expect(totals(page)).toContainText('К получению301,00');
  await field(page, 'prePaymentSum').fill('100');
  await field(page, 'cash').fill('500');
  await expect(totals(page)).toContainText('Предоплата−100,00');
  await expect(totals(page)).toContainText('К получению201,00');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(card(orderId));

  const sent = await ireca.received('POST', /^\/orders$/);
  expect(sent).toHaveLength(1);
  const [body] = sent[0]?.body as Row[];
  const goods = body?.['goods'] as Row[];
  expect(body).toEqual({
    orderId,
    codeAlias: 'Н-1',
    statusId: 0,
    deliveryStatusId: 6,
    isAgreed: 1,
    returnReasonId: null,
    courierId: null,
    clientId: null,
    supplierId: null,
    client: { firstname: 'Анна', lastname: '', email: 'anna@example.ru' },
    paymentId: expect.stringMatching(/^\d+$/) as unknown,
    amountToPay: 301,
    prePaymentSum: 100,
    cash: 500,
    addressFromEntity: {
      postindex: '',
      city: 'Санкт-Петербург',
      street: 'ул. Правды',
      home: '24',
      apartment: '',
      latitude: 0,
      longitude: 0,
      isUseGoogleGeo: true,
    },
    addressToEntity: {
      postindex: '',
      city: 'Санкт-Петербург',
      street: 'Невский проспект',
      home: '10',
      apartment: '27',
      latitude: 59.9343,
      longitude: 30.3351,
      isUseGoogleGeo: false,
    },
    phone: '8 (912) 345-67-89',
    deliveryTimeFrom: tomorrowGmt('11:00:00'),
    deliveryTimeTo: tomorrowGmt('13:00:00'),
    description: 'Код домофона 12',
    goods: [expect.objectContaining({ count: 2, price: 150.5, total: 301, discountTotal: 0, position: 1 })],
  });
  expect(Object.keys(goods[0] ?? {}).sort()).toEqual(
    [
      'goodId count price total discountTotal taxId position unit vedCode countryCode customDeclarationCode',
      'markValue markBinaryValue weight description warehouses specificities',
    ]
      .join(' ')
      .split(' ')
      .sort(),
  );
  expect(await ireca.order(orderId)).toMatchObject({ phone: '8 (912) 345-67-89', prePaymentSum: 100 });
});

test('changes one field and keeps the rest, known or not', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const order = await readyOrder(page);
  // iRECA may hold more than its text says.
  let read: Row = {};
  await page.route(`**/api/ireca/orders?orderId=${order.id}`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    read = { ...((await response.json()) as Row), floor: 7 };
    return route.fulfill({ response, json: read });
  });
  const before = await ireca.order(order.id);
  await openEdit(page, stack.url, order);
  await submit(page).click();
  await expect(page.getByText('Ничего не изменено')).toBeVisible();
  await field(page, 'description').fill('Позвонить за час');
  await submit(page).click();
  await expect(page).toHaveURL(card(order.id));

  const sent = await ireca.received('PUT', /^\/orders$/);
  expect(sent).toHaveLength(1);
  const body = sent[0]?.body as Row;
  expect(body).toMatchObject({
    orderId: order.id,
    floor: 7,
    description: 'Позвонить за час',
    phone: read['phone'],
    deliveryTimeFrom: read['deliveryTimeFrom'],
    deliveryTimeTo: read['deliveryTimeTo'],
    courierId: null,
  });
  for (const name of ['receiptStatusId', 'payments', 'returnedOrder', 'isEdited', 'originalPaymentId']) {
    expect(read).toHaveProperty(name);
    expect(body).not.toHaveProperty(name);
  }
  const after = await ireca.order(order.id);
  expect({ ...after, isEdited: 0 }).toEqual({ ...before, isEdited: 0, description: 'Позвонить за час' });
});

test('tells apart what somebody else changed meanwhile', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const order = await readyOrder(page);
  await openEdit(page, stack.url, order);
  await field(page, 'description').fill('Моё описание');
  await field(page, 'phone').fill('+79110000001');
  await field(page, 'codeAlias').fill('Моё имя');
  await ireca.change(order.id, { description: 'Чужое описание', phone: '+79110000002', cash: 700 });
  await submit(page).click();

  await expect(page.getByRole('heading', { name: 'Заказ изменили, пока он был открыт' })).toBeFocused();
  expect(await ireca.received('PUT', /^\/orders$/)).toHaveLength(0);
  const conflicts = page.getByRole('table', { name: 'Изменили и вы, и кто-то другой' });
  await expect(conflicts.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('table', { name: 'Изменил кто-то другой, берём как есть' })).toContainText(
    '700,00',
  );
  const apply = page.getByRole('button', { name: 'Сохранить выбранное' });
  await expect(apply).toBeDisabled();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await conflicts.getByRole('radio', { name: /Чужое описание/ }).check();
  await conflicts.getByRole('radio', { name: /000-00-01/ }).check();
  await apply.click();

  await expect(page.getByText(`Заказ ${order.id} сохранён`)).toBeVisible();
  await expect(page.getByText('Пока вы правили, кто-то другой изменил')).toBeVisible();
  expect(await ireca.order(order.id)).toMatchObject({
    description: 'Чужое описание',
    phone: '+79110000001',
    cash: 700,
    codeAlias: 'Моё имя',
  });
  await page.getByRole('link', { name: 'Открыть заказ' }).click();
  await expect(page).toHaveURL(card(order.id));

  // What I did not touch is no question: it is taken over, and said.
  await openEdit(page, stack.url, order);
  await field(page, 'description').fill('Опять моё');
  await ireca.change(order.id, { cash: 900 });
  await submit(page).click();
  await expect(page.getByText('Пока вы правили, кто-то другой изменил')).toBeVisible();
  expect(await ireca.order(order.id)).toMatchObject({ description: 'Опять моё', cash: 900 });
});

test('a form says at once that another one changed its order, moves nothing, and takes it in when asked', async ({
  browser,
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  const order = await readyOrder(page);
  await openEdit(page, stack.url, order);
  await field(page, 'description').fill('Моё описание');
  const where = () => field(page, 'description').boundingBox();
  const before = await where();
  const couriers = Object.entries(await ireca.list('couriers'));
  const [courierId = '', courier = {}] = couriers.find(([, one]) => one['isActive'] !== 0) ?? [];

  // A colleague at another desk.
  const other = await browser.newContext();
  await signedIn(other, stack.url, 'second');
  const answer = await other.request.post(`${stack.url}/api/commands`, {
    headers: { origin: stack.url },
    data: {
      id: crypto.randomUUID(),
      action: { type: 'assign', courierId },
      targets: [{ system: 'ireca', id: order.id, seen: { status: '6', courierId: null } }],
    },
  });
  expect(answer.ok()).toBe(true);
  await other.close();
  const notice = page.getByRole('status').filter({ hasText: 'Заказ изменён, пока вы правили' });
  await expect(notice).toContainText(`курьер – ${String(courier['title'])}`);
  // Who did it, as the log of changes names them.
  await expect(notice).toContainText('Денис Котов');
  expect(await where()).toEqual(before);
  await expect(field(page, 'description')).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: 'Показать', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Изменил кто-то другой, берём как есть' })).toContainText(
    String(courier['title']),
  );
  await page.getByRole('button', { name: 'Внести и править дальше' }).click();
  await expect(field(page, 'description')).toHaveValue('Моё описание');
  await expect(notice).toHaveCount(0);
  expect(await ireca.received('PUT', /^\/orders$/)).toHaveLength(0);
  await submit(page).click();
  await expect(page).toHaveURL(card(order.id));
  expect(await ireca.order(order.id)).toMatchObject({ description: 'Моё описание' });
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
});

test('copies an order, but for what is its own', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['9'], assigned: true }, 1);
  if (!order) throw new Error('an order');
  const source = await ireca.order(order.id);
  await openNew(page, stack.url, `?copy=${order.id}`);
  await expect(page.getByText(`Перенесено всё из заказа ${order.id}`)).toBeVisible();
  await expect(field(page, 'orderId')).not.toHaveValue(order.id);
  await expect(field(page, 'orderId')).toHaveValue(/^\d+$/);
  const orderId = await field(page, 'orderId').inputValue();
  await submit(page).click();
  await expect(field(page, 'day')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Ближайший час' }).click();
  await submit(page).click();
  await expect(page).toHaveURL(card(orderId));
  const copy = await ireca.order(orderId);
  expect(copy).toMatchObject({
    deliveryStatusId: 1,
    statusId: 0,
    courierId: null,
    payments: [],
    prePaymentSum: 0,
    clientId: source['clientId'],
    phone: source['phone'],
    paymentId: source['paymentId'],
    description: source['description'],
  });
  const goods = (of: Row) =>
    (of['goods'] as Row[]).map(({ goodId, count, price }) => ({ goodId, count, price }));
  expect(goods(copy)).toEqual(goods(source));
});

test('says at each field what is wrong with it', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const taken = await readyOrder(page);
  await openNew(page, stack.url);
  await expect(field(page, 'orderId')).toHaveValue(/^\d+$/);
  const free = await field(page, 'orderId').inputValue();
  await submit(page).click();
  await expect(page.getByText('Нужно исправить 8 полей')).toBeVisible();
  await expect(field(page, 'addressToEntity.city')).toBeFocused();
  for (const name of [
    'addressToEntity.city',
    'addressToEntity.street',
    'addressToEntity.home',
    'day',
    'from',
    'to',
  ]) {
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByText('Выберите тип платежа')).toBeVisible();
  await expect(page.getByText('Добавьте хотя бы один товар')).toBeVisible();

  await fillNeeded(page);
  await expect(page.getByText(/^Нужно исправить/)).toHaveCount(0);
  const cases: [name: string, value: string, words: string, good: string][] = [
    ['orderId', '', 'Заполните поле', free],
    ['orderId', '12а', 'Только цифры', free],
    ['orderId', '9007199254740993', 'Слишком большое число', free],
    ['orderId', taken.id, 'Заказ с таким номером уже есть', free],
    ['addressToEntity.city', ' ', 'Заполните поле', 'Санкт-Петербург'],
    ['addressToEntity.street', '', 'Заполните поле', 'Невский проспект'],
    ['addressToEntity.home', '', 'Заполните поле', '10'],
    ['addressToEntity.latitude', '95', 'Широта: от −90 до 90', ''],
    ['phone', 'нет', 'Это не похоже на телефон', ''],
    ['to', '14:00', 'Конец совпадает с началом', '16:00'],
    ['prePaymentSum', '999999', 'Больше, чем стоит заказ', ''],
    ['cash', 'много', 'Нужна сумма', ''],
  ];
  for (const [name, value, words, good] of cases) {
    await field(page, name).fill(value);
    await submit(page).click();
    await expect(field(page, name), `${name} = ${value}`).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(words).first(), `${name} = ${value}`).toBeVisible();
    await field(page, name).fill(good);
  }
  expect(await ireca.received('POST', /^\/orders$/)).toHaveLength(0);
});

test.describe('when saving goes wrong', () => {
  test.use({ expectedErrors: ['422', '502', '504', '500', '401'] });

  test('a refusal is shown whole, at its field; nothing typed is lost', async ({ visit, stack, ireca }) => {
    const page = await visit();
    await openNew(page, stack.url);
    await fillNeeded(page);
    const orderId = await field(page, 'orderId').inputValue();
    const post = { method: 'POST', path: '/orders' };
    await ireca.fault({ ...post, kind: 'error200', message: 'Необходимо заполнить «deliveryTimeFrom».' });
    await submit(page).click();
    await expect(page.getByText('iRECA отказала')).toBeVisible();
    await expect(page.getByText('Необходимо заполнить «deliveryTimeFrom».')).toHaveCount(2);
    await expect(field(page, 'from')).toBeFocused();
    await expect(field(page, 'from')).toHaveAttribute('aria-invalid', 'true');

    await ireca.fault({ ...post, kind: 'status', status: 500, message: 'Сервис временно недоступен' });
    await submit(page).click();
    await expect(page.getByText('Сервис временно недоступен')).toBeVisible();
    await expect(field(page, 'addressToEntity.street')).toHaveValue('Невский проспект');
    await submit(page).click();
    await expect(page).toHaveURL(card(orderId));
    expect(await ireca.received('POST', /^\/orders$/)).toHaveLength(3);
  });

  test('without an answer it looks whether the order is there, and never sends twice', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit();
    await openNew(page, stack.url);
    await fillNeeded(page);
    const orderId = await field(page, 'orderId').inputValue();
    await ireca.fault({ method: 'POST', path: '/orders', kind: 'cut' });
    await submit(page).click();
    await expect(page.getByText('Не подтверждено')).toBeVisible();
    await page.getByRole('button', { name: 'Проверить' }).click();
    await expect(page.getByText(`Заказ ${orderId} не создан, можно повторить`)).toBeVisible();
    expect(await ireca.received('POST', /^\/orders$/)).toHaveLength(1);
    await expect(field(page, 'addressToEntity.home')).toHaveValue('10');

    await ireca.fault({ method: 'POST', path: '/orders', kind: 'cutAfter' });
    await submit(page).click();
    await expect(page).toHaveURL(card(orderId));
    expect(await ireca.received('POST', /^\/orders$/)).toHaveLength(2);

    await openEdit(page, stack.url, { id: orderId } as FeedOrder);
    await field(page, 'description').fill('Ещё слово');
    await ireca.fault({ method: 'PUT', path: '/orders', kind: 'ignore' });
    await submit(page).click();
    await expect(page.getByText('Изменения не записаны, можно повторить')).toBeVisible({ timeout: 20_000 });
    await submit(page).click();
    await expect(page).toHaveURL(card(orderId));
    expect(await ireca.order(orderId)).toMatchObject({ description: 'Ещё слово' });
  });

  test('a crash in no known form is no refusal: it is looked whether the order was written', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit();
    const order = await readyOrder(page);
    await openEdit(page, stack.url, order);
    await field(page, 'description').fill('Слово');
    await ireca.fault({ method: 'PUT', path: '/orders', kind: 'crash', status: 500 });
    await submit(page).click();
    await expect(page.getByText('Не подтверждено')).toBeVisible();
    await page.getByRole('button', { name: 'Проверить' }).click();
    await expect(page.getByText('Изменения не записаны, можно повторить')).toBeVisible();
    await expect(field(page, 'description')).toHaveValue('Слово');
    await ireca.fault({ method: 'PUT', path: '/orders', kind: 'crashAfter', status: 503 });
    await submit(page).click();
    await expect(page).toHaveURL(card(order.id));
    expect(await ireca.order(order.id)).toMatchObject({ description: 'Слово' });
    expect(await ireca.received('PUT', /^\/orders$/)).toHaveLength(2);
  });

  test('a call that hangs is given up and looked after', async ({ visit, stack, ireca }) => {
    const page = await visit();
    const order = await readyOrder(page);
    await openEdit(page, stack.url, order);
    await field(page, 'description').fill('Долго');
    await ireca.fault({ method: 'PUT', path: '/orders', kind: 'hang' });
    await submit(page).click();
    await expect(submit(page)).toBeDisabled();
    await expect(page.getByText('Не подтверждено')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Проверить' }).click();
    await expect(page.getByText('Изменения не записаны, можно повторить')).toBeVisible();
    await expect(field(page, 'description')).toHaveValue('Долго');
    expect(await ireca.received('PUT', /^\/orders$/)).toHaveLength(1);
  });

  test('a session that ends while saving loses nothing', async ({ visit, stack, ireca }) => {
    const page = await visit();
    const order = await readyOrder(page);
    await openEdit(page, stack.url, order);
    await field(page, 'description').fill('Перед сном');
    // Otherwise a pull might find out first.
    const letCome = await heldBack(page, '**/api/feeds/**');
    await page.context().clearCookies();
    await submit(page).click();
    const door = page.getByRole('dialog', { name: 'Сессия закончилась' });
    await expect(door).toBeVisible();
    await letCome();
    await door.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await door.getByRole('button', { name: 'Войти' }).click();
    await expect(door).toHaveCount(0);
    await expect(field(page, 'description')).toHaveValue('Перед сном');
    await submit(page).click();
    await expect(page).toHaveURL(card(order.id));
    expect(await ireca.order(order.id)).toMatchObject({ description: 'Перед сном' });
  });
});

test('a draft survives a reload and signing out, and is gone once the order is there', async ({
  visit,
  stack,
}) => {
  const page = await visit();
  await openNew(page, stack.url);
  await fillNeeded(page);
  await field(page, 'description').fill('Набранное');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(/^Черновик от/)).toBeVisible();
  await expect(field(page, 'description')).toHaveValue('Набранное');

  await page.getByRole('button', { name: /Меню пользователя/ }).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await expect(page.getByRole('heading', { name: 'Вход в Пульт' })).toBeVisible();
  await signedIn(page.context(), stack.url, 'second');
  await openNew(page, stack.url);
  await expect(field(page, 'description')).toHaveValue('');
  await signedIn(page.context(), stack.url);
  await openNew(page, stack.url);
  await expect(field(page, 'description')).toHaveValue('Набранное');
  await expect(field(page, 'addressToEntity.street')).toHaveValue('Невский проспект');

  const orderId = await field(page, 'orderId').inputValue();
  await submit(page).click();
  await expect(page).toHaveURL(card(orderId));
  await openNew(page, stack.url);
  await expect(page.getByText(/^Черновик от/)).toHaveCount(0);
  await expect(field(page, 'description')).toHaveValue('');
  expect(LOGINS.second).not.toBe(LOGINS.dispatcher);
});

test('a viewer is told why there is no form', async ({ visit, stack }) => {
  const page = await visit({ who: 'viewer' });
  await page.goto(`${stack.url}/orders/new`);
  await expect(page.getByText('может только диспетчер')).toBeVisible();
  await expect(submit(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the form, ${colorScheme}`, async ({ visit, stack }) => {
    const page = await visit({ context: { colorScheme } });
    await openNew(page, stack.url);
    await fillNeeded(page);
    await field(page, 'addressToEntity.city').fill('');
    await submit(page).click();
    await expect(field(page, 'addressToEntity.city')).toBeFocused();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
