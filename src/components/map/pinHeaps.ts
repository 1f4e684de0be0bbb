/** Pins of a thick crowd gathered by squares of the map: how many, how many of them late. Squares stand still while the map is panned. */
import type { WorldPoint } from './mercator.ts';
import type { Pin } from './orderPin.ts';

export type Heap = WorldPoint & {
  pins: readonly Pin[];
  late: number;
  risk: number;
  /** Of the round head. CSS pixels. */
  radius: number;
};

export type Heaps = {
  heaps: readonly Heap[];
  /** Those who stand alone or with one other: no count says more than they do. */
  loose: readonly Pin[];
};

/** Side of a square; a head with its tip has room in it, so that no two cover each other. CSS pixels. */
export const HEAP_CELL = 68;
/** Fewer are no heap. */
const LEAST = 3;

const radiusOf = (count: number) => (count < 10 ? 13 : count < 100 ? 15 : count < 1000 ? 18 : 22);
/** How far the tip is below the middle of the head. */
export const heapTip = (radius: number) => Math.round(radius * 1.5);

const within = (least: number, value: number, most: number) => Math.max(least, Math.min(most, value));

/** @param world pixels of the whole world at this zoom. */
export function pinHeaps(pins: readonly Pin[], world: number): Heaps {
  const squares = new Map<number, Pin[]>();
  for (const pin of pins) {
    const square =
      Math.floor((pin.x * world) / HEAP_CELL) * 2 ** 24 + Math.floor((pin.y * world) / HEAP_CELL);
    const found = squares.get(square);
    if (found) found.push(pin);
    else squares.set(square, [pin]);
  }
  const heaps: Heap[] = [];
  const loose: Pin[] = [];
  for (const inside of squares.values()) {
    if (inside.length < LEAST) loose.push(...inside);
    else heaps.push(heapOf(inside, world));
  }
  return { heaps, loose };
}

/** The tip stands on the middle of them all, but never so near the edge of the square that the head looks out of it. */
function heapOf(pins: readonly Pin[], world: number): Heap {
  let [x, y, late, risk] = [0, 0, 0, 0];
  for (const pin of pins) {
    x += pin.x;
    y += pin.y;
    if (pin.tone === 'late') late += 1;
    else if (pin.tone === 'risk') risk += 1;
  }
  const radius = radiusOf(pins.length);
  const [px, py] = [(x / pins.length) * world, (y / pins.length) * world];
  const [left, top] = [px, py].map((value) => Math.floor(value / HEAP_CELL) * HEAP_CELL) as [number, number];
  const edge = radius + 2;
  return {
    x: within(left + edge, px, left + HEAP_CELL - edge) / world,
    y: within(top + edge + heapTip(radius), py, top + HEAP_CELL - 1) / world,
    pins,
    late,
    risk,
    radius,
  };
}

/** The middle of the square that the point belongs to, in the unit square. */
export function heapCentre({ x, y }: WorldPoint, world: number): WorldPoint {
  const middle = (value: number) => ((Math.floor((value * world) / HEAP_CELL) + 0.5) * HEAP_CELL) / world;
  return { x: middle(x), y: middle(y) };
}
