/** Cuts the streets at their crossings into a net of points and links: the raw material of the street graph. */
import type { Street } from './cityMap.ts';
import { between, crossing, distance, nearestShare, toMetres, type Metres } from './plane.ts';

/** Points of the net and, for each, the points it is linked with. */
export type StreetNet = { points: Metres[]; links: Set<number>[] };

/** A dead end this close to another street joins it: hand-made lines seldom meet to the metre. */
const JOIN_METRES = 30;
/** Points this close are one crossing. */
const SAME_METRES = 8;

type Segment = { street: number; a: Metres; b: Metres; cuts: number[] };

/** One point per place, so that streets that meet share it. */
function pointRegister(points: Metres[], links: Set<number>[]) {
  const cells = new Map<string, number[]>();
  const cellOf = (value: number) => Math.floor(value / SAME_METRES);
  return (place: Metres): number => {
    const [column, row] = [cellOf(place[0]), cellOf(place[1])];
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        for (const known of cells.get(`${x}:${y}`) ?? []) {
          if (distance(points[known] as Metres, place) <= SAME_METRES) return known;
        }
      }
    }
    const made = points.push(place) - 1;
    links.push(new Set());
    const key = `${column}:${row}`;
    cells.set(key, [...(cells.get(key) ?? []), made]);
    return made;
  };
}

function segmentsOf(streets: readonly Street[]): Segment[] {
  return streets.flatMap(({ line }, street) =>
    line.slice(1).map((end, index) => ({
      street,
      a: toMetres(line[index] as [number, number]),
      b: toMetres(end),
      cuts: [0, 1],
    })),
  );
}

const apart = (one: Segment, two: Segment) =>
  Math.max(one.a[0], one.b[0]) + 2 < Math.min(two.a[0], two.b[0]) ||
  Math.max(two.a[0], two.b[0]) + 2 < Math.min(one.a[0], one.b[0]) ||
  Math.max(one.a[1], one.b[1]) + 2 < Math.min(two.a[1], two.b[1]) ||
  Math.max(two.a[1], two.b[1]) + 2 < Math.min(one.a[1], one.b[1]);

/** The nearest other street to a loose end, cut there. */
function joinEnd(end: Metres, street: number, segments: readonly Segment[]): Metres | null {
  let best: { far: number; segment: Segment; share: number } | null = null;
  for (const segment of segments) {
    if (segment.street === street) continue;
    const share = nearestShare(end, segment.a, segment.b);
    const far = distance(end, between(segment.a, segment.b, share));
    if (far <= JOIN_METRES && (!best || far < best.far)) best = { far, segment, share };
  }
  if (!best) return null;
  best.segment.cuts.push(best.share);
  return between(best.segment.a, best.segment.b, best.share);
}

/** All streets as one net, cut wherever they cross or meet. */
export function buildStreetNet(streets: readonly Street[]): StreetNet {
  const segments = segmentsOf(streets);
  segments.forEach((one, index) => {
    for (let other = index + 1; other < segments.length; other += 1) {
      const two = segments[other] as Segment;
      if (one.street === two.street || apart(one, two)) continue;
      const shares = crossing(one.a, one.b, two.a, two.b);
      if (!shares) continue;
      one.cuts.push(shares[0]);
      two.cuts.push(shares[1]);
    }
  });
  const joins: [Metres, Metres][] = [];
  streets.forEach(({ line }, street) => {
    for (const end of [line[0], line.at(-1)]) {
      const place = end && toMetres(end);
      const joined = place && joinEnd(place, street, segments);
      if (place && joined) joins.push([place, joined]);
    }
  });

  const points: Metres[] = [];
  const links: Set<number>[] = [];
  const pointAt = pointRegister(points, links);
  const link = (a: number, b: number) => {
    if (a === b) return;
    links[a]?.add(b);
    links[b]?.add(a);
  };
  for (const { a, b, cuts } of segments) {
    const along = cuts.sort((x, y) => x - y).map((share) => pointAt(between(a, b, share)));
    along.slice(1).forEach((point, index) => link(along[index] as number, point));
  }
  for (const [from, to] of joins) link(pointAt(from), pointAt(to));
  return { points, links };
}
