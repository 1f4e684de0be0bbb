/** The matrix of roles and rights: written by switch and by column, and shown only as it was read back. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { heldBack, signedIn } from './desk.ts';
import type { LOGINS, Stack } from './stack.ts';

test.use({ stackOptions: { orders: 12, couriers: 4 } });

const REPLACE = /^\/permissions\/replace$/;

async function openRights(page: Page, stack: Stack, who: keyof typeof LOGINS, search = ''): Promise<void> {
  await signedIn(page.context(), stack.url, who);
  await page.goto(`${stack.url}/references/rights${search}`);
  await expect(head(page, 'Курьер')).toContainText('разрешено 5 из 10', { timeout: 30_000 });
}

const head = (page: Page, role: string) => page.getByRole('columnheader', { name: role });
const right = (page: Page, action: string, role: string) =>
  page.getByRole('switch', { name: `${action}, роль «${role}»` });
const cellOf = (page: Page, action: string, role: string) =>
  page.getByRole('gridcell').filter({ has: right(page, action, role) });

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('a switch is written at once and shows what was read back; the whole works by keyboard', async ({
  page,
  stack,
  ireca,
}) => {
  await openRights(page, stack, 'admin');
  await expect(page.getByText('Устройства «Эвотор» эти права не учитывают.')).toBeVisible();
  await expect(head(page, 'Менеджер')).toContainText('разрешено 10 из 10');
  // One reading per cell, however many parts of the page ask for it.
  const readings = (await ireca.received('GET', /^\/permissions$/)).map(({ query }) => query);
  expect(new Set(readings).size).toBe(30);
  expect(readings).toHaveLength(30);

  await ireca.forget();
  const answer = await heldBack(page, '**/api/ireca/permissions/replace');
  const cashIn = right(page, 'Внесение наличных', 'Курьер');
  // A second press, while the first is under way, does nothing.
  await cashIn.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  // Until it was read back it is what it was.
  await expect(cashIn).toHaveAttribute('aria-busy', 'true');
  await expect(cashIn).toHaveAttribute('aria-checked', 'false');
  await answer();
  await expect(cashIn).toHaveAttribute('aria-checked', 'true');
  await expect(cashIn).toHaveAttribute('aria-busy', 'false');
  await expect(head(page, 'Курьер')).toContainText('разрешено 6 из 10');
  await expect(page.getByRole('status').filter({ hasText: 'прочитано из iRECA' })).toHaveText(
    'Внесение наличных, роль «Курьер»: разрешено, прочитано из iRECA',
  );
  expect((await ireca.received('POST', REPLACE)).map(({ body }) => body)).toEqual([
    [{ roleId: '908', actionId: 'cashIn', isAllowed: '1' }],
  ]);

  // Arrows walk, Space switches, one cell only is reached by Tab.
  await cashIn.press('ArrowDown');
  await expect(right(page, 'Изъятие наличных', 'Курьер')).toBeFocused();
  await page.keyboard.press('End');
  await expect(right(page, 'Изъятие наличных', 'Менеджер')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(right(page, 'Изъятие наличных', 'Менеджер')).toHaveAttribute('aria-checked', 'false');
  await expect(head(page, 'Менеджер')).toContainText('разрешено 9 из 10');
  await expect(page.locator('[data-row][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await expect(right(page, 'Открывает смену для ФР', 'Курьер')).toBeFocused();

  // A search of its own, kept in the address.
  await page.keyboard.press('/');
  await page.keyboard.type('наличн');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByText('скрыто фильтром: 8')).toBeVisible();
  await expect(page).toHaveURL(/\?q=/);
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(cashIn).toHaveAttribute('aria-checked', 'true');
  await expect(head(page, 'Курьер')).toContainText('разрешено 6 из 10');
});

test('a refusal, what is not confirmed and what could not be read are said at the cell', async ({
  page,
  stack,
  ireca,
  expectedErrors,
}) => {
  expectedErrors.push('422', '502');
  await openRights(page, stack, 'admin');
  const action = 'Внесение наличных';
  const cashIn = right(page, action, 'Курьер');
  const message = 'Права этой роли менять нельзя.';
  await ireca.fault({ kind: 'status', method: 'POST', path: '/permissions/replace', status: 422, message });
  await cashIn.click();
  const refused = cellOf(page, action, 'Курьер').getByRole('button', { name: /отказ$/ });
  await expect(refused).toBeVisible();
  await expect(cashIn).toHaveAttribute('aria-checked', 'false');
  await expect(page.getByText('Не записано или не подтверждено: 1')).toBeVisible();
  await refused.click();
  await expect(page.getByRole('dialog')).toContainText('iRECA отказала');
  await expect(page.getByRole('dialog')).toContainText(message);
  await page.getByRole('dialog').getByRole('button', { name: 'Повторить запись' }).click();
  await expect(cashIn).toHaveAttribute('aria-checked', 'true');
  await expect(refused).toHaveCount(0);

  // iRECA says yes and does nothing.
  await ireca.fault({ kind: 'ignore', method: 'POST', path: '/permissions/replace' });
  await cashIn.click();
  const unconfirmed = cellOf(page, action, 'Курьер').getByRole('button', { name: /не подтверждено$/ });
  await expect(unconfirmed).toBeVisible();
  await expect(cashIn).toHaveAttribute('aria-checked', 'true');
  await unconfirmed.click();
  await expect(page.getByRole('dialog')).toContainText('iRECA приняла, но читается «разрешено».');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать пометку' }).click();
  await expect(unconfirmed).toHaveCount(0);

  // The answer gets lost, the deed does not: the reading tells.
  await ireca.fault({ kind: 'cutAfter', method: 'POST', path: '/permissions/replace' });
  await cashIn.click();
  await expect(cashIn).toHaveAttribute('aria-checked', 'false');
  await expect(cellOf(page, action, 'Курьер').getByRole('button')).toHaveCount(0);
});

