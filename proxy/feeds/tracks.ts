/**
 * Couriers' tracks, for all who look at them: read from iRECA when they are opened, at most once a minute each; then they
 * grow by what the positions feed reads anyway.
 */
import type { TrackAnswer } from '#src/contracts/track.ts';
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamFailure, UpstreamResult } from '#proxy/upstream/failure.ts';
import { succeeded } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import { LOCATIONS_COUNT } from '#proxy/upstream/ireca.ts';
import { createGate } from '#proxy/upstream/pool.ts';
import type { FixesRead } from './positionsCall.ts';
import type { FixRow } from './trackPages.ts';
import { fixRows, keyOf, readTrackPages } from './trackPages.ts';

/** Epoch ms, both ends included. */
type Range = { from: number; to: number };

export type Tracks = {
  /** Fixes of a courier within the range; asks iRECA when it is that courier's turn and what is held does not do. */
  read(courierId: string, range: Range): Promise<UpstreamResult<TrackAnswer>>;
  /** Fixes that the positions feed has read: a track that is held grows by them without a call of its own. */
  learn(read: FixesRead): void;
};

/** The least interval that iRECA allows (iRECA API text, «Geo-данные»). */
const TURN_MS = 60_000;
/** What lies so far back changes only by fixes that a phone sends late: it is given out again for longer. */
const SETTLED_MS = 2 * 3_600_000;
const SETTLED_KEPT_MS = 10 * 60_000;
/** A track that grows is read on from its end, and anew from its beginning every so often. */
const WHOLE_EVERY_MS = 15 * 60_000;
/** Where the positions feed asks about a courier but has brought nothing for so long, a track goes on by itself. */
const FED_MS = 3 * TURN_MS;
/** Read again with each step, for fixes that were sent late. */
const OVERLAP_MS = 30 * 60_000;
/** A failure is the answer to all who ask within so long after it. */
const FAILURE_KEPT_MS = 5_000;
/** Readings of different couriers side by side. */
const SIDE_BY_SIDE = 4;
/** Ranges that are held of one courier: today, yesterday and one more. */
const HELD_RANGES = 3;
/** About 50 MB. */
const MAX_HELD_ROWS = 100_000;
const MAX_COURIERS = 1_000;

/** What one reading, or several one after another, brought. */
type Held = Range & {
  rows: FixRow[];
  complete: boolean;
  asOf: number;
  /** When it was last read from its beginning. */
  wholeAt: number;
};

type Courier = {
  held: Held[];
  /** When somebody last asked for a track. */
  wantedAt: number;
  /** When a reading last ended. */
  readAt: number;
  reading: Promise<UpstreamFailure | null> | null;
  failed: { failure: UpstreamFailure; at: number } | null;
};

/**
 * @param onRead is told of every reading that reached the present: it was that courier's call of the minute, and holds
 * their newest fix.
 */
