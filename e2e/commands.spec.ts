/** The main job: assigning and cancelling, certain to have happened. Each test looks at what reached the upstreams. */
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { feedOrders, heldBack, outcomes, panel, pick, row, search, selectOrders } from './desk.ts';
import type { Page } from '@playwright/test';

type Command = { orderIds: string[]; attributes: Record<string, unknown> };

const UPDATE = /multipleUpdate/;
const KASSA_ORDER = /online_orders\/\d+$/;

/** Chooses the first courier of the dialog who can take everything, and says who it is. */
async function assignToBest(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const best = dialog.locator('[role=option]:not([data-impossible])').first();
  const courierId = await best.getAttribute('data-courier');
  await best.click();
  await dialog.getByRole('button', { name: /^Назначить \d/ }).click();
  return courierId ?? '';
}

async function unassigned(page: Page, ireca: number, kassa: number): Promise<FeedOrder[]> {
  const all = await feedOrders(page);
  return [
    ...pick(all, { system: 'ireca', statuses: ['1', '6'], assigned: false }, ireca),
    ...pick(all, { system: 'kassa', statuses: ['NEW', 'ACCEPTED'] }, kassa),
  ];
}

test('assigns five orders of both systems to one courier, and both upstreams hold it', async ({
  visit,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  const orders = await unassigned(page, 3, 2);
  await selectOrders(page, orders);
  await page.getByRole('button', { name: /^Назначить…/ }).click();
  const courierId = await assignToBest(page);
  await expect(outcomes(page, 'done')).toHaveCount(5);

  const ids = orders.filter((order) => order.system === 'ireca').map((order) => order.id);
  const updates = await ireca.received('PUT', UPDATE);
  expect(updates).toHaveLength(1);
  const command = updates[0]?.body as Command;
  expect(command.attributes).toEqual({ courierId });
  expect([...command.orderIds].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(String((await ireca.order(id))['courierId'])).toBe(courierId);

  const puts = await kassa.received('PUT', KASSA_ORDER);
  expect(puts).toHaveLength(2);
  for (const { id } of orders.filter((order) => order.system === 'kassa')) {
    const held = JSON.stringify(await kassa.order(id));
    expect(held).toContain('"currentStatusType":"DISTRIBUTED"');
    expect(held).toMatch(/"responsiblePersonLogin":"7\d{10}"/);
  }
  for (const order of orders) {
    await search(page, order.number);
    await expect(row(page, order).getByRole('button', { name: /Сменить/ })).toBeVisible();
  }
});

test('cancels a mixed selection: iRECA with a reason, Kassa refused and deleted, one not legal', async ({
  visit,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const orders = [
    ...pick(all, { system: 'ireca', statuses: ['6'] }, 2),
    ...pick(all, { system: 'kassa', statuses: ['ACCEPTED'] }, 1),
    ...pick(all, { system: 'kassa', statuses: ['NEW'] }, 1),
    ...pick(all, { system: 'kassa', statuses: ['FINISHED'] }, 1),
  ];
  await selectOrders(page, orders);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('iRECA: отмена');
  await expect(dialog).toContainText('Касса: отказ');
  await expect(dialog).toContainText('Касса: удаление');
  await expect(dialog).toContainText('Нельзя');

  const submit = dialog.getByRole('button', { name: 'Отменить 4 заказа' });
  await submit.click();
  await expect(dialog.getByText('Выберите причину')).toBeVisible();
  expect(await ireca.received('PUT', UPDATE)).toHaveLength(0);

  await dialog.getByRole('radio', { name: 'Клиент передумал' }).click();
  await dialog.getByLabel(/Комментарий/).fill('Клиент отказался по телефону');
  await submit.click();
  await expect(outcomes(page, 'done')).toHaveCount(4);

  const updates = await ireca.received('PUT', UPDATE);
  expect(updates).toHaveLength(1);
  expect((updates[0]?.body as Command).attributes).toEqual({ deliveryStatusId: 11, returnReasonId: '5278' });
  const [, , accepted, fresh, finished] = orders;
  expect(JSON.stringify(await kassa.order(accepted?.id ?? ''))).toContain('"currentStatusType":"REFUSED"');
  expect(JSON.stringify(await kassa.order(accepted?.id ?? ''))).toContain('Клиент отказался по телефону');
  expect(JSON.stringify(await kassa.order(fresh?.id ?? ''))).toContain('"currentStatusType":"DELETED"');
  expect(JSON.stringify(await kassa.order(finished?.id ?? ''))).toContain('"currentStatusType":"FINISHED"');
  expect(await kassa.received('PUT', KASSA_ORDER)).toHaveLength(2);
});

test('a fault on one of five gives exactly one red row, and retry sends only that one', async ({
  visit,
  ireca,
  kassa,
}) => {
  const page = await visit({ search: '?view=all' });
  const orders = await unassigned(page, 3, 2);
  const broken = orders[4];
  await kassa.fault({
    method: 'PUT',
    path: `/protected/online_orders/${broken?.id}`,
    kind: 'status',
    status: 400,
    message: 'Смена закрыта',
  });
  await selectOrders(page, orders);
  await page.keyboard.press('a');
  await assignToBest(page);
  await expect(outcomes(page, 'done')).toHaveCount(4);
  await expect(outcomes(page, 'failed')).toHaveCount(1);
  await expect(outcomes(page, 'failed')).toContainText(broken?.number ?? '');
  await expect(outcomes(page, 'failed')).toContainText('Смена закрыта');

  await Promise.all([ireca.forget(), kassa.forget()]);
  await panel(page)
    .getByRole('button', { name: /Повторить неудавшиеся/ })
    .click();
  await expect(panel(page).locator('article').first().locator('li[data-state="done"]')).toHaveCount(1);
  expect(await ireca.received('PUT', UPDATE)).toHaveLength(0);
  const puts = await kassa.received('PUT', KASSA_ORDER);
  expect(puts.map((put) => put.path)).toEqual([`/protected/online_orders/${broken?.id}`]);
});

test('an order that somebody changed meanwhile is named and not touched', async ({ visit, ireca, kassa }) => {
  const page = await visit({ search: '?view=all' });
  const orders = await unassigned(page, 2, 1);
  const [changed, , changedInKassa] = orders;
  const courier = (await feedOrders(page)).find((order) => order.system === 'ireca' && order.courier !== '');
  await selectOrders(page, orders);
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  // This screen must not learn of it by itself: the guard is what is tested.
  await heldBack(page, '**/api/feeds/**');
  await ireca.change(changed?.id ?? '', { courierId: courier?.courier });
  await kassa.change(changedInKassa?.id ?? '', { currentStatusType: 'ISSUED' });
  await assignToBest(page);
  await expect(outcomes(page, 'changed')).toHaveCount(2);
  await expect(outcomes(page, 'done')).toHaveCount(1);

  const updates = await ireca.received('PUT', UPDATE);
  expect(updates.flatMap((update) => (update.body as Command).orderIds)).not.toContain(changed?.id);
  expect(String((await ireca.order(changed?.id ?? ''))['courierId'])).toBe(courier?.courier);
  expect(await kassa.received('PUT', KASSA_ORDER)).toHaveLength(0);
});

test('of two dispatchers who assign the same order the second learns of the first', async ({
  visit,
  ireca,
}) => {
  const first = await visit({ search: '?view=all' });
  const second = await visit({ who: 'second', search: '?view=all' });
  const [order] = await unassigned(first, 1, 0);
  if (!order) throw new Error('no order');
  for (const page of [first, second]) {
    await selectOrders(page, [order]);
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
  }
  // The second one's screen must not learn of it by itself: the guard is what is tested.
  await heldBack(second, '**/api/feeds/**');
  const courierId = await assignToBest(first);
  await expect(outcomes(first, 'done')).toHaveCount(1);
  await assignToBest(second);
  await expect(outcomes(second, 'changed')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
  expect(await ireca.received('PUT', UPDATE)).toHaveLength(1);
});

test('undo returns each order to its own previous courier and names what changed since', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const assigned = pick(all, { system: 'ireca', statuses: ['6'], assigned: true }, 4);
  const [one] = assigned;
  const other = assigned.find((order) => order.courier !== one?.courier);
  const [free] = pick(all, { system: 'ireca', statuses: ['6'], assigned: false }, 1);
  if (!one || !other || !free) throw new Error('no orders');
  const third = assigned.find((order) => order !== one && order !== other);
  const orders = [one, other, free, ...(third ? [third] : [])];
  await selectOrders(page, orders);
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByPlaceholder(/имя/).waitFor();
  // Somebody none of them is with, so that each order really moves.
  const taken = new Set(orders.map((order) => order.courier));
  const option = page.getByRole('dialog').locator('[role=option]');
  const ids = await option.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-courier')));
  const courierId = ids.find((id) => id !== null && !taken.has(id));
  await page.getByRole('dialog').locator(`[data-courier="${courierId}"]`).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Назначить \d/ })
    .click();
  await expect(outcomes(page, 'done')).toHaveCount(orders.length);

  await heldBack(page, '**/api/feeds/**');
  if (third) await ireca.change(third.id, { deliveryStatusId: 7 });
  await panel(page).getByRole('button', { name: 'Отменить действие' }).click();
  const undone = panel(page).locator('article').first();
  await expect(undone.locator('li[data-state="done"]')).toHaveCount(3);
  if (third) await expect(undone.locator('li[data-state="changed"]')).toContainText(third.number);
  for (const order of [one, other, free]) {
    const held = (await ireca.order(order.id))['courierId'];
    expect(typeof held === 'object' || held === null ? '' : String(held)).toBe(order.courier);
  }
});

test('a write whose answer was lost is settled by reading back, never painted on hope', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const [order] = await unassigned(page, 1, 0);
  if (!order) throw new Error('no order');
  await ireca.fault({ method: 'PUT', path: '/orders/multipleUpdate', kind: 'cutAfter' });
  await selectOrders(page, [order]);
  await page.keyboard.press('a');
  const courierId = await assignToBest(page);
  await expect(outcomes(page, 'done')).toHaveCount(1);
  expect(String((await ireca.order(order.id))['courierId'])).toBe(courierId);
  expect(await ireca.received('PUT', UPDATE)).toHaveLength(1);
});

