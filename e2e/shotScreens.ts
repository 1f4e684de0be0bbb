/** The screens that screenshots are made of, each brought into the state that shows most. */
import type { Page } from '@playwright/test';
import { ROW, feedOrders, pick } from './desk.ts';
import type { FeedOrder } from './desk.ts';
import { openMap } from './mapDesk.ts';
import { upstream } from './upstream.ts';

/** The orders that show most: one with everything in it, one that can be given back, one of Kassa. */
export async function showpieces(
  page: Page,
  control: string,
): Promise<Record<'full' | 'delivered' | 'kassa', string>> {
  const held = await upstream(control).orders();
  const orders = await feedOrders(page);
  const full = held.find((order) => Number(order['deliveryStatusId']) < 9 && hasRows(order['payments']));
  const first = (found: FeedOrder[]) => found[0]?.id ?? '';
  return {
    full: full ? String(full['orderId']) : first(pick(orders, { system: 'ireca', statuses: ['6'] }, 1)),
    delivered: first(pick(orders, { system: 'ireca', statuses: ['10'] }, 1)),
    kassa: first(pick(orders, { system: 'kassa', statuses: ['DISTRIBUTED'] }, 1)),
  };
}

/**
 * A quarter of an hour of a busy day at once: couriers take and deliver, somebody cancels.
 * @returns how many orders it touched.
 */
export async function liven(control: string): Promise<number> {
  const ireca = upstream(control);
  const held = await ireca.orders();
  const carried = (status: number) =>
    held
      .filter((order) => Number(order['deliveryStatusId']) === status && Number(order['courierId']) > 0)
      .map((order) => String(order['orderId']));
  const ready = carried(6);
  const deeds = [
    ...carried(7)
      .slice(0, 5)
      .map((id) => [id, { deliveryStatusId: 9 }] as const),
    ...ready.slice(0, 4).map((id) => [id, { deliveryStatusId: 7 }] as const),
    ...ready.slice(4, 6).map((id) => [id, { deliveryStatusId: 11, returnReasonId: 5278 }] as const),
  ];
  for (const [id, fields] of deeds) await ireca.change(id, fields);
  return deeds.length;
}

const hasRows = (value: unknown) => Array.isArray(value) && value.length > 0;

/** Opens an order's card over the list, by its number as a dispatcher would. */
async function openCard(page: Page, id: string): Promise<void> {
  await page.goto(new URL('/orders?view=all', page.url()).href);
  await page.getByRole('searchbox').fill(id);
  await page.locator(`${ROW}[data-key="ireca:${id}"] a[data-open]`).click();
  await page.locator('[data-order-card]').waitFor();
  await settled(page);
}

/** Nothing is being read any more, and maps have drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
}

const IMPORTED = [
  'Номер\tГород\tУлица\tДом\tДата\tОкно\tОплата\tТовар\tКоличество\tЦена\tТелефон',
  '910001\tСанкт-Петербург\tНевский проспект\t10\t21.11.2030\t14:00–15:00\tНаличные\tТворог 9%\t2\t119,90\t+79123456789',
  '910002\tСанкт-Петербург\tЛитейный проспект\t\t21.11.2030\t15:00–14:99\tБартер\tХлеб\tмного\t60\t+79123456780',
  '910003\tСанкт-Петербург\tСадовая улица\t5\t21.11.2030\t16:00–17:00\tНаличные\tКофе carte noire\t1\t539,78\t+79123456781',
].join('\n');

/** Each screen that belongs to a single order or to orders in bulk, by name. */
export function orderScreens(found: Awaited<ReturnType<typeof showpieces>>) {
  const at = (path: string) => async (page: Page) => {
    await page.goto(new URL(path, page.url()).href);
    await settled(page);
  };
  return {
    card: (page: Page) => openCard(page, found.full),
    'card-page': at(`/orders/ireca/${found.full}`),
    'card-kassa': at(`/orders/kassa/${found.kassa}`),
    edit: at(`/orders/ireca/${found.full}/edit`),
    new: at('/orders/new'),
    'new-kassa': at('/orders/new?system=kassa'),
    refund: at(`/orders/ireca/${found.delivered}/refund`),
    receipts: at(`/receipts?order=${found.delivered}`),
    'journal-changes': at(`/journals/changes?order=${found.delivered}`),
    digest: async (page: Page) => {
      await page.getByRole('button', { name: 'Что изменилось' }).first().click();
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
    'run-sheet': at('/orders/run-sheet'),
    import: async (page: Page) => {
      await at('/orders/import')(page);
      await page.getByRole('textbox', { name: 'Вставьте таблицу' }).evaluate((field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, IMPORTED);
      await settled(page);
    },
  };
}

/** The map's page in the states that show most. */
export const mapScreens = {
  map: async (page: Page) => {
    await openMap(page, new URL(page.url()).origin);
    await settled(page);
  },
  'map-courier': async (page: Page) => {
    await mapScreens.map(page);
    await page.locator('li[data-courier] button').first().click();
    await page.locator('[data-track-at]').first().waitFor();
    await settled(page);
  },
  'map-orders': async (page: Page) => {
    await mapScreens.map(page);
    await page.getByText(/^Заказы \d/).click();
    await settled(page);
  },
  'map-area': async (page: Page) => {
    await mapScreens['map-orders'](page);
    const box = await page.locator('.leaflet-container').boundingBox();
    if (!box) throw new Error('the map has no place');
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.keyboard.down('Shift');
    await page.mouse.move(...at(0.3, 0.42));
    await page.mouse.down();
    await page.mouse.move(...at(0.5, 0.6));
    await page.mouse.move(...at(0.62, 0.78));
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.getByTestId('bulk-bar').waitFor();
  },
};

/** The pages of lists, as an admin sees them. */
export const listScreens = {
  couriers: '/couriers',
  courier: '/couriers/55753',
  warehouses: '/warehouses/1099',
  goods: '/references/goods/edit/355901',
  'cancel-reasons': '/references/cancel-reasons',
  'close-types': '/references/close-types',
  paste: '/references/goods/paste',
  rights: '/references/rights',
  corrections: '/receipts/corrections',
  'journal-terminal': '/journals/terminal?courier=55753',
  'till-errors': '/journals/errors',
  notices: '/settings/notices',
  callbacks: '/settings/callbacks',
  fiscal: '/settings/fiscal',
  quality: '/settings/quality',
  shift: '/shift',
} as const;

export async function openList(page: Page, name: keyof typeof listScreens): Promise<void> {
  await page.goto(new URL(listScreens[name], page.url()).href);
  await settled(page);
}
