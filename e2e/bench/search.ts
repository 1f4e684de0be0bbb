/** A keystroke in the search box until its result is painted. */
import type { Browser } from '@playwright/test';
import { report, round } from './measure.ts';
import { ORDERS, onFullBoard } from './size.ts';

const TYPED = 'невский';

export async function searching(browser: Browser): Promise<void> {
  await onFullBoard(browser, async ({ page }) => {
    await page.keyboard.press('/');
    const times: number[] = [];
    for (const letter of TYPED) {
      const painted = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            addEventListener(
              'keydown',
              (event) => {
                const pressed = event.timeStamp;
                const rows = document.querySelector('[data-result]');
                const before = rows?.getAttribute('data-result');
                const look = () => {
                  // Painted: the frame after the one in which the table shows the new result.
                  if (rows?.getAttribute('data-result') === before) requestAnimationFrame(look);
                  else requestAnimationFrame(() => resolve(performance.now() - pressed));
                };
                requestAnimationFrame(look);
              },
              { once: true, capture: true },
            );
          }),
      );
      await page.keyboard.type(letter);
      times.push(await painted);
    }
    times.sort((a, b) => a - b);
    report({
      bench: 'search keystroke',
      orders: ORDERS,
      typed: TYPED,
      median_ms: round(times[Math.floor(times.length / 2)] ?? 0),
      worst_ms: round(times.at(-1) ?? 0),
    });
  });
}
