/** An order's story, receipts and errors on its card, against what the simulated systems really wrote down. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { NEXT_POLL, askAgain, feedOrders, pick } from './desk.ts';
import type { Stack } from './stack.ts';

test.use({ stackOptions: { settings: { ORDERS_POLL_SECONDS: '1' } } });

/** A poll of the feed stands between a deed and the card. */
const POLLED = { timeout: NEXT_POLL };

type Row = Record<string, unknown>;

/** What the simulated iRECA answers to a holder of the token. */
async function ask(stack: Stack, path: string): Promise<{ status: number; body: unknown }> {
  const { url, token } = stack.simulators.ireca;
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as unknown };
}

const rowsOf = async (stack: Stack, path: string) => (await ask(stack, path)).body as Row[];

/** Opens the card by its link. */
async function openCard(page: Page, order: Pick<FeedOrder, 'system' | 'id'>): Promise<void> {
  await page.goto(new URL(`/orders/${order.system}/${order.id}`, page.url()).href);
  await story(page).getByRole('listitem').first().waitFor();
}

const story = (page: Page) => page.getByRole('region', { name: 'История', exact: true });
/** Deeds of the timeline, newest first: the items with a time of their own. */
const deeds = (page: Page) => story(page).locator('li', { has: page.locator('> p > time') });
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('tells each deed once, with its place, and a new one as soon as it is done', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
  if (!order) throw new Error('no such order');
  await openCard(page, order);
  const journal = await rowsOf(stack, `/journal?entityId=${order.id}&page=0&count=500`);
  // In the simulator every status is set by a deed of the journal: merged, there are as many entries as its rows.
  await expect(deeds(page)).toHaveCount(journal.length);
  await expect(story(page)).toContainText('Заказ создан');
  await expect(story(page)).toContainText('время: МСК');
  const oldest = deeds(page).last();
  await expect(oldest).toContainText('Заказ создан');

  // The courier's app, some steps later, on the phone: seen without a reload.
  await ireca.change(order.id, { deliveryStatusId: 7 });
  const newest = deeds(page).first();
  await expect(newest).toContainText('Статус доставки: Подготовлен → стало Заказ взят курьером', POLLED);
  await expect(newest).toContainText('приложение курьера');
  await expect(deeds(page)).toHaveCount(journal.length + 1);
  const [couriers, statuses] = await Promise.all([
    rowsOf(stack, '/couriers'),
    rowsOf(stack, `/orders/journalStatuses?orderId=${order.id}`),
  ]);
  const courier = couriers.find(({ courierId }) => String(courierId) === order.courier);
  await expect(newest).toContainText(String(courier?.title));

  // Where it was set.
  const latitude = Number(statuses.at(-1)?.latitude).toFixed(5);
  await newest.getByRole('button', { name: /показать на карте/ }).click();
  await expect(newest).toContainText(latitude);
  await expect(newest).toContainText('точность ±');
  await expect(newest.locator('.leaflet-container')).toBeVisible();

  // Another deed on top: the open map stays with its own entry.
  await ireca.change(order.id, { description: 'Код домофона 12', isAgreed: 1 });
  await expect(deeds(page).first()).toContainText('Код домофона 12', POLLED);
  await expect(deeds(page).nth(1)).toContainText(latitude);
});

test.describe('with a list that is down', () => {
  test.use({ expectedErrors: ['/api/ireca/fiscalRegistratorLogs'] });

  test('shows receipts and errors of a delivered order, each list for itself', async ({
    visit,
    stack,
    ireca,
  }) => {
    const page = await visit();
    // Of an order that was paid for after all; older ones concern no order.
    const logs = await rowsOf(stack, '/bankTerminalLogs?page=0&count=500');
    const paid = await Promise.all(
      logs.map(
        async (row) => (await ask(stack, `/orderReceipts?orderId=${String(row.orderId)}`)).status === 200,
      ),
    );
    const log = logs.find((_, index) => paid[index]);
    if (!log) throw new Error('The day holds no error of a terminal');
    const order = { system: 'ireca' as const, id: String(log.orderId) };
    const receipt = (await ask(stack, `/orderReceipts?orderId=${order.id}`)).body as Row;
    // One list is down; the others are there.
    await ireca.fault({ kind: 'status', path: '/fiscalRegistratorLogs', status: 500, times: -1 });
    await openCard(page, order);

    const receipts = part(page, 'Чеки оплаты: 1');
    for (const field of ['serialNumber', 'shiftNumber', 'fn', 'fdNumber', 'receiptNumber', 'fiscalSign']) {
      await expect(receipts).toContainText(String(receipt[field]));
    }
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await receipts.getByRole('button', { name: 'Скопировать ФН' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(String(receipt.fn));

    const terminal = part(page, 'Ошибки банковского терминала: 1');
    await expect(terminal).toContainText(`Код ${String(log.errorCode)}`);
    await expect(terminal).toContainText(String(log.errorText));
    await expect(terminal).toContainText(String(log.cardNumber));

    await expect(part(page, 'Чеки возврата: 0')).toContainText('Чеков возврата нет');

    const recorder = part(page, /^Ошибки фискального регистратора/);
    await expect(recorder).toContainText('не прочитано');
    await expect(recorder).toContainText('Сервис временно недоступен');
    await ireca.mend();
    await askAgain(
      recorder.getByRole('button', { name: 'Повторить' }),
      recorder.getByRole('heading', { name: /: \d+$/ }),
    );
  });
});

test.describe('with a journal that is down', () => {
  test.use({ expectedErrors: ['/api/ireca/journal?'] });

  test('keeps the rest of the story when one journal fails, and says so', async ({ visit, stack, ireca }) => {
    const page = await visit();
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['10'] }, 1);
    if (!order) throw new Error('no such order');
    const statuses = await rowsOf(stack, `/orders/journalStatuses?orderId=${order.id}`);
    await ireca.fault({
      kind: 'error200',
      path: '/journal',
      query: 'entityId',
      message: 'Журнал на обслуживании',
      times: -1,
    });
    await openCard(page, order);
    await expect(story(page)).toContainText('Журнал изменений не прочитан. Ниже только статусы доставки');
    await expect(story(page)).toContainText('Журнал на обслуживании');
    await expect(deeds(page)).toHaveCount(statuses.length);

    await ireca.mend();
    const journal = await rowsOf(stack, `/journal?entityId=${order.id}&page=0&count=500`);
    await story(page).getByRole('button', { name: 'Повторить' }).click();
    await expect(deeds(page)).toHaveCount(journal.length);
    await expect(story(page)).toContainText('Оплата: Не оплачен → стало Оплачен');
    await expect(story(page).getByRole('alert')).toHaveCount(0);
  });
});

test('tells a Kassa order with who set each status', async ({ visit, kassa }) => {
  const page = await visit();
  const [order] = pick(await feedOrders(page), { system: 'kassa', statuses: ['DISTRIBUTED'] }, 1);
  if (!order) throw new Error('no such order');
  await openCard(page, order);
  await expect(deeds(page).last()).toContainText('Заказ создан');
  const before = await deeds(page).count();
  await kassa.change(order.id, { currentStatusType: 'ISSUED' });
  await expect(deeds(page).first()).toContainText('Статус: Распределён → стало Выдан', POLLED);
  await expect(deeds(page)).toHaveCount(before + 1);
});
