/** What of the layers of orders falls into a drawing of the map. */
import type { CanvasFrame } from './canvasOverlay.ts';
import type { WorldPoint } from './mercator.ts';
import { PIN } from './orderPin.ts';
import type { WorldBox } from './pinIndex.ts';

/** Everything whose picture may look into the drawing: heads stand above their points. */
export function boxOfFrame({ world, left, top, width, height }: CanvasFrame): WorldBox {
  return {
    west: (left - PIN.halfWidth * 2) / world,
    north: (top - 8) / world,
    east: (left + width + PIN.halfWidth * 2) / world,
    south: (top + height + PIN.height * 1.5) / world,
  };
}

/** True when a picture that reaches so far from its point lies in the drawing, and in one of the places that are drawn again. */
export function isDrawn(frame: CanvasFrame, point: WorldPoint, reach: number): boolean {
  const x = point.x * frame.world - frame.left;
  const y = point.y * frame.world - frame.top;
  if (x < -reach || y < -reach || x > frame.width + reach || y > frame.height + reach) return false;
  if (!frame.only) return true;
  for (const part of frame.only) {
    if (
      x > part.x - reach &&
      x < part.x + part.width + reach &&
      y > part.y - reach &&
      y < part.y + part.height + reach
    )
      return true;
  }
  return false;
}

/** Dots of one tone so near each other would be one blot: the first stands for all. CSS pixels. */
const BLOT_PX = 4;

/** Says of each dot whether it is the first at its place. */
export function blots({ world }: CanvasFrame): (point: WorldPoint) => boolean {
  const taken = new Set<number>();
  return ({ x, y }) => {
    const before = taken.size;
    const place = Math.floor((x * world) / BLOT_PX) * 2 ** 26 + Math.floor((y * world) / BLOT_PX);
    return taken.add(place).size > before;
  };
}
