/** Areas that are drawn on the map to select what lies in them. They lie on the ground: zooming and panning move them along. */
import type { WorldPoint } from './mercator.ts';
import type { PinIndex, WorldBox } from './pinIndex.ts';

/** `tip`: where the pointer stands, not a corner yet; null = nowhere (a finger leaves no trace between two taps). */
export type AreaShape =
  | { kind: 'rectangle'; from: WorldPoint; to: WorldPoint }
  | { kind: 'polygon'; corners: readonly WorldPoint[]; tip: WorldPoint | null };

/** What the area would be if it were closed now: corners in turn. A rectangle has four, a polygon may still have too few. */
export function outline(shape: AreaShape): readonly WorldPoint[] {
  if (shape.kind === 'polygon') return shape.tip ? [...shape.corners, shape.tip] : shape.corners;
  const { from, to } = shape;
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** The smallest upright box around these corners. */
export function boxOf(corners: readonly WorldPoint[]): WorldBox {
  const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  for (const { x, y } of corners) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.north = Math.min(box.north, y);
    box.south = Math.max(box.south, y);
  }
  return box;
}

/** Twice the area of the triangle a, b, p; its sign says on which side of a → b the point lies. */
const side = (a: WorldPoint, b: WorldPoint, p: WorldPoint) =>
  (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);

/** True when the line around the corners goes round the point at least once: also where it crosses itself. */
export function isInside(point: WorldPoint, corners: readonly WorldPoint[]): boolean {
  let turns = 0;
  let before = corners.at(-1);
  for (const corner of corners) {
    if (before) {
      if (before.y <= point.y && corner.y > point.y && side(before, corner, point) > 0) turns += 1;
      else if (before.y > point.y && corner.y <= point.y && side(before, corner, point) < 0) turns -= 1;
    }
    before = corner;
  }
  return turns !== 0;
}

/** What lies in the area, in the order of the index; nothing while a polygon has fewer than three corners. */
export function placesInside<T extends WorldPoint>(index: PinIndex<T>, shape: AreaShape): T[] {
  const corners = outline(shape);
  if (corners.length < 3) return [];
  const near = index.within(boxOf(corners));
  return shape.kind === 'rectangle' ? near : near.filter((place) => isInside(place, corners));
}
