import { describe, expect, it } from 'vitest';
import { courierTrack } from '#src/domain/courierTrack.ts';
import { sliderParts } from './sliderParts.ts';
import { playedAt, steppedAt, trackGaps, trackSpan } from './trackSteps.ts';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-22T09:00:00Z');
const at = (minutes: number) => BEGIN + minutes * MINUTE;

/** Fixes at these minutes, each 200 m further north than a minute before. */
function trackOf(...minutes: number[]) {
  const fixes = minutes.map((minute) => ({
    orderId: null,
    deliveryStatusId: null,
    returnReasonId: null,
    latitude: 59.9 + minute * 0.0018,
    longitude: 30.3,
    accuracy: 10,
    createdAt: at(minute),
  }));
  return courierTrack(fixes, { from: at(0), to: at(600) }, at(600));
}
const track = trackOf(0, 1, 2, 3, 30, 31, 32);
const empty = trackOf();

describe('steppedAt', () => {
  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowUp', 2.5, 3],
    ['ArrowRight', 3, 30],
    ['ArrowRight', 32, 32],
    ['ArrowLeft', 30, 3],
    ['ArrowLeft', 2.5, 2],
    ['ArrowDown', 0, 0],
    ['PageUp', 2, 7],
    ['PageUp', 30, 32],
    ['PageDown', 3, 0],
    ['Home', 31, 0],
    ['End', 1, 32],
  ])('%s from minute %s goes to %s', (key, from, to) => expect(steppedAt(track, at(from), key)).toBe(at(to)));

  it('leaves other keys alone, and an empty track', () => {
    expect(steppedAt(track, at(1), 'Tab')).toBeNull();
    expect(steppedAt(empty, at(1), 'Home')).toBeNull();
    expect(trackSpan(empty)).toBeNull();
  });
});

describe('playedAt', () => {
  it('runs on evenly, also between fixes', () => expect(playedAt(track, at(1), MINUTE / 2)).toBe(at(1.5)));

  it('leaps over what is not known, from the last fix heard to the next', () => {
    expect(playedAt(track, at(2.9), MINUTE)).toBe(at(30));
    expect(playedAt(track, at(3), 1)).toBe(at(30));
  });

  it('ends at the last fix, and then there is no more', () => {
    expect(playedAt(track, at(31.9), MINUTE)).toBe(at(32));
    expect(playedAt(track, at(32), MINUTE)).toBeNull();
    expect(playedAt(empty, at(0), MINUTE)).toBeNull();
  });

  it('comes to the end of any track, and never goes back', () => {
    for (const step of [1_000, 6_000, 90_000, 3_600_000]) {
      let now: number | null = at(0);
      let beats = 0;
      for (; now !== null && beats < 5_000; beats += 1) {
        const next = playedAt(track, now, step);
        if (next !== null) expect(next).toBeGreaterThan(now);
        now = next;
      }
      expect(now).toBeNull();
    }
  });
});

describe('what the slider is painted with', () => {
  it('shows a silence as a gap between two fixes', () => {
    expect(trackGaps(track)).toEqual([
      { from: at(3), to: at(30), points: [track.points[3]?.point, track.points[4]?.point] },
    ]);
    expect(sliderParts(track, { from: at(0), to: at(32) }, BEGIN).heard).toEqual([
      { from: at(0), to: at(3) },
      { from: at(30), to: at(32) },
    ]);
  });

  it('runs silences together that are too short to be seen', () => {
    const long = trackOf(0, 6, 12, 2_000);
    const spanned = courierTrack(
      [0, 6, 12, 2_000].map((minute) => ({
        orderId: null,
        deliveryStatusId: null,
        returnReasonId: null,
        latitude: 59.9 + minute * 0.0018,
        longitude: 30.3,
        accuracy: 10,
        createdAt: at(minute),
      })),
      { from: at(0), to: at(2_000) },
      at(2_000),
    );
    expect(long.points).toHaveLength(3);
    expect(sliderParts(spanned, { from: at(0), to: at(2_000) }, BEGIN).heard).toEqual([
      { from: at(0), to: at(12) },
      { from: at(2_000), to: at(2_000) },
    ]);
  });

  it('has a few ticks, round in the zone at hand, none at the very ends', () => {
    const midnight = BEGIN - 90 * MINUTE;
    for (const length of [20, 90, 300, 700, 1_440]) {
      const { ticks } = sliderParts(track, { from: at(0), to: at(length) }, midnight);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThan(8);
      for (const tick of ticks) {
        expect(((tick - midnight) / MINUTE) % (length > 100 ? 60 : 1)).toBe(0);
        expect(tick).toBeGreaterThan(at(0));
        expect(tick).toBeLessThan(at(length));
      }
    }
  });
});
