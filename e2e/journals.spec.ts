/** Journals: whose they are, newest first however iRECA has them, page by page, into a file, and honest when it fails. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { FeedOrder } from './desk.ts';
import { askAgain, feedOrders, pick } from './desk.ts';
import type { Stack } from './stack.ts';
import type { upstream } from './upstream.ts';

const MINUTE = 60_000;

const journal = (page: Page) => page.locator('[data-journal]');
const rows = (page: Page) => journal(page).locator('tbody tr');
const ids = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['id']));
const found = (page: Page, words: string | RegExp) =>
  expect(journal(page).getByRole('status').getByText(words)).toBeVisible();
const order = (page: Page) => journal(page).getByRole('combobox', { name: 'Заказ' });
const courier = (page: Page) => journal(page).getByRole('combobox', { name: 'Курьер' });
const chips = (page: Page) => journal(page).getByRole('group', { name: 'Выбрано' });

type Row = Record<string, unknown>;

/** What the simulated iRECA answers to a holder of the token. */
async function ask(stack: Stack, path: string): Promise<Row[]> {
  const { url, token } = stack.simulators.ireca;
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as Row[];
}

/** An iRECA order on its way, with its courier. */
async function someOrder(page: Page): Promise<FeedOrder> {
  const [one] = pick(await feedOrders(page), { system: 'ireca', statuses: ['7'], assigned: true }, 1);
  if (!one) throw new Error('The day holds no such order');
  return one;
}

/** So many failures of this courier's terminal, one a minute, each with a text of its own; every tenth with the order. */
async function failures(
  ireca: ReturnType<typeof upstream>,
  { id, courier: courierId }: FeedOrder,
  count: number,
) {
  const now = Date.now();
  for (let n = 0; n < count; n += 1) {
    await ireca.deviceError({
      device: 'terminal',
      courierId,
      orderId: n % 10 === 0 ? id : null,
      errorCode: String(1000 + n),
      errorText: `Сбой ${n}`,
      amount: 100 + n,
      at: now - n * MINUTE,
    });
  }
}

test('errors by courier, by order and by both: newest first whichever way iRECA runs, page by page', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  const one = await someOrder(page);
  await failures(ireca, one, 120);
  const logged = await ask(stack, `/bankTerminalLogs?courierId=${one.courier}&page=0&count=500`);
  const newest = logged
    .toSorted((a, b) => String(b['transactionCreatedAt']).localeCompare(String(a['transactionCreatedAt'])))
    .map((row) => String(row['terminalLogId']));

  // From the courier's own page.
  await page.goto(`${stack.url}/couriers/${one.courier}`);
  await page.getByRole('link', { name: 'Все ошибки: Ошибки банковского терминала' }).click();
  await expect(page).toHaveURL(new RegExp(`/journals/terminal\\?courier=${one.courier}$`));
  await found(page, new RegExp(`^${logged.length} запис`));
  await expect.poll(() => ids(page)).toEqual(newest.slice(0, 50));
  await expect(rows(page).first()).toContainText('Сбой 0');
  await expect(rows(page).first().getByRole('link', { name: one.number })).toHaveAttribute(
    'href',
    `/orders/ireca/${one.id}`,
  );

  // Pages: by button, by key, by link.
  const pages = journal(page).getByRole('navigation', { name: 'Страницы' });
  await pages.getByRole('button', { name: 'Раньше' }).click();
  await expect(pages).toContainText(`51–100 из ${logged.length}`);
  await expect.poll(() => ids(page)).toEqual(newest.slice(50, 100));
  await page.keyboard.press('BracketRight');
  await expect(page).toHaveURL(/page=3/);
  await expect.poll(() => ids(page)).toEqual(newest.slice(100, 150));
  await page.reload();
  await expect(pages).toContainText(`101–${logged.length} из ${logged.length}`);
  await expect.poll(() => ids(page)).toEqual(newest.slice(100, 150));

  // iRECA grows at the other end: nothing looks different.
  await ireca.logsOrder(true);
  await page.goto(`${stack.url}/journals/terminal?courier=${one.courier}`);
  await expect(rows(page).first()).toContainText('Сбой 0');
  await expect.poll(() => ids(page)).toEqual(newest.slice(0, 50));

  // The order on top of the courier: asked of iRECA, not picked here.
  await ireca.forget();
  await order(page).fill(one.number);
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(chips(page)).toContainText(`Заказ ${one.number}`);
  await expect(page).toHaveURL(new RegExp(`order=${one.id}`));
  const both = await ask(
    stack,
    `/bankTerminalLogs?orderId=${one.id}&courierId=${one.courier}&page=0&count=500`,
  );
  expect(both.length).toBeGreaterThanOrEqual(12);
  await found(page, new RegExp(`^${both.length} запис`));
  // The proxy looks through the logs of all couriers meanwhile, too.
  const asked = (await ireca.received('GET', /bankTerminalLogs/)).find(({ query }) =>
    query.includes('orderId='),
  );
  expect(asked?.query).toContain(`orderId=${one.id}`);
  expect(asked?.query).toContain(`courierId=${one.courier}`);

  // Both taken away at once, and back with Back; another journal is asked for the same.
  await chips(page).getByRole('button').last().press('Enter');
  await expect(page).toHaveURL(/\/journals\/terminal$/);
  await expect(journal(page)).toContainText('Выберите заказ или курьера');
  await page.goBack();
  await found(page, new RegExp(`^${both.length} запис`));
  await page.getByRole('link', { name: 'Фискальный регистратор' }).click();
  await expect(page).toHaveURL(new RegExp(`/journals/recorder\\?order=${one.id}&courier=${one.courier}$`));
  const recorded = await ask(
    stack,
    `/fiscalRegistratorLogs?orderId=${one.id}&courierId=${one.courier}&page=0&count=500`,
  );
  await found(page, new RegExp(`^${recorded.length} запис`));
});