export function createTracks(options: {
  clock: Clock;
  ireca: Pick<Ireca, 'locations'>;
  firstPage: number;
  onRead: (courierId: string, locations: readonly unknown[], askedAt: number) => void;
  /** When the positions feed last asked about a courier, epoch ms; -Infinity = never. */
  positionsAskedAt: (courierId: string) => number;
}): Tracks {
  const { clock, ireca, firstPage, onRead, positionsAskedAt } = options;
  const couriers = new Map<string, Courier>();
  const gate = createGate(SIDE_BY_SIDE);

  /** The courier asked about is the last to be forgotten. */
  function courierOf(courierId: string): Courier {
    const known = couriers.get(courierId);
    const courier = known ?? { held: [], wantedAt: 0, readAt: -Infinity, reading: null, failed: null };
    courier.wantedAt = clock.now();
    couriers.delete(courierId);
    couriers.set(courierId, courier);
    return courier;
  }

  function forgetOldest(): void {
    let rows = 0;
    for (const { held } of couriers.values()) for (const one of held) rows += one.rows.length;
    for (const [courierId, courier] of couriers) {
      if ((rows <= MAX_HELD_ROWS && couriers.size <= MAX_COURIERS) || couriers.size === 1) return;
      if (courier.reading) continue;
      for (const one of courier.held) rows -= one.rows.length;
      courier.held = [];
      // Whose turn is not over must wait for the next one still.
      if (clock.now() - courier.readAt >= TURN_MS || couriers.size > MAX_COURIERS) couriers.delete(courierId);
    }
  }

  async function readNow(courierId: string, courier: Courier, range: Range): Promise<UpstreamFailure | null> {
    const askedAt = clock.now();
    const grown = courier.held.find((held) => covers(held, range) && goesOn(held, range, askedAt));
    const asked = grown ? { from: Math.max(grown.from, grown.asOf - OVERLAP_MS), to: Infinity } : range;
    const reply = await readTrackPages(ireca, firstPage, { courierId, ...asked }, askedAt);
    if (!reply.ok) return reply.failure;
    const { rows, complete, until } = reply.value;
    // Pages may take longer than a minute: what has just been read is not asked for again.
    courier.readAt = clock.now();
    const fresh: Held = grown
      ? { ...grown, rows: joined(grown.rows, rows, asked.from), complete, asOf: askedAt }
      : { from: range.from, to: until, rows, complete, asOf: askedAt, wholeAt: askedAt };
    const others = courier.held.filter((held) => held.from < fresh.from || held.to > fresh.to);
    courier.held = [fresh, ...others].slice(0, HELD_RANGES);
    if (until === Infinity && rows.length > 0) {
      onRead(
        courierId,
        rows.map(({ row }) => row),
        askedAt,
      );
    }
    return null;
  }

  async function takeTurn(
    courierId: string,
    courier: Courier,
    range: Range,
  ): Promise<UpstreamFailure | null> {
    try {
      const failure = await gate(() => readNow(courierId, courier, range));
      courier.failed = failure && { failure, at: clock.now() };
      return failure;
    } finally {
      courier.reading = null;
      forgetOldest();
    }
  }

  /** The minute's call was made for the positions feed; what it brings is learned. */
  const isFed = (courierId: string, held: Held, range: Range, now: number) =>
    goesOn(held, range, now) && now - positionsAskedAt(courierId) < TURN_MS && now - held.asOf < FED_MS;

  return {
    async read(courierId, range) {
      if (range.from > clock.now()) return succeeded(cut(null, range, clock.now()));
      const courier = courierOf(courierId);
      for (;;) {
        const now = clock.now();
        const held = courier.held.find((one) => covers(one, range));
        const turnAt = courier.readAt + TURN_MS;
        if (held && (now < turnAt || isFresh(held, range, now) || isFed(courierId, held, range, now))) {
          return succeeded(cut(held, range, now));
        }
        if (courier.failed && now - courier.failed.at < FAILURE_KEPT_MS) {
          return { ok: false, failure: courier.failed.failure };
        }
        if (!courier.reading && now < turnAt) return succeeded({ ...cut(null, range, now), retryAt: turnAt });
        const failure = await (courier.reading ??= takeTurn(courierId, courier, range));
        if (failure) return { ok: false, failure };
      }
    },
    learn({ courierId, locations, since, askedAt }) {
      const courier = couriers.get(courierId);
      // A track that nobody looks at any more is read on when somebody does.
      if (!courier || askedAt - courier.wantedAt > FED_MS) return;
      const from = since ?? -Infinity;
      const isNext = ({ complete, to, asOf }: Held) =>
        complete && to === Infinity && asOf < askedAt && asOf >= from;
      if (!courier.held.some(isNext)) return;
      const rows = fixRows(locations);
      // A full page says nothing of what is on the others.
      if (!rows || rows.length >= LOCATIONS_COUNT) return;
      courier.held = courier.held.map((held) =>
        isNext(held) ? { ...held, rows: joined(held.rows, rows, from), asOf: askedAt } : held,
      );
    },
  };
}

const covers = (held: Range, range: Range) => held.from <= range.from && held.to >= range.to;

/** True where reading the end of it will do. */
const goesOn = ({ asOf, complete, wholeAt }: Held, { to }: Range, now: number) =>
  complete && now - wholeAt < WHOLE_EVERY_MS && to >= asOf - OVERLAP_MS;

/** What has more pages than are read would show the same beginning again, for twenty calls. */
const isFresh = ({ asOf, complete, wholeAt }: Held, { to }: Range, now: number) =>
  now - wholeAt < WHOLE_EVERY_MS &&
  now - asOf < (!complete || to < asOf - SETTLED_MS ? SETTLED_KEPT_MS : TURN_MS);

/**
 * What was held, and what of a reading since `since` (epoch ms) is not among it yet. Should iRECA not heed `since`, what
 * is earlier is passed over: it was there before, and would be there again after each reading.
 */
function joined(held: readonly FixRow[], read: readonly FixRow[], since: number): FixRow[] {
  const known = new Set<string>();
  for (const one of held) if (one.at === null || one.at >= since) known.add(keyOf(one));
  return [...held, ...read.filter((one) => (one.at === null || one.at >= since) && !known.has(keyOf(one)))];
}

/** Fixes within the range, and those whose time cannot be read. */
function cut(held: Held | null, { from, to }: Range, now: number): TrackAnswer {
  const rows = held?.rows.filter(({ at }) => at === null || (at >= from && at <= to)) ?? [];
  return {
    fixes: rows.map(({ row }) => row),
    asOf: held?.asOf ?? now,
    complete: held?.complete ?? true,
    retryAt: null,
  };
}
