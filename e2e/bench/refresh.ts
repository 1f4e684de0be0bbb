/** A refresh in which ten orders changed: bytes over the wire and work of the page's main thread; and one in which all did. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { upstream } from '../upstream.ts';
import { bytesDuring, report, round, workDuring } from './measure.ts';
import { ORDERS, onFullBoard } from './size.ts';

const CHANGED = 10;
const IDLE_MS = 10_000;

export async function refreshAfterTen(browser: Browser): Promise<void> {
  await onFullBoard(browser, async ({ stack, page, session }) => {
    const sim = upstream(stack.simulators.ireca.control);
    const ids = await page.evaluate(async (count) => {
      const feed = (await (await fetch('/api/feeds/orders')).json()) as {
        changed: { system: string; id: string; body: { deliveryStatusId?: unknown } }[];
      };
      return feed.changed
        .filter((record) => record.system === 'ireca' && Number(record.body.deliveryStatusId) === 6)
        .slice(0, count)
        .map((record) => record.id);
    }, CHANGED);
    let bytes: Record<string, number> = {};
    // What the page does anyway (clocks, ages) is not the refresh's doing.
    const idle = (await workDuring(session, () => sleep(IDLE_MS))) / IDLE_MS;
    const began = performance.now();
    const work = await workDuring(session, async () => {
      bytes = await bytesDuring(session, async () => {
        const pulled = page.waitForResponse(
          async (response) => {
            if (!response.url().includes('/api/feeds/orders?since=')) return false;
            const feed = (await response.json()) as { changed: unknown[] };
            return feed.changed.length >= CHANGED;
          },
          { timeout: 120_000 },
        );
        await Promise.all(ids.map((id) => sim.change(id, { description: `изменено ${id}` })));
        await pulled;
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
      });
    });
    report({
      bench: 'refresh',
      orders: ORDERS,
      changed: CHANGED,
      feed_kB: round(((bytes['Fetch'] ?? 0) + (bytes['XHR'] ?? 0)) / 1000),
      main_thread_ms: round(Math.max(0, work - idle * (performance.now() - began))),
    });
  });
}
