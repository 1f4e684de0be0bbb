/** The rarer deeds: another window, address or status, deleting, and what is asked before money is forgotten. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { feedOrders, heldBack, outcomes, panel, pick, pickOne, row, search, selectOrders } from './desk.ts';
import type { upstream } from './upstream.ts';

type Ireca = ReturnType<typeof upstream>;
type Command = { orderIds: string[]; attributes: Record<string, unknown> };

const UPDATE = /multipleUpdate/;
const HALF_HOUR = 30 * 60_000;
/** What iRECA's text lets `multipleUpdate` change. */
const DOCUMENTED = [
  'statusId',
  'deliveryStatusId',
  'returnReasonId',
  'courierId',
  'deliveryTimeFrom',
  'deliveryTimeTo',
  'addressTo',
];

const dialogOf = (page: Page) => page.getByRole('dialog');
const bar = (page: Page) => page.getByTestId('bulk-bar');
const idsOf = (orders: FeedOrder[]) => orders.map(({ id }) => id).sort();
const gmt = (text: unknown) => Date.parse(`${String(text).replace(' ', 'T')}Z`);
const written = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

async function fromMenu(page: Page, name: RegExp): Promise<void> {
  await bar(page).getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name }).click();
  await dialogOf(page).waitFor();
}

/** Everything that was written to iRECA, and nothing but documented attributes among it. */
async function updates(ireca: Ireca): Promise<Command[]> {
  const all = (await ireca.received('PUT', UPDATE)).map(({ body }) => body as Command);
  for (const { attributes } of all)
    expect(DOCUMENTED).toEqual(expect.arrayContaining(Object.keys(attributes)));
  return all;
}

const windowOf = async (ireca: Ireca, { id }: FeedOrder) => {
  const order = await ireca.order(id);
  return { from: gmt(order['deliveryTimeFrom']), to: gmt(order['deliveryTimeTo']) };
};

test('moves many windows each by its own, leaves alone the one that was moved meanwhile, and puts them back', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const open = pick(all, { system: 'ireca', statuses: ['1', '6'] }, 3);
  const [first, second, third] = open as [FeedOrder, FeedOrder, FeedOrder];
  const [ofKassa] = pick(all, { system: 'kassa', statuses: ['ACCEPTED'] }, 1);
  const before = [await windowOf(ireca, first), await windowOf(ireca, second)];
  const theirs = await windowOf(ireca, third);
  await selectOrders(page, [...open, ofKassa as FeedOrder]);
  await bar(page)
    .getByRole('button', { name: /^Перенести окно: 3 из 4/ })
    .click();
  await expect(dialogOf(page)).toContainText('будет перенесено 3 · нельзя 1: система так не умеет');
  await expect(dialogOf(page).getByRole('radio', { name: '+30 мин' })).toBeChecked();
  // This screen must not learn of it by itself: the guard is what is tested.
  const letCome = await heldBack(page, '**/api/feeds/**');
  const moved = { from: theirs.from + HALF_HOUR, to: theirs.to + 2 * HALF_HOUR };
  await ireca.change(third.id, { deliveryTimeFrom: written(moved.from), deliveryTimeTo: written(moved.to) });
  await dialogOf(page).getByRole('button', { name: 'Сдвинуть 3 заказа на +30 мин' }).click();
  await expect(outcomes(page, 'done')).toHaveCount(2);
  await expect(outcomes(page, 'changed')).toContainText('Окно за это время перенесли');
  await letCome();
  await expect(outcomes(page, 'done').first()).toContainText(/\d\d:\d\d–\d\d:\d\d → .*\d\d:\d\d–\d\d:\d\d/);

  const sent = await updates(ireca);
  expect(sent.flatMap(({ orderIds }) => orderIds).sort()).toEqual(idsOf([first, second]));
  for (const { orderIds, attributes } of sent) {
    for (const id of orderIds) {
      const was = id === first.id ? before[0] : before[1];
      expect(attributes).toEqual({
        deliveryTimeFrom: written((was?.from ?? 0) + HALF_HOUR),
        deliveryTimeTo: written((was?.to ?? 0) + HALF_HOUR),
      });
    }
  }
  expect(await windowOf(ireca, third)).toEqual(moved);

  await panel(page).getByRole('button', { name: 'Отменить действие' }).click();
  const undone = panel(page).locator('article').first();
  await expect(undone).toContainText('Возврат');
  await expect(undone.locator('li[data-state="done"]')).toHaveCount(2);
  expect([await windowOf(ireca, first), await windowOf(ireca, second)]).toEqual(before);
});

test('one order gets a typed window in the configured zone; an empty field is said at its place', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['6'] });
  await selectOrders(page, [order]);
  await bar(page)
    .getByRole('button', { name: /^Перенести/ })
    .click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Дата').fill('24.12.2099');
  await dialog.getByRole('textbox', { name: 'С', exact: true }).fill('2200');
  await dialog.getByLabel(/^До/).fill('');
  await dialog.getByRole('button', { name: /^Перенести/ }).click();
  await expect(dialog.getByLabel(/^До/)).toHaveAttribute('aria-invalid', 'true');
  expect(await updates(ireca)).toHaveLength(0);
  await dialog.getByLabel(/^До/).fill('0130');
  await dialog.getByLabel(/^До/).press('Enter');
  await expect(outcomes(page, 'done')).toContainText('22:00–01:30');
  expect(await updates(ireca)).toEqual([
    {
      orderIds: [order.id],
      // МСК is three hours ahead of GMT; half past one is on the next day.
      attributes: { deliveryTimeFrom: '2099-12-24 19:00:00', deliveryTimeTo: '2099-12-24 22:30:00' },
    },
  ]);
});

