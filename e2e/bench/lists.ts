/** A reference list with 5,000 goods: how long until all are there, a keystroke in its search, scrolling through it. */
import type { Browser, Page } from '@playwright/test';
import { signedIn } from '../desk.ts';
import { startStack } from '../stack.ts';
import { framesDuring, report, round, throttled } from './measure.ts';
import { typing } from './search.ts';
import { CPU_RATE, KEEP_NAMES } from './size.ts';

const GOODS = 5000;
const TYPED = 'невский';
const NOTCHES = 60;

/** Milliseconds from asking for the page to its first row, and to the last page of the list. */
async function opening(page: Page, url: string): Promise<{ first: number; whole: number }> {
  const from = performance.now();
  await page.goto(`${url}/references/goods`);
  await page.locator('[role=grid] tr[data-id]').first().waitFor();
  const first = performance.now() - from;
  // Without those that are deleted, one in fifty.
  await page.waitForFunction(
    (least) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > least,
    GOODS * 0.97,
  );
  return { first, whole: performance.now() - from };
}

async function scrolling(page: Page): Promise<Awaited<ReturnType<typeof framesDuring>>> {
  const box = await page.locator('[role=grid]').boundingBox();
  if (!box) throw new Error('no table');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return framesDuring(page, async () => {
    for (let notch = 0; notch < NOTCHES; notch += 1) await page.mouse.wheel(0, 100);
  });
}

export async function lists(browser: Browser): Promise<void> {
  const stack = await startStack({ orders: 220, couriers: 18, goods: GOODS });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(KEEP_NAMES);
    await signedIn(context, stack.url, 'admin');
    const page = await context.newPage();
    await throttled(context, page, CPU_RATE);
    const opened = await opening(page, stack.url);
    const scrolled = await scrolling(page);
    const typed = await typing(page, TYPED);
    report({
      bench: 'list of goods',
      goods: GOODS,
      first_row_ms: round(opened.first),
      whole_ms: round(opened.whole),
      letter_median_ms: round(typed.letter),
      result_median_ms: round(typed.result),
      result_worst_ms: round(typed.worst),
      scroll_frames: scrolled.frames,
      scroll_over_50_ms: scrolled.slow,
      scroll_worst_ms: round(scrolled.worst),
    });
  } finally {
    await context.close();
    await stack.close();
  }
}
