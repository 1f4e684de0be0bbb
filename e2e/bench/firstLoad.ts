/** First load: kilobytes by type, time to the first usable row, blocked time, heap. */
import type { Browser } from '@playwright/test';
import { ROW, signedIn } from '../desk.ts';
import { blockedMs, bytesDuring, heapMegabytes, report, round, throttled, watchBlocking } from './measure.ts';
import { COURIERS, CPU_RATE, ORDERS, fullStack } from './size.ts';

export async function firstLoad(browser: Browser): Promise<void> {
  const stack = await fullStack();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Moscow',
  });
  try {
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await watchBlocking(page);
    const session = await throttled(context, page, CPU_RATE);
    let firstRow = 0;
    const bytes = await bytesDuring(session, async () => {
      await page.goto(`${stack.url}/orders`);
      await page.locator(ROW).first().waitFor();
      firstRow = await page.evaluate(() => performance.now());
    });
    const beforeRow = Object.fromEntries(
      Object.entries(bytes).map(([type, size]) => [`${type.toLowerCase()}_kB`, round(size / 1000)]),
    );
    await page.locator('[data-board-ready]').waitFor();
    const complete = await page.evaluate(() => performance.now());
    report({
      bench: 'first load',
      orders: ORDERS,
      couriers: COURIERS,
      ...beforeRow,
      first_row_ms: round(firstRow, 0),
      all_orders_ms: round(complete, 0),
      blocked_ms: round(await blockedMs(page), 0),
      heap_MB: round(await heapMegabytes(session)),
    });
  } finally {
    await context.close();
    await stack.close();
  }
}
