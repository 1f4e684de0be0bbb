/** axe finds nothing, on any page, in either theme. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ROW } from './desk.ts';

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
  }));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`signing in, ${colorScheme}`, async ({ page, stack }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(stack.url);
    await page.getByRole('heading', { name: 'Вход в Пульт' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  for (const width of [1440, 390]) {
    test(`orders and their dialogs at ${width}, ${colorScheme}`, async ({ visit }) => {
      const page = await visit({ context: { colorScheme, viewport: { width, height: 900 } } });
      if (width > 1100) await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
      expect(await violations(page)).toEqual([]);

      for (const index of [0, 1, 5]) await page.locator(ROW).nth(index).getByRole('checkbox').click();
      expect(await violations(page)).toEqual([]);

      await page
        .getByTestId('bulk-bar')
        .getByRole('button', { name: /^Назначить/ })
        .click();
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await page
        .getByTestId('bulk-bar')
        .getByRole('button', { name: /^Отменить/ })
        .click();
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await page
        .getByTestId('bulk-bar')
        .getByRole('button', { name: /^Назначить/ })
        .click();
      await page.getByRole('dialog').locator('[role=option]:not([data-impossible])').first().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Назначить \d/ })
        .click();
      await page.getByTestId('outcome-panel').locator('li[data-state="done"]').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  }
}
