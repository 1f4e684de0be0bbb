/** A track as the map draws it: projected once, and searched for what lies under the pointer. */
import type { Track, TrackPoint, TrackStop } from '#src/domain/courierTrack.ts';
import { markStep, statusChanges, timeMarks } from '#src/domain/courierTrack.ts';
import type { WorldPoint } from './mercator.ts';
import { worldPoint } from './mercator.ts';
import type { PinIndex } from './pinIndex.ts';
import { boxAround, pinIndex } from './pinIndex.ts';

/** A fix; `leg` is the index of its leg. */
export type FixSpot = WorldPoint & { fix: TrackPoint; leg: number };
export type StopSpot = WorldPoint & { stop: TrackStop };
/** A fix at which another order, or another status of the same order, came up. */
export type ChangeSpot = WorldPoint & { fix: TrackPoint; what: 'order' | 'status' };
/** `at`: a round time, epoch ms; the spot is that of the fix next to it. */
export type MarkSpot = WorldPoint & { at: number };
/** Where a leg ends, how long nothing was heard after it (ms), and where the next one begins. */
export type GapSpot = { end: FixSpot; begin: FixSpot; ms: number };

export type TrackShape = {
  legs: FixSpot[][];
  /** All fixes, by time. */
  fixes: FixSpot[];
  /** The same, to be searched. */
  near: PinIndex<FixSpot>;
  stops: StopSpot[];
  changes: ChangeSpot[];
  gaps: GapSpot[];
  /** More than there is room for: which of them are written is seen when they are drawn. */
  marks: MarkSpot[];
};

const MOST_MARKS = 300;

/** @param midnight where time marks are counted from, epoch ms. */
export function trackShape(track: Track, midnight = 0): TrackShape {
  const legs = track.legs.map((leg, index) =>
    leg.map((fix): FixSpot => ({ ...worldPoint(fix.point), fix, leg: index })),
  );
  const fixes = legs.flat();
  const gaps = legs.flatMap((leg, index): GapSpot[] => {
    const end = leg.at(-1);
    const begin = legs[index + 1]?.[0];
    return end && begin ? [{ end, begin, ms: begin.fix.at - end.fix.at }] : [];
  });
  const step = markStep({ from: fixes[0]?.fix.at ?? 0, to: fixes.at(-1)?.fix.at ?? 0 }, MOST_MARKS);
  return {
    legs,
    fixes,
    near: pinIndex(fixes),
    gaps,
    stops: track.stops.map((stop) => ({ ...worldPoint(stop.point), stop })),
    // How the track begins is no turn.
    changes: statusChanges(track).flatMap(({ fix, before }): ChangeSpot[] => {
      const what = before?.orderId === fix.orderId ? 'status' : 'order';
      return before === null ? [] : [{ ...worldPoint(fix.point), fix, what }];
    }),
    marks: timeMarks(track, step, midnight).map(({ at, fix }) => ({ ...worldPoint(fix.point), at })),
  };
}

/** What the pointer is on. `stops`: all at that place, by time. `gapBefore`, `gapAfter`: how long nothing was heard, ms; 0 = no gap. */
export type TrackSpot =
  | { kind: 'stop'; stops: TrackStop[] }
  | { kind: 'fix'; fix: TrackPoint; what: 'order' | 'status' | null; gapBefore: number; gapAfter: number };

/** CSS pixels. */
export const STOP_REACH = 14;
const FIX_REACH = 9;

/**
 * The stop or fix nearest to a place of the map, if near enough; a stop wins over the fixes within it.
 * @param at pixels of the world at this zoom. @param world how many pixels the world is wide.
 */
export function trackSpotAt(
  shape: TrackShape,
  at: { x: number; y: number },
  world: number,
): TrackSpot | null {
  const distance = (spot: WorldPoint) => Math.hypot(spot.x * world - at.x, spot.y * world - at.y);
  const near = shape.stops.filter((spot) => distance(spot) <= STOP_REACH);
  if (near.length > 0) return { kind: 'stop', stops: near.map(({ stop }) => stop) };
  let nearest: { fix: TrackPoint } | null = null;
  let least = FIX_REACH;
  // Turning points win: they are larger, and more is to be said there.
  for (const spot of shape.changes) {
    const away = distance(spot);
    if (away <= least) [nearest, least] = [spot, away];
  }
  if (!nearest) {
    const reach = { left: FIX_REACH, up: FIX_REACH, right: FIX_REACH, down: FIX_REACH };
    for (const spot of shape.near.within(boxAround(at, world, reach))) {
      const away = distance(spot);
      if (away <= least) [nearest, least] = [spot, away];
    }
  }
  if (!nearest) return null;
  const { fix } = nearest;
  return {
    kind: 'fix',
    fix,
    what: shape.changes.find((change) => change.fix === fix)?.what ?? null,
    gapBefore: shape.gaps.find(({ begin }) => begin.fix === fix)?.ms ?? 0,
    gapAfter: shape.gaps.find(({ end }) => end.fix === fix)?.ms ?? 0,
  };
}

/** True when a fix is too old to say where the courier was (positions come once a minute). @param ageMs ms. */
export const isOldFix = (ageMs: number) => ageMs > 2 * 60_000;
