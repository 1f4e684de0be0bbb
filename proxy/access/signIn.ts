/** `/api/session`: sign in, who am I, sign out; and the gate that everything else stands behind. */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Role } from '#src/contracts/session.ts';
import { credentialsSchema, roleAllows } from '#src/contracts/session.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { readBody } from '#proxy/http/readBody.ts';
import { refuse } from '#proxy/http/refuse.ts';
import { verifyPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';
import type { Users } from './users.ts';

const BODY_LIMIT = 16 * 1024;

export function signInRoutes(
  app: Hono<AppEnv>,
  parts: { users: Users; sessions: Sessions; throttle: Throttle },
): void {
  const { users, sessions, throttle } = parts;

  app.post('/api/session', async (c) => {
    const body = await readBody(c, credentialsSchema, BODY_LIMIT);
    if (!body.ok) return body.refusal;
    const { login, password } = body.value;
    const address = addressOf(c);
    const retryAfter = throttle.attempt(login, address);
    if (retryAfter !== null) return refuse(c, 'throttled', { retryAfter });
    const user = users.find(login);
    const right = await verifyPassword(password, user?.password ?? null);
    if (!right || !user) return refuse(c, 'badCredentials');
    throttle.succeeded(login, address);
    c.header('cache-control', 'no-store');
    return c.json(await sessions.begin(c, user));
  });

  app.get('/api/session', async (c) => {
    c.header('cache-control', 'no-store');
    const session = await sessions.of(c);
    // Asking who is signed in is no failure when nobody is: a 401 would stand in every browser's console.
    return c.json(session ? await sessions.renew(c, session) : null);
  });

  app.delete('/api/session', (c) => {
    sessions.end(c);
    return c.body(null, 204);
  });
}

/** Lets only signed-in users through, and keeps a session alive that is in use. */
export function signedInOnly(sessions: Sessions): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const session = await sessions.of(c);
    if (!session) return refuse(c, 'unauthenticated');
    c.set('session', session);
    await sessions.renew(c, session);
    return next();
  };
}

/** Lets only users of this role or a higher one through. */
export function roleOnly(needed: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) => (roleAllows(c.get('session').role, needed) ? next() : refuse(c, 'forbidden'));
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Where an attempt comes from. A reverse proxy on this machine is believed about whom it speaks for. */
export function addressOf(c: Context<AppEnv>): string {
  const remote = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
  if (!LOOPBACK.test(remote)) return remote;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || remote;
}
