import { describe, expect, it } from 'vitest';
import { courierTrack } from '#src/domain/courierTrack.ts';
import { worldPixels } from './mercator.ts';
import { trackShape, trackSpotAt } from './trackShape.ts';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-22T09:00:00Z');

type Fix = { minute: number; north: number; orderId?: string; status?: string };

/** `north`: metres from where the day began. */
const trackOf = (fixes: Fix[]) =>
  courierTrack(
    fixes.map(({ minute, north, orderId = null, status = null }) => ({
      orderId,
      deliveryStatusId: status,
      returnReasonId: null,
      latitude: 59.9 + north / 111_320,
      longitude: 30.3,
      accuracy: 5,
      createdAt: BEGIN + minute * MINUTE,
    })),
    { from: BEGIN, to: BEGIN + 86_400_000 },
    BEGIN + 86_400_000,
  );

const driven = (from: number, count: number, more: Partial<Fix> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    minute: from + index,
    north: (from + index) * 400,
    ...more,
  }));

const WORLD = worldPixels(14);
const pixel = ({ x, y }: { x: number; y: number }) => ({ x: x * WORLD, y: y * WORLD });

describe('trackShape', () => {
  it('breaks at a silence and marks both its ends', () => {
    const shape = trackShape(trackOf([...driven(0, 4), ...driven(30, 4)]));
    expect(shape.legs.map((leg) => leg.length)).toEqual([4, 4]);
    expect(shape.gaps).toMatchObject([
      {
        ms: 27 * MINUTE,
        end: { fix: { at: BEGIN + 3 * MINUTE } },
        begin: { fix: { at: BEGIN + 30 * MINUTE } },
      },
    ]);
  });

  it('tells a new order from a new status of the same one', () => {
    const shape = trackShape(
      trackOf([
        ...driven(0, 3, { orderId: '7', status: '7' }),
        ...driven(3, 2, { orderId: '7', status: '8' }),
        ...driven(5, 2, { orderId: '9', status: '8' }),
        ...driven(7, 2),
      ]),
    );
    expect(shape.changes.map(({ what, fix }) => [what, (fix.at - BEGIN) / MINUTE])).toEqual([
      ['status', 3],
      ['order', 5],
      ['order', 7],
    ]);
  });

  it('has marks at round times, each where a fix was', () => {
    const shape = trackShape(trackOf(driven(1, 50)));
    expect(shape.marks.length).toBeGreaterThan(3);
    for (const mark of shape.marks) {
      expect(mark.at % MINUTE).toBe(0);
      expect(shape.fixes.some(({ x, y }) => x === mark.x && y === mark.y)).toBe(true);
    }
  });

  it('is nothing for nothing', () =>
    expect(trackShape(trackOf([]))).toMatchObject({
      legs: [],
      fixes: [],
      gaps: [],
      stops: [],
      changes: [],
      marks: [],
    }));
});

describe('trackSpotAt', () => {
  const standing = Array.from({ length: 12 }, (_, index) => ({ minute: 10 + index, north: 4_000 }));
  const shape = trackShape(trackOf([...driven(0, 10), ...standing, ...driven(40, 4, { orderId: '9' })]));

  it('gives the nearest fix within reach, and nothing between two fixes', () => {
    const [, second, third] = shape.fixes;
    if (!second || !third) throw new Error('no fixes');
    const near = { x: pixel(second).x + 5, y: pixel(second).y + 3 };
    expect(trackSpotAt(shape, near, WORLD)).toMatchObject({ kind: 'fix', fix: second.fix });
    const between = { x: pixel(second).x, y: (pixel(second).y + pixel(third).y) / 2 };
    expect(Math.abs(between.y - pixel(second).y)).toBeGreaterThan(12);
    expect(trackSpotAt(shape, between, WORLD)).toBeNull();
  });

  it('a stop comes before the fixes within it', () => {
    const [stop] = shape.stops;
    if (!stop) throw new Error('no stop');
    expect(trackSpotAt(shape, pixel(stop), WORLD)).toEqual({ kind: 'stop', stops: [stop.stop] });
  });

  it('says what came after a silence', () => {
    const first = shape.legs[1]?.[0];
    if (!first) throw new Error('no second leg');
    expect(trackSpotAt(shape, pixel(first), WORLD)).toMatchObject({
      kind: 'fix',
      what: 'order',
      gapBefore: 19 * MINUTE,
      gapAfter: 0,
    });
  });

  it('finds the nearest of ten thousand, as asking each would', () => {
    const many = trackShape(
      trackOf(
        Array.from({ length: 10_000 }, (_, index) => ({
          minute: index / 8,
          north: index * 30 + 700 * Math.sin(index),
        })),
      ),
    );
    expect(many.fixes).toHaveLength(10_000);
    const { x } = pixel(many.fixes[0] ?? { x: 0, y: 0 });
    for (let index = 0; index < 10_000; index += 997) {
      const spot = many.fixes[index];
      if (!spot) throw new Error('no fix');
      const at = { x: x + 2, y: pixel(spot).y + 3 };
      const away = (one: { x: number; y: number }) => Math.hypot(pixel(one).x - at.x, pixel(one).y - at.y);
      const nearest = many.fixes.reduce((best, one) => (away(one) < away(best) ? one : best));
      expect(trackSpotAt({ ...many, stops: [] }, at, WORLD)).toMatchObject({ fix: nearest.fix });
    }
  });
});
