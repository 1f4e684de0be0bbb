/** A courier's track: asked for once a minute at most, told from real fixes only, reached by mouse, by keys and by a link. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { expect, test } from './fixtures.ts';
import { settled, signedIn } from './desk.ts';
import { mapAtRest } from './mapDesk.ts';
import type { Stack } from './stack.ts';
import { startStack } from './stack.ts';
import { upstream } from './upstream.ts';

const MINUTE = 60_000;
/** 14:00 in Moscow. */
const NOW = Date.parse('2026-11-21T11:00:00Z');
const msk = (time: string) => Date.parse(`2026-11-21T${time}:00+03:00`);

type Fix = {
  courierId: string;
  latitude: number | null;
  longitude: number | null;
  createdAt: number | null;
  orderId?: string;
  deliveryStatusId?: number;
  accuracy?: number;
};
type Desk = {
  page: Page;
  stack: Stack;
  clock: ManualClock;
  ireca: ReturnType<typeof upstream>;
  courierId: string;
  /** Somebody else. */
  otherId: string;
  /** Lets time pass for the product and for the page. */
  pass: (ms: number) => Promise<void>;
  /** This is all that the courier's phone has ever sent. */
  sent: (fixes: Omit<Fix, 'courierId'>[], by?: string) => Promise<void>;
  /** Days of this courier that iRECA was asked for, by the first page. */
  asked: () => Promise<string[]>;
};

/** A fix a minute, 200 m further north each. */
const ride = (from: string, count: number, orderId?: string, start = 0) =>
  Array.from({ length: count }, (_, index) => ({
    createdAt: msk(from) + index * MINUTE,
    latitude: 59.9 + (start + index) * 0.0018,
    longitude: 30.3,
    ...(orderId !== undefined && { orderId, deliveryStatusId: 7 }),
  }));
const standing = (from: string, count: number, at: number) =>
  ride(from, count).map((fix) => ({ ...fix, latitude: 59.9 + at * 0.0018 }));

async function atDesk(
  browser: Browser,
  act: (desk: Desk) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const clock = manualClock(NOW);
  const stack = await startStack({ clock });
  const context = await browser.newContext(options);
  const errors: string[] = [];
  try {
    const ireca = upstream(stack.simulators.ireca.control);
    await signedIn(context, stack.url);
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.clock.install({ time: clock.now() });
    await page.goto(`${stack.url}/map`);
    await page.locator('li[data-courier]').nth(1).waitFor();
    // Calls are spread over time: with the clock standing still only the first courier would be seen.
    await clock.advance(20_000);
    await page.locator('.leaflet-marker-icon[data-courier]').first().waitFor();
    const row = page.locator('li[data-courier]');
    const courierId = (await row.nth(1).getAttribute('data-courier')) ?? '';
    const otherId = (await row.nth(2).getAttribute('data-courier')) ?? '';
    const positions = `${stack.simulators.ireca.control}/positions`;
    const asked = async () =>
      (await ireca.received('GET', /\/locations$/)).flatMap(({ query }) => {
        const read = new URLSearchParams(query);
        const first = read.get('courierId') === courierId && read.get('page') === '1';
        const since = read.get('createdAt') ?? '';
        // Midnight in Moscow: a whole day. The positions feed asks for the last hour only.
        return first && since.endsWith('21:00:00') ? [since] : [];
      });
    await act({
      page,
      stack,
      clock,
      ireca,
      courierId,
      otherId,
      asked,
      async pass(ms) {
        await clock.advance(ms);
        await page.clock.runFor(ms);
      },
      async sent(fixes, by = courierId) {
        await fetch(`${positions}?courierId=${by}`, { method: 'DELETE' });
        const response = await fetch(positions, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(fixes.map((fix) => ({ courierId: by, ...fix }))),
        });
        expect(response.status).toBe(201);
      },
    });
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    await stack.close();
  }
}

