/** `GET /api/changes?since=<epoch ms>`: what happened to orders since then. */
import type { Hono } from 'hono';
import type { Clock } from '#proxy/clock.ts';
import { sendJson } from '#proxy/http/body.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { ChangeLog } from './changes.ts';
import { createSharedChanges } from './changesShared.ts';
import type { OrdersFeed } from './orders.ts';

const EPOCH_MS = /^\d{1,14}$/;
/** A browser's clock may be ahead, but not by a day. */
const AHEAD_MS = 24 * 3_600_000;

export function changesRoutes(
  app: Hono<AppEnv>,
  { clock, changes, orders }: { clock: Clock; changes: ChangeLog; orders: Pick<OrdersFeed, 'fresh'> },
): void {
  /** The latest `now` of an answer: browsers ask on with it, also when the clock was ahead then and was put right. */
  let answeredTo = 0;
  const answer = (since: number) => {
    const given = changes.answer(since);
    answeredTo = Math.max(answeredTo, given.now);
    return given;
  };
  const bodyOf = createSharedChanges({ answer }, clock);
  app.get('/api/changes', async (c) => {
    const [since = '', ...more] = c.req.queries('since') ?? [];
    const sane = EPOCH_MS.test(since) && Number(since) <= Math.max(clock.now(), answeredTo) + AHEAD_MS;
    if (!sane || more.length > 0) return refuse(c, 'invalid', { message: 'since: milliseconds since 1970' });
    await orders.fresh();
    return sendJson(c, bodyOf(Number(since)));
  });
}
