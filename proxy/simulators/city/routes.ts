/** The shortest way along the streets, and where one is after so many metres of it. */
import type { Stretch, StreetGraph, StreetPoint } from './streetGraph.ts';

/** A part of a way that lies on one stretch: from one offset to another (either direction). */
type Piece = { stretch: number; from: number; to: number; start: number };

export type Route = { pieces: Piece[]; length: number; end: StreetPoint };

export type Routes = {
  /** The shortest way between two places. Throws when there is none (the map must be in one piece). */
  find: (from: StreetPoint, to: StreetPoint) => Route;
  /** Where one is after `metres` of a route. */
  at: (route: Route, metres: number) => StreetPoint;
};

/** Distances from one crossing to all, and the stretch by which each is reached. */
type Tree = { metres: Float64Array; by: Int32Array };

function growTree({ stretches, leaving }: StreetGraph, source: number): Tree {
  const metres = new Float64Array(leaving.length).fill(Infinity);
  const by = new Int32Array(leaving.length).fill(-1);
  const done = new Uint8Array(leaving.length);
  const waiting = [source];
  metres[source] = 0;
  while (waiting.length > 0) {
    let nearest = 0;
    for (let index = 1; index < waiting.length; index += 1) {
      if ((metres[waiting[index] as number] as number) < (metres[waiting[nearest] as number] as number))
        nearest = index;
    }
    const here = waiting[nearest] as number;
    waiting[nearest] = waiting.at(-1) as number;
    waiting.pop();
    if (done[here]) continue;
    done[here] = 1;
    for (const index of leaving[here] ?? []) {
      const stretch = stretches[index] as Stretch;
      const there = stretch.from === here ? stretch.to : stretch.from;
      const total = (metres[here] as number) + stretch.length;
      if (total >= (metres[there] as number)) continue;
      metres[there] = total;
      by[there] = index;
      waiting.push(there);
    }
  }
  return { metres, by };
}

export function createRoutes(graph: StreetGraph): Routes {
  const trees = new Map<number, Tree>();
  const treeOf = (crossing: number): Tree => {
    const known = trees.get(crossing) ?? growTree(graph, crossing);
    trees.set(crossing, known);
    return known;
  };
  const stretchOf = (index: number) => graph.stretches[index] as Stretch;

  /** Both ways out of (or into) a place: the crossing and the metres to it. */
  const exits = ({ stretch, offset }: StreetPoint) => {
    const { from, to, length } = stretchOf(stretch);
    return [
      { crossing: from, metres: offset, end: 0 },
      { crossing: to, metres: length - offset, end: length },
    ];
  };

  const join = (parts: Omit<Piece, 'start'>[], end: StreetPoint): Route => {
    let length = 0;
    const pieces: Piece[] = [];
    for (const part of parts) {
      if (part.from === part.to) continue;
      pieces.push({ ...part, start: length });
      length += Math.abs(part.to - part.from);
    }
    return { pieces, length, end };
  };

  const find = (from: StreetPoint, to: StreetPoint): Route => {
    if (from.stretch === to.stretch) {
      return join([{ stretch: from.stretch, from: from.offset, to: to.offset }], to);
    }
    let best = { metres: Infinity, out: 0, into: 0 };
    exits(from).forEach((exit, out) => {
      const { metres } = treeOf(exit.crossing);
      exits(to).forEach((entry, into) => {
        const total = exit.metres + (metres[entry.crossing] as number) + entry.metres;
        if (total < best.metres) best = { metres: total, out, into };
      });
    });
    const exit = exits(from)[best.out];
    const entry = exits(to)[best.into];
    if (!exit || !entry || best.metres === Infinity) throw new Error('No way between two streets');
    const middle: Omit<Piece, 'start'>[] = [];
    const { by } = treeOf(exit.crossing);
    for (let here = entry.crossing; here !== exit.crossing;) {
      const stretch = by[here] as number;
      const { from: a, to: b, length } = stretchOf(stretch);
      middle.unshift(here === b ? { stretch, from: 0, to: length } : { stretch, from: length, to: 0 });
      here = here === b ? a : b;
    }
    return join(
      [
        { stretch: from.stretch, from: from.offset, to: exit.end },
        ...middle,
        { stretch: to.stretch, from: entry.end, to: to.offset },
      ],
      to,
    );
  };

  const at = (route: Route, metres: number): StreetPoint => {
    if (metres >= route.length) return route.end;
    const piece = route.pieces.findLast(({ start }) => start <= Math.max(0, metres));
    if (!piece) return route.end;
    const gone = Math.max(0, metres) - piece.start;
    return { stretch: piece.stretch, offset: piece.from + Math.sign(piece.to - piece.from) * gone };
  };

  return { find, at };
}
