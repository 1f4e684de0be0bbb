/** What is known of one courier's whereabouts: the last fix that was believed, and the ones that were not. */
import type { IrecaLocation, PositionRefusal } from '#src/contracts/ireca/location.ts';
import type { Position } from '#src/domain/courierState.ts';
import { acceptPosition } from '#src/domain/courierState.ts';
import { formatGmt } from '#src/lib/dates.ts';
import { LOCATIONS_COUNT } from '#proxy/upstream/ireca.ts';
import type { NewRecord } from './feed.ts';

const HOUR_MS = 3_600_000;
/** How far back is asked, widened while nothing is found; null = from the beginning. */
const LOOK_BACK: readonly (number | null)[] = [HOUR_MS, 24 * HOUR_MS, null];

/** A fix that was not believed. */
type OddFix = { reason: PositionRefusal; fix: IrecaLocation; firstSeen: number };

/** What the last whole answer held: a fix that appears in its past later has come out of turn. */
type Covered = { since: number | null; newest: number; times: ReadonlySet<number> };

export type KnownPosition = {
  courierId: string;
  /** When iRECA was last asked about them, epoch ms. */
  askedAt: number;
  last: Position | null;
  deliveryStatusId: string | null;
  /** By what they say; once odd, always odd: a fix from "tomorrow" is not believed when tomorrow comes. */
  odd: Map<string, OddFix>;
  covered: Covered | null;
  /** Index into `LOOK_BACK`. */
  widen: number;
  /** A full page does not hold the newest: goes on from here, epoch ms. */
  goOnFrom: number | null;
  /** Pages that are passed over: they are full of what is not believed, as a phone fills them whose clock is wrong all day. */
  skip: number;
};

export const newcomer = (courierId: string): KnownPosition => ({
  courierId,
  askedAt: -Infinity,
  last: null,
  deliveryStatusId: null,
  odd: new Map(),
  covered: null,
  widen: 0,
  goOnFrom: null,
  skip: 0,
});

/** From when on fixes are asked for, epoch ms; null = from the beginning. */
export function askSince(known: KnownPosition, now: number): number | null {
  const reach = LOOK_BACK[known.widen] ?? null;
  return known.goOnFrom ?? (reach === null ? null : now - reach);
}

const keyOf = ({ createdAt, latitude, longitude }: IrecaLocation) => `${createdAt} ${latitude} ${longitude}`;

type Parted = { good: Position[]; goodFixes: Map<Position, IrecaLocation>; odd: Map<string, OddFix> };

/** Parts what can be believed by itself (newest first) from what cannot. */
function part(known: KnownPosition, fixes: readonly IrecaLocation[], now: number): Parted {
  const goodFixes = new Map<Position, IrecaLocation>();
  const odd = new Map<string, OddFix>();
  for (const fix of fixes) {
    const key = keyOf(fix);
    const before = known.odd.get(key);
    const verdict = before ? null : acceptPosition(null, { ...fix, courierId: known.courierId }, now);
    if (before) odd.set(key, before);
    else if (verdict?.accepted) goodFixes.set(verdict.position, fix);
    else if (verdict) odd.set(key, { reason: verdict.why, fix, firstSeen: now });
  }
  return { good: [...goodFixes.keys()].sort((a, b) => b.at - a.at), goodFixes, odd };
}

/** Takes the newest of the good ones, unless a newer one is known. */
function follow(known: KnownPosition, { good, goodFixes }: Parted, now: number): void {
  const [newest] = good;
  const fix = newest && goodFixes.get(newest);
  if (!fix) return;
  const verdict = acceptPosition(known.last, { ...fix, courierId: known.courierId }, now);
  if (!verdict.accepted) return;
  known.last = verdict.position;
  known.deliveryStatusId = fix.deliveryStatusId;
}

/**
 * Good fixes that iRECA should not have come up with, for the last answer held something newer: either the newest that
 * it now has is older, or one appeared in a past that we have already read. The ordinary history is neither.
 */
