/** The ground of the map and its tools: tiles and what stands in for them, the kept view, layers, full screen, legend. */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { settled, signedIn } from './desk.ts';
import { mapAtRest } from './mapDesk.ts';
import type { Stack } from './stack.ts';

const MARKER = '.leaflet-marker-icon[data-courier]';
const STAND_IN = 'Подложка недоступна: показана схема';
/** One grey pixel: Leaflet gives it the size of a tile. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOcNm3afwAGTAL5wzyuLgAAAABJRU5ErkJggg==',
  'base64',
);

type Asked = { host: string; folder: string; z: number; x: number; y: number; file: string };

/** A tile server that these tests play: `answers` decides about each tile. */
async function tileServer(context: BrowserContext, answers: (tile: Asked) => boolean): Promise<Asked[]> {
  const asked: Asked[] = [];
  await context.route(/^https:\/\/\w+\.tiles\.example\//, async (route) => {
    const url = new URL(route.request().url());
    const [, folder = '', z, x, file = ''] = url.pathname.split('/');
    const tile = { host: url.host, folder, z: Number(z), x: Number(x), y: parseInt(file, 10), file };
    asked.push(tile);
    await (answers(tile) ? route.fulfill({ contentType: 'image/png', body: TILE }) : route.abort('failed'));
  });
  return asked;
}

async function openMap(page: Page, stack: Stack): Promise<void> {
  await page.goto(`${stack.url}/map`);
  await page.locator(MARKER).first().waitFor();
  // The map takes its view once couriers and orders are known.
  await expect(page.locator('[role=radiogroup] [role=img]')).toHaveCount(0, { timeout: 60_000 });
  await mapAtRest(page);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** The bar in the corner: its length and words tell the zoom as the user sees it. */
const scale = (page: Page) => page.getByRole('img', { name: /^Масштаб/ });
const zoom = async (page: Page) =>
  scale(page).evaluate((bar) => `${bar.textContent}, ${bar.getBoundingClientRect().width} px`);

/** Presses «Приблизить» and waits until the map is nearer. */
async function zoomIn(page: Page): Promise<void> {
  const before = await zoom(page);
  await button(page, 'Приблизить').click();
  await expect.poll(() => zoom(page)).not.toBe(before);
  await mapAtRest(page);
}

async function place(page: Page): Promise<string> {
  const id = await page.locator(MARKER).first().getAttribute('data-courier');
  const { x = 0, y = 0 } =
    (await page.locator(`.leaflet-marker-icon[data-courier="${id}"]`).boundingBox()) ?? {};
  return `${id}: ${Math.round(x)},${Math.round(y)}`;
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }));
}

