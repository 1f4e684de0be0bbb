/** The orders screen as tests, screenshots and benchmarks take hold of it. */
import { expect } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { LOGINS, PASSWORD } from './stack.ts';

/**
 * Until a change at an upstream has come round, in ms: the proxy rests ten times as long as its last read took, and the
 * first read of a cold machine is a slow one.
 */
export const NEXT_POLL = 60_000;

/** A row (or, on a phone, a card) of the table. */
export const ROW = 'tr[data-key]';

/** One order as the proxy's feed gives it, flattened to what tests choose by. */
export type FeedOrder = {
  key: string;
  system: 'ireca' | 'kassa';
  id: string;
  number: string;
  /** `deliveryStatusId` as a string, or `currentStatusType`. */
  status: string;
  /** iRECA's courier id or Kassa's responsible login; '' = nobody. */
  courier: string;
  phone: string;
};

/** Signs this browser in without the form: for whatever is not about signing in. */
export async function signedIn(
  context: BrowserContext,
  url: string,
  who: keyof typeof LOGINS = 'dispatcher',
): Promise<void> {
  const response = await context.request.post(`${url}/api/session`, {
    data: { login: LOGINS[who], password: PASSWORD },
    headers: { origin: url },
  });
  if (!response.ok()) throw new Error(`Signing in as ${who} answered ${response.status()}`);
}

/** Waits until the first load is over: rows are there and the counters have counted. */
export async function boardReady(page: Page): Promise<void> {
  await page.locator(ROW).first().waitFor();
  await expect(page.locator('[role=radiogroup] [role=img]')).toHaveCount(0, { timeout: 60_000 });
}

/** Opens the orders screen of a signed-in browser and waits until all orders are there. */
export async function openOrders(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/orders${search}`);
  await boardReady(page);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** All orders of the feed, as this signed-in page gets them. */
export async function feedOrders(page: Page): Promise<FeedOrder[]> {
  const response = await page.request.get(new URL('/api/feeds/orders', page.url()).href);
  const feed = (await response.json()) as {
    changed: { key: string; system: 'ireca' | 'kassa'; id: string; body: Record<string, unknown> }[];
  };
  return feed.changed.map(({ key, system, id, body }) => {
    const fields = (body['onlineOrder'] ?? body) as Record<string, unknown>;
    const client = (body['client'] ?? {}) as Record<string, unknown>;
    return system === 'ireca'
      ? {
          key,
          system,
          id,
          number: textOf(fields['codeAlias']) || id,
          status: textOf(fields['deliveryStatusId']),
          courier: textOf(fields['courierId']),
          phone: textOf(fields['phone']),
        }
      : {
          key,
          system,
          id,
          number: textOf(fields['externalId']) || id,
          status: textOf(fields['currentStatusType']),
          courier: textOf(fields['responsiblePersonLogin']),
          phone: textOf(client['phone']),
        };
  });
}

/** The first `count` orders of a system that stand in one of these states; iRECA: `assigned` chooses by courier. */
export function pick(
  orders: FeedOrder[],
  wanted: { system: 'ireca' | 'kassa'; statuses: string[]; assigned?: boolean },
  count: number,
): FeedOrder[] {
  const found = orders.filter(
    (order) =>
      order.system === wanted.system &&
      wanted.statuses.includes(order.status) &&
      (wanted.assigned === undefined || (order.courier !== '') === wanted.assigned),
  );
  if (found.length < count) throw new Error(`The day holds only ${found.length} such orders, not ${count}`);
  return found.slice(0, count);
}

/** The first of them; what is wanted as for `pick`. */
export function pickOne(orders: FeedOrder[], wanted: Parameters<typeof pick>[1]): FeedOrder {
  const [order] = pick(orders, wanted, 1);
  if (!order) throw new Error('no order');
  return order;
}

export const row = (page: Page, order: FeedOrder) => page.locator(`tr[data-key="${order.key}"]`);

/** Types into the search box. */
export const search = (page: Page, text: string) => page.getByRole('searchbox').fill(text);

/** Selects these orders, finding each by its number as a dispatcher would. */
export async function selectOrders(page: Page, orders: FeedOrder[]): Promise<void> {
  for (const order of orders) {
    await search(page, order.number);
    await row(page, order).getByRole('checkbox').click();
    await expect(row(page, order)).toHaveAttribute('aria-selected', 'true');
  }
  await search(page, '');
  // Out of the box, or the keys of commands would be typed into it.
  await page.getByRole('searchbox').press('Escape');
  await expect(page.getByTestId('bulk-bar')).toContainText(`Выбрано ${orders.length}`);
}

/** What `look` sees once it has come to rest: what slides, unfolds or is pushed is looked at until it does not. */
export async function settled<Seen>(look: () => Promise<Seen>): Promise<Seen> {
  let seen = await look();
  let same = 0;
  const again = async () => {
    const next = await look();
    same = JSON.stringify(next) === JSON.stringify(seen) ? same + 1 : 0;
    seen = next;
    return same;
  };
  await expect.poll(again, { intervals: [100] }).toBeGreaterThan(1);
  return seen;
}

/** Where something stands once it has come to rest. */
export const atRest = (one: Locator) => settled(() => one.boundingBox());

/** Answers to these requests stand still until the result is called: what a page learns of by itself comes no earlier. */
export async function heldBack(page: Page, url: string): Promise<() => Promise<void>> {
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await until;
    await route.fallback();
  });
  return async () => {
    release();
    await page.unroute(url);
  };
}

/**
 * Presses what asks again, until it is not there any more: a screen may also have recovered by itself meanwhile.
 * @param recovered what stands there then.
 */
export async function askAgain(button: Locator, recovered: Locator): Promise<void> {
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2_000 });
    await expect(recovered).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** The panel of outcomes, and its rows by how they ended. */
export const panel = (page: Page) => page.getByTestId('outcome-panel');
export const outcomes = (page: Page, state?: string) =>
  panel(page).locator(state ? `li[data-state="${state}"]` : 'li[data-state]');
