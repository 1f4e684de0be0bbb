/** A keystroke in the search box until its result is painted. */
import type { Browser, Page } from '@playwright/test';
import { report, round } from './measure.ts';
import { ORDERS, onFullBoard } from './size.ts';

const TYPED = 'марата';
/** What one letter sets off is over by then. */
const CALM_MS = 2500;

type Watched = { echoed: Promise<number>; painted: Promise<number | null> };

/** Runs in the page: promises the milliseconds from the next input to the frames that show the letter, and its result. */
function watchNextKey(): void {
  const watched = window as unknown as Watched;
  watched.echoed = new Promise((resolve) => {
    const onInput = (event: Event) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
    addEventListener('input', onInput, { once: true, capture: true });
  });
  watched.painted = new Promise((resolve) => {
    const onInput = (event: Event) => {
      const result = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
      const before = result();
      const look = () => {
        const took = performance.now() - event.timeStamp;
        // A letter that leaves the same orders has nothing to show.
        if (result() === before && took > 1000) resolve(null);
        else if (result() === before) requestAnimationFrame(look);
        // Painted: the frame after the one in which the table holds the new number of rows.
        else requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
      };
      requestAnimationFrame(look);
    };
    addEventListener('input', onInput, { once: true, capture: true });
  });
}

/** Types letter by letter into the field that `/` goes to; milliseconds until each letter, and its result, is painted. */
export async function typing(
  page: Page,
  text: string,
): Promise<{ letter: number; result: number; worst: number }> {
  await page.keyboard.press('/');
  const echoes: number[] = [];
  const times: number[] = [];
  for (const letter of text) {
    // Each letter is measured by itself: what the one before set off (the map follows a pause in typing) is over by then.
    await page.waitForTimeout(CALM_MS);
    await page.evaluate(watchNextKey);
    await page.keyboard.type(letter);
    echoes.push(await page.evaluate(() => (window as unknown as Watched).echoed));
    const time = await page.evaluate(() => (window as unknown as Watched).painted);
    if (time !== null) times.push(time);
  }
  return { letter: median(echoes), result: median(times), worst: Math.max(...times) };
}

export async function searching(browser: Browser): Promise<void> {
  await onFullBoard(browser, async ({ page }) => {
    const typed = await typing(page, TYPED);
    report({
      bench: 'search keystroke',
      orders: ORDERS,
      typed: TYPED,
      letter_median_ms: round(typed.letter),
      result_median_ms: round(typed.result),
      result_worst_ms: round(typed.worst),
    });
  });
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