test('changes addresses of one and of many; what was typed survives a reload', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const [one, ...two] = pick(all, { system: 'ireca', statuses: ['1', '6'] }, 3);
  const [delivered] = pick(all, { system: 'ireca', statuses: ['9', '10'] }, 1);
  if (!one || !delivered) throw new Error('no orders');
  const old = String((await ireca.order(one.id))['addressTo']);
  await selectOrders(page, [one]);
  await fromMenu(page, /^Сменить адрес/);
  const field = dialogOf(page).getByRole('textbox');
  await expect(field).not.toHaveValue('');
  await expect(dialogOf(page).getByRole('button', { name: 'Сменить адрес' })).toBeDisabled();
  await field.fill('Санкт-Петербург, Невский проспект, 100');
  await page.reload();
  await expect(field).toHaveValue('Санкт-Петербург, Невский проспект, 100');
  await expect(dialogOf(page)).toContainText('Точка на карте станет неизвестна');
  await field.press('Enter');
  await expect(outcomes(page, 'done')).toContainText('адрес: Санкт-Петербург, Невский проспект, 100');
  await expect(outcomes(page, 'done')).toContainText('прежний адрес:');
  await expect(panel(page).getByRole('button', { name: 'Отменить действие' })).toHaveCount(0);
  expect(await updates(ireca)).toEqual([
    { orderIds: [one.id], attributes: { addressTo: 'Санкт-Петербург, Невский проспект, 100' } },
  ]);
  expect(String((await ireca.order(one.id))['addressTo'])).not.toBe(old);
  await expect(row(page, one)).toContainText('Невский проспект');

  await ireca.forget();
  await selectOrders(page, [...two, delivered]);
  await fromMenu(page, /^Сменить адрес/);
  await expect(dialogOf(page)).toContainText('Все 2 заказа получат один и тот же адрес');
  await dialogOf(page).getByRole('button', { name: 'Сменить адрес 2 заказам' }).click();
  await expect(dialogOf(page).getByText('Введите адрес')).toBeVisible();
  await field.fill('Садовая улица, 25');
  await dialogOf(page).getByRole('button', { name: 'Сменить адрес 2 заказам' }).click();
  await expect(panel(page).locator('article').first().locator('li[data-state="done"]')).toHaveCount(2);
  const [sent] = await updates(ireca);
  expect([...(sent?.orderIds ?? [])].sort()).toEqual(idsOf(two));
  expect(sent?.attributes).toEqual({ addressTo: 'Садовая улица, 25' });
});

test('makes orders ready, one and many, and says whose the other statuses are', async ({ visit, ireca }) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const [one, two] = pick(all, { system: 'ireca', statuses: ['1'] }, 2);
  const [ready] = pick(all, { system: 'ireca', statuses: ['6'] }, 1);
  if (!one || !two || !ready) throw new Error('no orders');
  await selectOrders(page, [one]);
  await fromMenu(page, /^Статус/);
  await dialogOf(page).getByRole('button', { name: '«Подготовлен»: 1 заказ' }).click();
  await expect(outcomes(page, 'done')).toHaveCount(1);

  await selectOrders(page, [two, ready]);
  await fromMenu(page, /^Статус/);
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('сменят статус 1 · нельзя 1: уже в этом статусе');
  await expect(dialog.getByRole('radio', { name: /^Заказ взят курьером/ })).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: /^Заказ отмен/ })).toBeDisabled();
  await dialog.getByRole('button', { name: '«Подготовлен»: 1 заказ' }).click();
  await expect(panel(page).locator('article').first().locator('li[data-state="done"]')).toHaveCount(1);
  expect(await updates(ireca)).toEqual([
    { orderIds: [one.id], attributes: { deliveryStatusId: 6 } },
    { orderIds: [two.id], attributes: { deliveryStatusId: 6 } },
  ]);
  await search(page, two.number);
  await expect(row(page, two)).toContainText('Подготовлен');
});

