/** A shift in which every order moved: written into the proxy's own log of changes, as hours of readings would leave it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '../stack.ts';
import { LOGINS, startStack } from '../stack.ts';
import { COURIERS, ORDERS, cookieOf, switchOnCallbacks } from './size.ts';

/** Status, courier's id, courier's login, window: as the file of changes has them. */
type Glance = [string | null, string | null, string | null, number | null, number | null];
type Step = [string, string, number, number | null, Glance | null, Glance | null, string | null, number];
type LogFile = {
  systems: Record<'ireca' | 'kassa', { knownFrom: number | null; asOf: number | null }>;
  orders: [string, string, Glance | null, string | null][];
  steps: Step[];
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long the shift has been going on. */
const SHIFT_MS = 11 * HOUR_MS;
const POLL_MS = 15_000;
const TIME_ZONE = 'Europe/Moscow';
const clockAt = (ms: number) =>
  new Intl.DateTimeFormat('ru', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' }).format(ms);

/** What an order has gone through by the time it stands like this, without who carries it until it is given to them. */
const PATHS: Record<string, readonly string[]> = {
  7: ['6', '6', '7'],
  9: ['6', '6', '7', '9'],
  10: ['6', '6', '7', '9', '10'],
  11: ['6', '6', '11'],
  ACCEPTED: ['NEW', 'ACCEPTED'],
  DISTRIBUTED: ['NEW', 'ACCEPTED', 'DISTRIBUTED'],
  ISSUED: ['NEW', 'ACCEPTED', 'DISTRIBUTED', 'ISSUED'],
  FINISHED: ['NEW', 'ACCEPTED', 'DISTRIBUTED', 'ISSUED', 'FINISHED'],
  REFUSED: ['NEW', 'ACCEPTED', 'REFUSED'],
};

/** Every order came since the shift began (in which part of it says `place`, 0–1), and went the way to where it stands. */
function stepsOf([key, number, glance]: LogFile['orders'][number], place: number, since: number): Step[] {
  if (!glance) return [];
  const [status, courierId, login, from, to] = glance;
  const nobodys = (state: string | null): Glance => [state, null, null, from, to];
  const states: Glance[] = (PATHS[status ?? ''] ?? []).map((state, index) =>
    index === 0 || login !== null ? nobodys(state) : [state, courierId, login, from, to],
  );
  if (states.length === 0) states.push(nobodys(status));
  states[states.length - 1] = glance;
  const came = since + 1 + (place * SHIFT_MS) / 2;
  return states.map((is, index) => {
    const at = Math.round(came + (index * (since + SHIFT_MS - came)) / (states.length + 1));
    const given = is[0] === states[index - 1]?.[0];
    return [key, number, at, given ? null : at - POLL_MS, states[index - 1] ?? null, is, given ? LOGINS.second : null, at]; // prettier-ignore
  });
}

/** Both systems have been read: a slow machine shows one of them first. */
async function wholeBoard(stack: Stack): Promise<void> {
  const cookie = await cookieOf(stack.url);
  for (let [both, tries] = [false, 0]; !both; tries += 1) {
    if (tries > 20) throw new Error('One of the systems cannot be read');
    const answer = await fetch(`${stack.url}/api/feeds/orders`, { headers: { cookie } });
    const { asOf } = (await answer.json()) as { asOf: Record<string, number | null> };
    both = ['ireca', 'kassa'].every((system) => typeof asOf[system] === 'number');
  }
}

/**
 * Gives `act` the product with such a day behind it.
 * @returns what `act` does. `since` is when the shift began, epoch ms.
 */
export async function afterShift<T>(act: (stack: Stack, since: number) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pult-day-'));
  const path = join(folder, 'changes.json');
  const since = Math.floor((Date.now() - SHIFT_MS) / MINUTE_MS) * MINUTE_MS;
  const stack = await startStack({
    orders: ORDERS,
    couriers: COURIERS,
    callbacks: true,
    settings: { DATA_DIR: folder, ORDERS_POLL_SECONDS: '600', SHIFT_STARTS: clockAt(since), TIME_ZONE },
  });
  try {
    await wholeBoard(stack);
    // Stopping writes how every order stands; the one that starts next has nothing to write, so the day can be put there.
    await stack.restartProxy();
    const log = JSON.parse(await readFile(path, 'utf8')) as LogFile;
    for (const system of Object.values(log.systems)) system.knownFrom = since - HOUR_MS;
    log.steps = log.orders
      .flatMap((order, index) => stepsOf(order, index / log.orders.length, since))
      .sort((a, b) => a[2] - b[2]);
    await writeFile(path, JSON.stringify(log));
    await stack.restartProxy();
    await switchOnCallbacks(stack.url);
    await wholeBoard(stack);
    return await act(stack, since);
  } finally {
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }
}
