/** What the benchmark reads off a page: bytes, blocked time, frames, heap. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

export type Measurement = { bench: string } & Record<string, number | string>;

/** Prints one JSON line. */
export function report(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));
export { round };

/** Slows the page's processor down `rate` times, as a benchmark of a modest office computer. */
export async function throttled(context: BrowserContext, page: Page, rate: number): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** Bytes over the wire by type of file, while `act` runs; event streams are left out. */
export async function bytesDuring(
  session: CDPSession,
  act: () => Promise<void>,
): Promise<Record<string, number>> {
  const types = new Map<string, string>();
  const totals: Record<string, number> = {};
  const onResponse = (event: { requestId: string; type?: string; response: { mimeType: string } }) => {
    if (event.response.mimeType !== 'text/event-stream') types.set(event.requestId, event.type ?? 'Other');
  };
  const onFinished = (event: { requestId: string; encodedDataLength: number }) => {
    const type = types.get(event.requestId);
    if (type) totals[type] = (totals[type] ?? 0) + event.encodedDataLength;
  };
  await session.send('Network.enable');
  session.on('Network.responseReceived', onResponse);
  session.on('Network.loadingFinished', onFinished);
  try {
    await act();
  } finally {
    session.off('Network.responseReceived', onResponse);
    session.off('Network.loadingFinished', onFinished);
  }
  return totals;
}

/** Milliseconds of main-thread work while `act` runs. */
export async function workDuring(session: CDPSession, act: () => Promise<void>): Promise<number> {
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await busy();
  await act();
  return (await busy()) - before;
}

/** JavaScript heap in MB, after a collection. */
export async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Must run before the page's own scripts: adds up what long tasks take beyond 50 ms each. */
export async function watchBlocking(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as { blocked: number };
    watched.blocked = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.blocked += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Total blocking time so far, ms. */
export const blockedMs = (page: Page) =>
  page.evaluate(() => (window as unknown as { blocked: number }).blocked);

/** Runs `act` while counting frames; gives their number and how many came more than 50 ms after the one before. */
export async function framesDuring(
  page: Page,
  act: () => Promise<void>,
): Promise<{ frames: number; slow: number; worst: number }> {
  await page.evaluate(() => {
    const counter = { frames: 0, slow: 0, worst: 0, on: true };
    (window as unknown as { counter: typeof counter }).counter = counter;
    let last = performance.now();
    const tick = (now: number) => {
      const gap = now - last;
      last = now;
      counter.frames += 1;
      if (gap > 50) counter.slow += 1;
      counter.worst = Math.max(counter.worst, gap);
      if (counter.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    const { counter } = window as unknown as {
      counter: { frames: number; slow: number; worst: number; on: boolean };
    };
    counter.on = false;
    return counter;
  });
}

/** Milliseconds between one frame and the next while `act` runs. */
export async function frameGaps(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const counter = { gaps: [] as number[], on: true };
    (window as unknown as { gaps: typeof counter }).gaps = counter;
    let last = performance.now();
    const tick = (now: number) => {
      counter.gaps.push(now - last);
      last = now;
      if (counter.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    const { gaps } = window as unknown as { gaps: { gaps: number[]; on: boolean } };
    gaps.on = false;
    return gaps.gaps;
  });
}
