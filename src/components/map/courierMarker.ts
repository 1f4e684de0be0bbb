/** How a courier looks on the map at this minute: what the marker's element must show, without any element. */
import type { PositionBand } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import type { LatLon } from '#src/lib/geo.ts';
import type { CourierSummary } from './courierSummary.ts';
import { loadRing } from './loadSegments.ts';

export type CourierMarker = {
  courierId: string;
  name: string;
  initials: string;
  point: LatLon;
  band: Exclude<PositionBand, 'never'>;
  /** «6 мин»; '' while the position is fresh. */
  age: string;
  /** Degrees of the ring. */
  lateDegrees: number;
  openDegrees: number;
  late: number;
  /** What a screen reader says of it; '' where the list says it instead. */
  label: string;
};

/** How old the position is, as the marker shows it: `age` in words, '' while it is fresh. */
export type Described = Pick<CourierMarker, 'band' | 'age'>;

/**
 * The marker at `now` (epoch ms); null when the courier was never seen.
 * @param ago a length of time in words. @param label what a screen reader says.
 */
export function courierMarker(
  summary: CourierSummary,
  now: number,
  ago: (ms: number) => string,
  label: (summary: CourierSummary, described: Described) => string = () => '',
): CourierMarker | null {
  const { position } = summary;
  const band = positionBand(position, now);
  if (position === null || band === 'never') return null;
  const ring = loadRing(summary.open, summary.late);
  const age = band === 'fresh' ? '' : ago(now - position.at);
  return {
    courierId: summary.courierId,
    name: summary.name,
    initials: summary.initials,
    point: position.point,
    band,
    age,
    lateDegrees: ring.late,
    openDegrees: ring.open,
    late: summary.late,
    label: label(summary, { band, age }),
  };
}

/** The same, asked for the same courier again and again: each summary is looked at once. */
export function markersAt(
  ...[now, ago, label]: MarkersAt
): (summary: CourierSummary) => CourierMarker | null {
  const made = new WeakMap<CourierSummary, CourierMarker | null>();
  return (summary) => {
    const known = made.get(summary);
    if (known !== undefined) return known;
    const marker = courierMarker(summary, now, ago, label);
    made.set(summary, marker);
    return marker;
  };
}

type MarkersAt = Parameters<typeof courierMarker> extends [CourierSummary, ...infer Rest] ? Rest : never;

/** True when the marker would look and stand the same. */
export function sameMarker(a: CourierMarker, b: CourierMarker): boolean {
  return (
    a.name === b.name &&
    a.point.latitude === b.point.latitude &&
    a.point.longitude === b.point.longitude &&
    a.band === b.band &&
    a.age === b.age &&
    a.lateDegrees === b.lateDegrees &&
    a.openDegrees === b.openDegrees &&
    a.late === b.late &&
    a.label === b.label
  );
}
