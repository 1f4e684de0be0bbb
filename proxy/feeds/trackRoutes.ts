/** `GET /api/tracks?courierId&from&to`: a courier's fixes over some hours. */
import type { Hono } from 'hono';
import { TRACK_MAX_MS } from '#src/contracts/track.ts';
import { createBody, sendJson } from '#proxy/http/body.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse, refuseUpstream } from '#proxy/http/refuse.ts';
import type { Tracks } from './tracks.ts';

const NAMES = ['courierId', 'from', 'to'] as const;
const COURIER_ID = /^[\w-]{1,40}$/;
const EPOCH_MS = /^\d{1,14}$/;
const HOUR_MS = 3_600_000;

type Ask = { courierId: string; from: number; to: number };

/** The query as it may go on, or what is wrong with it. */
function askOf(query: URLSearchParams): Ask | string {
  const given = [...query.keys()].sort().join();
  if (given !== NAMES.toSorted().join()) return `query: ${NAMES.join(', ')}, each once and nothing else`;
  const [courierId = '', from = '', to = ''] = NAMES.map((name) => query.get(name) ?? '');
  if (!COURIER_ID.test(courierId)) return 'courierId: an id';
  if (!EPOCH_MS.test(from)) return 'from: milliseconds since 1970';
  if (!EPOCH_MS.test(to)) return 'to: milliseconds since 1970';
  const ask = { courierId, from: Number(from), to: Number(to) };
  if (ask.from > ask.to) return 'from is after to';
  if (ask.to - ask.from > TRACK_MAX_MS) return `from and to: at most ${TRACK_MAX_MS / HOUR_MS} hours apart`;
  return ask;
}

export function trackRoutes(app: Hono<AppEnv>, { tracks }: { tracks: Tracks }): void {
  app.get('/api/tracks', async (c) => {
    const ask = askOf(new URL(c.req.url).searchParams);
    if (typeof ask === 'string') return refuse(c, 'invalid', { message: ask });
    const reply = await tracks.read(ask.courierId, ask);
    if (!reply.ok) return refuseUpstream(c, 'ireca', reply.failure);
    return sendJson(c, createBody(JSON.stringify(reply.value)));
  });
}