test.describe('with tiles', () => {
  test.use({
    deviceScaleFactor: 2,
    stackOptions: {
      settings: {
        TILE_URL: 'https://{s}.tiles.example/day/{z}/{x}/{y}{r}.png',
        TILE_URL_DARK: 'https://night.tiles.example/night/{z}/{x}/{y}.png',
        TILE_ATTRIBUTION: '© [Плитки](https://tiles.example/about) и все',
        TILE_MAX_ZOOM: '14',
      },
    },
    // A tile that is refused on purpose.
    expectedErrors: ['tiles.example'],
  });

  test('each theme has its source, in the density of the screen, and the view stays', async ({
    context,
    page,
    stack,
  }) => {
    const asked = await tileServer(context, () => true);
    await signedIn(context, stack.url);
    await page.emulateMedia({ colorScheme: 'light' });
    const answer = await context.request.get(stack.url);
    expect(answer.headers()['content-security-policy']).toContain(
      // Then come the hosts of goods' pictures.
      "img-src 'self' data: https://a.tiles.example https://b.tiles.example https://c.tiles.example https://night.tiles.example ",
    );
    await openMap(page, stack);
    await expect(page.getByRole('link', { name: 'Плитки' })).toHaveAttribute(
      'href',
      'https://tiles.example/about',
    );
    await expect(page.locator('.leaflet-tile-loaded').first()).toBeVisible();
    expect([...new Set(asked.map(({ folder, file }) => `${folder} ${file.replace(/^\d+/, '')}`))]).toEqual([
      'day @2x.png',
    ]);
    expect(asked.every(({ host }) => /^[abc]\.tiles\.example$/.test(host))).toBe(true);

    // Nearer than the source goes its last tiles are enlarged, never asked for deeper.
    for (let presses = 0; presses < 5; presses += 1) await zoomIn(page);
    await expect.poll(() => Math.max(...asked.map(({ z }) => z))).toBe(14);
    await button(page, 'Показать всё').click();
    await expect(page.locator(MARKER).first()).toBeInViewport();

    await mapAtRest(page);
    const before = await place(page);
    await button(page, 'Тёмная тема').click();
    await expect.poll(() => asked.some(({ host }) => host === 'night.tiles.example')).toBe(true);
    await expect(page.locator('.leaflet-tile-loaded[src*="night.tiles.example"]').first()).toBeVisible();
    await expect(page.locator('.leaflet-tile[src*="/day/"]')).toHaveCount(0);
    await expect.poll(() => place(page)).toBe(before);
    // Without {r} a dense screen gets tiles of the next zoom at half their size, and still none deeper than there are.
    const night = page.locator('.leaflet-tile-loaded[src*="night"]').first();
    expect(await night.evaluate((tile: HTMLElement) => tile.offsetWidth)).toBe(128);
    expect(Math.max(...asked.map(({ z }) => z))).toBeLessThanOrEqual(14);
  });

  test('failing tiles are stood in for, with a way to ask again; single ones are counted', async ({
    context,
    page,
    stack,
  }) => {
    let mode: 'none' | 'some' | 'all' = 'none';
    const asked = await tileServer(
      context,
      ({ x, y }) => mode === 'all' || (mode === 'some' && (x + y) % 2 === 0),
    );
    await signedIn(context, stack.url);
    await openMap(page, stack);
    const note = page.getByText(STAND_IN);
    const retry = button(page, 'Повторить');
    await expect(note).toBeVisible();
    await expect(page.getByRole('link', { name: 'Плитки' })).toHaveCount(0);

    // Still down: the stand-in stays, and says so again.
    const before = asked.length;
    await retry.click();
    await expect.poll(() => asked.length).toBeGreaterThan(before);
    await expect(retry).toBeEnabled();
    await expect(note).toBeVisible();

    mode = 'some';
    await retry.click();
    await expect(note).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Плитки' })).toBeVisible();
    await expect(page.getByText(/^Не загрузилось: \d+ плит/)).toBeVisible();
    mode = 'all';
    await retry.click();
    await expect(page.getByText(/^Не загрузилось/)).toHaveCount(0);
    await expect(page.locator(MARKER).first()).toBeVisible();

    // The network goes and comes back: nobody has to press anything.
    mode = 'none';
    await page.reload();
    await expect(note).toBeVisible();
    mode = 'all';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(note).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Плитки' })).toBeVisible();
  });
});

test('the view is the user’s own: after a reload, in a new tab, and nobody else’s', async ({
  browser,
  stack,
}) => {
  const context = await browser.newContext();
  await signedIn(context, stack.url);
  const page = await context.newPage();
  await openMap(page, stack);
  const fitted = await zoom(page);

  for (let presses = 0; presses < 3; presses += 1) await zoomIn(page);
  const near = await zoom(page);
  await page.reload();
  await scale(page).waitFor();
  await expect.poll(() => zoom(page)).toBe(near);
  const another = await context.newPage();
  await openMap(another, stack);
  await expect.poll(() => zoom(another)).toBe(near);
  for (const tab of [page, another]) await tab.close();

  await signedIn(context, stack.url, 'second');
  const colleague = await context.newPage();
  await openMap(colleague, stack);
  await expect.poll(() => zoom(colleague)).toBe(fitted);
  await context.close();
});

