/** From «Назначить» on fifty orders to the last outcome on screen. */
import type { Browser } from '@playwright/test';
import { ROW } from '../desk.ts';
import { report, round } from './measure.ts';
import { onFullBoard } from './size.ts';

const COUNT = 50;

export async function assignFifty(browser: Browser): Promise<void> {
  await onFullBoard(
    browser,
    async ({ page }) => {
      await page.locator(ROW).first().click();
      await page.keyboard.down('Shift');
      for (let step = 1; step < COUNT; step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.up('Shift');
      await page.keyboard.press('a');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      const started = Date.now();
      await page.keyboard.press('Enter');
      await page.locator('article:not([data-state="running"])').first().waitFor({ timeout: 120_000 });
      report({ bench: 'assign', orders: COUNT, last_outcome_ms: round(Date.now() - started, 0) });
    },
    '?view=unassigned',
  );
}
