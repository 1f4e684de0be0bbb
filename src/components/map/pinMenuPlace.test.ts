import { describe, expect, it } from 'vitest';
import { pinMenuPlace } from './pinMenuPlace.ts';

const room = { left: 8, top: 8, right: 1432, bottom: 892 };
const size = { width: 340, height: 460 };
const pin = (x: number, y: number) => ({ left: x - 10, right: x + 10, top: y - 30, bottom: y });
const place = (x: number, y: number, before: Parameters<typeof pinMenuPlace>[0]['before'] = null) =>
  pinMenuPlace({ anchor: pin(x, y), size, room, before });

describe('pinMenuPlace', () => {
  it('stands above the pin, its nose on it', () => {
    expect(place(700, 700)).toEqual({ left: 530, top: 201, side: 'above', nose: 170 });
  });

  it('goes below where there is no room above, and beside where there is neither', () => {
    expect(place(700, 200)).toMatchObject({ side: 'below', top: 209 });
    expect(place(700, 450)).toMatchObject({ side: 'right', left: 719 });
    expect(place(1400, 450)).toMatchObject({ side: 'left', left: 1400 - 10 - 9 - 340 });
  });

  it('is never cut off, and its nose still points at the pin', () => {
    expect(place(20, 700)).toMatchObject({ left: 8, side: 'above', nose: 14 });
    expect(place(60, 700)).toMatchObject({ left: 8, nose: 52 });
    expect(place(1420, 700)).toMatchObject({ left: 1432 - 340, nose: 340 - 14 });
  });

  it('keeps its side as long as it fits', () => {
    expect(place(700, 400, 'right').side).toBe('right');
    expect(place(700, 700, 'right').side).toBe('right');
    expect(place(1400, 700, 'right').side).toBe('above');
  });

  it('covers the pin rather than leaving a small window', () => {
    const small = { left: 8, top: 8, right: 382, bottom: 480 };
    const at = pinMenuPlace({ anchor: pin(200, 250), size, room: small, before: null });
    expect(at).toMatchObject({ side: 'over', left: 30, top: 8 });
    const tiny = { left: 8, top: 8, right: 200, bottom: 200 };
    expect(pinMenuPlace({ anchor: pin(100, 100), size, room: tiny, before: 'above' })).toMatchObject({
      side: 'over',
      left: 8,
      top: 8,
    });
  });
});
