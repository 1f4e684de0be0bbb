/** Giving back goods and money of a delivered order: what reaches iRECA, the limits, and nothing typed is ever lost. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { feedOrders } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { Received } from './upstream.ts';

type Raw = Record<string, unknown> & {
  orderId: string;
  deliveryStatusId: number;
  isRefund: number;
  returnedOrder: unknown;
  amountToPay: number;
  goods: {
    goodId: string;
    count: number;
    price: number;
    total: number;
    discountTotal: number;
    canceledItems: unknown[];
  }[];
  payments: Record<string, unknown>[];
};
type Body = Record<string, unknown> & { goods: Record<string, unknown>[]; payments: { price: number }[] };

const REFUND = /^\/orders$/;
const refunds = (all: Received[]) => all.filter(({ query }) => query.includes('isRefund=1'));
const bodyOf = (one: Received | undefined) => (one?.body as Body[])[0]!;
const due = ({ goods }: Raw) =>
  goods.reduce((sum, { total, discountTotal }) => sum + Math.round((total + discountTotal) * 100), 0);
const submit = (page: Page) => page.getByRole('button', { name: /^Оформить возврат/ });

/** A delivered order by card that nothing was given back of, with several of one good; the day has many. */
async function delivered(ireca: { orders: () => Promise<unknown> }): Promise<Raw> {
  const found = ((await ireca.orders()) as Raw[]).find(
    (order) =>
      (order.deliveryStatusId === 9 || order.deliveryStatusId === 10) &&
      order.isRefund === 0 &&
      order.returnedOrder === null &&
      order.payments.some(({ rrn }) => rrn) &&
      order.goods.length > 1 &&
      order.goods.every(({ canceledItems }) => canceledItems.length === 0) &&
      new Set(order.goods.map(({ goodId }) => goodId)).size === order.goods.length &&
      order.goods.some(({ count }) => count > 1),
  );
  if (!found) throw new Error('The day holds no such order');
  return found;
}

async function openRefund(page: Page, id: string) {
  await page.goto(new URL(`/orders/ireca/${id}/refund`, page.url()).href);
  await page.getByRole('heading', { name: /^Возврат по заказу/ }).waitFor();
  await expect(page.getByLabel('Номер заказа')).not.toHaveValue('');
}

test('gives back part of an order: the documented body, and the new order on screen', async ({
  visit,
  ireca,
}) => {
  const page = await visit();
  const order = await delivered(ireca);
  await openRefund(page, order.orderId);
  const good = order.goods.find(({ count }) => count > 1)!;
  const row = page.locator('tbody tr').nth(order.goods.indexOf(good));
  await row.getByRole('button', { name: /^Больше/ }).click();
  await page.getByRole('radio').first().check();
  const reason = await page.getByRole('radio').first().getAttribute('value');
  const orderId = await page.getByLabel('Номер заказа').inputValue();
  await submit(page).click();
  await page.waitForURL(`**/orders/ireca/${orderId}`);

  const sent = refunds(await ireca.received('POST', REFUND));
  expect(sent).toHaveLength(1);
  const body = bodyOf(sent[0]);
  const one = Math.round((good.total / good.count) * 100) / 100;
  const discount = Math.round((good.discountTotal / good.count) * 100) / 100;
  const payment = order.payments[0]!;
  expect(body).toMatchObject({
    orderId,
    codeAlias: `${String(order['codeAlias'])}-В`,
    statusId: 0,
    deliveryStatusId: 6,
    returnReasonId: reason,
    courierId: null,
    paymentId: payment['paymentTypeId'],
    prePaymentSum: 0,
    cash: 0,
    phone: order['phone'],
    isRefund: true,
  });
  expect(body['amountToPay']).toBeCloseTo(one, 2);
  expect(body['deliveryTimeFrom']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:00$/);
  expect(body.goods).toHaveLength(1);
  expect(body.goods[0]).toMatchObject({ goodId: good.goodId, count: 1, price: good.price, position: 1 });
  expect(body.goods[0]?.['total']).toBeCloseTo(one, 2);
  expect(body.goods[0]?.['discountTotal']).toBeCloseTo(discount, 2);
  expect(body.payments).toHaveLength(1);
  expect(body.payments[0]).toMatchObject({
    paymentId: payment['paymentId'],
    paymentTypeId: payment['paymentTypeId'],
    cardMask: payment['cardMask'],
    rrn: payment['rrn'],
    cardAuth: payment['cardAuth'],
  });
  expect(body.payments[0]?.price).toBeCloseTo(one + discount, 2);
  expect(await ireca.order(orderId)).toMatchObject({ isRefund: 1, orderId });
});

