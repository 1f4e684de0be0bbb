/** Signing in, roles, and a session that ends in the middle of work. */
import { expect, test } from './fixtures.ts';
import { boardReady, feedOrders, heldBack, pick, row, search, selectOrders } from './desk.ts';
import { LOGINS, PASSWORD } from './stack.ts';

test.describe('refused attempts', () => {
  // Chromium itself reports each refusal.
  test.use({ expectedErrors: ['401', '429'] });

  test('signs in by the form; a wrong password keeps what was typed', async ({ page, stack }) => {
    await page.goto(stack.url);
    await expect(page.getByRole('heading', { name: 'Вход в Пульт' })).toBeVisible();
    await page.getByRole('button', { name: 'Войти' }).click();
    await expect(page.getByText('Введите логин')).toBeVisible();
    await expect(page.getByText('Введите пароль')).toBeVisible();
    await page.getByLabel('Логин').fill(LOGINS.dispatcher);
    await page.getByLabel('Пароль', { exact: true }).fill('not-the-password');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Логин или пароль не подходит')).toBeVisible();
    await expect(page.getByLabel('Логин')).toHaveValue(LOGINS.dispatcher);
    await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Войти' }).click();
    await boardReady(page);
    await expect(page).toHaveURL(/\/orders$/);

    await page.getByRole('button', { name: /Меню пользователя/ }).click();
    await page.getByRole('menuitem', { name: 'Выйти' }).click();
    await expect(page.getByRole('heading', { name: 'Вход в Пульт' })).toBeVisible();
    expect((await page.request.get(`${stack.url}/api/feeds/orders`)).status()).toBe(401);
  });

  test('too many wrong passwords have to wait, and the screen counts down', async ({ page, stack }) => {
    await page.goto(stack.url);
    await page.getByLabel('Логин').fill(LOGINS.dispatcher);
    // Until the wait is long enough for a slow machine to see it.
    const wait = async () => {
      const answer = await page.request.post(`${stack.url}/api/session`, {
        data: { login: LOGINS.dispatcher, password: 'wrong-password' },
        headers: { origin: stack.url },
      });
      const { error } = (await answer.json()) as { error: { retryAfter: number | null } };
      return error.retryAfter ?? 0;
    };
    await expect.poll(wait, { intervals: [300], timeout: 45_000 }).toBeGreaterThan(10);
    await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Войти' }).click();
    await expect(page.getByText(/Слишком много попыток/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Войти' })).toBeDisabled();
  });
});

test.describe('a session that ends', () => {
  test.use({ expectedErrors: ['401'] });

  test('is taken up again in place; nothing selected or typed is lost', async ({ visit, stack, kassa }) => {
    const page = await visit({ search: '?view=all' });
    const all = await feedOrders(page);
    const orders = [
      ...pick(all, { system: 'ireca', statuses: ['6'] }, 1),
      ...pick(all, { system: 'kassa', statuses: ['ACCEPTED'] }, 1),
    ];
    await selectOrders(page, orders);
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: /Отменить/ });
    await dialog.getByRole('radio', { name: 'Клиент передумал' }).click();
    await dialog.getByLabel(/Комментарий/).fill('Дубль заказа');
    // Otherwise a pull might find out first.
    const letCome = await heldBack(page, '**/api/feeds/**');
    await page.context().clearCookies();
    await dialog.getByRole('button', { name: 'Отменить 2 заказа' }).click();

    const door = page.getByRole('dialog', { name: 'Сессия закончилась' });
    await expect(door).toBeVisible();
    await letCome();
    await door.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
    await door.getByRole('button', { name: 'Войти' }).click();
    await expect(door).toHaveCount(0);
    // The command goes on by itself, with the comment as typed.
    await expect
      .poll(async () => JSON.stringify(await kassa.order(orders[1]?.id ?? '')))
      .toContain('Дубль заказа');
    await expect(page.getByTestId('outcome-panel').locator('li[data-state="done"]')).toHaveCount(2);
    expect((await page.request.get(`${stack.url}/api/session`)).status()).toBe(200);
  });
});

test('a change asked for from another site is refused', async ({ visit, stack, ireca }) => {
  const page = await visit();
  const response = await page.request.post(`${stack.url}/api/commands`, {
    headers: { origin: 'https://elsewhere.example' },
    data: {},
  });
  expect(response.status()).toBe(403);
  expect(await ireca.received('PUT')).toHaveLength(0);
});

test('no token or password of an upstream is ever in an answer to the browser', async ({ visit, stack }) => {
  const seen: string[] = [];
  const page = await visit();
  page.on('response', (response) => {
    if (/event-stream/.test(response.headers()['content-type'] ?? '')) return;
    void response.text().then(
      (text) => seen.push(text),
      () => {},
    );
  });
  await page.reload();
  await boardReady(page);
  const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'] }, 1);
  await search(page, order?.number ?? '');
  if (order) await row(page, order).getByRole('checkbox').click();
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  for (const path of ['couriers', 'licenses', 'orderReturnReasons']) {
    seen.push(await (await page.request.get(`${stack.url}/api/ireca/${path}`)).text());
  }
  const all = seen.join('\n');
  expect(all).toContain('courierId');
  const { ireca, kassa } = stack.simulators;
  for (const secret of [ireca.token, kassa.password, 'sourcePassword', 'access_token']) {
    expect(all.includes(secret)).toBe(false);
  }
});
