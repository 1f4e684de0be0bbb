/** What of the orders lies under the pointer. */
import type { WorldPoint } from './mercator.ts';
import type { Pin } from './orderPin.ts';
import { drawnBefore, PIN } from './orderPin.ts';
import type { Heap } from './pinHeaps.ts';
import { heapTip } from './pinHeaps.ts';
import type { PinIndex } from './pinIndex.ts';
import { boxAround } from './pinIndex.ts';

/** World pixels at this zoom. */
type At = { x: number; y: number };

/**
 * The pins under the pointer, the topmost first.
 * @param at the pointer, in world pixels at this zoom. @param world pixels of the whole world.
 */
export function pinsAt(index: PinIndex<Pin>, at: At, world: number, dots: boolean): Pin[] {
  const reach = dots ? PIN.dot + 3 : PIN.halfWidth + 2;
  const up = dots ? 0 : PIN.height - PIN.halfWidth;
  // A pin's point is its tip: it lies below the pointer that is on its head.
  const box = boxAround(at, world, { left: reach, right: reach, up: dots ? reach : 2, down: up + reach });
  return index
    .within(box)
    .filter((pin) => {
      const dx = Math.abs(pin.x * world - at.x);
      const dy = pin.y * world - up - at.y;
      // The tip below the head belongs to the pin as well.
      return Math.abs(dy) <= reach || (!dots && dy < 0 && dy > -up - 2 && dx < 4);
    })
    .sort((a, b) => drawnBefore(b, a));
}

/** The count under the pointer, its head or its tip. */
export function heapAt(heaps: readonly Heap[], at: At, world: number): Heap | null {
  const hit = ({ x, y, radius }: Heap & WorldPoint) => {
    const dx = Math.abs(x * world - at.x);
    const above = y * world - at.y;
    const tip = heapTip(radius);
    return Math.hypot(dx, above - tip) <= radius + 2 || (dx < 5 && above > -2 && above < tip);
  };
  return heaps.find(hit) ?? null;
}
