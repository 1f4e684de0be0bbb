/**
 * The positions feed: the last believed position of each courier, asked once a minute for all browsers. A minute's calls
 * are spread over it; each courier has a minute of their own, which nothing that a browser does can break.
 */
import { parseLocations } from '#src/contracts/ireca/location.ts';
import type { PositionsRefresh } from '#src/contracts/positionsRefresh.ts';
import type { Clock } from '#proxy/clock.ts';
import { systemClock, within } from '#proxy/clock.ts';
import type { Body } from '#proxy/http/body.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { UpstreamFailure } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { Feed } from './feed.ts';
import { createFeed } from './feed.ts';
import { createFeedAnswers } from './feedAnswer.ts';
import { createPoll } from './poll.ts';
import type { FixesRead } from './positionsCall.ts';
import { MALFORMED, askAbout } from './positionsCall.ts';
import { newcomer, recordOf, takeHistory } from './positionsKnown.ts';
import type { KnownPosition } from './positionsKnown.ts';
import { createPacer } from './positionsPacer.ts';
import { MINUTE_MS, dueInRound, readStaff, roundGap } from './positionsRound.ts';
import type { Watch } from './watch.ts';

export type PositionsFeed = {
  feed: Feed;
  pull(since: string | null): Promise<Body>;
  /** «Обновить»: asks at once about those whose own minute is over, and says when the next ones come. */
  refresh(): Promise<PositionsRefresh>;
  /**
   * Fixes that were read for another purpose (a track): the newest counts here too, and the reading was this courier's
   * call of the minute.
   * @param locations the body of `/locations`, or its entries, as iRECA wrote them.
   * @param askedAt epoch ms.
   */
  learn(courierId: string, locations: unknown, askedAt: number): void;
  /** When iRECA was last asked about a courier here, or by a reading that was learned; epoch ms, -Infinity = never. */
  askedAt(courierId: string): number;
  /** When couriers are asked about next, epoch ms; not in the future = it is being done; null = nobody watches. */
  nextAt(): number | null;
  stop(): void;
};

/** The least interval that iRECA allows (iRECA API text, «Geo-данные»). */
export const POSITIONS_POLL_SECONDS = MINUTE_MS / 1000;
/** Most calls under way at once, when iRECA is slow. */
const SIDE_BY_SIDE = 8;
/** After so many failures in a row the rest of the line is given up. */
const GIVE_UP_AFTER = 16;
/** The first browser after a start waits so long (real time) for as many couriers as can be asked about meanwhile. */
const FIRST_LOOK_MS = 2_000;
/** What came is told this often while a round is under way: a few couriers at a time, not each by itself. */
const TELL_MS = 4_000;
const TELL_QUICK_MS = 1_000;