test('the change journal of an order: who, what, since when; its filters live in the address', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit();
  const one = await someOrder(page);
  await page.goto(`${stack.url}/orders/ireca/${one.id}`);
  await page.getByRole('link', { name: 'Журнал изменений' }).click();
  await expect(page).toHaveURL(new RegExp(`/journals/changes\\?order=${one.id}$`));
  const written = await ask(stack, `/journal?entityId=${one.id}&page=0&count=500`);
  await found(page, new RegExp(`^${written.length} запис`));
  await expect(rows(page)).toHaveCount(written.length);
  await expect(rows(page).last()).toContainText('Заказ создан');
  await expect(rows(page).first()).toContainText('Статус доставки: Подготовлен → стало Заказ взят курьером');
  await expect(rows(page).first()).toContainText('приложение курьера');

  // Something new while somebody reads: it waits until it is asked for.
  await rows(page).first().hover();
  await ireca.change(one.id, { description: 'Код домофона 12' });
  await journal(page)
    .getByRole('button', { name: /^Обновить/ })
    .focus();
  await page.keyboard.press('Enter');
  const fresh = journal(page).getByRole('button', { name: '1 новая запись: показать' });
  await expect(fresh).toBeVisible();
  await expect(rows(page)).toHaveCount(written.length);
  await fresh.click();
  await expect(rows(page).first()).toContainText('Код домофона 12');

  // Chosen by what changed: the rest is hidden and counted.
  await journal(page).getByRole('combobox', { name: 'Что менялось' }).selectOption('description');
  await expect(page).toHaveURL(/field=description/);
  await found(page, `скрыто фильтром: ${written.length}`);
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Описание');

  // Since a day, as iRECA is asked: the beginning of that day in the zone, in GMT.
  await ireca.forget();
  await page.goto(`${stack.url}/journals/changes?order=${one.id}&from=2021-06-30`);
  await expect(rows(page)).toHaveCount(written.length + 1);
  const [asked] = await ireca.received('GET', /journal$/);
  expect(new URLSearchParams(asked?.query).get('startedAt')).toBe('2021-06-29 21:00:00');

  // Without an order: what was looked at lately is one press away.
  await journal(page).getByRole('button', { name: 'Сбросить всё' }).click();
  await expect(journal(page)).toContainText('Выберите заказ');
  await journal(page)
    .getByRole('region', { name: 'Недавно смотрели' })
    .getByRole('link', { name: one.number })
    .click();
  await expect(rows(page)).toHaveCount(written.length + 1);

  // An order of Kassa has no such journal, and its card is named.
  const [other] = pick(
    await feedOrders(page),
    { system: 'kassa', statuses: ['CONFIRMED', 'NEW', 'DISTRIBUTED'] },
    1,
  );
  await order(page).fill(other?.number ?? '');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page).toHaveURL(new RegExp(`order=kassa%3A${other?.id}`));
  await expect(journal(page).getByRole('link', { name: `Открыть заказ ${other?.number}` })).toHaveAttribute(
    'href',
    `/orders/kassa/${other?.id}`,
  );
});

