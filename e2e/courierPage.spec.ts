/** One courier's page: who and with which orders; created, edited, orders handed over, deleted; who may what. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { digitsOf } from '#src/lib/text.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import type { FeedOrder } from './desk.ts';
import { NEXT_POLL, feedOrders } from './desk.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

test.use({ stackOptions: { settings: { ORDERS_POLL_SECONDS: '2' } } });

const OPEN = { ireca: ['1', '6', '7'], kassa: ['DISTRIBUTED', 'ISSUED'] };

type Someone = { courierId: string; title: string; phone: string; email: string };
type WithOrders = Someone & { open: FeedOrder[] };

const desk = (page: Page) => page.locator('[data-page="courier"]');
const dialog = (page: Page) => page.getByRole('dialog');
const count = (page: Page, name: string) => page.locator(`[data-count="${name}"] dd`);

/** Couriers as the proxy gives them, each with the open orders that both systems name for them. */
async function staff(page: Page, url: string): Promise<WithOrders[]> {
  const answer = await page.request.get(`${url}/api/ireca/couriers`);
  const couriers = (await answer.json()) as Someone[];
  const orders = await feedOrders(page);
  return couriers.map((one) => ({
    ...one,
    open: orders.filter(
      ({ system, status, courier }) =>
        OPEN[system].includes(status) &&
        (system === 'ireca' ? courier === one.courierId : courier === phoneDigits(one.phone)),
    ),
  }));
}

const movable = ({ open }: WithOrders) => open.every(({ status }) => status !== 'ISSUED');
const inKassa = ({ open }: WithOrders) => open.filter(({ system }) => system === 'kassa').length;

/** Somebody whose open orders of both systems can all be given away, and somebody whom Kassa knows. */
async function giverAndTaker(page: Page, url: string): Promise<[WithOrders, WithOrders]> {
  const all = (await staff(page, url)).toSorted((a, b) => b.open.length - a.open.length);
  const giver = all.find((one) => movable(one) && inKassa(one) > 0 && inKassa(one) < one.open.length);
  const taker = all.find((one) => one !== giver && inKassa(one) > 0);
  if (!giver || !taker) throw new Error('The day holds nobody with orders of both systems');
  return [giver, taker];
}

