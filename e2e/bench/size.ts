/** The day that every measurement is about. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { openOrders, signedIn } from '../desk.ts';
import type { Stack } from '../stack.ts';
import { LOGINS, PASSWORD, startStack } from '../stack.ts';
import { throttled } from './measure.ts';

export const ORDERS = 10_000;
export const COURIERS = 500;
/** A modest office computer, compared with the one that runs this. */
export const CPU_RATE = 4;

/** tsx marks functions with a helper of its own that a page does not have. */
export const KEEP_NAMES = 'globalThis.__name = (value) => value';

/** Starts the product with the full day, its feed already read once (as it is all day long). */
export async function fullStack(): Promise<Stack> {
  const stack = await startStack({ orders: ORDERS, couriers: COURIERS });
  const cookie = await cookieOf(stack.url);
  await fetch(`${stack.url}/api/feeds/orders`, { headers: { cookie } }).then((response) =>
    response.arrayBuffer(),
  );
  return stack;
}

/** A session cookie, for measurements that need no browser. */
export async function cookieOf(url: string, who: keyof typeof LOGINS = 'dispatcher'): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ login: LOGINS[who], password: PASSWORD }),
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Gives `act` a slowed-down page that shows all orders of the full day. */
export async function onFullBoard(
  browser: Browser,
  act: (given: { stack: Stack; page: Page; session: CDPSession }) => Promise<void>,
  search = '?view=all',
): Promise<void> {
  const stack = await fullStack();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Moscow',
  });
  try {
    await context.addInitScript(KEEP_NAMES);
    await signedIn(context, stack.url);
    const page = await context.newPage();
    await openOrders(page, stack.url, search);
    const session = await throttled(context, page, CPU_RATE);
    await act({ stack, page, session });
  } finally {
    await context.close();
    await stack.close();
  }
}

/** Makes iRECA tell the proxy of every change (the stack was started with `callbacks`), as an admin does once. */
export async function switchOnCallbacks(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/callbacks`, {
    method: 'POST',
    headers: { origin: url, cookie: await cookieOf(url, 'admin'), 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'orders', isActive: true }),
  });
  if (!answer.ok) throw new Error(`Switching callbacks on answered ${answer.status}`);
}
