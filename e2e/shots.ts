/** `npm run shots`: the screenshots of README.md, made from the running product; `--all` also makes every width in both themes. */
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { ROW, feedOrders, openOrders, pick, signedIn } from './desk.ts';
import type { FeedOrder } from './desk.ts';
import { openMap } from './mapDesk.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

const FOLDER = new URL('../docs/', import.meta.url).pathname;
const ALL_FOLDER = new URL('../test-results/shots/', import.meta.url).pathname;
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 } as const;

type Theme = 'light' | 'dark';

async function withPage(
  browser: Browser,
  url: string,
  theme: Theme,
  width: keyof typeof WIDTHS,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: WIDTHS[width] },
    colorScheme: theme,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    deviceScaleFactor: width === 390 ? 2 : 1,
  });
  try {
    await signedIn(context, url);
    const page = await context.newPage();
    await openOrders(page, url);
    if (width > 1100) await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
    await act(page);
  } finally {
    await context.close();
  }
}

async function selectUnassigned(page: Page, count: number): Promise<void> {
  const rows = page.locator(ROW).filter({ has: page.getByRole('button', { name: 'Назначить' }) });
  for (let index = 0; index < count; index += 1) await rows.nth(index).getByRole('checkbox').click();
}

async function openAssign(page: Page): Promise<void> {
  await selectUnassigned(page, 4);
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
}

/** The orders that show most: one with everything in it, one that can be given back, one of Kassa. */
async function showpieces(page: Page): Promise<Record<'full' | 'delivered' | 'kassa', string>> {
  const held = await upstream(stack.simulators.ireca.control).orders();
  const orders = await feedOrders(page);
  const full = held.find((order) => Number(order['deliveryStatusId']) < 9 && hasRows(order['payments']));
  const first = (found: FeedOrder[]) => found[0]?.id ?? '';
  return {
    full: full ? String(full['orderId']) : first(pick(orders, { system: 'ireca', statuses: ['6'] }, 1)),
    delivered: first(pick(orders, { system: 'ireca', statuses: ['10'] }, 1)),
    kassa: first(pick(orders, { system: 'kassa', statuses: ['DISTRIBUTED'] }, 1)),
  };
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
function orderScreens(found: Awaited<ReturnType<typeof showpieces>>) {
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
const mapScreens = {
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

async function readmeShots(browser: Browser, url: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const shot = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}${name}.png` });
  await withPage(browser, url, 'light', 1440, async (page) => {
    await selectUnassigned(page, 3);
    await shot(page, 'orders-light');
  });
  await withPage(browser, url, 'light', 1440, async (page) => {
    await openAssign(page);
    await shot(page, 'assign-light');
  });
  await withPage(browser, url, 'dark', 1440, async (page) => {
    await openAssign(page);
    await page.keyboard.press('Enter');
    await page.locator('article:not([data-state="running"])').first().waitFor();
    await shot(page, 'outcomes-dark');
  });
  for (const [name, theme] of [
    ['map', 'light'],
    ['map-courier', 'dark'],
    ['map-area', 'light'],
  ] as const) {
    await withPage(browser, url, theme, 1440, async (page) => {
      await mapScreens[name](page);
      await shot(page, `${name}-${theme}`);
    });
  }
  for (const [name, theme] of [
    ['card', 'light'],
    ['edit', 'light'],
    ['import', 'dark'],
  ] as const) {
    await withPage(browser, url, theme, 1440, async (page) => {
      await orderScreens(await showpieces(page))[name](page);
      await shot(page, `${name}-${theme}`);
    });
  }
}

async function everyWidth(browser: Browser, url: string): Promise<void> {
  await mkdir(ALL_FOLDER, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024, 390] as const) {
      const shot = (page: Page, name: string) =>
        page.screenshot({ path: `${ALL_FOLDER}${name}-${theme}-${width}.png` });
      await withPage(browser, url, theme, width, async (page) => {
        await shot(page, 'orders');
        await openAssign(page);
        await shot(page, 'assign');
        await page.keyboard.press('Escape');
        await page.keyboard.press('c');
        await page.getByRole('dialog').waitFor();
        await shot(page, 'cancel');
        await page.keyboard.press('Escape');
      });
      await withPage(browser, url, theme, width, async (page) => {
        for (const [name, open] of Object.entries(mapScreens)) {
          if (width === 390 && name === 'map-area') continue;
          await open(page);
          await shot(page, name);
          await page.keyboard.press('Escape');
        }
      });
      await withPage(browser, url, theme, width, async (page) => {
        for (const [name, open] of Object.entries(orderScreens(await showpieces(page)))) {
          await open(page);
          await shot(page, name);
        }
      });
    }
  }
}

const browser = await chromium.launch(launchOptions());
const stack = await startStack({ orders: 220, couriers: 18 });
try {
  if (process.argv.includes('--all')) await everyWidth(browser, stack.url);
  else await readmeShots(browser, stack.url);
} finally {
  await stack.close();
  await browser.close();
}