/** The record as iRECA itself keeps it, its password with it; null = there is none. */
async function stored({ simulators }: Stack, courierId: string): Promise<Record<string, unknown> | null> {
  const { url, token } = simulators.ireca;
  const answer = await fetch(`${url}/couriers?courierId=${courierId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.ok ? ((await answer.json()) as Record<string, unknown>) : null;
}

/** All that the server says to this page from now on. */
function heard(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const endless = response.headers()['content-type']?.includes('event-stream');
    if (!endless && response.url().includes('/api/')) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

async function open(page: Page, url: string, courierId: string): Promise<void> {
  await page.goto(`${url}/couriers/${courierId}`);
  await expect(desk(page).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(count(page, 'open')).toHaveText(/^\d+$/);
}

/** Stands on this courier in the list of the dialog. */
async function choose(page: Page, { title, courierId }: Someone): Promise<void> {
  await dialog(page).getByRole('combobox').fill(title);
  await dialog(page).locator(`[role=option][data-courier="${courierId}"]`).click();
}

test('shows who it is, where, and every order of both systems; errors lead to their orders', async ({
  visit,
  stack,
}) => {
  const page = await visit({ who: 'dispatcher' });
  const everybody = await staff(page, stack.url);
  const [giver] = await giverAndTaker(page, stack.url);
  await open(page, stack.url, giver.courierId);

  await expect(desk(page).getByRole('heading', { name: giver.title, level: 2 })).toBeVisible();
  await expect(desk(page).locator('a[href^="tel:"]')).toHaveAttribute(
    'href',
    `tel:+${phoneDigits(giver.phone)}`,
  );
  await expect(desk(page).locator(`a[href="mailto:${giver.email}"]`)).toBeVisible();
  await expect(count(page, 'open')).toHaveText(String(giver.open.length));
  for (const { key } of giver.open) await expect(page.locator(`[data-order="${key}"]`)).toBeVisible();
  await expect(desk(page).getByRole('link', { name: 'Трек за сегодня' })).toHaveAttribute(
    'href',
    `/map?courier=${giver.courierId}`,
  );

  // A dispatcher commands orders and keeps no lists.
  await expect(desk(page).getByRole('button', { name: /^Передать все заказы/ })).toBeVisible();
  await expect(desk(page).getByRole('link', { name: 'Изменить' })).toHaveCount(0);
  await expect(desk(page).getByRole('button', { name: /^Удалить|^Освободить/ })).toHaveCount(0);

  const [first] = giver.open;
  await page.locator(`[data-order="${first?.key}"]`).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/orders/${first?.system}/${first?.id}$`));
  await page.goBack();
  await expect(desk(page)).toBeVisible();

  const errorsOf = async (courierId: string) =>
    (await (
      await page.request.get(
        `${stack.url}/api/ireca/bankTerminalLogs?courierId=${courierId}&page=0&count=500`,
      )
    ).json()) as { terminalLogId: number; orderId: string; transactionCreatedAt: string }[];
  let struck: { one: Someone; errors: Awaited<ReturnType<typeof errorsOf>> } | undefined;
  for (const one of everybody) {
    const errors = await errorsOf(one.courierId);
    if (errors.length > (struck?.errors.length ?? 0)) struck = { one, errors };
  }
  if (!struck) throw new Error('No terminal has failed in this day');
  await open(page, stack.url, struck.one.courierId);
  await expect(
    desk(page).getByRole('heading', { name: `Ошибки банковского терминала: ${struck.errors.length}` }),
  ).toBeVisible();
  const newest = struck.errors.toSorted((a, b) =>
    b.transactionCreatedAt.localeCompare(a.transactionCreatedAt),
  );
  await expect(desk(page).locator('[data-error]').first()).toHaveAttribute(
    'data-error',
    String(newest[0]?.terminalLogId),
  );
  await desk(page).locator('[data-error]').first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/orders/ireca/${newest[0]?.orderId}$`));

  await page.goto(`${stack.url}/couriers/999999`);
  await expect(page.getByRole('alert')).toContainText('Такого курьера в iRECA нет');
  await expect(page.getByRole('link', { name: 'К списку курьеров' })).toBeVisible();
});

test('is created and edited with a password that nothing ever says again', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'admin' });
  const [someone] = await staff(page, stack.url);
  const said = heard(page);
  await page.goto(`${stack.url}/couriers/new`);
  const form = page.locator('[data-record-editor="couriers"]');
  await form.getByRole('textbox', { name: /^Имя и фамилия/ }).fill('Марфа Новикова');
  await form.getByRole('textbox', { name: /^Телефон/ }).fill('+7 900 111-22-33');
  await form.getByRole('textbox', { name: /^Эл. почта/ }).fill('marfa@example.ru');
  await form.getByRole('button', { name: 'Создать' }).click();
  await expect(form).toContainText('Заполните поле');
  expect(await ireca.received('POST', /^\/couriers/)).toEqual([]);
  await form.locator('input[name="sourcePassword"]').fill('peahen-7719');
  await form.getByRole('button', { name: 'Создать' }).click();
  await expect(desk(page).locator('header').getByRole('heading', { name: 'Марфа Новикова' })).toBeVisible();
  await expect(form).toHaveCount(0);
  const id = /couriers\/(\d+)$/.exec(page.url())?.[1] ?? '';
  const [posted] = await ireca.received('POST', /^\/couriers/);
  expect(posted?.body).toMatchObject([
    { courierId: id, title: 'Марфа Новикова', email: 'marfa@example.ru', sourcePassword: 'peahen-7719' },
  ]);

  // Without a new password: the stored one goes with the change.
  await desk(page).getByRole('link', { name: 'Изменить' }).click();
  await form.getByRole('textbox', { name: /^Имя и фамилия/ }).fill('Марфа Ильина');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form).toHaveCount(0);
  await expect(desk(page)).toContainText('Сохранено: iRECA прочитана заново');
  await expect(desk(page).locator('header').getByRole('heading', { name: 'Марфа Ильина' })).toBeVisible();
  const [kept] = await ireca.received('PUT', /^\/couriers/);
  expect(kept?.body).toMatchObject({ title: 'Марфа Ильина', sourcePassword: 'peahen-7719' });

  // With a new one, and of somebody who was there before.
  const before = await stored(stack, someone?.courierId ?? '');
  await open(page, stack.url, someone?.courierId ?? '');
  await desk(page).getByRole('link', { name: 'Изменить' }).click();
  await form.locator('input[name="sourcePassword"]').fill('teal-4402-new');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await expect(form).toHaveCount(0);
  expect(await stored(stack, someone?.courierId ?? '')).toMatchObject({
    title: before?.['title'],
    email: before?.['email'],
    sourcePassword: 'teal-4402-new',
  });
  const all = await said();
  expect(all).toContain('Марфа Ильина');
  for (const secret of ['peahen-7719', 'teal-4402-new', 'sourcePassword']) expect(all).not.toContain(secret);
});

test.describe('reassign and delete', () => {
  // A refusal of iRECA stands in the browser's console.
  test.use({ expectedErrors: ['422'] });

  test('orders are handed over by one press, and only then the courier is deleted', async ({
    visit,
    stack,
    ireca,
    kassa,
  }) => {
    const page = await visit({ who: 'admin' });
    const [giver, taker] = await giverAndTaker(page, stack.url);
    await open(page, stack.url, giver.courierId);
    await desk(page).getByRole('button', { name: 'Удалить курьера…' }).click();

    // Named, each with its system; nothing can be deleted yet.
    for (const { number, system } of giver.open) {
      const line = dialog(page).getByRole('listitem').filter({ hasText: number });
      await expect(line.filter({ hasText: system === 'ireca' ? 'iRECA' : 'Касса' })).toBeVisible();
    }
    await expect(dialog(page).getByRole('button', { name: /^Удалить/ })).toHaveCount(0);
    await expect(dialog(page).locator(`[role=option][data-courier="${giver.courierId}"]`)).toHaveCount(0);

    await ireca.forget();
    await kassa.forget();
    await choose(page, taker);
    await dialog(page)
      .getByRole('button', { name: new RegExp(`^Передать ${giver.open.length} .*${taker.title}$`) })
      .click();
    await expect(dialog(page).locator('li[data-state="done"]')).toHaveCount(giver.open.length);
    const mine = giver.open.filter(({ system }) => system === 'ireca').map(({ id }) => id);
    const [bulk, ...more] = await ireca.received('PUT', /multipleUpdate/);
    expect(more).toEqual([]);
    expect((bulk?.body as { orderIds: unknown[] }).orderIds.map(String).toSorted()).toEqual(mine.toSorted());
    expect(bulk?.body).toMatchObject({ attributes: { courierId: taker.courierId } });
    const puts = await kassa.received('PUT');
    expect(puts.map(({ path }) => digitsOf(path)).toSorted()).toEqual(
      giver.open.flatMap(({ system, id }) => (system === 'kassa' ? [id] : [])).toSorted(),
    );
    expect(await ireca.received('DELETE')).toEqual([]);

    await dialog(page).getByRole('button', { name: 'Удалить курьера…' }).click();
    await expect(dialog(page)).toContainText('Открытых заказов за курьером нет');

    // iRECA refuses: its own words, and the courier is still there.
    await ireca.fault({
      method: 'DELETE',
      path: '/couriers',
      kind: 'error200',
      message: 'Управляйте курьерами в кабинете iRECA',
    });
    await dialog(page).getByRole('button', { name: 'Удалить курьера' }).click();
    await expect(dialog(page)).toContainText('Управляйте курьерами в кабинете iRECA');
    expect(await stored(stack, giver.courierId)).not.toBeNull();

    await dialog(page).getByRole('button', { name: 'Удалить курьера' }).click();
    await expect(page).toHaveURL(/\/couriers$/);
    await expect(page.getByText(`Курьер удалён: ${giver.title}`)).toBeVisible();
    expect(await stored(stack, giver.courierId)).toBeNull();
    await page.goBack();
    await expect(page.getByRole('alert')).toContainText('Такого курьера в iRECA нет');
  });
});

test('what nobody can take is said, and deleting all the same is asked twice', async ({
  visit,
  stack,
  ireca,
  kassa,
}) => {
  const page = await visit({ who: 'admin' });
  const [giver, taker] = await giverAndTaker(page, stack.url);
  const issued = giver.open.find(({ system }) => system === 'kassa');
  await kassa.change(issued?.id ?? '', { currentStatusType: 'ISSUED' });
  await open(page, stack.url, giver.courierId);
  await expect(page.locator(`[data-order="${issued?.key}"]`)).toContainText('Выдан', {
    timeout: NEXT_POLL,
  });

  // «Передать все заказы» stands on the page itself: what it cannot move, it names.
  await desk(page)
    .getByRole('button', { name: `Передать все заказы (${giver.open.length})` })
    .click();
  await choose(page, taker);
  await expect(dialog(page).getByRole('listitem').filter({ hasText: issued?.number })).toContainText(
    'уже у курьера на руках',
  );
  await dialog(page)
    .getByRole('button', {
      name: `Передать ${giver.open.length - 1} из ${giver.open.length} → ${taker.title}`,
    })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByTestId('outcome-panel').locator('li[data-state="done"]')).toHaveCount(
    giver.open.length - 1,
  );
  await expect(count(page, 'open')).toHaveText('1');
  await page.getByRole('button', { name: 'Закрыть итоги' }).click();

  await desk(page).getByRole('button', { name: 'Удалить курьера…' }).click();
  await dialog(page)
    .getByRole('button', { name: /^Удалить всё равно: 1 заказ/ })
    .click();
  await expect(dialog(page)).toContainText(`1 заказ останется за удалённым курьером: ${issued?.number}`);
  expect(await ireca.received('DELETE')).toEqual([]);
  // What came of it cannot be read: nothing is claimed, and another look tells.
  const one = { path: '/couriers', query: `courierId=${giver.courierId}` };
  await ireca.fault({ ...one, method: 'GET', kind: 'status', status: 500, times: 2 });
  await dialog(page).getByRole('button', { name: 'Удалить курьера' }).click();
  await expect(dialog(page)).toContainText('Не подтверждено');
  await ireca.mend();
  await dialog(page).getByRole('button', { name: 'Проверить ещё раз' }).click();
  await expect(page).toHaveURL(/\/couriers$/);
  expect(await stored(stack, giver.courierId)).toBeNull();
});

test('a viewer reads everything and is offered no deed', async ({ visit, stack }) => {
  const page = await visit({ who: 'viewer' });
  const [giver] = await giverAndTaker(page, stack.url);
  await open(page, stack.url, giver.courierId);
  await expect(page.locator('[data-order]').first()).toBeVisible();
  await expect(desk(page).getByRole('button')).toHaveCount(0);
  await expect(desk(page).getByRole('link', { name: 'Изменить' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing and a phone needs no sideways scrolling, ${colorScheme}`, async ({
    visit,
    stack,
  }) => {
    const page = await visit({ who: 'admin', context: { colorScheme } });
    const found = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
      }));
    const [giver] = await giverAndTaker(page, stack.url);
    await open(page, stack.url, giver.courierId);
    await expect(
      desk(page).getByRole('heading', { name: /^Ошибки фискального регистратора: / }),
    ).toBeVisible();
    expect(await found()).toEqual([]);
    await desk(page).getByRole('button', { name: 'Удалить курьера…' }).click();
    await dialog(page).getByRole('option').first().waitFor();
    expect(await found()).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    expect(await found()).toEqual([]);
    const sideways = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter(
            (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowY === 'auto',
          ).length,
      );
    expect(await sideways()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}
