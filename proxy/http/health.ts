/** `/healthz`: the proxy is alive. `/readyz`: the upstreams answer it. */
import type { Hono } from 'hono';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { LIST_TTL_MS } from '#proxy/upstream/ireca.ts';
import type { Kassa } from '#proxy/upstream/kassa.ts';
import type { AppEnv } from './env.ts';

export function healthRoutes(
  app: Hono<AppEnv>,
  { ireca, kassa }: { ireca: Ireca; kassa: Kassa | null },
): void {
  app.get('/healthz', (c) => c.json({ ok: true }));

  // Whoever asks how often: iRECA sees one small read in ten seconds, Kassa its own token at most.
  app.get('/readyz', async (c) => {
    const [fromIreca, fromKassa] = await Promise.all([
      ireca.get('/dictionary/orderDeliveryStatuses', {}, LIST_TTL_MS),
      kassa?.signIn(),
    ]);
    const word = (result: { ok: boolean } | undefined) =>
      result ? (result.ok ? 'ok' : 'unreachable') : 'off';
    const ready = fromIreca.ok && fromKassa?.ok !== false;
    c.header('cache-control', 'no-store');
    return c.json({ ready, ireca: word(fromIreca), kassa: word(fromKassa) }, ready ? 200 : 503);
  });
}
