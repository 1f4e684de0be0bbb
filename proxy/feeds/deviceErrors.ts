/**
 * The feed of device errors: what bank terminals and fiscal recorders of all couriers reported in the last 24 hours,
 * read once a minute for all browsers while anybody watches.
 */
import type { Clock } from '#proxy/clock.ts';
import { within } from '#proxy/clock.ts';
import type { Body } from '#proxy/http/body.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { UpstreamFailure, UpstreamResult } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { Device } from './deviceErrorRows.ts';
import { createDeviceErrorRows } from './deviceErrorRows.ts';
import { createDeviceLog } from './deviceLog.ts';
import type { Feed, NewRecord } from './feed.ts';
import { createFeed } from './feed.ts';
import { createFeedAnswers } from './feedAnswer.ts';
import { createPoll } from './poll.ts';
import type { Watch } from './watch.ts';

export type DeviceErrorsFeed = {
  feed: Feed;
  /** The answer to a browser that holds version `since`; the first one waits a little for the first read. */
  pull(since: string | null): Promise<Body>;
  /** When iRECA is asked next, epoch ms; null = nobody watches. */
  nextAt(): number | null;
  stop(): void;
};

const POLL_MS = 60_000;
/** The first browser waits so long for the first read; a long log takes longer, and its errors come as a hint. */
const FIRST_READ_MS = 5_000;
/** What is older than this (nobody watched) is not shown while a fresh reading is on its way. */
const TOO_OLD_MS = 5 * 60_000;

export function createDeviceErrorsFeed(options: {
  clock: Clock;
  watch: Watch;
  ireca: Pick<Ireca, 'get' | 'licences'>;
  logger: Logger;
}): DeviceErrorsFeed {
  const { clock, watch, ireca, logger } = options;
  const feed = createFeed();
  const answers = createFeedAnswers(feed);
  const sources = (['terminal', 'recorder'] as const satisfies readonly Device[]).map((device) => ({
    rows: createDeviceErrorRows(device),
    log: createDeviceLog({ device, clock, ireca, logger }),
    /** As of when the log is known, epoch ms; null = it was never read. */
    readAt: null as number | null,
  }));

  function failed({ code, message }: Pick<UpstreamFailure, 'code' | 'message'>): false {
    const since = feed.problems.get('ireca')?.since ?? clock.now();
    feed.problems.set('ireca', { system: 'ireca', code, message, since });
    feed.moved();
    return false;
  }

  /** Takes records in, and lets those go that are a day old by now. */
  function commit(records: NewRecord[]): void {
    const gone = sources.flatMap(({ rows }) => rows.aged(clock.now()));
    feed.commit({ system: 'ireca', read: feed.beginRead(), records, gone });
  }

  async function readOne(source: (typeof sources)[number]): Promise<UpstreamResult<number>> {
    const reading = await source.log.read((rows, first) => {
      const { records, unknown } = source.rows.take(rows, first, clock.now());
      commit(records);
      return unknown;
    });
    if (reading.ok) source.readAt = reading.value;
    return reading;
  }

  async function read(): Promise<boolean> {
    const readings = await Promise.all(sources.map(readOne));
    const times = sources.map(({ readAt }) => readAt).filter((at) => at !== null);
    feed.asOf.ireca = times.length === sources.length ? Math.min(...times) : null;
    const failure = readings.find((reading) => !reading.ok);
    if (failure) return failed(failure.failure);
    feed.problems.delete('ireca');
    feed.moved();
    return true;
  }

  const poll = createPoll({
    clock,
    watching: () => watch.watching(),
    read,
    onBroken(error) {
      logger.error({ err: errorFields(error) }, 'reading device errors broke');
      failed({ code: 'malformed', message: null });
    },
    intervalMs: POLL_MS,
    from: 'end',
  });

  return {
    feed,
    nextAt: () => poll.nextAt(),
    async pull(since) {
      watch.touch();
      poll.wake();
      const { ireca: asOf } = feed.asOf;
      const isLacking = asOf === null || clock.now() - asOf > TOO_OLD_MS;
      if (isLacking && poll.running() && !feed.problems.has('ireca')) {
        await within(clock, FIRST_READ_MS, poll.idle(), null);
      }
      commit([]);
      return answers(since, poll.nextAt());
    },
    stop: () => poll.stop(),
  };
}
