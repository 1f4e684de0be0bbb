/** From a change in a courier's app, told by a callback, to the last of fifty screens; and what the day's digest weighs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { CALLBACK_SECRET, LOGINS, PASSWORD, startStack } from '../stack.ts';
import { upstream } from '../upstream.ts';
import { report, round } from './measure.ts';
import { COURIERS, ORDERS } from './size.ts';

const SCREENS = 50;
/** A sign-in may have eight streams. */
const STREAMS_OF_ONE = 8;
const CHANGES = 40;
/** The scenario's own courier would not change more orders a second. */
const PAUSE_MS = 250;

async function signIn(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
}

/** A screen without a browser: follows the stream, pulls when hinted, and says when it has version of `key` asked for. */
async function screen(url: string, cookie: string, onPulled: (keys: string[]) => void, end: AbortSignal) {
  const pull = async (since: string | null) => {
    const query = since === null ? '' : `?since=${encodeURIComponent(since)}`;
    const answer = await fetch(`${url}/api/feeds/orders${query}`, { headers: { cookie }, signal: end });
    return (await answer.json()) as { version: string; changed: { key: string }[] };
  };
  let { version } = await pull(null);
  const stream = await fetch(`${url}/api/events`, { headers: { cookie }, signal: end });
  const follow = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream.body ?? []) {
      if (!decoder.decode(chunk as Uint8Array).includes('"feed":"orders"')) continue;
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
    settings: { ORDERS_POLL_SECONDS: '600' },
  });
  const end = new AbortController();
  try {
    const ireca = upstream(stack.simulators.ireca.control);
    const began = Date.now();
    const cookies: string[] = [];
    for (let n = 0; n < Math.ceil(SCREENS / STREAMS_OF_ONE); n += 1) {
      cookies.push(await signIn(stack.url, LOGINS.dispatcher));
    }
    const admin = await signIn(stack.url, LOGINS.admin);
    const seen = new Map<string, number>();
    for (let n = 0; n < SCREENS; n += 1) {
      const cookie = cookies[Math.floor(n / STREAMS_OF_ONE)] ?? '';
      const onPulled = (keys: string[]) => {
        for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
      };
      await screen(stack.url, cookie, onPulled, end.signal);
    }
    const switched = await fetch(`${stack.url}/api/callbacks`, {
      method: 'POST',
      headers: { origin: stack.url, cookie: admin, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'orders', isActive: true }),
    });
    if (!switched.ok) throw new Error(`callbacks: ${switched.status}, secret of ${CALLBACK_SECRET.length}`);
    const open = (await ireca.orders()).filter(({ deliveryStatusId }) => Number(deliveryStatusId) === 6);
    const times: number[] = [];
    for (const order of open.slice(0, CHANGES)) {
      const id = String(order['orderId']);
      const changed = performance.now();
      await ireca.change(id, { deliveryStatusId: 7 });
      while ((seen.get(`ireca:${id}`) ?? 0) < SCREENS) await sleep(5);
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
    const asked = performance.now();
    const digest = await fetch(`${stack.url}/api/changes?since=${began}`, { headers: { cookie: admin } });
    const body = Buffer.from(await digest.arrayBuffer());
    report({
      bench: 'changes',
      orders_named: (JSON.parse(body.toString('utf8')) as { orders: unknown[] }).orders.length,
      answer_ms: round(performance.now() - asked, 0),
      gzip_kB: round(gzipSync(body).length / 1000),
    });
  } finally {
    end.abort();
    await stack.close();
  }
}
