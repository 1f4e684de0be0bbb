/** First load: kilobytes by type, time to the first usable row, blocked time, heap. */
import { stat } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { ROW, boardReady, signedIn } from '../desk.ts';
import { blockedMs, heapMegabytes, report, round, throttled, watchBlocking } from './measure.ts';
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
    await watchFirstRow(page, ROW);
    await page.goto(`${stack.url}/orders`);
    await boardReady(page);
    const complete = await page.evaluate(() => performance.now());
    const { firstRow, kilobytes, scripts } = await firstRowCost(page);
    const gzip = await Promise.all(
      scripts.map((path) => stat(new URL(`../../dist/client${path}.gz`, import.meta.url))),
    );
    report({
      bench: 'first load',
      orders: ORDERS,
      couriers: COURIERS,
      ...kilobytes,
      js_gzip_kB: round(gzip.reduce((sum, { size }) => sum + size, 0) / 1000),
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

type Watched = { firstRow: number };

/** Must run before the page's own scripts: notes when the first order stands on screen. */
async function watchFirstRow(page: Page, row: string): Promise<void> {
  await page.addInitScript((selector) => {
    const watched = window as unknown as Watched;
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return;
      watched.firstRow = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, row);
}

/** When the first row stood there, and what had been fetched by then: kilobytes over the wire by type. */
function firstRowCost(
  page: Page,
): Promise<{ firstRow: number; kilobytes: Record<string, number>; scripts: string[] }> {
  return page.evaluate(() => {
    const { firstRow } = window as unknown as Watched;
    const kilobytes: Record<string, number> = {};
    const scripts: string[] = [];
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    for (const { name, responseEnd, encodedBodySize } of entries) {
      if (responseEnd > firstRow) continue;
      const type = name.includes('/api/') ? 'api' : (/\.(\w+)(\?|$)/.exec(name)?.[1] ?? 'other');
      if (type === 'js') scripts.push(new URL(name).pathname);
      kilobytes[`${type}_kB`] = Math.round((kilobytes[`${type}_kB`] ?? 0) + encodedBodySize / 100);
    }
    for (const type of Object.keys(kilobytes)) kilobytes[type] = (kilobytes[type] ?? 0) / 10;
    return { firstRow, kilobytes, scripts };
  });
}
