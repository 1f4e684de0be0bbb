/** `/api/callbacks`: how the callbacks stand, and switching them; for admins. */
import type { Context, Hono } from 'hono';
import type { CallbacksAnswer } from '#src/contracts/callbacks.ts';
import { callbackSwitchSchema } from '#src/contracts/callbacks.ts';
import { roleOnly } from '#proxy/access/signIn.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { readBody } from '#proxy/http/readBody.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { WriteTurns } from '#proxy/upstream/writeTurns.ts';
import type { CallbackStates } from './callbackStates.ts';
import type { SecretCheck } from './secretCheck.ts';

const BODY_LIMIT = 4 * 1024;

/** Names of this very machine: whatever calls them is on it too. */
const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

export function callbackRoutes(
  app: Hono<AppEnv>,
  parts: {
    ireca: Pick<Ireca, 'write'>;
    turns: WriteTurns;
    states: CallbackStates;
    check: SecretCheck;
    publicUrl: string | null;
    secret: string | null;
  },
): void {
  const { ireca, turns, states, check, publicUrl, secret } = parts;
  const local = publicUrl !== null && LOCAL.test(new URL(publicUrl).hostname);

  function answer(c: Context<AppEnv>): Response {
    const body: CallbacksAnswer = {
      missing: [...states.missing],
      local,
      ...check.tally(),
      kinds: { orders: states.of('orders'), licenses: states.of('licenses') },
    };
    c.header('cache-control', 'no-store');
    return c.json(body);
  }

  app.get('/api/callbacks', roleOnly('admin'), answer);

  app.post('/api/callbacks', roleOnly('admin'), async (c) => {
    const body = await readBody(c, callbackSwitchSchema, BODY_LIMIT);
    if (!body.ok) return body.refusal;
    const { kind, isActive } = body.value;
    const url = states.url(kind);
    if (url === null || secret === null) {
      return refuse(c, 'invalid', { message: `settings: ${states.missing.join(', ')} missing` });
    }
    const { login } = c.get('session');
    const written = await turns.take([`ireca:/${kind}/callback`], async () => {
      const told = await ireca.write({
        method: 'POST',
        path: `/${kind}/callback`,
        query: {},
        body: { url, isActive: isActive ? 1 : 0 },
        secrets: [secret],
      });
      if (!told.ok) return { end: 'failed', failure: told.failure };
      await states.switched(kind, isActive, login);
      return { end: 'done', record: null };
    });
    if (written.end === 'failed') return refuseUpstream(c, 'ireca', written.failure);
    return written.end === 'done' ? answer(c) : refuse(c, 'stopping');
  });
}
