/**
 * What iRECA calls when something happened. It signs nothing, so the address carries a secret, and what it sends is only
 * a hint to read again: no value of it is ever shown. Answered before anything is read.
 */
import type { Context, Hono } from 'hono';
import type { CallbackKind } from '#src/contracts/callbacks.ts';
import { callbackKindSchema } from '#src/contracts/callbacks.ts';
import { addressOf } from '#proxy/access/signIn.ts';
import type { Clock } from '#proxy/clock.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { readBounded } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import { createBucket } from './bucket.ts';
import { namedOrders, namesSession } from './callbackBody.ts';
import type { CallbackStates } from './callbackStates.ts';
import type { OrderHints } from './orderHints.ts';
import type { SecretCheck } from './secretCheck.ts';

/** Whole orders with their goods come in one call. */
const BODY_LIMIT = 1024 * 1024;
/** A sender that is slower is not waited for. */
const BODY_MS = 10_000;
/** Bodies that are read at once. */
const MAX_READING = 16;
/** Calls of one kind in the long run and at once: a busy day of ten thousand orders stays well below. */
const CALLS_PER_SECOND = 20;
const CALLS_AT_ONCE = 100;

export function receiverRoutes(
  app: Hono<AppEnv>,
  parts: {
    clock: Clock;
    check: SecretCheck;
    states: CallbackStates;
    orderHints: OrderHints;
    /** A courier's session is said to have ended. */
    licencesMoved: () => void;
  },
): void {
  const { clock, check, states, orderHints, licencesMoved } = parts;
  const buckets = {
    orders: createBucket(clock, CALLS_PER_SECOND, CALLS_AT_ONCE),
    licenses: createBucket(clock, CALLS_PER_SECOND, CALLS_AT_ONCE),
  };
  let reading = 0;

  /** What came cannot be made out, but it came from iRECA: what it speaks of is read anew. */
  function somethingMoved(kind: CallbackKind): void {
    if (kind === 'orders') orderHints.something();
    else licencesMoved();
  }

  function take(kind: CallbackKind, body: Buffer): boolean {
    if (kind === 'licenses') {
      licencesMoved();
      return namesSession(body);
    }
    const ids = namedOrders(body);
    if (ids.length > 0) orderHints.named(ids);
    else orderHints.something();
    return ids.length > 0;
  }

  function tooMany(c: Context<AppEnv>, kind: CallbackKind): Response {
    states.called(kind, 'throttled');
    somethingMoved(kind);
    return refuse(c, 'throttled', { retryAfter: 1 });
  }

  function stranger(c: Context<AppEnv>): Response {
    const retryAfter = check.refused(addressOf(c));
    return retryAfter === null ? refuse(c, 'notAllowed') : refuse(c, 'throttled', { retryAfter });
  }

  app.post('/callbacks/ireca/:kind/:secret', async (c) => {
    const { success, data: kind } = callbackKindSchema.safeParse(c.req.param('kind'));
    if (!check.isRight(c.req.param('secret')) || !success) return stranger(c);
    if (reading >= MAX_READING || !buckets[kind].take()) return tooMany(c, kind);
    const late = new AbortController();
    const stopWaiting = clock.after(BODY_MS, () => late.abort());
    reading += 1;
    // Whoever goes away half-way has not said anything that can be read.
    const body = await readBounded(c, BODY_LIMIT, late.signal).catch(() => null);
    reading -= 1;
    stopWaiting();
    if (body && take(kind, body)) {
      states.called(kind, 'named');
      return c.body(null, 201);
    }
    states.called(kind, 'unreadable');
    if (body) return refuse(c, 'invalid', { message: 'body: none of a callback' });
    somethingMoved(kind);
    if (late.signal.aborted) return refuse(c, 'invalid', { message: 'body: too slow' });
    return refuse(c, 'tooLarge');
  });

  app.all('/callbacks/*', (c) => refuse(c, 'notAllowed'));
}