test('an order that the upstream silently left alone is not called done', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=all' });
  const orders = await unassigned(page, 2, 0);
  await ireca.fault({
    method: 'PUT',
    path: '/orders/multipleUpdate',
    kind: 'ignore',
    orderId: orders[1]?.id ?? '',
  });
  await selectOrders(page, orders);
  await page.keyboard.press('a');
  await assignToBest(page);
  await expect(outcomes(page, 'done')).toHaveCount(1);
  await expect(outcomes(page, 'notApplied')).toContainText(orders[1]?.number ?? '');
});

test('one order is assigned from its row, changed in its row, and given up again', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const [order] = await unassigned(page, 1, 0);
  if (!order) throw new Error('no order');
  await search(page, order.number);
  await row(page, order)
    .getByRole('button', { name: /Назначить/ })
    .click();
  const first = await assignToBest(page);
  await expect(outcomes(page, 'done')).toHaveCount(1);

  await row(page, order)
    .getByRole('button', { name: /Сменить/ })
    .click();
  const picker = page.getByRole('dialog');
  await picker.locator(`[role=option]:not([data-courier="${first}"])`).first().click();
  await expect(panel(page).locator('article').first().locator('li[data-state="done"]')).toHaveCount(1);
  await expect.poll(async () => String((await ireca.order(order.id))['courierId'])).not.toBe(first);

  await row(page, order)
    .getByRole('button', { name: /Сменить/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Снять курьера' }).click();
  await expect(row(page, order).getByRole('button', { name: /Назначить/ })).toBeVisible();
  const last = (await ireca.received('PUT', UPDATE)).at(-1);
  expect((last?.body as Command).attributes).toEqual({ courierId: '' });
});

test('a reload in the middle of a command repeats the answer, not the deed', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=all' });
  const orders = await unassigned(page, 2, 0);
  await ireca.fault({ method: 'PUT', path: '/orders/multipleUpdate', kind: 'delay', ms: 5_000 });
  await selectOrders(page, orders);
  await page.keyboard.press('a');
  page.on('dialog', (dialog) => void dialog.accept());
  await assignToBest(page);
  await expect.poll(async () => (await ireca.received('PUT', UPDATE)).length).toBe(1);
  await page.reload();
  await expect(outcomes(page, 'done')).toHaveCount(2);
  expect(await ireca.received('PUT', UPDATE)).toHaveLength(1);
});

test('a viewer sees no command, and the proxy refuses one all the same', async ({ visit, stack, ireca }) => {
  const page = await visit({ who: 'viewer', search: '?view=all' });
  const [order] = await unassigned(page, 1, 0);
  if (!order) throw new Error('no order');
  await search(page, order.number);
  await row(page, order).getByRole('checkbox').click();
  await expect(page.getByTestId('bulk-bar')).toContainText('Выбрано 1');
  await expect(page.getByRole('button', { name: /Назначить|Отменить/ })).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const response = await page.request.post(`${stack.url}/api/commands`, {
    headers: { origin: stack.url },
    data: {
      id: crypto.randomUUID(),
      action: { type: 'assign', courierId: '55752' },
      targets: [{ system: 'ireca', id: order.id, seen: { status: order.status, courierId: null } }],
    },
  });
  expect(response.status()).toBe(403);
  expect(await ireca.received('PUT')).toHaveLength(0);
});
