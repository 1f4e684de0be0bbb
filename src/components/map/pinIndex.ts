/** Finds points of the map by a rectangle without asking each: thousands of pins are culled, hit and counted in no time. */
import KDBush from 'kdbush';
import type { WorldPoint } from './mercator.ts';

/** In the unit square (`mercator.ts`), edges included. */
export type WorldBox = { west: number; north: number; east: number; south: number };

export type PinIndex<T> = {
  /** Everything in the box, in the order in which it was given. */
  within: (box: WorldBox) => T[];
};

/** Built at once: 5,000 points take a few milliseconds. The list must not change afterwards. */
export function pinIndex<T extends WorldPoint>(items: readonly T[]): PinIndex<T> {
  const tree = new KDBush(items.length);
  for (const { x, y } of items) tree.add(x, y);
  tree.finish();
  return {
    within({ west, north, east, south }) {
      if (items.length === 0) return [];
      const ids = Uint32Array.from(tree.range(west, north, east, south)).sort();
      const found: T[] = [];
      for (const id of ids) {
        const item = items[id];
        if (item !== undefined) found.push(item);
      }
      return found;
    },
  };
}

/** The box around a point given in world pixels, so many pixels to each side. @param world pixels of the whole world. */
export function boxAround(
  { x, y }: { x: number; y: number },
  world: number,
  reach: { left: number; up: number; right: number; down: number },
): WorldBox {
  return {
    west: (x - reach.left) / world,
    north: (y - reach.up) / world,
    east: (x + reach.right) / world,
    south: (y + reach.down) / world,
  };
}
