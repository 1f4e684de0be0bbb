/** The map's page as tests take hold of it: its pins are drawn, so their places are reckoned from the couriers' markers. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { settled } from './desk.ts';

const MARKER = '.leaflet-marker-icon[data-courier]';

/** Opens `/map` of a signed-in browser and waits until couriers and all orders are on it. */
export async function openMap(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/map${search}`);
  await page.locator(MARKER).nth(1).waitFor();
  await expect(page.locator('[role=radiogroup] [role=img]')).toHaveCount(0, { timeout: 60_000 });
}

/** Waits until the map neither pans nor zooms; couriers may move on it. */
export async function mapAtRest(page: Page): Promise<void> {
  const ground = page.locator('.leaflet-map-pane').first();
  await expect(ground).not.toHaveClass(/leaflet-(pan|zoom)-anim\b/);
  await settled(async () => [await ground.getAttribute('class'), await ground.getAttribute('style')]);
}

type Fix = { id: string; body: { latitude: unknown; longitude: unknown } };
type Point = { latitude: unknown; longitude: unknown };
type Spot = { x: number; y: number };

const unit = ({ latitude, longitude }: Point): Spot => {
  const sine = Math.sin((Number(latitude) * Math.PI) / 180);
  return {
    x: Number(longitude) / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
};

async function feed<Entry>(page: Page, name: 'orders' | 'positions'): Promise<Entry[]> {
  const response = await page.request.get(new URL(`/api/feeds/${name}`, page.url()).href);
  return ((await response.json()) as { changed: Entry[] }).changed;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/**
 * Tells where a point of the earth is in the window now. Of all couriers the middle counts: one may be on the way to a
 * newer position than the feed's, or stand in a fan.
 */
export async function projection(page: Page): Promise<(point: Point) => Spot> {
  const fixes = await feed<Fix>(page, 'positions');
  await mapAtRest(page);
  const marks = await page.locator(MARKER).evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return { id: node.getAttribute('data-courier'), x: left + width / 2, y: top + height / 2 };
    }),
  );
  const known = marks.flatMap((mark) => {
    const fix = fixes.find(({ id }) => id === mark.id);
    return fix ? [{ ...mark, at: unit(fix.body) }] : [];
  });
  const scales = known.flatMap((a) =>
    known.flatMap((b) => (b.x - a.x > 150 ? [(b.x - a.x) / (b.at.x - a.at.x)] : [])),
  );
  if (scales.length === 0) throw new Error('couriers far apart are needed to know where the map looks');
  const world = median(scales);
  const left = median(known.map(({ x, at }) => x - at.x * world));
  const top = median(known.map(({ y, at }) => y - at.y * world));
  return (point) => {
    const { x, y } = unit(point);
    return { x: left + x * world, y: top + y * world };
  };
}

type Sent = { key: string; system: string; body: { deliveryStatusId?: unknown; addressToEntity?: Point } };

/** Tips of the pins of all open iRECA orders, by the order's key. */
export async function pinSpots(page: Page): Promise<Map<string, Spot>> {
  const place = await projection(page);
  const spots = new Map<string, Spot>();
  for (const { key, system, body } of await feed<Sent>(page, 'orders')) {
    const isOpen = system === 'ireca' && ['1', '6', '7'].includes(String(body.deliveryStatusId));
    if (isOpen && body.addressToEntity) spots.set(key, place(body.addressToEntity));
  }
  return spots;
}

/** The tip of one order's pin. */
export async function pinSpot(page: Page, { key }: { key: string }): Promise<Spot> {
  const spot = (await pinSpots(page)).get(key);
  if (!spot) throw new Error(`${key} has no pin`);
  return spot;
}

/** The heads of two pins nearer than this lie over each other. */
const APART = 26;

/** The first of these orders whose pin can be taken hold of: in view, nothing above it, no other pin beside it. */
export async function reachable<Order extends { key: string }>(
  page: Page,
  orders: Order[],
): Promise<Order & Spot> {
  const spots = await pinSpots(page);
  const bare = await page.evaluate(
    (all) =>
      all
        .filter(([, { x, y }]) => {
          const over = document.elementFromPoint(x, y - 15);
          return over?.closest('.leaflet-container') && !over.closest('.leaflet-marker-icon');
        })
        .map(([key]) => key),
    [...spots],
  );
  for (const order of orders) {
    const at = spots.get(order.key);
    if (!at || !bare.includes(order.key)) continue;
    const near = [...spots].filter(([, { x, y }]) => Math.hypot(x - at.x, y - at.y) < APART);
    if (near.length === 1) return { ...order, ...at };
  }
  throw new Error('every pin lies under something');
}
