/** The orders feed: both systems read by one poll each for all browsers, and kept current by what commands read back. */
import type { System } from '#src/contracts/feed.ts';
import type { Clock } from '#proxy/clock.ts';
import { sleep, within } from '#proxy/clock.ts';
import type { Body } from '#proxy/http/body.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { UpstreamFailure, UpstreamResult } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { Kassa } from '#proxy/upstream/kassa.ts';
import { parseForBrowser } from '#proxy/upstream/losslessJson.ts';
import { irecaRecord, kassaRecord } from './boardRecord.ts';
import type { ChangeLog } from './changes.ts';
import type { Feed, NewRecord } from './feed.ts';
import { createFeed } from './feed.ts';
import { createFeedAnswers } from './feedAnswer.ts';
import { kassaDays } from './kassaDays.ts';
import type { ListSnapshot } from './listReader.ts';
import { readList } from './listReader.ts';
import type { Poll } from './poll.ts';
import { createPoll } from './poll.ts';
import type { Watch } from './watch.ts';

export type OrdersFeed = {
  feed: Feed;
  /** The answer to a browser that holds version `since`; the first one waits for the first read. */
  pull(since: string | null): Promise<Body>;
  nextAt(): number | null;
  /** Somebody looks at what is known of orders: resolves when that is not older than what a browser would be shown. */
  fresh(): Promise<void>;
  /** Reads the whole list with a read that begins now; false = it could not be read. */
  readNow(system: System): Promise<boolean>;
  /** How long the last list read took, ms; null = not known. */
  listTook(system: System): number | null;
  /**
   * Takes in one order as just read by itself; `raw` null: the upstream does not have it.
   * @param promptly it was read because it was said to have changed this very moment.
   */
  take(system: System, id: string, raw: unknown, read: number, how?: { promptly?: boolean }): void;
  /** iRECA ids of couriers who have open orders. */
  busyCouriers(): ReadonlySet<string>;
  /** Something is said to have happened: reads the list again soon. */
  soon(system: System): void;
  stop(): void;
};

/** The first pull waits so long for the first read; after one system has come, only so long for the other. */
const FIRST_READ_MS = 20_000;
const SECOND_SYSTEM_MS = 3_000;
/** A board older than this (nobody watched) is not shown while a fresh one is on its way. */
const TOO_OLD_MS = 5 * 60_000;

type Source = {
  /** Which part of the orders is asked for now; null = all. */
  range: () => string | null;
  list: () => Promise<UpstreamResult<Buffer>>;
  record: (text: string, position: number) => NewRecord;
};

