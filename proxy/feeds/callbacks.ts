/**
 * What iRECA calls when something happened. It signs nothing, so the address carries a secret, and what it sends is only
 * a hint to read again: no value of it is ever shown.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { readBounded } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { Coalesce } from '#proxy/upstream/coalesce.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import type { OrdersFeed } from './orders.ts';
import type { Watch } from './watch.ts';

/** Whole orders with their goods come in one call. */
const BODY_LIMIT = 1024 * 1024;
/** More orders than this are read as a list. */
const ONE_BY_ONE = 20;
const SIDE_BY_SIDE = 4;

export function callbackRoutes(
  app: Hono<AppEnv>,
  parts: {
    secret: string | null;
    ireca: Ireca;
    orders: OrdersFeed;
    watch: Watch;
    coalesce: Coalesce;
    logger: Logger;
  },
): void {
  const { secret, ireca, orders, watch, coalesce, logger } = parts;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const isSecret = (given: string) => secret !== null && timingSafeEqual(digest(given), digest(secret));

  async function readAgain(ids: readonly string[]): Promise<void> {
    if (!watch.watching()) return;
    if (ids.length === 0 || ids.length > ONE_BY_ONE) return orders.soon('ireca');
    await inPool(ids, SIDE_BY_SIDE, async (id) => {
      const number = orders.feed.beginRead();
      const reading = await ireca.readOrder(id);
      if (reading.ok) orders.take('ireca', id, reading.value, number);
      else orders.soon('ireca');
    });
  }

  app.post('/callbacks/ireca/orders/:secret', async (c) => {
    if (!isSecret(c.req.param('secret'))) return refuse(c, 'notAllowed');
    const body = await readBounded(c, BODY_LIMIT);
    if (!body) return refuse(c, 'tooLarge');
    readAgain(orderIds(body)).catch((error: unknown) => {
      logger.error({ err: errorFields(error) }, 'a callback broke');
    });
    return c.body(null, 201);
  });

  app.post('/callbacks/ireca/licenses/:secret', async (c) => {
    if (!isSecret(c.req.param('secret'))) return refuse(c, 'notAllowed');
    if (!(await readBounded(c, BODY_LIMIT))) return refuse(c, 'tooLarge');
    coalesce.invalidate('ireca /licenses');
    return c.body(null, 201);
  });

  app.all('/callbacks/*', (c) => refuse(c, 'notAllowed'));
}

/** Ids named in `{"items": [order…]}`; none when it is something else, which is a hint all the same. */
function orderIds(body: Buffer): string[] {
  try {
    const { items } = JSON.parse(body.toString('utf8')) as { items?: unknown };
    if (!Array.isArray(items)) return [];
    const ids = (items as unknown[]).map((item) =>
      typeof item === 'object' && item !== null
        ? readOptionalId((item as Record<string, unknown>)['orderId'])
        : null,
    );
    return [...new Set(ids.filter((id) => id !== null && id.length <= 64))] as string[];
  } catch {
    return [];
  }
}