test('layers by keyboard, kept for the user, and never hidden unsaid', async ({ browser, stack }) => {
  const context = await browser.newContext();
  await signedIn(context, stack.url);
  const page = await context.newPage();
  await openMap(page, stack);
  const layers = button(page, /^Слои карты/);
  await layers.focus();
  await page.keyboard.press('Enter');
  const couriers = page.getByRole('switch', { name: 'Курьеры' });
  await expect(couriers).toBeFocused();
  await expect(couriers).toHaveAccessibleDescription(String(await page.locator(MARKER).count()));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Space');
  await expect(page.locator(MARKER)).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'Не на смене' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(layers).toBeFocused();
  await expect(layers).toHaveAccessibleName('Слои карты: скрыт 1');

  await page.reload();
  await expect(scale(page)).toBeVisible();
  await expect(layers).toHaveAccessibleName('Слои карты: скрыт 1');
  await expect(page.locator(MARKER)).toHaveCount(0);
  await layers.click();
  await button(page, 'Показать всё').last().click();
  await expect(page.locator(MARKER).first()).toBeVisible();
  await page.getByRole('switch', { name: 'Заказы' }).click();
  await page.close();

  await signedIn(context, stack.url, 'second');
  const colleague = await context.newPage();
  await openMap(colleague, stack);
  await expect(button(colleague, /^Слои карты/)).toHaveAccessibleName('Слои карты');
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`full screen and legend, ${colorScheme}`, async ({ visit }) => {
    const page = await visit({ context: { colorScheme } });
    await page.getByRole('navigation').getByRole('link', { name: 'Карта' }).click();
    await page.locator(MARKER).first().waitFor();
    const header = page.getByRole('banner');
    const root = page.locator('html');
    const size = async () => (await page.getByRole('application').boundingBox()) ?? { width: 0, height: 0 };
    const before = await size();
    await page.keyboard.press('f');
    await expect(root).toHaveAttribute('data-whole-map', '');
    await expect(header).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByText('Карта на весь экран. Esc — обратно.')).toBeAttached();
    await expect.poll(async () => (await size()).width).toBeGreaterThan(before.width);

    // What opens meanwhile is there, and its Esc is its own.
    await button(page, 'Обозначения').click();
    const legend = page.getByRole('dialog', { name: 'Обозначения' });
    await expect(legend.getByRole('listitem').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(legend).toHaveCount(0);
    await expect(root).toHaveAttribute('data-whole-map', '');
    await page.keyboard.press('Escape');
    await expect(root).not.toHaveAttribute('data-whole-map');
    await expect(header).toBeVisible();
    await page.getByRole('searchbox').fill('f');
    await expect(root).not.toHaveAttribute('data-whole-map');
    await page.getByRole('searchbox').fill('');
    await button(page, /^На весь экран/).click();
    await expect(root).toHaveAttribute('data-whole-map', '');
    // Whoever goes elsewhere has the header back.
    await page.goBack();
    await expect(header).toBeVisible();
    await expect(root).not.toHaveAttribute('data-whole-map');
  });
}

test('the tools stand apart from one another and inside the map, however small it is', async ({ visit }) => {
  const page = await visit();
  for (const [width, height, path] of [
    [1440, 900, '/map'],
    [1024, 768, '/map'],
    [1440, 620, '/orders'],
    [390, 844, '/map'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(new URL(path, page.url()).href);
    await page.locator('.leaflet-marker-icon').first().waitFor();
    const region = page.getByRole('region', { name: 'Карта', exact: true });
    const { frame, boxes } = await settled(async () => {
      const parts = [region.getByRole('button').and(page.locator('[class*=button]')), scale(page)];
      const found = await Promise.all(
        parts.map(async (of) => Promise.all((await of.all()).map((part) => part.boundingBox()))),
      );
      return { frame: await region.boundingBox(), boxes: found.flat().filter((box) => box !== null) };
    });
    expect(boxes.length).toBeGreaterThan(4);
    for (const [index, a] of boxes.entries()) {
      expect(frame && a.y >= frame.y && a.y + a.height <= frame.y + frame.height).toBe(true);
      for (const b of boxes.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect({ width, a, b, apart }).toMatchObject({ apart: true });
      }
    }
  }
});