export function createOrdersFeed(options: {
  clock: Clock;
  watch: Watch;
  ireca: Ireca;
  kassa: Kassa | null;
  timeZone: string;
  pollSeconds: number;
  changes: ChangeLog;
  logger: Logger;
}): OrdersFeed {
  const { clock, watch, ireca, kassa, changes } = options;
  const feed = createFeed();
  const begun = rememberBeginnings(feed, clock);
  const answers = createFeedAnswers(feed);
  const polls = new Map<System, Poll>();

  const sources: Partial<Record<System, Source>> = {
    ireca: {
      range: () => null,
      list: () => ireca.listOrders(),
      record: (text, place) => irecaRecord(JSON.parse(text), place),
    },
    ...(kassa && {
      kassa: {
        range: () => String(kassaDays(clock.now(), options.timeZone).beginDate),
        list: () => {
          const { beginDate, endDate } = kassaDays(clock.now(), options.timeZone);
          return kassa.listOrders(beginDate, endDate);
        },
        record: (text, place) => kassaRecord(parseForBrowser(text), place),
      },
    }),
  };

  function failed(system: System, failure: Pick<UpstreamFailure, 'code' | 'message'>): false {
    const since = feed.problems.get(system)?.since ?? clock.now();
    feed.problems.set(system, { system, code: failure.code, message: failure.message, since });
    feed.moved();
    return false;
  }

  for (const system of ['ireca', 'kassa'] as const) {
    const source = sources[system];
    if (!source) continue;
    const intervalMs = options.pollSeconds * 1000;
    let snapshot: ListSnapshot | null = null;
    const read = async (): Promise<boolean> => {
      const number = feed.beginRead();
      const asked = clock.now();
      const range = source.range();
      const answer = await source.list();
      if (!answer.ok) return failed(system, answer.failure);
      const records: NewRecord[] = [];
      const result = await readList(answer.value, snapshot, {
        changed(text, position) {
          const record = source.record(text, position);
          records.push(record);
          return record.key;
        },
        current: (key) => feed.get(key)?.listed ?? false,
      });
      if (!result.ok) return failed(system, { code: 'malformed', message: null });
      snapshot = result.snapshot;
      feed.asOf[system] = asked;
      feed.problems.delete(system);
      const moves = feed.commit({ system, read: number, records, whole: result.keys });
      const list = { keys: result.keys, range, everyMs: polls.get(system)?.roundMs() ?? intervalMs };
      changes.noticed({ system, askedAt: asked, ...moves, list });
      feed.moved();
      return true;
    };
    const watching = () => watch.watching();
    const onBroken = (error: unknown) => {
      options.logger.error({ err: errorFields(error), system }, 'reading orders broke');
      failed(system, { code: 'malformed', message: null });
    };
    polls.set(system, createPoll({ clock, watching, read, onBroken, intervalMs, from: 'end' }));
  }

  /** Systems whose read is on its way and without which the board would be empty or of another day. */
  function awaited(): System[] {
    return [...polls.keys()].filter((system) => {
      const asOf = feed.asOf[system];
      const lacking = asOf === null || clock.now() - asOf > TOO_OLD_MS;
      return lacking && !feed.problems.has(system) && polls.get(system)?.running();
    });
  }

  async function firstRead(): Promise<void> {
    const systems = awaited();
    if (systems.length === 0) return;
    const arrivals = systems.map((system) => polls.get(system)?.idle());
    const allThere = Promise.all(arrivals);
    const onlyOneLate = Promise.any(arrivals).then(() => sleep(clock, SECOND_SYSTEM_MS));
    await within(clock, FIRST_READ_MS, Promise.race([allThere, onlyOneLate]), null);
    for (const system of awaited()) {
      if (feed.asOf[system] === null) failed(system, { code: 'timeout', message: null });
    }
  }

  async function fresh(): Promise<void> {
    watch.touch();
    for (const poll of polls.values()) poll.wake();
    await firstRead();
  }

  const nextAt = () => {
    const times = [...polls.values()].map((poll) => poll.nextAt()).filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  };

  return {
    feed,
    nextAt,
    async pull(since) {
      await fresh();
      return answers(since, nextAt());
    },
    fresh,
    async readNow(system) {
      await polls.get(system)?.now();
      return feed.asOf[system] !== null && !feed.problems.has(system);
    },
    listTook: (system) => polls.get(system)?.lastTook() ?? null,
    take(system, id, raw, read, { promptly = false } = {}) {
      const record = raw === null ? null : system === 'ireca' ? irecaRecord(raw) : kassaRecord(raw);
      const moves = record
        ? feed.commit({ system, read, records: [record] })
        : feed.commit({ system, read, records: [], gone: [`${system}:${id}`] });
      changes.noticed({ system, askedAt: begun(read), ...moves, promptly });
    },
    busyCouriers() {
      const busy = new Set<string>();
      for (const { meta } of feed.records())
        if (meta.open && meta.courierId !== null) busy.add(meta.courierId);
      return busy;
    },
    soon: (system) => polls.get(system)?.soon(),
    stop() {
      for (const poll of polls.values()) poll.stop();
    },
  };
}

/** Readings of single orders that may be under way at once, and more. */
const MAX_BEGUN = 2_000;

/** When the reading of this number began, epoch ms. */
function rememberBeginnings(feed: Feed, clock: Clock): (read: number) => number {
  const begun = new Map<number, number>();
  const { beginRead } = feed;
  feed.beginRead = () => {
    const number = beginRead();
    begun.set(number, clock.now());
    begun.delete(number - MAX_BEGUN);
    return number;
  };
  return (read) => begun.get(read) ?? clock.now();
}
