/** The map with 1,000 couriers and 5,000 orders: frames while it is panned and zoomed, and what a poll of positions takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
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

/** Moves every courier, lets the minute pass at the proxy, and adds up what the page does until all have arrived. */
async function poll(
  { stack, clock, page, session }: { stack: Stack; clock: ManualClock; page: Page; session: CDPSession },
  rate: number,
): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const cookie = await cookieOf(stack.url);
  const read = async () => {
    const response = await fetch(`${stack.url}/api/feeds/positions`, { headers: { cookie } });
    return (await response.json()) as {
      changed: { id: string; body: { latitude: number; longitude: number } }[];
    };
  };
  const { changed } = await read();
  const sim = upstream(stack.simulators.ireca.control);
  // What the page does anyway (clocks, ages) is not the poll's doing.
  const idle = (await workDuring(session, () => sleep(IDLE_MS))) / IDLE_MS;
  const began = performance.now();
  let [pulls, moved] = [0, 0];
  page.on('response', (response) => {
    if (!response.url().includes('/api/feeds/positions?since=')) return;
    pulls += 1;
    void response.json().then((feed: { changed: unknown[] }) => {
      moved += feed.changed.length;
    });
  });
  const work = await workDuring(session, async () => {
    for (const { id, body } of changed) {
      const { latitude, longitude } = body;
      await sim.position({ courierId: id, latitude: Number(latitude) + 0.001, longitude: Number(longitude) });
    }
    for (let second = 0; second < 62; second += 2) await clock.advance(2000);
    for (let waited = 0; moved < changed.length * 0.7 && waited < 60; waited += 1) await sleep(250);
  });
  report({
    bench: 'map poll of positions',
    cpu_slowed: rate,
    couriers: COURIERS,
    moved,
    pulls,
    main_thread_ms: round(Math.max(0, work - idle * (performance.now() - began)), 0),
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