const panel = (page: Page) => page.getByRole('region', { name: 'Трек', exact: true });
const slider = (page: Page) => page.getByRole('slider', { name: 'Время на треке' });
const moment = (page: Page) => page.locator('[data-track-moment]');
const head = (page: Page) => page.locator('[data-track-head]');

/** Where the head is once the map has come to rest. */
async function placeOf(page: Page): Promise<{ x: number; y: number }> {
  await mapAtRest(page);
  return settled(async () => {
    const { x, y, width, height } = (await head(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  });
}

/** How many pixels of the track's canvas are painted. */
const painted = (page: Page) =>
  page.locator('canvas[data-track]').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let index = 3; index < data.length; index += 4) if (Number(data[index]) > 0) count += 1;
    return count;
  });

test('today’s track of whom one chooses: real fixes, stops, silences, and what was not believed', async ({
  browser,
}) => {
  await atDesk(browser, async ({ page, stack, ireca, courierId, asked, sent }) => {
    const [order] = (await ireca.orders()).filter((one) => Number(one['deliveryStatusId']) === 7);
    const orderId = String(order?.['orderId']);
    await sent([
      ...ride('10:00', 20),
      ...standing('10:20', 13, 20),
      // Nothing is heard for twenty minutes.
      ...ride('10:52', 20, orderId, 30),
      { latitude: 0, longitude: 0, createdAt: msk('11:20') },
      { latitude: 59.9, longitude: 30.3, createdAt: NOW + 30 * MINUTE },
    ]);
    await page.locator(`li[data-courier="${courierId}"]`).getByRole('button').first().click();

    await expect(panel(page)).toContainText('53 позиции');
    expect(await asked()).toEqual(['2026-11-20 21:00:00']);
    await expect(panel(page)).toContainText('1 стоянка дольше 5 минут');
    await expect(panel(page)).toContainText('1 перерыв связи');
    await expect(panel(page).locator('[data-track-set-aside]')).toContainText('без точки 1');
    await expect(panel(page).locator('[data-track-set-aside]')).toContainText('время из будущего 1');
    await expect.poll(() => painted(page)).toBeGreaterThan(500);
    // The newest fix is where the courier's own marker is.
    await expect(head(page)).toHaveCount(0);
    await expect(moment(page)).toHaveAttribute('data-track-moment', String(msk('11:11')));
    await expect(moment(page).getByRole('link')).toHaveAttribute('href', `/orders/ireca/${orderId}`);
    await expect(moment(page)).toContainText('Заказ взят курьером');

    await panel(page).getByRole('button', { name: 'Весь трек на карте' }).click();
    await slider(page).focus();
    await page.keyboard.press('Home');
    await expect(head(page)).toHaveAttribute('data-track-head', String(msk('10:00')));
    await expect(moment(page)).toContainText('без заказа');
    const begin = await placeOf(page);
    await page.keyboard.press('ArrowRight');
    await expect(head(page)).toHaveAttribute('data-track-head', String(msk('10:01')));
    await page.keyboard.press('PageUp');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '10:06:00');
    const later = await placeOf(page);
    expect(later.y).toBeLessThan(begin.y);
    expect(Math.abs(later.x - begin.x)).toBeLessThanOrEqual(2);

    // In the silence the head stays with what was last heard, and says how old that is.
    await panel(page)
      .getByRole('button', { name: /^Без позиций 10:32–10:52, 20 мин/ })
      .click();
    await expect(head(page)).toHaveAttribute('data-track-head', String(msk('10:32')));
    const last = await placeOf(page);
    await slider(page).focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '10:42:00');
    await expect(head(page)).toHaveAttribute('data-track-head', String(msk('10:32')));
    await expect(head(page)).toContainText('за 10 мин до этого');
    await expect(moment(page)).toContainText('за 10 мин до этого');
    expect(await placeOf(page)).toEqual(last);

    // A fix and a stop say what is known of them when they are pointed at.
    await panel(page)
      .getByRole('button', { name: /^Стоянка 10:20–10:32/ })
      .click();
    const stop = await placeOf(page);
    await page.mouse.move(stop.x, stop.y);
    await expect(page.locator('[data-track-tip=stop]')).toContainText('10:20–10:32 · 12 мин');
    await panel(page).getByRole('button', { name: 'Весь трек на карте' }).click();
    await slider(page).press('End');
    // Some fix of the last ride on which neither a pin nor a courier lies.
    await expect(async () => {
      await slider(page).press('ArrowLeft');
      const point = await placeOf(page);
      await page.mouse.move(point.x, point.y);
      const tip = page.locator('[data-track-tip=fix]');
      await expect(tip).toContainText(/1\d:\d\d:00/, { timeout: 1_000 });
      await expect(tip).toContainText('Заказ взят курьером', { timeout: 1_000 });
    }).toPass();
    expect(await asked()).toHaveLength(1);
    expect(new URL(page.url()).href).toBe(`${stack.url}/map?courier=${courierId}`);
  });
});

