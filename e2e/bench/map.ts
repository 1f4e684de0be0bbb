/** The map with 1,000 couriers and 5,000 orders: frames while it is panned and zoomed, and what a poll of positions takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page, Response } from '@playwright/test';
import type { ManualClock } from '#proxy/manualClock.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { signedIn } from '../desk.ts';
import { openMap } from '../mapDesk.ts';
import type { Stack } from '../stack.ts';
import { startStack } from '../stack.ts';
import { upstream } from '../upstream.ts';
import { frameGaps, report, round, throttled, workDuring } from './measure.ts';
import { CPU_RATE, KEEP_NAMES, cookieOf } from './size.ts';

const COURIERS = 1000;
/** A third of a day's orders is open, and most of those have a point. */
const ORDERS = 22_500;
/** Pans there and back, a step a frame; wheel notches in, then out. */
const PANS = 4;
const STEPS = 30;
const NOTCHES = 3;
/** A zoom and its drawing are over by then. */
const NOTCH_MS = 450;
const IDLE_MS = 4000;
/** A second at the proxy takes so long here: its batches come to the page one by one. A round is over in a minute. */
const SECOND_MS = 400;
const MOST_SECONDS = 150;
/** The page's day goes as the proxy's does: a position from the future would not be believed. */
const AHEAD = 'globalThis.ahead = 0; { const now = Date.now; Date.now = () => now() + globalThis.ahead; }';

type Stage = { stack: Stack; clock: ManualClock; page: Page; session: CDPSession };

async function panning(page: Page): Promise<void> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (!box) throw new Error('no map');
  // Open ground is taken hold of: a pin would be dragged itself.
  const [x, y] = [box.x + 30, box.y + box.height / 2];
  for (let pan = 0; pan < PANS; pan += 1) {
    const way = pan % 2 === 0 ? 1 : -1;
    await page.mouse.move(x + (way > 0 ? 0 : 600), y);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) {
      await page.mouse.move(
        x + (way > 0 ? 0 : 600) + (way * 600 * step) / STEPS,
        y - (way * 120 * step) / STEPS,
      );
    }
    await page.mouse.up();
  }
}

async function zooming(page: Page): Promise<void> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (!box) throw new Error('no map');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (const notch of [-100, 100]) {
    for (let n = 0; n < NOTCHES; n += 1) {
      await page.mouse.wheel(0, notch);
      await sleep(NOTCH_MS);
    }
  }
}

async function frames(page: Page, session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  for (const [name, act] of [
    ['pan', panning],
    ['zoom', zooming],
  ] as const) {
    const gaps = await frameGaps(page, () => act(page));
    const sorted = gaps.toSorted((a, b) => a - b);
    const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    report({
      bench: `map ${name}`,
      cpu_slowed: rate,
      frames: gaps.length,
      median_ms: at(0.5),
      p95_ms: at(0.95),
      worst_ms: at(1),
      over_50ms_percent: round((gaps.filter((gap) => gap > 50).length / gaps.length) * 100),
    });
  }
}

type Positions = {
  nextAt: number | null;
  changed: { id: string; body: { latitude: unknown; longitude: unknown } }[];
};

/** Lets time pass at the proxy, and at the page as much, until no round of positions is under way. */
async function roundOver({ stack, clock, page }: Stage, cookie: string): Promise<Positions> {
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    await clock.advance(1000);
    await page.evaluate((ahead) => Object.assign(window, { ahead }), clock.now() - Date.now());
    await sleep(SECOND_MS);
    if (second % 3 > 0) continue;
    const response = await fetch(`${stack.url}/api/feeds/positions`, { headers: { cookie } });
    const positions = (await response.json()) as Positions;
    if (positions.nextAt !== null && positions.nextAt > clock.now()) return positions;
  }
  throw new Error('The round of positions does not end');
}

/**
 * Moves every courier, lets a whole round pass at the proxy, and adds up what the page does meanwhile: altogether, and for
 * each batch of positions that came. What the page does anyway in that time (clocks, ages) is not counted.
 */
async function poll(stage: Stage, rate: number): Promise<void> {
  const { stack, clock, page, session } = stage;
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const cookie = await cookieOf(stack.url);
  const { changed, nextAt } = await roundOver(stage, cookie);
  const fixes = changed.map(({ id, body }) => ({
    courierId: id,
    latitude: Number(body.latitude) + 0.001,
    longitude: Number(body.longitude),
    createdAt: clock.now(),
  }));
  await upstream(stack.simulators.ireca.control).position(fixes);
  const idle = (await workDuring(session, () => sleep(IDLE_MS))) / IDLE_MS;
  const arrived: number[] = [];
  const count = (response: Response) => {
    if (!response.url().includes('/api/feeds/positions?since=')) return;
    void response.json().then((feed: Positions) => {
      if (feed.changed.length > 0) arrived.push(feed.changed.length);
    });
  };
  page.on('response', count);
  await clock.advance(Math.max(0, (nextAt ?? 0) - clock.now() - 1));
  const began = performance.now();
  const work = await workDuring(session, async () => {
    await roundOver(stage, cookie);
    await sleep(IDLE_MS / 2);
  });
  const lasted = performance.now() - began;
  page.off('response', count);
  const own = Math.max(0, work - idle * lasted);
  report({
    bench: 'map poll of positions',
    cpu_slowed: rate,
    couriers: COURIERS,
    moved: arrived.reduce((sum, size) => sum + size, 0),
    batches: arrived.length,
    idle_ms_per_second: round(idle * 1000),
    main_thread_ms: round(own, 0),
    batch_ms: round(own / Math.max(1, arrived.length)),
  });
}

export async function map(browser: Browser): Promise<void> {
  const clock = manualClock(Date.now());
  const stack = await startStack({ orders: ORDERS, couriers: COURIERS, clock });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Moscow',
  });
  try {
    await context.addInitScript(KEEP_NAMES);
    await context.addInitScript(AHEAD);
    await signedIn(context, stack.url);
    await waitForOrders(stack.url, clock);
    const page = await context.newPage();
    await openMap(page, stack.url);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const session = await throttled(context, page, 1);
    for (const rate of [1, CPU_RATE]) await frames(page, session, rate);
    for (const rate of [1, CPU_RATE]) await poll({ stack, clock, page, session }, rate);
  } finally {
    await context.close();
    await stack.close();
  }
}

/** Until both systems were read whole: so many orders take longer than one try may. */
async function waitForOrders(url: string, clock: ManualClock): Promise<void> {
  const cookie = await cookieOf(url);
  for (let round = 0; round < 40; round += 1) {
    const response = await fetch(`${url}/api/feeds/orders`, { headers: { cookie } });
    const { changed } = (await response.json()) as { changed: unknown[] };
    if (changed.length >= ORDERS * 0.95) return;
    await clock.advance(5000);
    await sleep(1000);
  }
  throw new Error('The day of orders could not be read');
}
