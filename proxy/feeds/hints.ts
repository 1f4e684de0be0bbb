/**
 * Server-sent events: "this feed moved on", "this list was written". No data in them, so a lost one costs seconds and
 * never a wrong screen.
 */
import type { Context } from 'hono';
import type { Health, Hint, ListHint } from '#src/contracts/feed.ts';
import { BEAT_MS } from '#src/contracts/feed.ts';
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
  /** A list of iRECA (`goods`, `licenses`) was written, or is said to have changed: all who look are told. */
  list(list: string): void;
  /** Ends all streams; browsers come again by themselves. */
  close(): void;
};

const RETRY_MS = 2_000;
/** Tabs of one sign-in. */
const MAX_PER_SESSION = 8;
const MAX_STREAMS = 1000;
/** Many orders read back one after another make one hint. Real time: it only smooths traffic, tests need not move it. */
const GATHER_MS = 100;
/** A reader that is this far behind is cut off, and catches up by version when it comes again. */
const MAX_BEHIND_BYTES = 64 * 1024;

/** A comment would keep the line open as well, but the page behind it never sees one. */
const BEAT = 'event: beat\ndata: {}\n\n';
const FEEDS = ['orders', 'positions', 'deviceErrors'] as const satisfies readonly Hint['feed'][];

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
  /** What is told in a moment. */
  const gathering = new Set<string>();
  let closed = false;

  /** `hint` says which version there is; `health` how old the data is and what is wrong, so ages need no pull. */
  function news(name: Hint['feed']): string {
    const { feed, nextAt } = feeds[name];
    const hint: Hint = { feed: name, version: feed.version() };
    const problems = [...feed.problems.values()];
    const health: Health = { feed: name, asOf: feed.asOf, nextAt: nextAt(), problems };
    return `event: hint\ndata: ${JSON.stringify(hint)}\n\nevent: health\ndata: ${JSON.stringify(health)}\n\n`;
  }

  /** Tells it to all streams in a moment, once however often it is said meanwhile. */
  function tellSoon(key: string, event: () => string): void {
    if (gathering.has(key) || streams.size === 0) return;
    gathering.add(key);
    setTimeout(() => {
      gathering.delete(key);
      const text = event();
      for (const stream of streams) stream.send(text);
    }, GATHER_MS).unref();
  }

  for (const name of FEEDS) feeds[name].feed.onMoved(() => tellSoon(`feed ${name}`, () => news(name)));

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
          const isOpen = () => stream !== null && streams.has(stream);
          const end = () => {
            if (!isOpen()) return;
            forget();
            controller.close();
          };
          const send = (text: string) => {
            if (!isOpen()) return;
            if ((controller.desiredSize ?? 0) < -MAX_BEHIND_BYTES) end();
            else controller.enqueue(encoder.encode(text));
          };
          const beat = () => {
            if (!stillValid(session)) return end();
            send(BEAT);
            // It may have been this beat that found the reader too far behind.
            if (isOpen()) stopBeating = clock.after(BEAT_MS, beat);
          };
          stream = { session: session.id, send, end };
          streams.add(stream);
          send(`retry: ${RETRY_MS}\n\n${FEEDS.map(news).join('')}`);
          stopBeating = clock.after(BEAT_MS, beat);
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
      // Nobody would read such a stream, nor ever end it.
      if (c.req.method === 'HEAD') return c.body(null);
      return c.body(openStream(session));
    },
    list(list) {
      const hint: ListHint = { list };
      tellSoon(`list ${list}`, () => `event: list\ndata: ${JSON.stringify(hint)}\n\n`);
    },
    close() {
      closed = true;
      for (const stream of streams) stream.end();
    },
  };
}
