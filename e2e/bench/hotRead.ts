/** Requests a second of a hot read through the proxy: the orders feed when nothing changed. */
import autocannon from 'autocannon';
import { report, round } from './measure.ts';
import { ORDERS, cookieOf, fullStack } from './size.ts';

const SECONDS = 5;

export async function hotRead(): Promise<void> {
  const stack = await fullStack();
  try {
    const cookie = await cookieOf(stack.url);
    const feed = await fetch(`${stack.url}/api/feeds/orders`, { headers: { cookie } });
    const { version } = (await feed.json()) as { version: string };
    const result = await autocannon({
      url: `${stack.url}/api/feeds/orders?since=${encodeURIComponent(version)}`,
      headers: { cookie },
      connections: 50,
      duration: SECONDS,
    });
    report({
      bench: 'hot read',
      orders: ORDERS,
      connections: 50,
      requests_per_second: round(result.requests.average, 0),
      p99_ms: result.latency.p99,
      failed: result.non2xx + result.errors,
    });
  } finally {
    await stack.close();
  }
}
