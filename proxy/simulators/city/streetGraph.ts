/** The street graph: crossings joined by stretches of street, along which couriers really travel. */
import type { CityMap, LatLon } from './cityMap.ts';
import { between, distance, nearestShare, toDegrees, toMetres, type Metres } from './plane.ts';
import { buildStreetNet, type StreetNet } from './streetNet.ts';

/** A stretch of street between two crossings, with its bends. */
export type Stretch = {
  from: number;
  to: number;
  points: Metres[];
  /** Metres from the start to each point. */
  marks: number[];
  length: number;
};

/** A place on a street: metres along a stretch. */
export type StreetPoint = { stretch: number; offset: number };

export type StreetGraph = {
  stretches: Stretch[];
  /** For each crossing, the stretches that leave it. */
  leaving: number[][];
  /** Degrees of a place on a street. */
  locate: (point: StreetPoint) => LatLon;
  /** The place on a street nearest to any point of the map, and how far it is (metres). */
  nearest: (place: LatLon) => { point: StreetPoint; metres: number };
};

/** Follows a bend from a crossing to the next crossing. */
function follow(net: StreetNet, start: number, first: number): number[] {
  const trail = [start, first];
  let [previous, here] = [start, first];
  while (net.links[here]?.size === 2 && here !== start) {
    const next = [...(net.links[here] as Set<number>)].find((point) => point !== previous);
    if (next === undefined) break;
    trail.push(next);
    [previous, here] = [here, next];
  }
  return trail;
}

function makeStretch(net: StreetNet, trail: number[], crossingOf: (point: number) => number): Stretch {
  const points = trail.map((point) => net.points[point] as Metres);
  const marks = [0];
  points.slice(1).forEach((point, index) => {
    marks.push((marks[index] as number) + distance(points[index] as Metres, point));
  });
  return {
    from: crossingOf(trail[0] as number),
    to: crossingOf(trail.at(-1) as number),
    points,
    marks,
    length: marks.at(-1) as number,
  };
}

function collectStretches(net: StreetNet): { stretches: Stretch[]; crossings: number } {
  const numbers = new Map<number, number>();
  const crossingOf = (point: number) => {
    const known = numbers.get(point) ?? numbers.size;
    numbers.set(point, known);
    return known;
  };
  const stretches: Stretch[] = [];
  const walked = new Set<string>();
  net.links.forEach((links, point) => {
    if (links.size === 2) return;
    for (const first of links) {
      if (walked.has(`${point}>${first}`)) continue;
      const trail = follow(net, point, first);
      const [end, beforeEnd] = [trail.at(-1) as number, trail.at(-2) as number];
      walked.add(`${point}>${first}`).add(`${end}>${beforeEnd}`);
      stretches.push(makeStretch(net, trail, crossingOf));
    }
  });
  return { stretches, crossings: numbers.size };
}

/** Position of `offset` metres along a stretch. */
function alongStretch({ points, marks }: Stretch, offset: number): Metres {
  let index = 1;
  while (index < marks.length - 1 && (marks[index] as number) < offset) index += 1;
  const [start, end] = [marks[index - 1] as number, marks[index] as number];
  const share = end > start ? (offset - start) / (end - start) : 0;
  return between(points[index - 1] as Metres, points[index] as Metres, Math.min(1, Math.max(0, share)));
}

export function buildStreetGraph(city: CityMap): StreetGraph {
  const { stretches, crossings } = collectStretches(buildStreetNet(city.streets));
  const leaving: number[][] = Array.from({ length: crossings }, () => []);
  stretches.forEach(({ from, to }, index) => {
    leaving[from]?.push(index);
    if (to !== from) leaving[to]?.push(index);
  });
  return {
    stretches,
    leaving,
    locate: ({ stretch, offset }) => toDegrees(alongStretch(stretches[stretch] as Stretch, offset)),
    nearest: (place) => {
      const target = toMetres(place);
      let best = { point: { stretch: 0, offset: 0 }, square: Infinity };
      stretches.forEach(({ points, marks }, stretch) => {
        for (let index = 1; index < points.length; index += 1) {
          const [a, b] = [points[index - 1] as Metres, points[index] as Metres];
          const share = nearestShare(target, a, b);
          const x = a[0] + (b[0] - a[0]) * share - target[0];
          const y = a[1] + (b[1] - a[1]) * share - target[1];
          if (x * x + y * y >= best.square) continue;
          const [start, end] = [marks[index - 1] as number, marks[index] as number];
          best = { point: { stretch, offset: start + (end - start) * share }, square: x * x + y * y };
        }
      });
      return { point: best.point, metres: Math.sqrt(best.square) };
    },
  };
}