test('a track is played from fix to fix, leaps over silence, and grows with the next minute', async ({
  browser,
}) => {
  await atDesk(browser, async ({ page, stack, courierId, asked, sent, pass }) => {
    const fixes = [...ride('13:00', 11), ...ride('13:40', 19, undefined, 20)];
    const times = fixes.map(({ createdAt }) => String(createdAt));
    await sent(fixes);
    await page.goto(`${stack.url}/map?courier=${courierId}`);
    await expect(panel(page)).toContainText('30 позиций');
    await page.clock.pauseAt(NOW + 10 * MINUTE);
    await panel(page).getByRole('radio', { name: 'В 120 раз быстрее' }).check();
    await panel(page).getByRole('button', { name: 'Проиграть трек' }).click();
    // Two minutes of the track in each second, and never between two fixes.
    for (const index of [1, 3, 5, 7]) {
      await page.clock.runFor(1_000);
      const fix = async () => times.indexOf((await head(page).getAttribute('data-track-head')) ?? '');
      await expect.poll(fix).toEqual(expect.closeTo(index, -0.5));
    }
    await page.clock.runFor(2_000);
    await expect
      .poll(async () => Number(await head(page).getAttribute('data-track-head')))
      .toBeGreaterThanOrEqual(msk('13:40'));
    await panel(page).getByRole('button', { name: 'Остановить' }).click();
    const stands = await head(page).getAttribute('data-track-head');
    await page.clock.runFor(3_000);
    await expect(head(page)).toHaveAttribute('data-track-head', stands ?? '');
    await slider(page).press('End');
    await expect(head(page)).toHaveCount(0);

    await page.clock.resume();
    // The next minute's read brings what came meanwhile, and asks once.
    await fetch(`${stack.simulators.ireca.control}/positions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ courierId, latitude: 59.97, longitude: 30.3, createdAt: NOW + 20_000 }]),
    });
    await pass(62_000);
    await expect(moment(page)).toHaveAttribute('data-track-moment', String(NOW + 20_000));
    await expect(panel(page)).toContainText('31 позиция');
    expect(await asked()).toHaveLength(1);
  });
});

test('day and hours are in the address; iRECA is asked about a courier once a minute, however one leafs', async ({
  browser,
}) => {
  await atDesk(browser, async ({ page, stack, courierId, asked, pass }) => {
    await page.goto(`${stack.url}/map?courier=${courierId}`);
    await slider(page).waitFor();
    expect(await asked()).toEqual(['2026-11-20 21:00:00']);

    await panel(page).getByRole('button', { name: 'вчера' }).click();
    await expect(page).toHaveURL(/day=2026-11-20/);
    await expect(panel(page)).toContainText('раз в минуту: трек за это время прочитаем через');
    await page.goBack();
    await slider(page).waitFor();
    expect(await asked()).toHaveLength(1);
    await page.goForward();
    await expect(panel(page)).toContainText('раз в минуту');
    await pass(62_000);
    await slider(page).waitFor();
    await expect(panel(page).getByRole('button', { name: 'вчера' })).toHaveAttribute('aria-pressed', 'true');
    expect(await asked()).toEqual(['2026-11-20 21:00:00', '2026-11-19 21:00:00']);
    // Yesterday is over: its head stands at the last fix.
    await expect(head(page)).toHaveCount(1);

    // Hours within what is held are cut out of it: nobody is asked again.
    await panel(page).getByRole('button', { name: 'другое' }).click();
    const form = panel(page).getByRole('form', { name: 'День и часы трека' });
    await form.getByRole('textbox', { name: 'С', exact: true }).fill('18');
    await form.getByRole('textbox', { name: 'До' }).fill('20:3');
    await form.getByRole('button', { name: 'Показать' }).click();
    await expect(form).toContainText('Например, 14:30');
    await form.getByRole('textbox', { name: 'До' }).fill('2030');
    await form.getByRole('textbox', { name: 'До' }).press('Enter');
    await expect(page).toHaveURL(/day=2026-11-20&from=18%3A00&to=20%3A30/);
    await expect(panel(page).getByRole('button', { name: 'вчера, 18:00–20:30' })).toBeVisible();
    await slider(page).waitFor();
    expect(await asked()).toHaveLength(2);

    // The link is enough for the same sight.
    await page.goto(page.url());
    await expect(panel(page).getByRole('button', { name: 'вчера, 18:00–20:30' })).toBeVisible();
    await slider(page).press('Home');
    expect(Number(await moment(page).getAttribute('data-track-moment'))).toBeGreaterThanOrEqual(
      Date.parse('2026-11-20T18:00:00+03:00'),
    );

    await panel(page).getByRole('button', { name: 'последний час' }).click();
    await expect(page).toHaveURL(/courier=\w+&from=13%3A0\d$/);
    // The next courier begins with today.
    await page.getByRole('button', { name: 'К списку' }).click();
    await expect(page).toHaveURL(`${stack.url}/map`);
  });
});

test('nothing sent, a refusal, and nothing to be believed: each is said in words', async ({ browser }) => {
  await atDesk(browser, async ({ page, stack, ireca, courierId, otherId, sent, pass }) => {
    await sent([]);
    await ireca.fault({ path: '/locations', query: `courierId=${courierId}`, kind: 'status', status: 500 });
    await page.goto(`${stack.url}/map?courier=${courierId}`);
    await expect(panel(page).getByRole('alert')).toContainText('iRECA');
    await expect(panel(page).getByRole('button', { name: 'Повторить' })).toBeEnabled();
    await ireca.mend();
    // Whoever does not press it is not left with the error: the next look at the minute brings the track.
    await pass(61_000);
    await expect(panel(page)).toContainText('За это время iRECA позиций не отдала');
    await expect(panel(page).getByRole('alert')).toHaveCount(0);
    await expect(slider(page)).toHaveCount(0);

    await sent(
      [
        { latitude: 0, longitude: 0, createdAt: msk('11:20') },
        { latitude: 59.9, longitude: 30.3, createdAt: NOW + 30 * MINUTE },
      ],
      otherId,
    );
    await page.goto(`${stack.url}/map?courier=${otherId}`);
    await expect(panel(page)).toContainText('нет ни одной позиции, которой можно верить');
    await expect(panel(page)).toContainText('Отложено: 2 позиции');
    await expect(slider(page)).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the track, ${colorScheme}`, async ({ browser }) => {
    await atDesk(
      browser,
      async ({ page, stack, courierId }) => {
        await page.goto(`${stack.url}/map?courier=${courierId}&from=08:00`);
        await slider(page).press('PageDown');
        await panel(page).getByRole('button', { name: 'сегодня, 08:00–24:00' }).click();
        await panel(page).getByRole('form').waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => ({
            id,
            where: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
          })),
        ).toEqual([]);
      },
      { colorScheme },
    );
  });
}
