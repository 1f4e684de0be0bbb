/** The positions feed: the last believed position of each courier, asked once a minute for all browsers. */
import { parseLocations } from '#src/contracts/ireca/location.ts';
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { Position, PositionRefusal } from '#src/domain/courierState.ts';
import { acceptPosition } from '#src/domain/courierState.ts';
import { formatGmt } from '#src/lib/dates.ts';
import type { Clock } from '#proxy/clock.ts';
import { sleep, within } from '#proxy/clock.ts';
import type { Body } from '#proxy/http/body.ts';
import type { Logger } from '#proxy/logger.ts';
import { errorFields } from '#proxy/logger.ts';
import type { UpstreamFailure } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { LOCATIONS_COUNT } from '#proxy/upstream/ireca.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import type { Feed, NewRecord } from './feed.ts';
import { createFeed } from './feed.ts';
import { createFeedAnswers } from './feedAnswer.ts';
import { createPoll } from './poll.ts';
import type { Watch } from './watch.ts';

export type PositionsFeed = {
  feed: Feed;
  pull(since: string | null): Promise<Body>;
  nextAt(): number | null;
  stop(): void;
};

/** The least interval that iRECA allows (iRECA API text, «Geo-данные»). */
export const POSITIONS_POLL_SECONDS = 60;
const CYCLE_MS = POSITIONS_POLL_SECONDS * 1000;
/** Couriers with no shift and no open order are asked about less often. */
const IDLE_MS = 10 * 60_000;
const SIDE_BY_SIDE = 8;
/** A courier asked late in the last cycle is waited for so long; otherwise it is their turn in the next one. */
const WAIT_MS = 5_000;
/** After so many failures in a row the cycle is given up. */
const GIVE_UP_AFTER = 16;
const FIRST_CYCLE_MS = 10_000;
const HOUR_MS = 3_600_000;
/** How far back is asked, widened while nothing is found; null = from the beginning. */
const LOOK_BACK: readonly (number | null)[] = [HOUR_MS, 24 * HOUR_MS, null];

type Known = {
  askedAt: number;
  last: Position | null;
  deliveryStatusId: string | null;
  quarantined: { reason: PositionRefusal; createdAt: number | null } | null;
  /** Index into `LOOK_BACK`. */
  widen: number;
  /** A full page does not hold the newest: goes on from here, epoch ms. */
  goOnFrom: number | null;
};

export function createPositionsFeed(options: {
  clock: Clock;
  watch: Watch;
  ireca: Ireca;
  firstPage: number;
  /** iRECA ids of couriers who have open orders. */
  busyCouriers: () => ReadonlySet<string>;
  logger: Logger;
}): PositionsFeed {
  const { clock, watch, ireca } = options;
  const feed = createFeed();
  const answers = createFeedAnswers(feed);
  const known = new Map<string, Known>();

  function failed(failure: Pick<UpstreamFailure, 'code' | 'message'>): false {
    const since = feed.problems.get('ireca')?.since ?? clock.now();
    feed.problems.set('ireca', { system: 'ireca', code: failure.code, message: failure.message, since });
    feed.moved();
    return false;
  }

  /** True when it was asked and answered, null when it was not their turn. */
  async function askAbout(courierId: string): Promise<UpstreamFailure | true | null> {
    const state = known.get(courierId) ?? newcomer();
    known.set(courierId, state);
    const wait = state.askedAt + CYCLE_MS - clock.now();
    if (wait > WAIT_MS) return null;
    if (wait > 0) await sleep(clock, wait);
    state.askedAt = clock.now();
    const reach = LOOK_BACK[state.widen] ?? null;
    const since = state.goOnFrom ?? (reach === null ? null : state.askedAt - reach);
    const reply = await ireca.locations(courierId, since, options.firstPage);
    if (!reply.ok) return reply.failure;
    try {
      takeFixes(state, courierId, parseLocations(reply.value).records, clock.now());
    } catch {
      return { code: 'malformed', status: null, message: null, sent: true };
    }
    return true;
  }

  async function cycle(): Promise<boolean> {
    const read = feed.beginRead();
    const [couriers, licences] = await Promise.all([ireca.couriers(), ireca.licences()]);
    if (!couriers.ok) return failed(couriers.failure);
    const all = idsOf(couriers.value);
    const onShift = licences.ok ? idsOf(licences.value, 'licenses') : [];
    const active = new Set([...onShift, ...options.busyCouriers()]);
    const due = [...new Set([...active, ...all])].filter((courierId) => {
      const askedAt = known.get(courierId)?.askedAt ?? -Infinity;
      return active.has(courierId) || clock.now() - askedAt >= IDLE_MS;
    });
    const outcome = { answered: 0, failedInARow: 0, lastFailure: null as UpstreamFailure | null };
    await inPool(due, SIDE_BY_SIDE, async (courierId) => {
      if (outcome.failedInARow >= GIVE_UP_AFTER) return;
      const answer = await askAbout(courierId);
      if (answer === null) return;
      outcome.failedInARow = answer === true ? 0 : outcome.failedInARow + 1;
      if (answer === true) outcome.answered += 1;
      else outcome.lastFailure = answer;
    });
    publish(read, new Set([...all, ...active]));
    if (outcome.lastFailure && outcome.answered === 0) return failed(outcome.lastFailure);
    feed.asOf.ireca = clock.now();
    feed.problems.delete('ireca');
    feed.moved();
    return true;
  }

  function publish(read: number, couriers: ReadonlySet<string>): void {
    const records: NewRecord[] = [];
    for (const [courierId, state] of known) {
      if (!couriers.has(courierId)) known.delete(courierId);
      else if (state.last || state.quarantined) records.push(recordOf(courierId, state));
    }
    feed.commit({ system: 'ireca', read, records, whole: new Set(records.map((record) => record.key)) });
  }

  const poll = createPoll({
    clock,
    watching: () => watch.watching(),
    read: cycle,
    onBroken(error) {
      options.logger.error({ err: errorFields(error) }, 'reading positions broke');
      failed({ code: 'malformed', message: null });
    },
    intervalMs: CYCLE_MS,
    from: 'start',
  });

  return {
    feed,
    nextAt: () => poll.nextAt(),
    async pull(since) {
      watch.touch();
      poll.wake();
      if (feed.asOf.ireca === null && poll.running()) await within(clock, FIRST_CYCLE_MS, poll.idle(), null);
      return answers(since, poll.nextAt());
    },
    stop: () => poll.stop(),
  };
}

