import { chromium } from '@playwright/test';
import { launchOptions } from '/work/main/e2e/browser.ts';
import { signedIn } from '/work/main/e2e/desk.ts';
import { startStack } from '/work/main/e2e/stack.ts';
import { upstream } from '/work/main/e2e/upstream.ts';
const out = '/tmp/eyF';
const browser = await chromium.launch(launchOptions());
const stack = await startStack({ orders: 220, couriers: 18 });
const ireca = upstream(stack.simulators.ireca.control);
const sizes: Record<string, number> = { '1440': 900, '1024': 768, '390': 844 };
let spoiled = false;
for (const [theme, width, lang] of (process.argv[2] ?? 'light:1440').split(',').map((x) => x.split(':')) as [any, string, string?][]) {
  const tag = `${theme}-${width}${lang ? '-' + lang : ''}`;
  const context = await browser.newContext({ viewport: { width: Number(width), height: sizes[width]! }, colorScheme: theme, locale: lang === 'en' ? 'en-GB' : 'ru-RU', timezoneId: 'Europe/Moscow', hasTouch: width === '390', isMobile: width === '390' });
  await signedIn(context, stack.url);
  const page = await context.newPage();
  page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text()); });
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  const shot = (n: string) => page.screenshot({ path: `${out}/${tag}-${n}.png` });
  const step = async (n: string, act: () => Promise<unknown>) => { try { await act(); } catch (e) { console.log(tag, n, String(e).split('\n').slice(0,3).join(' | ')); } };
  await page.goto(stack.url + '/map');
  await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
  const ids = await page.locator('li[data-courier]').evaluateAll((x) => x.map((y) => y.getAttribute('data-courier')!));
  if (lang === 'en') await step('lang', async () => { const b = page.getByRole('button', { name: /English|Русский|язык|language/i }).first(); console.log(await b.getAttribute('aria-label')); if (width!=='390' && (await page.locator('html').getAttribute('lang')) !== 'en') await b.click(); });
  if (!spoiled) {
    spoiled = true;
    await page.waitForTimeout(12000);
    const now = Date.now();
    await ireca.position([
      { courierId: ids[0]!, latitude: 0, longitude: 0 },
      { courierId: ids[1]!, latitude: 59.93, longitude: 30.3, createdAt: now + 3_600_000 },
      { courierId: ids[2]!, latitude: 159.93, longitude: 30.3 },
      { courierId: ids[3]!, latitude: null, longitude: null },
      { courierId: ids[4]!, latitude: 59.9, longitude: 30.3, createdAt: null },
      { courierId: ids[5]!, latitude: 55.75, longitude: 37.6 },
      { courierId: ids[6]!, latitude: 59.9, longitude: 30.2, createdAt: now - 40*60_000 },
    ]);
    await page.getByRole('button', { name: /обновить|Refresh|Update/i }).first().click().catch((e) => console.log('refresh', String(e).split('\n')[0]));
    await page.waitForTimeout(1500);
    await shot('asked');
    await page.locator('[data-quarantine]').waitFor({ timeout: 90000 }).catch(() => console.log('no quarantine'));
    await page.waitForTimeout(40000);
  }
  await page.waitForTimeout(1500);
  await shot('map');
  await step('q', async () => { await page.locator('[data-quarantine]').click({ timeout: 4000 }); await page.waitForTimeout(300); await shot('quarantine'); await page.keyboard.press('Escape'); });
  await step('card', async () => { await page.locator('li[data-courier] button').nth(8).click(); await page.waitForTimeout(2500); await shot('card');
    await page.locator('[role=slider]').first().scrollIntoViewIfNeeded(); await page.locator('[role=slider]').first().press('Home'); for (let i=0;i<30;i++) await page.keyboard.press('ArrowRight'); await page.waitForTimeout(500); await shot('track');
    await page.getByRole('button', { name: /Весь трек на карте|whole track/i }).click(); await page.waitForTimeout(800); await shot('whole');
    await page.getByRole('button', { name: /^другое|^other|custom/i }).click(); await page.waitForTimeout(300); await shot('form');
  });
  await step('orders', async () => { await page.goto(stack.url + '/orders'); await page.locator('tr[data-key]').first().waitFor(); await page.waitForTimeout(2500); await shot('orders');
    const boxes = page.locator('tr[data-key] [role=checkbox], tr[data-key] input[type=checkbox]'); await boxes.nth(0).click(); await boxes.nth(2).click(); await page.waitForTimeout(300); await shot('bulk'); });
  await context.close();
}
await stack.close(); await browser.close();
