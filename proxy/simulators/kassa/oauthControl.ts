/** `/__sim/oauth`: how tests make Kassa's tokens expire, and learn what they were. */
import { Hono } from 'hono';
import type { OAuth } from './oauth.ts';

export function oauthControlApp(oauth: OAuth) {
  return new Hono()
    .get('/', (c) => c.json({ tokens: oauth.given() }))
    .patch('/', async (c) => {
      const { expiresIn } = (await c.req.json()) as { expiresIn?: unknown };
      if (typeof expiresIn !== 'number') return c.json({ message: 'expiresIn: seconds' }, 400);
      oauth.setExpiresIn(expiresIn);
      return c.body(null, 204);
    })
    .post('/expire', async (c) => {
      const { refreshToo } = (await c.req.json().catch(() => ({}))) as { refreshToo?: unknown };
      oauth.revoke(refreshToo === true);
      return c.body(null, 204);
    });
}