test('a cell that cannot be read says so and is read again', async ({
  page,
  stack,
  ireca,
  expectedErrors,
}) => {
  expectedErrors.push('422', '502', '500');
  await ireca.fault({
    kind: 'status',
    method: 'GET',
    path: '/permissions',
    query: 'actionId=cashOut',
    status: 422,
    message: 'Нет прав',
    times: 2,
  });
  await signedIn(page.context(), stack.url, 'admin');
  await page.goto(`${stack.url}/references/rights`);
  await expect(page.getByText('Не прочитано прав: 2')).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(28);
  const failed = page.getByRole('button', { name: /^Прочитать ещё раз: Изъятие наличных/ });
  await expect(failed).toHaveCount(2);
  await failed.first().click();
  await expect(failed).toHaveCount(1);
  await page.getByText('Не прочитано прав: 1').getByRole('button', { name: 'Повторить' }).click();
  await expect(page.getByRole('switch')).toHaveCount(30);
  await expect(failed).toHaveCount(0);
});

test('a whole role at once: named, counted, one call, each cell read back', async ({
  page,
  stack,
  ireca,
}) => {
  await openRights(page, stack, 'admin');
  await ireca.forget();
  await page.getByRole('button', { name: 'Права роли «Курьер»' }).click();
  await page.getByRole('menuitem', { name: 'Разрешить всё: 5 действий…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Разрешить всё: «Курьер»' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Редактирование места расчетов',
    'Внесение наличных',
    'Изъятие наличных',
    'Отчет по заказу',
    'Редактирование позиций доставленного заказа',
  ]);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Разрешить 5 действий' }).click();
  await expect(head(page, 'Курьер')).toContainText('разрешено 10 из 10');
  await expect(page.getByRole('status').filter({ hasText: 'подтверждено' })).toHaveText(
    'Роль «Курьер»: подтверждено 5 из 5',
  );
  const actions = ['updateAddressTo', 'cashIn', 'cashOut', 'orderReport', 'deliveredOrderItemUpdate'];
  expect((await ireca.received('POST', REPLACE)).map(({ body }) => body)).toEqual([
    actions.map((actionId) => ({ roleId: '908', actionId, isAllowed: '1' })),
  ]);

  await page.getByRole('button', { name: 'Права роли «Курьер»' }).click();
  await expect(page.getByRole('menuitem', { name: 'Разрешить всё: 0 действий…' })).toBeDisabled();
  await page.getByRole('menuitem', { name: 'Запретить всё: 10 действий…' }).click();
  await page.getByRole('button', { name: 'Запретить 10 действий' }).click();
  await expect(head(page, 'Курьер')).toContainText('разрешено 0 из 10');
});

test('who keeps no lists reads the matrix; deleted roles on request; one role on a phone', async ({
  page,
  stack,
}) => {
  await openRights(page, stack, 'dispatcher');
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Права роли/ })).toHaveCount(0);
  const cell = page.getByRole('img', { name: 'Отмена заказа, роль «Курьер»: разрешено' });
  await expect(cell).toBeVisible();
  await cell.click();
  await page.keyboard.press('ArrowDown');
  await expect(
    page.getByRole('img', { name: 'Редактирование места расчетов, роль «Курьер»: запрещено' }),
  ).toBeFocused();
  const replace = (who: 'viewer' | 'dispatcher') =>
    signedIn(page.context(), stack.url, who).then(() =>
      page.request.post(`${stack.url}/api/ireca/permissions/replace`, {
        headers: { origin: stack.url },
        data: [{ roleId: '908', actionId: 'cashIn', isAllowed: '1' }],
      }),
    );
  for (const who of ['viewer', 'dispatcher'] as const) expect((await replace(who)).status()).toBe(403);

  await signedIn(page.context(), stack.url, 'admin');
  const removed = await page.request.delete(`${stack.url}/api/ireca/userRoles?roleId=909`, {
    headers: { origin: stack.url },
  });
  expect(removed.ok()).toBe(true);
  await page.reload();
  await expect(head(page, 'Менеджер')).toContainText('разрешено 10 из 10');
  await expect(head(page, 'Кассир')).toHaveCount(0);
  await page.getByRole('button', { name: 'Показать удалённые: 1' }).click();
  await expect(head(page, 'Кассир')).toContainText('удалена');
  await expect(page).toHaveURL(/deleted=1/);
  // Rights of a deleted role are there to be seen only.
  await expect(page.getByRole('switch')).toHaveCount(20);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await page.getByLabel('Роль', { exact: true }).selectOption('Менеджер');
  await expect(head(page, 'Менеджер')).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(10);
  await expect(page).toHaveURL(/role=910/);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
