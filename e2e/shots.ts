/** `npm run shots`: the screenshots of README.md, made from the running product; `--all` also makes every width in both themes. */
import { mkdir } from 'node:fs/promises';
import { chromium, expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { ROW, openOrders, signedIn } from './desk.ts';
import { listScreens, liven, mapScreens, openList, orderScreens, showpieces } from './shotScreens.ts';
import { startStack } from './stack.ts';

const FOLDER = new URL('../docs/', import.meta.url).pathname;
const ALL_FOLDER = new URL('../test-results/shots/', import.meta.url).pathname;
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 } as const;

type Theme = 'light' | 'dark';

/** What unfolds or fades in is shown as it ends. */
const picture = (page: Page, path: string) => page.screenshot({ path, animations: 'disabled' });

async function withPage(
  browser: Browser,
  url: string,
  theme: Theme,
  width: keyof typeof WIDTHS,
  act: (page: Page) => Promise<void>,
  who: 'dispatcher' | 'admin' = 'dispatcher',
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: WIDTHS[width] },
    colorScheme: theme,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    deviceScaleFactor: width === 390 ? 2 : 1,
  });
  try {
    await signedIn(context, url, who);
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

async function readmeShots(browser: Browser, url: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const shot = (page: Page, name: string) => picture(page, `${FOLDER}${name}.png`);
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
    ['couriers', 'light'],
    ['goods', 'light'],
    ['warehouses', 'dark'],
    ['rights', 'light'],
    ['callbacks', 'dark'],
    ['shift', 'light'],
  ] as const) {
    await withPage(
      browser,
      url,
      theme,
      1440,
      async (page) => {
        await openList(page, name);
        await shot(page, `${name}-${theme}`);
      },
      'admin',
    );
  }
  for (const [name, theme] of [
    ['card', 'light'],
    ['edit', 'light'],
    ['import', 'dark'],
    ['receipts', 'light'],
    ['digest', 'light'],
  ] as const) {
    await withPage(browser, url, theme, 1440, async (page) => {
      await orderScreens(await showpieces(page, stack.simulators.ireca.control))[name](page);
      await shot(page, `${name}-${theme}`);
    });
  }
}

async function everyWidth(browser: Browser, url: string): Promise<void> {
  await mkdir(ALL_FOLDER, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1440, 1024, 390] as const) {
      const shot = (page: Page, name: string) => picture(page, `${ALL_FOLDER}${name}-${theme}-${width}.png`);
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
        for (const [name, open] of Object.entries(
          orderScreens(await showpieces(page, stack.simulators.ireca.control)),
        )) {
          await open(page);
          await shot(page, name);
        }
      });
      await withPage(
        browser,
        url,
        theme,
        width,
        async (page) => {
          for (const name of Object.keys(listScreens) as (keyof typeof listScreens)[]) {
            await openList(page, name);
            await shot(page, name);
          }
        },
        'admin',
      );
    }
  }
}

const browser = await chromium.launch(launchOptions());
const stack = await startStack({
  orders: 220,
  couriers: 18,
  callbacks: true,
  settings: { ORDERS_POLL_SECONDS: '1' },
});
try {
  // Something must have happened before anybody can be told what did.
  await withPage(browser, stack.url, 'light', 1440, async (page) => {
    const began = Date.now() - 1000;
    const changed = await liven(stack.simulators.ireca.control);
    const noticed = async () => {
      const answer = await page.request.get(`${stack.url}/api/changes?since=${began}`);
      return ((await answer.json()) as { orders: unknown[] }).orders.length;
    };
    await expect.poll(noticed, { timeout: 60_000 }).toBeGreaterThanOrEqual(changed);
  });
  if (process.argv.includes('--all')) await everyWidth(browser, stack.url);
  else await readmeShots(browser, stack.url);
} finally {
  await stack.close();
  await browser.close();
}