test('deletes only after the count or the number was typed; what iRECA left alone is not called done', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const all = await feedOrders(page);
  const [first, second, third] = pick(all, { system: 'ireca', statuses: ['1', '6'], assigned: false }, 3);
  const [carried] = pick(all, { system: 'ireca', statuses: ['7'] }, 1);
  if (!first || !second || !third || !carried) throw new Error('no orders');
  await selectOrders(page, [first, second, carried]);
  await fromMenu(page, /^Удалить 2 из 3/);
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('будет удалено 2 · нельзя 1: уже у курьера на руках');
  const submit = dialog.getByRole('button', { name: 'Удалить 2 заказа насовсем' });
  await dialog.getByRole('textbox').fill('3');
  await expect(submit).toBeDisabled();
  await dialog.getByRole('textbox').fill('2');
  await submit.click();
  await expect(outcomes(page, 'done')).toHaveCount(2);
  await expect(outcomes(page, 'done').first()).toContainText('удалён из iRECA');
  const deletions = () => ireca.received('DELETE', /^\/orders$/);
  expect((await deletions()).map(({ query }) => query).sort()).toEqual(
    idsOf([first, second]).map((id) => `orderId=${id}`),
  );
  for (const { id } of [first, second]) await expect(ireca.order(id)).rejects.toThrow();
  await expect(panel(page).getByRole('button', { name: 'Отменить действие' })).toHaveCount(0);
  await search(page, first.number);
  await expect(row(page, first)).toHaveCount(0);
  await search(page, '');

  await ireca.fault({ method: 'DELETE', path: '/orders', kind: 'ignore', times: 1 });
  await bar(page).getByRole('button', { name: 'Снять выделение' }).click();
  await selectOrders(page, [third]);
  await fromMenu(page, /^Удалить 1 заказ/);
  await dialog.getByRole('textbox').fill(third.number.toLowerCase());
  await dialog.getByRole('button', { name: 'Удалить 1 заказ насовсем' }).click();
  await expect(outcomes(page, 'notApplied')).toContainText(
    'Система приняла команду, но заказ остался прежним',
  );
  // The answer is cut off after the deed: only reading back can tell.
  await ireca.fault({ method: 'DELETE', path: '/orders', kind: 'cutAfter', times: 1 });
  await panel(page).getByRole('button', { name: 'Повторить неудавшиеся' }).click();
  await expect(panel(page).locator('article').first().locator('li[data-state="done"]')).toHaveCount(1);
  expect(await deletions()).toHaveLength(4);
  await expect(ireca.order(third.id)).rejects.toThrow();
});

test('an order with a printed receipt is cancelled only after a second, named confirmation', async ({
  visit,
  ireca,
}) => {
  const page = await visit({ search: '?view=all' });
  const order = pickOne(await feedOrders(page), { system: 'ireca', statuses: ['7'] });
  await ireca.change(order.id, { receipt: true, statusId: 1 });
  await selectOrders(page, [order]);
  await page.keyboard.press('c');
  const dialog = dialogOf(page);
  await expect(dialog.getByText(/чек № \d+ напечатан/)).toBeVisible();
  await expect(dialog.getByText(/оплачено [\d  ]+,\d\d/)).toBeVisible();
  await dialog.getByRole('radio', { name: 'Клиент передумал' }).click();
  const submit = dialog.getByRole('button', { name: 'Отменить 1 заказ' });
  await expect(submit).toBeDisabled();
  expect(await updates(ireca)).toHaveLength(0);
  await dialog.getByRole('checkbox', { name: 'Всё равно отменить: понимаю, что нужен возврат' }).click();
  await submit.click();
  await expect(outcomes(page, 'done')).toHaveCount(1);
  expect(await updates(ireca)).toEqual([
    { orderIds: [order.id], attributes: { deliveryStatusId: 11, returnReasonId: '5278' } },
  ]);
});

for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  test(`axe finds nothing in the dialogs of the rarer deeds, ${colorScheme} at ${width}`, async ({
    visit,
    ireca,
  }) => {
    const page = await visit({
      search: '?view=all',
      context: { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    });
    // The page behind has a test of its own.
    const violations = async (part = '[role=dialog]') => {
      const { violations: found } = await new AxeBuilder({ page }).include(part).analyze();
      return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
    };
    const close = async () => {
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toHaveCount(0);
    };
    const all = await feedOrders(page);
    const [made] = pick(all, { system: 'ireca', statuses: ['1'] }, 1);
    const [carried] = pick(all, { system: 'ireca', statuses: ['7'] }, 1);
    const [ofKassa] = pick(all, { system: 'kassa', statuses: ['NEW'] }, 1);
    if (!made || !carried || !ofKassa) throw new Error('no orders');
    await ireca.change(carried.id, { receipt: true, statusId: 1 });
    await selectOrders(page, [made, carried, ofKassa]);

    await bar(page).getByRole('button', { name: 'Ещё' }).click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await violations('[data-testid=bulk-bar]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);

    await bar(page)
      .getByRole('button', { name: /^Перенести/ })
      .click();
    await dialogOf(page).getByRole('radio', { name: '+30 мин' }).waitFor();
    expect(await violations()).toEqual([]);
    await dialogOf(page).getByText('Задать окно').click();
    await dialogOf(page).getByLabel('Дата').waitFor();
    expect(await violations()).toEqual([]);
    await close();
    for (const name of [/^Сменить адрес/, /^Статус/, /^Удалить/]) {
      await fromMenu(page, name);
      expect(await violations()).toEqual([]);
      await close();
    }
    await bar(page)
      .getByRole('button', { name: /^Отменить/ })
      .click();
    await dialogOf(page)
      .getByText(/чек № \d+ напечатан/)
      .waitFor();
    expect(await violations()).toEqual([]);
  });
}
