import { chromium } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { signedIn } from './desk.ts';
import { startStack } from './stack.ts';
const out = '/tmp/eA';
const browser = await chromium.launch(launchOptions());
const stack = await startStack({ orders: 9000, couriers: 300 });
for (const [theme, width] of [['light', 1440], ['dark', 1280]] as [any, number][]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  await signedIn(context, stack.url);
  const page = await context.newPage();
  page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', m.text()); });
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  await page.goto(stack.url + '/map');
  await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[role=radiogroup] [role=img]').length === 0, null, { timeout: 90000 });
  await page.waitForTimeout(3000);
  const shot = (n: string) => page.screenshot({ path: `${out}/${n}-${theme}-${width}.png` });
  await shot('1-map');
  await page.getByText(/^Заказы \d/).click();
  await page.waitForTimeout(700);
  // zoom in
  const b = (await page.locator('.leaflet-container').boundingBox())!;
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2);
  await page.mouse.wheel(0, -300); await page.waitForTimeout(1200);
  await shot('2-zoom1');
  await page.mouse.wheel(0, -300); await page.waitForTimeout(1200);
  await shot('3-zoom2');
  // shift-drag, mid
  await page.keyboard.down('Shift');
  await page.mouse.move(b.x + 200, b.y + 150); await page.mouse.down(); await page.mouse.move(b.x + 500, b.y + 400, { steps: 5 });
  await page.waitForTimeout(300);
  await shot('4-rect');
  const t = Date.now();
  await page.mouse.up(); await page.keyboard.up('Shift');
  await page.getByTestId('bulk-bar').waitFor(); console.log('select ms', Date.now() - t);
  await page.waitForTimeout(800);
  await shot('5-selected');
  await page.keyboard.press('Escape'); await page.waitForTimeout(300);
  console.log('after Esc bar', await page.getByTestId('bulk-bar').count());
  await context.close();
}
await stack.close(); await browser.close();
