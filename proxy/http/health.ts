/** `/healthz`: the proxy is alive. `/readyz`: the upstreams answer it. */
import type { Hono } from 'hono';
import type { Clock } from '#proxy/clock.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { LIST_TTL_MS } from '#proxy/upstream/ireca.ts';
import type { Kassa } from '#proxy/upstream/kassa.ts';
import type { AppEnv } from './env.ts';

type Word = 'ok' | 'unreachable' | 'off';
type Readiness = { ready: boolean; ireca: Word; kassa: Word };

/** A verdict stands this long, a bad one too: anybody may ask, and an upstream in trouble needs no more of it. */
const VERDICT_MS = 5_000;

export function healthRoutes(
  app: Hono<AppEnv>,
  { clock, ireca, kassa }: { clock: Clock; ireca: Ireca; kassa: Kassa | null },
): void {
  app.get('/healthz', (c) => c.json({ ok: true }));

  async function look(): Promise<Readiness> {
    const [fromIreca, fromKassa] = await Promise.all([
      ireca.get('/dictionary/orderDeliveryStatuses', {}, LIST_TTL_MS),
      kassa?.signIn(),
    ]);
    const word = (result: { ok: boolean } | undefined): Word =>
      result ? (result.ok ? 'ok' : 'unreachable') : 'off';
    const ready = fromIreca.ok && fromKassa?.ok !== false;
    return { ready, ireca: word(fromIreca), kassa: word(fromKassa) };
  }

  let last: { at: number; readiness: Promise<Readiness> } | null = null;
  app.get('/readyz', async (c) => {
    const now = clock.now();
    if (!last || Math.abs(now - last.at) >= VERDICT_MS) last = { at: now, readiness: look() };
    const readiness = await last.readiness;
    c.header('cache-control', 'no-store');
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
}