test('what was found becomes a file, all pages of it; a code is copied by the keyboard', async ({
  visit,
  stack,
  ireca,
}) => {
  const page = await visit({ who: 'viewer' });
  const one = await someOrder(page);
  await failures(ireca, one, 60);
  await page.goto(`${stack.url}/journals/terminal?courier=${one.courier}`);
  await expect(rows(page)).toHaveCount(50);
  const logged = await ask(stack, `/bankTerminalLogs?courierId=${one.courier}&page=0&count=500`);

  await journal(page).getByRole('button', { name: 'Сохранить в файл' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Ошибки терминала, .*\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(logged.length + 1);
  expect(lines[0]).toContain('Время, МСК;Код;Описание;Сумма;Заказ;Номер в iRECA;Курьер;Карта;');
  expect(lines[1]).toContain(`;1000;Сбой 0;100;${one.number};${one.id};`);
  expect(lines.some((line) => line.includes(';1059;Сбой 59;159;'))).toBe(true);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(rows(page).nth(1).getByRole('button', { name: 'Скопировать код 1001' })).toBeFocused();
  // It is said for a moment only.
  await Promise.all([
    page.getByText('Скопировано: 1001').waitFor({ state: 'attached' }),
    page.keyboard.press('Enter'),
  ]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1001');
});

test.describe('with iRECA in trouble', () => {
  test.use({ expectedErrors: ['/api/ireca/fiscalRegistratorLogs', '/api/ireca/bankTerminalLogs'] });

  test('a failure has iRECA’s words, and what cannot be read is counted', async ({ visit, stack, ireca }) => {
    const page = await visit();
    const one = await someOrder(page);
    await ireca.deviceError({
      device: 'recorder',
      courierId: one.courier,
      errorText: 'Смена превысила 24 часа',
    });
    await ireca.fault({
      kind: 'error200',
      path: '/fiscalRegistratorLogs',
      query: `courierId=${one.courier}`,
      message: 'Журнал на обслуживании',
      times: -1,
    });
    await page.goto(`${stack.url}/journals/recorder?courier=${one.courier}`);
    const alert = journal(page).getByRole('alert');
    await expect(alert).toContainText('iRECA');
    await expect(alert).toContainText('Журнал на обслуживании');
    await expect(rows(page)).toHaveCount(0);
    await expect(journal(page)).not.toContainText('Ошибок регистратора нет');
    await ireca.mend();
    await askAgain(alert.getByRole('button', { name: 'Повторить' }), rows(page).first());
    await expect(rows(page).first()).toContainText('Смена превысила 24 часа');

    // A refresh that fails keeps the rows and says that they are older.
    await ireca.fault({ kind: 'status', path: '/fiscalRegistratorLogs', status: 500, times: -1 });
    await journal(page)
      .getByRole('button', { name: /^Обновить/ })
      .click();
    await expect(journal(page).getByRole('alert')).toContainText('показано прочитанное раньше');
    await expect(rows(page).first()).toContainText('Смена превысила 24 часа');
    await ireca.mend();

    // One row that makes no sense beside others that do.
    await page.route('**/api/ireca/bankTerminalLogs?*', async (route) => {
      const answer = await route.fetch();
      const list = (await answer.json()) as Row[];
      await route.fulfill({ response: answer, json: [...list, { errorText: 'строка без номера' }] });
    });
    await ireca.deviceError({ device: 'terminal', courierId: one.courier, errorText: 'Сбой 7' });
    await page.goto(`${stack.url}/journals/terminal?courier=${one.courier}`);
    await expect(rows(page).first()).toContainText('Сбой 7');
    await journal(page).getByRole('button', { name: 'Не прочитано: 1 запись' }).click();
    await expect(page.getByRole('dialog')).toContainText('terminalLogId');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`looked at by axe, ${colorScheme}`, () => {
    const violations = async (page: Page, within = 'body') =>
      (
        await new AxeBuilder({ page })
          .include(within)
          // Rows are alike: the first ones speak for all fifty.
          .exclude('[data-journal] tbody tr:nth-child(n + 6)')
          .analyze()
      ).violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
      }));

    test('a table with pages, and a list to choose from', async ({ visit, stack, ireca }) => {
      const page = await visit({ context: { colorScheme } });
      const one = await someOrder(page);
      await failures(ireca, one, 51);
      await page.goto(`${stack.url}/journals/terminal?courier=${one.courier}`);
      await expect(rows(page)).toHaveCount(50);
      expect(await violations(page)).toEqual([]);
      await courier(page).click();
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      expect(await violations(page, '[role="listbox"]')).toEqual([]);
    });

    test('a phone, which needs no sideways scrolling', async ({ visit, stack }) => {
      const page = await visit({ context: { colorScheme, viewport: { width: 390, height: 844 } } });
      const one = await someOrder(page);
      const wide = () =>
        page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('[data-journal], [data-journal] *')]
            .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 1)
            .map((node) => node.outerHTML.slice(0, 120)),
        );
      await page.goto(`${stack.url}/journals/changes?order=${one.id}&courier=${one.courier}`);
      await rows(page).first().waitFor();
      expect(await wide()).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.goto(`${stack.url}/journals/terminal`);
      await journal(page).getByRole('region', { name: 'Ошибки за последние сутки' }).waitFor();
      expect(await wide()).toEqual([]);
      expect(await violations(page)).toEqual([]);
    });
  });
}
