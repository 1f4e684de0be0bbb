/** Calls that reach the upstreams in a minute, with one browser watching and with fifty. */
import { manualClock } from '#proxy/manualClock.ts';
import { startStack } from '../stack.ts';
import { upstream } from '../upstream.ts';
import { report } from './measure.ts';
import { COURIERS, ORDERS, cookieOf } from './size.ts';

const FEEDS = ['orders', 'positions'] as const;
const LISTS = ['/api/ireca/couriers', '/api/ireca/licenses'];

/** What a browser asks the proxy for: an open event stream, both feeds at each hint, couriers and licences each minute. */
async function watcher(url: string, cookie: string) {
  const versions: Partial<Record<(typeof FEEDS)[number], string>> = {};
  const stop = new AbortController();
  const pull = async (feed: (typeof FEEDS)[number]) => {
    const since = versions[feed];
    const response = await fetch(
      `${url}/api/feeds/${feed}${since ? `?since=${encodeURIComponent(since)}` : ''}`,
      {
        headers: { cookie },
      },
    );
    versions[feed] = ((await response.json()) as { version: string }).version;
  };
  const events = await fetch(`${url}/api/events`, { headers: { cookie }, signal: stop.signal });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  const listening = (async () => {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      for (const feed of FEEDS) if (chunk.value.includes(`"${feed}"`)) await pull(feed);
    }
  })().catch(() => {});
  const lists = async () => {
    for (const path of LISTS)
      await fetch(`${url}${path}`, { headers: { cookie } }).then((response) => response.text());
  };
  return { pullAll: () => Promise.all([...FEEDS.map(pull), lists()]), stop: () => stop.abort(), listening };
}

async function callsInAMinute(browsers: number) {
  const clock = manualClock(Date.now());
  const stack = await startStack({ orders: ORDERS, couriers: COURIERS, clock });
  try {
    const watchers: Awaited<ReturnType<typeof watcher>>[] = [];
    // One after another: a crowd of sign-ins from one address would be throttled, as it should.
    for (let n = 0; n < browsers; n += 1) watchers.push(await watcher(stack.url, await cookieOf(stack.url)));
    await Promise.all(watchers.map((one) => one.pullAll()));
    await clock.advance(120_000);
    const controls = [upstream(stack.simulators.ireca.control), upstream(stack.simulators.kassa.control)];
    for (const control of controls) await control.forget();
    for (let second = 0; second < 60; second += 5) {
      if (second === 30) await Promise.all(watchers.map((one) => one.pullAll()));
      await clock.advance(5000);
    }
    const [ireca, kassa] = await Promise.all(
      controls.map(async (control) => (await control.received()).length),
    );
    for (const one of watchers) one.stop();
    return { ireca: ireca ?? 0, kassa: kassa ?? 0 };
  } finally {
    await stack.close();
  }
}

export async function upstreamCalls(): Promise<void> {
  for (const browsers of [1, 50]) {
    const { ireca, kassa } = await callsInAMinute(browsers);
    report({ bench: 'upstream calls a minute', browsers, couriers: COURIERS, ireca, kassa });
  }
}
