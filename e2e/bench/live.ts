/** From a change in a courier's app, told by a callback, to the last of fifty screens. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack } from '../stack.ts';
import { upstream } from '../upstream.ts';
import { report, round } from './measure.ts';
import { COURIERS, ORDERS, cookieOf, switchOnCallbacks } from './size.ts';

const SCREENS = 50;
/** A sign-in may have eight streams. */
const STREAMS_OF_ONE = 8;
const CHANGES = 40;
/** No courier changes more orders a second. */
const PAUSE_MS = 250;
/** A screen that has not heard by then never will. */
const LOST_MS = 30_000;

/** A screen without a browser: follows the stream, and pulls when hinted. `onPulled` is given what came. */
async function screen(url: string, cookie: string, onPulled: (keys: string[]) => void, end: AbortSignal) {
  const pull = async (since: string | null) => {
    const query = since === null ? '' : `?since=${encodeURIComponent(since)}`;
    const answer = await fetch(`${url}/api/feeds/orders${query}`, { headers: { cookie } });
    return (await answer.json()) as { version: string; changed: { key: string }[] };
  };
  let { version } = await pull(null);
  const stream = await fetch(`${url}/api/events`, { headers: { cookie }, signal: end });
  const follow = async () => {
    const decoder = new TextDecoder();
    let told = '';
    for await (const chunk of stream.body ?? []) {
      told += decoder.decode(chunk as Uint8Array, { stream: true });
      const whole = told.lastIndexOf('\n\n') + 2;
      const news = told.slice(0, Math.max(whole, 0));
      told = told.slice(news.length);
      if (!/event: hint\ndata: .*"orders"/.test(news)) continue;
      const feed = await pull(version);
      version = feed.version;
      onPulled(feed.changed.map(({ key }) => key));
    }
  };
  follow().catch((error: unknown) => {
    if (!end.aborted) throw error;
  });
}

export async function live(): Promise<void> {
  const stack = await startStack({
    orders: ORDERS,
    couriers: COURIERS,
    callbacks: true,
    // Nothing but the callback can tell of a change.
    settings: { ORDERS_POLL_SECONDS: '600' },
  });
  const end = new AbortController();
  try {
    const ireca = upstream(stack.simulators.ireca.control);
    const seen = new Map<string, number>();
    const onPulled = (keys: string[]) => {
      for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
    };
    let cookie = '';
    for (let n = 0; n < SCREENS; n += 1) {
      if (n % STREAMS_OF_ONE === 0) cookie = await cookieOf(stack.url);
      await screen(stack.url, cookie, onPulled, end.signal);
    }
    await switchOnCallbacks(stack.url);
    const open = (await ireca.orders()).filter(({ deliveryStatusId }) => Number(deliveryStatusId) === 6);
    const times: number[] = [];
    for (const order of open.slice(0, CHANGES)) {
      const id = String(order['orderId']);
      const key = `ireca:${id}`;
      seen.delete(key);
      const changed = performance.now();
      await ireca.change(id, { deliveryStatusId: 7 });
      while ((seen.get(key) ?? 0) < SCREENS) {
        if (performance.now() - changed > LOST_MS) throw new Error(`${key}: ${seen.get(key) ?? 0} screens`);
        await sleep(5);
      }
      times.push(performance.now() - changed);
      await sleep(PAUSE_MS);
    }
    times.sort((a, b) => a - b);
    report({
      bench: 'live',
      orders: ORDERS,
      screens: SCREENS,
      changes: times.length,
      median_ms: round(times[Math.floor(times.length / 2)] ?? 0, 0),
      worst_ms: round(times.at(-1) ?? 0, 0),
    });
  } finally {
    end.abort();
    await stack.close();
  }
}
