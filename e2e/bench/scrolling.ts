/** Scrolling through all orders: how many frames came late. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { ROW } from '../desk.ts';
import { framesDuring, report, round } from './measure.ts';
import { ORDERS, onFullBoard } from './size.ts';

const WHEEL_STEPS = 90;
/** A notch of a common mouse wheel, at the pace of a finger that is in a hurry. */
const NOTCH_PX = 100;
const NOTCH_MS = 30;

export async function scrolling(browser: Browser): Promise<void> {
  await onFullBoard(browser, async ({ page }) => {
    await page.locator(ROW).first().hover();
    const { frames, slow, worst } = await framesDuring(page, async () => {
      for (let step = 0; step < WHEEL_STEPS; step += 1) {
        await page.mouse.wheel(0, NOTCH_PX);
        await sleep(NOTCH_MS);
      }
    });
    report({ bench: 'scroll', orders: ORDERS, frames, frames_over_50ms: slow, worst_ms: round(worst) });
  });
}