export function createPositionsFeed(options: {
  clock: Clock;
  watch: Watch;
  ireca: Pick<Ireca, 'couriers' | 'licences' | 'locations'>;
  firstPage: number;
  /** iRECA ids of couriers who have open orders. */
  busyCouriers: () => ReadonlySet<string>;
  /** Is told of every answer: what was asked for positions need not be asked again for a track. */
  onRead: (read: FixesRead) => void;
  logger: Logger;
}): PositionsFeed {
  const { clock, watch, ireca } = options;
  const feed = createFeed();
  const answers = createFeedAnswers(feed);
  const known = new Map<string, KnownPosition>();
  /** iRECA's list, and those on shift or with orders whom it leaves out. */
  let everyone: ReadonlySet<string> = new Set();
  let onShift: ReadonlySet<string> = new Set();
  /** Couriers about whom something came that the feed does not hold yet. */
  const news = new Set<string>();
  let toldAt = -Infinity;
  let tellEvery = TELL_MS;
  let tally = { answered: 0, failedInARow: 0, lastFailure: null as UpstreamFailure | null };
  let roundAt = -Infinity;
  let lastOk = true;
  let looked = false;
  let stopped = false;
  /** The lists of the round under way were read and its first courier was asked about. */
  let opened: Promise<void> = Promise.resolve();

  const knownOf = (courierId: string): KnownPosition => {
    const state = known.get(courierId) ?? newcomer(courierId);
    known.set(courierId, state);
    return state;
  };
  const askedAt = (courierId: string) => known.get(courierId)?.askedAt ?? -Infinity;

  function failed(failure: Pick<UpstreamFailure, 'code' | 'message'>): false {
    const since = feed.problems.get('ireca')?.since ?? clock.now();
    feed.problems.set('ireca', { system: 'ireca', code: failure.code, message: failure.message, since });
    feed.moved();
    return false;
  }

  function give(): void {
    const records = [...news].flatMap((id) => (everyone.has(id) ? (recordOf(knownOf(id)) ?? []) : []));
    news.clear();
    feed.commit({ system: 'ireca', read: feed.beginRead(), records });
  }

  /** What came is given to the feed, which is as fresh as that. */
  function tell(fresh = tally.answered > 0): void {
    toldAt = clock.now();
    give();
    if (!fresh) return;
    feed.asOf.ireca = toldAt;
    feed.problems.delete('ireca');
    feed.moved();
  }

  /** The line is empty. False when every call failed. */
  function settle(): boolean {
    const { answered, lastFailure } = tally;
    tell();
    return lastFailure === null || answered > 0 || failed(lastFailure);
  }

  const calls = {
    ...options,
    onRead(read: FixesRead) {
      news.add(read.courierId);
      options.onRead(read);
    },
  };
  const pacer = createPacer({
    // Until there is a first picture the pace only smooths traffic: that is a matter of real time, tests need not move it.
    clock: { now: clock.now, after: (ms, task) => (looked ? clock : systemClock).after(ms, task) },
    limit: SIDE_BY_SIDE,
    readyAt: (courierId) => askedAt(courierId) + MINUTE_MS,
    goOn: () => watch.watching() && !stopped,
    async ask(courierId) {
      const failure = await askAbout(knownOf(courierId), calls).catch((error: unknown) => broken(error));
      tally.failedInARow = failure === null ? 0 : tally.failedInARow + 1;
      if (failure === null) tally.answered += 1;
      else tally.lastFailure = failure;
      if (tally.failedInARow >= GIVE_UP_AFTER) pacer.clear();
      if (clock.now() - toldAt >= tellEvery) tell();
    },
  });

  function broken(error: unknown): UpstreamFailure {
    options.logger.error({ err: errorFields(error) }, 'reading positions broke');
    return MALFORMED;
  }

  function begin(ids: readonly string[], quick: boolean): Promise<void> {
    if (pacer.size() === 0) {
      tally = { answered: 0, failedInARow: 0, lastFailure: null };
      tellEvery = quick ? TELL_QUICK_MS : TELL_MS;
      toldAt = clock.now();
    }
    return pacer.add(ids, roundGap(ids.length, quick));
  }

  /** Reads who there is and who is at work; takes those who are gone off the map. Null when that failed. */
  async function whoIsDue(quick: boolean): Promise<string[] | null> {
    const staff = await readStaff(ireca, options.busyCouriers, onShift);
    if (!staff.ok) return (failed(staff.failure), null);
    ({ everyone, onShift } = staff);
    const gone = [...known.keys()].filter((courierId) => !everyone.has(courierId));
    for (const courierId of gone) known.delete(courierId);
    const keys = gone.map((courierId) => `ireca:${courierId}`);
    feed.commit({ system: 'ireca', read: feed.beginRead(), records: [], gone: keys });
    // Who was learned of before the list was read has not been told yet; what the feed holds already costs nothing.
    for (const courierId of known.keys()) news.add(courierId);
    return dueInRound({ ...staff, askedAt, now: clock.now(), quick });
  }

  async function round(): Promise<boolean> {
    // Nobody watched for a while: what is shown is old, so the first round is a quick one.
    const quick = lastOk && clock.now() - roundAt > 2 * MINUTE_MS;
    roundAt = clock.now();
    lastOk = false;
    let open = () => {};
    opened = new Promise((resolve) => (open = resolve));
    feed.moved();
    try {
      const due = await whoIsDue(quick);
      if (!due) return false;
      void begin(due, quick).then(open);
      await pacer.idle();
      lastOk = settle();
      if (due.length === 0) tell(true);
      return lastOk;
    } finally {
      open();
      looked = true;
    }
  }

  const poll = createPoll({
    // A task of the clock is over when the round has begun: the rest of it are tasks of their own.
    clock: { now: clock.now, after: (ms, task) => clock.after(ms, () => (void task(), opened)) },
    watching: () => watch.watching(),
    read: round,
    onBroken(error) {
      failed(broken(error));
    },
    intervalMs: MINUTE_MS,
    from: 'start',
  });

  const nextAt = () => (poll.running() ? roundAt : poll.nextAt());

  return {
    feed,
    nextAt,
    askedAt,
    async pull(since) {
      watch.touch();
      poll.wake();
      if (!looked && poll.running()) {
        await within(systemClock, FIRST_LOOK_MS, poll.idle(), null);
        tell();
      }
      return answers(since, nextAt());
    },
    async refresh() {
      watch.touch();
      poll.wake();
      // After failures the poll rests longer than a minute; a hand need not.
      if (!poll.running() && clock.now() - roundAt >= MINUTE_MS) void poll.now();
      if (poll.running()) await opened;
      const over = [...everyone].filter((courierId) => clock.now() - askedAt(courierId) >= MINUTE_MS);
      const byHand = pacer.size() === 0;
      if (over.length > 0) void begin(over, true);
      if (byHand && over.length > 0) void pacer.idle().then(settle);
      return { nextAt: nextAt(), asked: pacer.size() };
    },
    learn(courierId, locations, at) {
      const state = knownOf(courierId);
      state.askedAt = Math.max(state.askedAt, at);
      takeHistory(state, parseLocations(locations).records, clock.now());
      news.add(courierId);
      if (pacer.size() === 0) give();
    },
    stop() {
      stopped = true;
      poll.stop();
      pacer.clear();
    },
  };
}
