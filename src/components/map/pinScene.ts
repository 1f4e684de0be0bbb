/** The orders of the map as they are to be drawn: found by place, gathered into counts where the crowd is too thick. */
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import type { CanvasFrame } from './canvasOverlay.ts';
import type { Pin } from './orderPin.ts';
import type { Crowd } from './pinCrowd.ts';
import { pinCrowd } from './pinCrowd.ts';
import { boxOfFrame } from './pinFrame.ts';
import type { Heap, Heaps } from './pinHeaps.ts';
import { pinHeaps } from './pinHeaps.ts';
import { heapAt, pinsAt } from './pinHits.ts';
import type { PinIndex } from './pinIndex.ts';
import { pinIndex } from './pinIndex.ts';

export type PinScene = {
  /** Gives back the pins that came, went or changed, each as it was and as it is. */
  setPins: (pins: readonly Pin[]) => Pin[];
  pin: (key: OrderKey) => Pin | undefined;
  /** How the crowd is drawn; settled by `look`. */
  crowd: () => Crowd;
  /** What of the pins falls into the drawing, and whether that changed how the crowd is drawn. */
  look: (frame: CanvasFrame) => { seen: Pin[]; turned: boolean };
  /** The counts at this zoom. @param world pixels of the whole world. */
  heaps: (world: number) => Heaps;
  /** What is drawn under a point, in world pixels; the topmost first. @param whole pins that are drawn as such in any crowd. */
  at: (
    at: { x: number; y: number },
    world: number,
    whole: readonly Pin[],
  ) => { pins: Pin[]; heap: Heap | null };
};

export function pinScene(): PinScene {
  let pins: readonly Pin[] = [];
  let index: PinIndex<Pin> | null = null;
  let gathered: (Heaps & { world: number; alone: ReadonlySet<Pin> }) | null = null;
  let crowd: Crowd = 'pins';
  const byKey = new Map<OrderKey, Pin>();

  const places = () => (index ??= pinIndex(pins));

  function gather(world: number) {
    if (gathered?.world !== world) {
      const found = pinHeaps(pins, world);
      gathered = { ...found, world, alone: new Set(found.loose) };
    }
    return gathered;
  }

  return {
    setPins(next) {
      const touched: Pin[] = [];
      const keys = new Set<OrderKey>();
      for (const pin of next) {
        keys.add(pin.key);
        const before = byKey.get(pin.key);
        if (before === pin) continue;
        touched.push(pin);
        if (before) touched.push(before);
        byKey.set(pin.key, pin);
      }
      for (const pin of pins) {
        if (keys.has(pin.key)) continue;
        touched.push(pin);
        byKey.delete(pin.key);
      }
      pins = next;
      // Another order of the same rows is nothing new on the map.
      if (touched.length > 0) index = gathered = null;
      return touched;
    },
    pin: (key) => byKey.get(key),
    crowd: () => crowd,
    look(frame) {
      const seen = places().within(boxOfFrame(frame));
      const before = crowd;
      crowd = pinCrowd(seen, frame.world, crowd);
      return { seen, turned: crowd !== before };
    },
    heaps: gather,
    at(at, world, whole) {
      const above = crowd === 'pins' ? [] : pinsAt(pinIndex(whole), at, world, false);
      let below = pinsAt(places(), at, world, crowd !== 'pins');
      if (crowd !== 'counts')
        return { pins: [...above, ...below.filter((pin) => !above.includes(pin))], heap: null };
      const { heaps, alone } = gather(world);
      below = below.filter((pin) => alone.has(pin) && !above.includes(pin));
      const found = [...above, ...below];
      return { pins: found, heap: found.length > 0 ? null : heapAt(heaps, at, world) };
    },
  };
}