test('never more than is left, and what is wrong stands at its field', async ({ visit, ireca }) => {
  const page = await visit();
  const order = await delivered(ireca);
  await openRefund(page, order.orderId);

  await submit(page).click();
  await expect(page.getByText('Выберите, что возвращают')).toBeVisible();
  await expect(page.getByText(/Выберите причину/)).toBeVisible();

  const first = page.locator('tbody tr').first();
  const left = order.goods[0]?.count ?? 0;
  await first.getByRole('textbox').fill(String(left + 1));
  await expect(first.getByText('Больше, чем осталось')).toBeVisible();
  await first.getByRole('textbox').fill(String(left));
  await expect(first.getByRole('button', { name: /^Больше/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Вернуть всё' }).click();
  const whole = due(order);
  const figure = (await page.getByTestId('refund-due').textContent())?.replace(/[^\d]/g, '');
  expect(figure).toBe(String(whole));

  await page.getByLabel(/^Вернуть: /).fill('1');
  await expect(page.getByText(/^Не распределено/)).toBeVisible();
  await page.getByLabel('Номер заказа').fill(order.orderId);
  await page.locator('input[name=from]').fill('');
  await page.getByRole('radio').first().check();
  await submit(page).click();
  await expect(page.getByText('Такой заказ в iRECA уже есть')).toBeVisible();
  await expect(page.getByText('Заполните поле')).toBeVisible();
  await page.getByLabel(/^Вернуть: /).fill('999999');
  await expect(page.getByText('Больше, чем осталось')).toBeVisible();
  expect(refunds(await ireca.received('POST', REFUND))).toHaveLength(0);

  const open = (await feedOrders(page)).find(({ system, status }) => system === 'ireca' && status === '6');
  await page.goto(new URL(`/orders/ireca/${open?.id}/refund`, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Возвращать ещё нечего' })).toBeVisible();
  const returned = ((await ireca.orders()) as Raw[]).find((one) => one.returnedOrder !== null);
  if (returned) {
    await page.goto(new URL(`/orders/ireca/${returned.orderId}/refund`, page.url()).href);
    await expect(page.locator('tbody tr').first()).toContainText('возвращено полностью');
  }
});

test.describe('when saving fails', () => {
  test.use({ expectedErrors: ['/api/ireca/orders'] });

  test('a 500, an error with 200 and a lost answer lose nothing typed and send nothing twice', async ({
    visit,
    ireca,
  }) => {
    const page = await visit();
    const order = await delivered(ireca);
    await openRefund(page, order.orderId);
    await page.getByRole('button', { name: 'Вернуть всё' }).click();
    await page.getByRole('radio').first().check();
    await page.getByLabel('Описание для курьера').fill('Позвонить за час');
    const typed = async () => {
      await expect(page.getByLabel('Описание для курьера')).toHaveValue('Позвонить за час');
      await expect(page.locator('tbody tr').first().getByRole('textbox')).toHaveValue(
        String(order.goods[0]?.count),
      );
    };
    const on = { method: 'POST', path: '/orders', query: 'isRefund=1' };

    await ireca.fault({ ...on, kind: 'status', status: 500, message: 'Касса возвратов закрыта' });
    await submit(page).click();
    await expect(page.getByText(/Касса возвратов закрыта/)).toBeVisible();
    await typed();

    await ireca.fault({ ...on, kind: 'error200', message: 'Причина отмены недоступна.' });
    await submit(page).click();
    await expect(page.locator('fieldset + p[role=alert]')).toContainText('Причина отмены недоступна.');
    await typed();

    await page.reload();
    await expect(page.getByText(/Черновик от .* восстановлен/)).toBeVisible();
    await typed();

    await expect(page.getByLabel('Номер заказа')).not.toHaveValue('');
    const orderId = await page.getByLabel('Номер заказа').inputValue();
    await ireca.forget();
    await ireca.fault({ ...on, kind: 'cutAfter' });
    await submit(page).click();
    await page.waitForURL(`**/orders/ireca/${orderId}`);
    expect(refunds(await ireca.received('POST', REFUND))).toHaveLength(1);
    await page.goto(new URL(`/orders/ireca/${order.orderId}/refund`, page.url()).href);
    await expect(page.getByLabel('Описание для курьера')).not.toHaveValue('Позвонить за час');
  });
});

test('a viewer is told that refunds are not theirs to make', async ({ visit, ireca }) => {
  const page = await visit({ who: 'viewer' });
  const order = await delivered(ireca);
  await page.goto(new URL(`/orders/ireca/${order.orderId}/refund`, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Только просмотр' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ visit, ireca }) => {
    const page = await visit({ context: { colorScheme } });
    const order = await delivered(ireca);
    await openRefund(page, order.orderId);
    await submit(page).click();
    await page.getByText('Выберите, что возвращают').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
  });
}
