/** A courier's way over some hours, told from fixes alone: what was not seen is not drawn. */
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import type { PositionRefusal } from '#src/domain/courierState.ts';
import { acceptPosition } from '#src/domain/courierState.ts';
import { metresOf, staysOf } from '#src/domain/trackStays.ts';
import type { LatLon } from '#src/lib/geo.ts';

/** A fix that was believed. */
export type TrackPoint = {
  /** Epoch ms. */
  at: number;
  point: LatLon;
  /** Metres. */
  accuracy: number | null;
  orderId: string | null;
  deliveryStatusId: string | null;
};

/** Longer than five minutes at one place. */
export type TrackStop = {
  from: number;
  to: number;
  point: LatLon;
  /** Orders that were in hand there, in order of time. */
  orderIds: string[];
};

export type Track = {
  /** All believed fixes within the range, by time. */
  points: TrackPoint[];
  /** The same, broken where nothing was heard for too long: nothing is known of what lies between two legs. */
  legs: TrackPoint[][];
  stops: TrackStop[];
  /** Fixes that were not believed, with why. */
  setAside: { createdAt: number | null; reason: PositionRefusal }[];
  /** Metres along the legs; standing still adds nothing. */
  metres: number;
};

/** Phones send a fix a minute; after a silence longer than this nobody knows which way the courier took. */
export const GAP_MS = 5 * 60_000;

/**
 * @param fixes in any order, repeats allowed.
 * @param range epoch ms, both ends included; fixes of other times are passed over (assumption: `createdAt` of
 * `/locations` means «since», so there may be more than was asked for).
 * @param now epoch ms: fixes of the future are set aside.
 */
export function courierTrack(
  fixes: readonly IrecaLocation[],
  range: { from: number; to: number },
  now: number,
): Track {
  const { points, setAside } = believed(fixes, range, now);
  const legs = brokenAtGaps(points);
  const stops: TrackStop[] = [];
  let metres = 0;
  for (const leg of legs) {
    const stays = staysOf(leg);
    metres += metresOf(leg, stays);
    for (const { first, last, point } of stays) {
      const members = leg.slice(first, last + 1);
      const [from, to] = [members[0]?.at ?? 0, members.at(-1)?.at ?? 0];
      stops.push({ from, to, point, orderIds: ordersOf(members) });
    }
  }
  return { points, legs, stops, setAside, metres };
}

/** What may be believed follows the rules of positions, but for one: a track is history, so nothing in it is too old. */
function believed(
  fixes: readonly IrecaLocation[],
  { from, to }: { from: number; to: number },
  now: number,
): Pick<Track, 'points' | 'setAside'> {
  const points: TrackPoint[] = [];
  const setAside: Track['setAside'] = [];
  let previous = -Infinity;
  let inOrder = true;
  for (const fix of fixes) {
    const { orderId, deliveryStatusId, returnReasonId, latitude, longitude, accuracy, createdAt } = fix;
    if (createdAt !== null && (createdAt < from || createdAt > to)) continue;
    // Field by field: spreading ten thousand objects takes as long as all the rest.
    const verdict = acceptPosition(
      null,
      { courierId: '', orderId, deliveryStatusId, returnReasonId, latitude, longitude, accuracy, createdAt },
      now,
    );
    if (!verdict.accepted) {
      setAside.push({ createdAt, reason: verdict.why });
      continue;
    }
    const { at, point } = verdict.position;
    points.push({ at, point, accuracy, orderId, deliveryStatusId });
    if (at < previous) inOrder = false;
    previous = at;
  }
  if (!inOrder) points.sort((a, b) => a.at - b.at);
  return { points: withoutRepeats(points), setAside };
}

const isRepeat = (a: TrackPoint, b: TrackPoint) =>
  a.point.latitude === b.point.latitude &&
  a.point.longitude === b.point.longitude &&
  a.orderId === b.orderId &&
  a.deliveryStatusId === b.deliveryStatusId;

/** Pages of a moving list overlap: the same fix comes twice. Different fixes of one second are all kept. */
function withoutRepeats(points: TrackPoint[]): TrackPoint[] {
  const kept: TrackPoint[] = [];
  for (const point of points) {
    let index = kept.length - 1;
    while (index >= 0 && kept[index]?.at === point.at && !isRepeat(kept[index] ?? point, point)) index -= 1;
    if (index < 0 || kept[index]?.at !== point.at) kept.push(point);
  }
  return kept;
}

function brokenAtGaps(points: readonly TrackPoint[]): TrackPoint[][] {
  const legs: TrackPoint[][] = [];
  let leg: TrackPoint[] = [];
  for (const point of points) {
    const before = leg.at(-1);
    if (!before || point.at - before.at > GAP_MS) legs.push((leg = [point]));
    else leg.push(point);
  }
  return legs;
}

function ordersOf(points: readonly TrackPoint[]): string[] {
  const orders = new Set<string>();
  for (const { orderId } of points) if (orderId !== null) orders.add(orderId);
  return [...orders];
}

/** How many of the points (by time) were taken at or before `at`. */
function countUntil(points: readonly TrackPoint[], at: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last fix at or before `at` (epoch ms); null before the first. */
export function fixAt(track: Pick<Track, 'points'>, at: number): TrackPoint | null {
  return track.points[countUntil(track.points, at) - 1] ?? null;
}

/** Round time, and the fix next to it: a mark stands where the courier was seen, never between two fixes. */
export type TimeMark = { at: number; fix: TrackPoint };

/** A fix farther than this from a round time does not tell where the courier was then. */
const MARK_REACH_MS = 90_000;

/**
 * Marks at every multiple of `everyMs`, counted from `origin` (epoch ms: midnight of the zone, so that marks are round
 * there too), where there is a fix next to it.
 */
export function timeMarks(track: Pick<Track, 'points'>, everyMs: number, origin = 0): TimeMark[] {
  const { points } = track;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !(everyMs > 0)) return [];
  const reach = Math.min(MARK_REACH_MS, everyMs / 2);
  const marks: TimeMark[] = [];
  const start = origin + Math.ceil((first.at - reach - origin) / everyMs) * everyMs;
  for (let at = start; at <= last.at + reach; at += everyMs) {
    const index = countUntil(points, at);
    const [before, after] = [points[index - 1], points[index]];
    const nearer = !after || (before && at - before.at <= after.at - at) ? before : after;
    if (nearer && Math.abs(nearer.at - at) <= reach && marks.at(-1)?.fix !== nearer)
      marks.push({ at, fix: nearer });
  }
  return marks;
}

const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/** The smallest round step (ms) at which a range has no more than `most` marks. */
export function markStep({ from, to }: { from: number; to: number }, most = 12): number {
  const step = STEPS_MIN.find((minutes) => (to - from) / (minutes * 60_000) < most);
  return (step ?? 24 * 60) * 60_000;
}

/** The first fix with another order or another status than the one before it; `before` null: the first fix of all. */
export type StatusChange = { fix: TrackPoint; before: TrackPoint | null };

/** By time. The first fix counts when an order is in hand there already. */
export function statusChanges(track: Pick<Track, 'points'>): StatusChange[] {
  const changes: StatusChange[] = [];
  let before: TrackPoint | null = null;
  for (const fix of track.points) {
    const [orderId, status] = before ? [before.orderId, before.deliveryStatusId] : [null, null];
    if (fix.orderId !== orderId || fix.deliveryStatusId !== status) changes.push({ fix, before });
    before = fix;
  }
  return changes;
}
