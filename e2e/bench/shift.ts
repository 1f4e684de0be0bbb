/** «Смена» and «Что изменилось» at the end of a shift in which all 10,000 orders moved: opening, changes each second, scrolling, paper. */
import type { IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { boardReady, signedIn } from '../desk.ts';
import type { Stack } from '../stack.ts';
import { upstream } from '../upstream.ts';
import { afterShift } from './day.ts';
import { framesDuring, heapMegabytes, report, round, throttled, workDuring } from './measure.ts';
import { CPU_RATE, KEEP_NAMES, cookieOf } from './size.ts';

const DISPATCHERS = 50;
const CHANGES = 10;
const SECOND_MS = 1000;
/** What the last change sets off is over by then: the log is asked two seconds after the board at most. */
const SETTLED_MS = 3000;
const NOTCHES = 60;

/** How many bytes an answer is, compressed as for a browser. */
const bytesOf = (url: string, cookie: string) =>
  new Promise<number>((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    };
    get(url, { headers: { cookie, 'accept-encoding': 'br, gzip' } }, onAnswer).on('error', reject);
  });

/** What the log's first answer weighs, what a later one does, and how long fifty first ones at once take. */
async function answers(stack: Stack, since: number): Promise<void> {
  const cookie = await cookieOf(stack.url);
  const ask = async (from: number) => {
    const asked = performance.now();
    const answer = await fetch(`${stack.url}/api/changes?since=${from}`, { headers: { cookie } });
    const body = Buffer.from(await answer.arrayBuffer());
    return { body, ms: performance.now() - asked };
  };
  const first = await ask(since);
  const told = JSON.parse(first.body.toString('utf8')) as { now: number; orders: { steps: unknown[] }[] };
  const later = await ask(told.now);
  const began = performance.now();
  // As they come over the wire: unpacking them is fifty browsers' work, not this process's.
  const wire = await Promise.all(
    Array.from({ length: DISPATCHERS }, () => bytesOf(`${stack.url}/api/changes?since=${since - 1}`, cookie)),
  );
  report({
    bench: 'changes',
    orders: told.orders.length,
    steps: told.orders.reduce((sum, { steps }) => sum + steps.length, 0),
    first_ms: round(first.ms, 0),
    first_kB: round(first.body.length / 1000, 0),
    first_brotli_kB: round((wire[0] ?? 0) / 1000, 0),
    later_ms: round(later.ms, 0),
    later_kB: round(later.body.length / 1000),
    [`first_of_${DISPATCHERS}_at_once_ms`]: round(performance.now() - began, 0),
  });
}

/** Long tasks of the page since this was asked last: how many, and the worst, ms. */
async function longTasks(page: Page): Promise<{ count: number; worst: number }> {
  return page.evaluate(() => {
    const watched = window as unknown as { tasks: number[] };
    const tasks = watched.tasks.splice(0);
    return { count: tasks.length, worst: Math.max(0, ...tasks) };
  });
}

async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as { tasks: number[] };
    watched.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Main-thread milliseconds for each of some changes, one a second, beyond what the page does anyway. */
async function changing(session: CDPSession, stack: Stack, ids: string[]): Promise<number> {
  const ireca = upstream(stack.simulators.ireca.control);
  const ms = ids.length * SECOND_MS + SETTLED_MS;
  const idle = (await workDuring(session, () => sleep(ms))) / ms;
  const began = performance.now();
  const work = await workDuring(session, async () => {
    for (const id of ids) {
      await ireca.change(id, { deliveryStatusId: 7 });
      await sleep(SECOND_MS);
    }
    await sleep(SETTLED_MS);
  });
  return Math.max(0, work - idle * (performance.now() - began)) / ids.length;
}

/** The panel over the orders: since it was asked for until its first row, with the whole shift in it. */
async function panel(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/orders`);
  await boardReady(page);
  await page.getByRole('button', { name: /Что изменилось/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Что изменилось' });
  await dialog.getByRole('radiogroup').waitFor();
  await sleep(SETTLED_MS);
  await longTasks(page);
  const began = performance.now();
  await dialog.getByText('начало смены', { exact: true }).click();
  await dialog.locator('li[data-key]').first().waitFor();
  const first = performance.now() - began;
  const { count, worst } = await longTasks(page);
  report({ bench: 'digest panel', first_row_ms: round(first, 0), long_tasks: count, worst_ms: round(worst, 0) }); // prettier-ignore
}

async function sheet(page: Page, session: CDPSession, stack: Stack): Promise<void> {
  const began = performance.now();
  await page.goto(`${stack.url}/shift`);
  await page.locator('[data-shift-sheet] dl').first().waitFor();
  const numbers = performance.now() - began;
  await page.locator('li[data-key]').first().waitFor();
  const rows = performance.now() - began;
  await sleep(SETTLED_MS);
  const opening = await longTasks(page);

  const open = (await upstream(stack.simulators.ireca.control).orders())
    .filter(({ deliveryStatusId }) => Number(deliveryStatusId) === 6)
    .map(({ orderId }) => String(orderId));
  const change = await changing(session, stack, open.slice(0, CHANGES));
  const changes = await longTasks(page);

  await page.mouse.move(700, 500);
  const scrolled = await framesDuring(page, async () => {
    for (let notch = 0; notch < NOTCHES; notch += 1) await page.mouse.wheel(0, 200);
  });
  await page.mouse.move(2, 2);
  const heap = await heapMegabytes(session);
  const printed = performance.now();
  const pdf = await page.pdf();
  report({
    bench: 'shift',
    numbers_ms: round(numbers, 0),
    rows_ms: round(rows, 0),
    rows_shown: await page.locator('li[data-key]').count(),
    opening_worst_task_ms: round(opening.worst, 0),
    change_main_thread_ms: round(change),
    change_long_tasks: changes.count,
    change_worst_task_ms: round(changes.worst, 0),
    scroll_frames: scrolled.frames,
    scroll_over_50_ms: scrolled.slow,
    scroll_worst_ms: round(scrolled.worst, 0),
    heap_MB: round(heap),
    print_ms: round(performance.now() - printed, 0),
    print_pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  });
}

export async function shift(browser: Browser): Promise<void> {
  await afterShift(async (stack, since) => {
    await answers(stack, since);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Europe/Moscow',
    });
    context.setDefaultTimeout(120_000);
    try {
      await context.addInitScript(KEEP_NAMES);
      await signedIn(context, stack.url);
      const page = await context.newPage();
      await watchTasks(page);
      const session = await throttled(context, page, CPU_RATE);
      await panel(page, stack.url);
      await sheet(page, session, stack);
    } finally {
      await context.close();
    }
  });
}
