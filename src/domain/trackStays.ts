/** Where a courier stood, and how far they went: told from fixes that are never quite right. */
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';

type Seen = { at: number; point: LatLon; accuracy: number | null };

/** Fixes `first` to `last` (numbers in the list) were sent from one place. */
export type Stay = { first: number; last: number; point: LatLon };

/** Longer than this at one place is a stop: handing an order over takes less. */
const STOP_MS = 5 * 60_000;
/** One place: a yard, a warehouse with its gate. A worse fix may lie as far off as it says itself, up to a limit. */
const PLACE_METRES = 60;
const WORST_METRES = 150;
/** A single fix that jumps away and back is the phone's mistake; away for longer, and the courier has left. */
const STRAY_MS = 90_000;

const METRES_PER_DEGREE = 111_195;

type Plane = { x: Float64Array; y: Float64Array; back: (x: number, y: number) => LatLon };

/** Metres around the first fix: right to a part in a hundred as far as a courier gets between two silences. */
function ontoPlane(fixes: readonly Seen[]): Plane {
  const origin = fixes[0]?.point ?? { latitude: 0, longitude: 0 };
  const wide = METRES_PER_DEGREE * Math.max(1e-6, Math.cos((origin.latitude * Math.PI) / 180));
  const x = new Float64Array(fixes.length);
  const y = new Float64Array(fixes.length);
  fixes.forEach(({ point }, index) => {
    const turn = point.longitude - origin.longitude;
    x[index] = (turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn) * wide;
    y[index] = (point.latitude - origin.latitude) * METRES_PER_DEGREE;
  });
  const back = (atX: number, atY: number): LatLon => {
    const longitude = origin.longitude + atX / wide;
    return {
      latitude: origin.latitude + atY / METRES_PER_DEGREE,
      longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
    };
  };
  return { x, y, back };
}

/**
 * Stays of more than `STOP_MS`, by time. `leg` holds fixes by time without a silence within: standing where nothing was
 * heard is not known, so a stay ends with the last fix before the silence and begins with the first after it.
 */
export function staysOf(leg: readonly Seen[]): Stay[] {
  const { x, y, back } = ontoPlane(leg);
  const at = (index: number) => leg[index]?.at ?? 0;
  const reach = leg.map(({ accuracy }) => Math.min(WORST_METRES, Math.max(PLACE_METRES, accuracy ?? 0)));
  const off = (index: number, cx: number, cy: number) => {
    const east = (x[index] ?? 0) - cx;
    const north = (y[index] ?? 0) - cy;
    const far = reach[index] ?? PLACE_METRES;
    return east * east + north * north > far * far;
  };

  /** The fixes around one place from `start` on, without strays. */
  function gather(start: number): number[] {
    const members = [start];
    let [sumX, sumY] = [x[start] ?? 0, y[start] ?? 0];
    for (let index = start + 1; index < leg.length; index += 1) {
      if (off(index, sumX / members.length, sumY / members.length)) {
        if (at(index) - at(members.at(-1) ?? start) > STRAY_MS) break;
        continue;
      }
      members.push(index);
      sumX += x[index] ?? 0;
      sumY += y[index] ?? 0;
    }
    return members;
  }

  /** The mean place of fixes `low` to `high` of `members`. */
  function middle(members: readonly number[], low: number, high: number): readonly [number, number] {
    let [sumX, sumY] = [0, 0];
    for (let index = low; index <= high; index += 1) {
      sumX += x[members[index] ?? 0] ?? 0;
      sumY += y[members[index] ?? 0] ?? 0;
    }
    return [sumX / (high - low + 1), sumY / (high - low + 1)];
  }

  /** Coming near and going away are not standing: ends that turn out to lie off the middle are cut. */
  function trimmed(members: readonly number[], after: number): Stay | null {
    let [low, high] = [0, members.length - 1];
    const [roughX, roughY] = middle(members, low, high);
    while (low < high && off(members[low] ?? 0, roughX, roughY)) low += 1;
    while (high > low && off(members[high] ?? 0, roughX, roughY)) high -= 1;
    const [cx, cy] = middle(members, low, high);
    let first = members[low] ?? 0;
    const last = members[high] ?? 0;
    // The first fixes are gathered around the very first of them, which may lie to one side.
    for (let index = first - 1; index > after && at(first) - at(index) <= STRAY_MS; index -= 1) {
      if (!off(index, cx, cy)) first = index;
    }
    return at(last) - at(first) > STOP_MS ? { first, last, point: back(cx, cy) } : null;
  }

  const stays: Stay[] = [];
  for (let index = 0; index < leg.length; index += 1) {
    const members = gather(index);
    if (at(members.at(-1) ?? index) - at(index) <= STOP_MS) continue;
    const stay = trimmed(members, stays.at(-1)?.last ?? -1);
    if (!stay) continue;
    index = stay.last;
    const before = stays.at(-1);
    const same = before && at(stay.first) - at(before.last) <= 2 * STRAY_MS;
    if (same && distanceMetres(before.point, stay.point) <= PLACE_METRES) before.last = stay.last;
    else stays.push(stay);
  }
  return stays;
}

/** How far apart two fixes of a phone that lies still may be, metres; unknown accuracy is taken for a middling one. */
const UNKNOWN_METRES = 30;
const LEAST_NOISE = 20;
const MOST_NOISE = 80;
const noise = (a: number | null, b: number | null) =>
  Math.min(MOST_NOISE, Math.max(LEAST_NOISE, (a ?? UNKNOWN_METRES) + (b ?? UNKNOWN_METRES)));

/** Metres that were gone along a leg. A stay counts as its one point, and steps within the phone's own error as none. */
export function metresOf(leg: readonly Seen[], stays: readonly Stay[]): number {
  let metres = 0;
  let from: Pick<Seen, 'point' | 'accuracy'> | null = null;
  let next = 0;
  for (let index = 0; index < leg.length; index += 1) {
    const stay = stays[next];
    let here: Pick<Seen, 'point' | 'accuracy'> | undefined = leg[index];
    if (stay?.first === index) {
      here = { point: stay.point, accuracy: 0 };
      index = stay.last;
      next += 1;
    }
    if (!here) continue;
    if (from) {
      const step = distanceMetres(from.point, here.point);
      if (step <= noise(from.accuracy, here.accuracy)) continue;
      metres += step;
    }
    from = here;
  }
  return metres;
}
