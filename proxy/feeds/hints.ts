/** Server-sent events: "this feed moved on". No data in them, so a lost one costs seconds and never a wrong screen. */
import type { Context } from 'hono';
import type { Health, Hint } from '#src/contracts/feed.ts';
import type { ActiveSession } from '#proxy/access/sessions.ts';
import type { Clock } from '#proxy/clock.ts';
import type { AppEnv } from '#proxy/http/env.ts';
import { refuse } from '#proxy/http/refuse.ts';
import type { Feed } from './feed.ts';
import type { Watch } from './watch.ts';

export type HintedFeed = { feed: Feed; nextAt(): number | null };

export type Hints = {
  /** Answers `GET /api/events`. */
  open(c: Context<AppEnv>): Response;
  /** Ends all streams; browsers come again by themselves. */
  close(): void;
};

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
/** Tabs of one sign-in. */
const MAX_PER_SESSION = 8;
const MAX_STREAMS = 1000;
/** Many orders read back one after another make one hint. Real time: it only smooths traffic, tests need not move it. */
const GATHER_MS = 100;
/** A reader that is this far behind is cut off, and catches up by version when it comes again. */
const MAX_BEHIND_BYTES = 64 * 1024;

type Stream = { session: string; send(text: string): void; end(): void };

export function createHints(options: {
  clock: Clock;
  watch: Watch;
  feeds: Record<Hint['feed'], HintedFeed>;
  /** False when the session's user was removed meanwhile. */
  stillValid: (session: ActiveSession) => boolean;
}): Hints {
  const { clock, watch, feeds, stillValid } = options;
  const streams = new Set<Stream>();
  const gathering = new Set<Hint['feed']>();
  let closed = false;

  /** `hint` says which version there is; `health` how old the data is and what is wrong, so ages need no pull. */
  function news(name: Hint['feed']): string {
    const { feed, nextAt } = feeds[name];
    const hint: Hint = { feed: name, version: feed.version() };
    const problems = [...feed.problems.values()];
    const health: Health = { feed: name, asOf: feed.asOf, nextAt: nextAt(), problems };
    return `event: hint\ndata: ${JSON.stringify(hint)}\n\nevent: health\ndata: ${JSON.stringify(health)}\n\n`;
  }

  for (const name of ['orders', 'positions'] as const) {
    feeds[name].feed.onMoved(() => {
      if (gathering.has(name) || streams.size === 0) return;
      gathering.add(name);
      setTimeout(() => {
        gathering.delete(name);
        const text = news(name);
        for (const stream of streams) stream.send(text);
      }, GATHER_MS).unref();
    });
  }

  function openStream(session: ActiveSession): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    const leave = watch.enter();
    let stopBeating = () => {};
    let stream: Stream | null = null;
    const forget = () => {
      if (stream) streams.delete(stream);
      stopBeating();
      leave();
    };
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const end = () => {
            if (!stream || !streams.has(stream)) return;
            forget();
            controller.close();
          };
          const send = (text: string) => {
            if ((controller.desiredSize ?? 0) < -MAX_BEHIND_BYTES) end();
            else controller.enqueue(encoder.encode(text));
          };
          const beat = () => {
            if (!stillValid(session)) return end();
            send(':\n\n');
            stopBeating = clock.after(HEARTBEAT_MS, beat);
          };
          stream = { session: session.id, send, end };
          streams.add(stream);
          send(`retry: ${RETRY_MS}\n\n${news('orders')}${news('positions')}`);
          stopBeating = clock.after(HEARTBEAT_MS, beat);
        },
        cancel: forget,
      },
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    );
  }

  return {
    open(c) {
      if (closed) return refuse(c, 'stopping');
      const session = c.get('session');
      const own = [...streams].filter((stream) => stream.session === session.id).length;
      if (own >= MAX_PER_SESSION || streams.size >= MAX_STREAMS)
        return refuse(c, 'throttled', { retryAfter: 60 });
      c.header('content-type', 'text/event-stream');
      c.header('cache-control', 'no-cache, no-transform');
      c.header('x-accel-buffering', 'no');
      return c.body(openStream(session));
    },
    close() {
      closed = true;
      for (const stream of streams) stream.end();
    },
  };
}