const newcomer = (): Known => ({
  askedAt: -Infinity,
  last: null,
  deliveryStatusId: null,
  quarantined: null,
  widen: 0,
  goOnFrom: null,
});

/** Takes the newest fix that can be believed; remembers why a newer one could not. */
function takeFixes(state: Known, courierId: string, fixes: readonly IrecaLocation[], now: number): void {
  const newestFirst = [...fixes].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  const full = fixes.length >= LOCATIONS_COUNT;
  state.widen = fixes.length === 0 ? (state.widen + 1) % LOOK_BACK.length : 0;
  let refused: Known['quarantined'] = null;
  for (const fix of newestFirst) {
    const verdict = acceptPosition(state.last, { ...fix, courierId }, now);
    if (verdict.accepted) {
      state.last = verdict.position;
      state.deliveryStatusId = fix.deliveryStatusId;
      break;
    }
    if (verdict.why === 'older') break;
    refused ??= { reason: verdict.why, createdAt: fix.createdAt };
  }
  if (fixes.length > 0) state.quarantined = refused;
  const newest = state.last?.at ?? null;
  state.goOnFrom = full && newest !== null && newest !== state.goOnFrom ? newest : null;
}

/** The body is an entry of `/locations` as iRECA writes it, with whose it is: the contract of both is the same. */
function recordOf(courierId: string, { last, deliveryStatusId, quarantined }: Known): NewRecord {
  const key = `ireca:${courierId}`;
  const body = {
    courierId,
    orderId: last?.orderId ?? null,
    deliveryStatusId: last ? deliveryStatusId : null,
    latitude: last?.point.latitude ?? null,
    longitude: last?.point.longitude ?? null,
    accuracy: last?.accuracy ?? null,
    createdAt: last ? formatGmt(last.at) : null,
    quarantined: quarantined && {
      reason: quarantined.reason,
      createdAt: quarantined.createdAt === null ? null : formatGmt(quarantined.createdAt),
    },
  };
  const json = Buffer.from(JSON.stringify({ key, system: 'ireca', id: courierId, body }));
  return { key, json, meta: { open: true, windowTo: null, courierId } };
}

/** `courierId` of each row of a list, or of the list under `inside`; rows without one are passed over. */
function idsOf(value: unknown, inside?: string): string[] {
  const list =
    inside && typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[inside]
      : value;
  if (!Array.isArray(list)) return [];
  return (list as unknown[])
    .map((row) =>
      typeof row === 'object' && row !== null
        ? readOptionalId((row as Record<string, unknown>)['courierId'])
        : null,
    )
    .filter((courierId) => courierId !== null);
}
