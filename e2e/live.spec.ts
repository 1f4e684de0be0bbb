/** Staying current: hints, a restarted proxy, a network without event streams. */
import { expect, test } from './fixtures.ts';
import { feedOrders, pick, row, search, selectOrders } from './desk.ts';

/** The proxy rests ten times as long as its last read took, and the first read of a cold machine is a slow one. */
const NEXT_POLL = 45_000;

test.use({ stackOptions: { settings: { ORDERS_POLL_SECONDS: '1' } } });

test('a change by the courier’s app reaches every open screen', async ({ visit, ireca }) => {
  const [first, second] = [
    await visit({ search: '?view=all' }),
    await visit({ who: 'second', search: '?view=all' }),
  ];
  const [order] = pick(await feedOrders(first), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
  if (!order) throw new Error('no order');
  for (const page of [first, second]) await search(page, order.number);
  await ireca.change(order.id, { deliveryStatusId: 7 });
  for (const page of [first, second])
    await expect(row(page, order)).toContainText('Заказ взят курьером', { timeout: NEXT_POLL });
});

test.describe('around a restart of the proxy', () => {
  test.use({
    expectedErrors: [
      'ERR_CONNECTION_REFUSED',
      'ERR_INCOMPLETE_CHUNKED_ENCODING',
      'ERR_CONNECTION_RESET',
      '503',
    ],
  });

  test('the screen catches up by itself and the selection stays', async ({ visit, stack, ireca }) => {
    const page = await visit({ search: '?view=all' });
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
    if (!order) throw new Error('no order');
    await selectOrders(page, [order]);
    await stack.restartProxy();
    await ireca.change(order.id, { deliveryStatusId: 7 });
    await search(page, order.number);
    await expect(row(page, order)).toContainText('Заказ взят курьером', { timeout: 30_000 });
    await expect(row(page, order)).toHaveAttribute('aria-selected', 'true');
  });
});

test.describe('behind a network that lets no event stream through', () => {
  test.use({ expectedErrors: ['EventSource'] });

  test('it still refreshes, and says so', async ({ visit, ireca }) => {
    const page = await visit({ search: '?view=all' });
    await page.route('**/api/events', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '' }),
    );
    await page.reload();
    await expect(page.getByRole('img', { name: /Мгновенные обновления недоступны/ })).toBeVisible({
      timeout: 20_000,
    });
    const [order] = pick(await feedOrders(page), { system: 'ireca', statuses: ['6'], assigned: true }, 1);
    if (!order) throw new Error('no order');
    await search(page, order.number);
    await ireca.change(order.id, { deliveryStatusId: 7 });
    await expect(row(page, order)).toContainText('Заказ взят курьером', { timeout: 45_000 });
  });
});