function outOfTurn({ covered }: KnownPosition, { good, odd }: Parted, since: number | null): Position[] {
  const [newest] = good;
  if (!covered || !newest) return [];
  const told = [...odd.values()].some(({ reason }) => reason === 'older');
  const wentBack = newest.at < covered.newest && (since === null || since <= covered.newest);
  if (wentBack && !told) return [newest];
  const from = covered.since ?? -Infinity;
  return good.filter(({ at }) => at < covered.newest && at >= from && !covered.times.has(at));
}

/**
 * Takes an answer of `/locations`: moves to the newest fix that can be believed and keeps the odd ones.
 * @param since the question (epoch ms, null = from the beginning).
 */
export function takeAnswer(
  known: KnownPosition,
  fixes: readonly IrecaLocation[],
  since: number | null,
  now: number,
): void {
  const full = fixes.length >= LOCATIONS_COUNT;
  if (fixes.length === 0) {
    // Beyond the last page there is nothing to be found further back either.
    if (known.skip === 0) known.widen = (known.widen + 1) % LOOK_BACK.length;
    [known.goOnFrom, known.skip] = [null, 0];
    return;
  }
  known.widen = 0;
  const before = known.last?.at ?? null;
  const parted = part(known, fixes, now);
  // The newest may be on another page: nothing can be said of an answer that was cut off.
  const older = full ? [] : outOfTurn(known, parted, since);
  follow(known, parted, now);
  for (const position of older) {
    const fix = parted.goodFixes.get(position);
    if (fix) parted.odd.set(keyOf(fix), { reason: 'older', fix, firstSeen: now });
  }
  known.odd = parted.odd;
  const times = new Set(fixes.flatMap(({ createdAt }) => createdAt ?? []));
  known.covered = full ? null : { since, newest: parted.good[0]?.at ?? -Infinity, times };
  const newest = known.last?.at ?? null;
  // Who sends more than a page an hour is from then on asked only for what is new.
  if (full && newest === before && newest === known.goOnFrom) known.skip += 1;
  known.goOnFrom = (full && newest !== known.goOnFrom) || (!full && known.goOnFrom !== null) ? newest : null;
}

/** Takes fixes that were read for another purpose, as a track: their newest counts, and what is odd about them. */
export function takeHistory(known: KnownPosition, fixes: readonly IrecaLocation[], now: number): void {
  const parted = part(known, fixes, now);
  follow(known, parted, now);
  for (const [key, fix] of parted.odd) if (!outlived(known, fix)) known.odd.set(key, fix);
}

/** A fix stands set aside until a good one was taken after it: after its own moment, or, where that is not to be believed, after we first saw it. */
function outlived({ last }: KnownPosition, { reason, fix, firstSeen }: OddFix): boolean {
  const own = reason === 'notKnown' || reason === 'outOfRange' ? fix.createdAt : null;
  return last !== null && last.at > (own ?? firstSeen);
}

/** The odd fix that still matters; of several the newest. */
function standing(known: KnownPosition): OddFix | null {
  let found: OddFix | null = null;
  for (const odd of known.odd.values()) {
    if (outlived(known, odd)) continue;
    if (!found || (odd.fix.createdAt ?? -Infinity) > (found.fix.createdAt ?? -Infinity)) found = odd;
  }
  return found;
}

const time = (at: number | null) => (at === null ? null : formatGmt(at));

/**
 * The record of the feed, null while there is nothing to tell. Its body is an entry of `/locations` as iRECA writes it,
 * with whose it is: the contract of both is the same.
 */
export function recordOf(known: KnownPosition): NewRecord | null {
  const { courierId, last, deliveryStatusId } = known;
  const odd = standing(known);
  if (!last && !odd) return null;
  const key = `ireca:${courierId}`;
  const body = {
    courierId,
    orderId: last?.orderId ?? null,
    deliveryStatusId: last ? deliveryStatusId : null,
    latitude: last?.point.latitude ?? null,
    longitude: last?.point.longitude ?? null,
    accuracy: last?.accuracy ?? null,
    createdAt: time(last?.at ?? null),
    quarantined: odd && {
      reason: odd.reason,
      createdAt: time(odd.fix.createdAt),
      latitude: odd.fix.latitude,
      longitude: odd.fix.longitude,
    },
  };
  const json = Buffer.from(JSON.stringify({ key, system: 'ireca', id: courierId, body }));
  return { key, json, meta: { open: true, windowTo: null, courierId } };
}
