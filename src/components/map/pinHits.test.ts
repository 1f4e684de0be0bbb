/** How a crowd of pins is drawn, and what of it lies under the pointer. */
import { describe, expect, test } from 'vitest';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { worldPixels } from './mercator.ts';
import type { Pin } from './orderPin.ts';
import { PIN } from './orderPin.ts';
import { pinCrowd } from './pinCrowd.ts';
import { HEAP_CELL, heapCentre, heapTip, pinHeaps } from './pinHeaps.ts';
import { heapAt, pinsAt } from './pinHits.ts';
import { pinIndex } from './pinIndex.ts';

const world = worldPixels(14);
/** A pin so many pixels right of and below a corner of a square of counts. */
const CORNER = 30_000 * HEAP_CELL;
function pin(id: number, px: number, py: number, tone: Pin['tone'] = 'quiet'): Pin {
  const order = { key: `ireca:${id}` } as DispatchOrder;
  const [x, y] = [(CORNER + px) / world, (CORNER + py) / world];
  return {
    key: `ireca:${id}`,
    order,
    point: { latitude: 0, longitude: 0 },
    x,
    y,
    tone,
    hollow: false,
    byHand: false,
  };
}
const pointer = (px: number, py: number) => ({ x: CORNER + px, y: CORNER + py });

describe('under the pointer', () => {
  const late = pin(1, 20, 40, 'late');
  const fine = pin(2, 20, 40);
  const index = pinIndex([fine, late]);
  const head = PIN.height - PIN.halfWidth;

  test('the head and the tip are hit, not the ground below or beside', () => {
    expect(pinsAt(index, pointer(20, 40 - head), world, false)).toHaveLength(2);
    expect(pinsAt(index, pointer(20, 39), world, false)).toHaveLength(2);
    expect(pinsAt(index, pointer(20, 48), world, false)).toHaveLength(0);
    expect(pinsAt(index, pointer(28, 39), world, false)).toHaveLength(0);
    expect(pinsAt(index, pointer(50, 40 - head), world, false)).toHaveLength(0);
  });

  test('all that lie at one place are found, the one drawn last first', () => {
    expect(pinsAt(index, pointer(20, 40 - head), world, false)).toEqual([late, fine]);
    const lower = pin(3, 20, 43);
    const three = pinIndex([fine, lower, late]);
    expect(pinsAt(three, pointer(20, 40 - head), world, false)).toEqual([late, lower, fine]);
  });

  test('a dot is hit around its point', () => {
    expect(pinsAt(index, pointer(20, 40), world, true)).toHaveLength(2);
    expect(pinsAt(index, pointer(20, 40 - head), world, true)).toHaveLength(0);
  });
});

describe('a crowd', () => {
  const street = (count: number, stepPx: number) =>
    Array.from({ length: count }, (_, id) => pin(id, id * stepPx, 10));

  test('single pins, dots, counts: by how many stand on one place', () => {
    expect(pinCrowd(street(300, 20), world, 'pins')).toBe('pins');
    expect(pinCrowd(street(300, 6), world, 'pins')).toBe('dots');
    expect(pinCrowd(street(300, 1), world, 'pins')).toBe('counts');
  });

  test('a few are pins however near to each other they stand', () => {
    expect(pinCrowd(street(30, 0), world, 'counts')).toBe('pins');
  });

  test('at the edge what is drawn stays', () => {
    const edge = street(400, 12.2);
    expect(pinCrowd(edge, world, 'pins')).toBe('pins');
    expect(pinCrowd(edge, world, 'dots')).toBe('dots');
  });
});

describe('counts', () => {
  const inOneSquare = [pin(1, 5, 5, 'late'), pin(2, 6, 6, 'risk'), pin(3, 7, 4)];
  const pair = [pin(4, HEAP_CELL + 5, 5), pin(5, HEAP_CELL + 50, 50, 'late')];
  const { heaps, loose } = pinHeaps([...inOneSquare, ...pair], world);

  test('three in a square are a count with its late ones; two stay as they are', () => {
    expect(heaps).toHaveLength(1);
    expect(heaps[0]).toMatchObject({ pins: inOneSquare, late: 1, risk: 1 });
    expect(loose).toEqual(pair);
  });

  test('the head never looks out of its square, so that no two cover each other', () => {
    const [heap] = heaps;
    if (!heap) throw new Error('no count');
    const [x, y] = [heap.x * world - CORNER, heap.y * world - CORNER];
    expect(x - heap.radius).toBeGreaterThanOrEqual(0);
    expect(y - heapTip(heap.radius) - heap.radius).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(HEAP_CELL);
    expect(heapCentre(heap, world)).toEqual(heapCentre(inOneSquare[0] ?? heap, world));
  });

  test('it is hit at its head and at its tip', () => {
    const [heap] = heaps;
    if (!heap) throw new Error('no count');
    const tip = { x: heap.x * world, y: heap.y * world };
    expect(heapAt(heaps, { x: tip.x, y: tip.y - heapTip(heap.radius) }, world)).toBe(heap);
    expect(heapAt(heaps, { x: tip.x, y: tip.y - 1 }, world)).toBe(heap);
    expect(heapAt(heaps, { x: tip.x + 40, y: tip.y }, world)).toBeNull();
  });
});
