import { describe, expect, it } from 'vitest';
import { lastPositionSchema } from '#src/contracts/ireca/location.ts';
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import type { FeedRecord } from '#src/contracts/feed.ts';
import { askSince, newcomer, recordOf, takeAnswer, takeHistory } from './positionsKnown.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const fix = (seconds: number, changes: Partial<IrecaLocation> = {}): IrecaLocation => ({
  orderId: '1',
  deliveryStatusId: '7',
  returnReasonId: null,
  latitude: 59.93,
  longitude: 30.33,
  accuracy: 12,
  createdAt: NOW + seconds * 1000,
  ...changes,
});

/** A courier who is asked about once a minute; each answer is what iRECA has of the last hour then. */
function courier() {
  const known = newcomer('100');
  let minute = -1;
  const read = () => {
    const record = recordOf(known);
    if (!record) return null;
    const { body } = JSON.parse(record.json.toString()) as FeedRecord;
    return lastPositionSchema.parse(body);
  };
  return {
    known,
    read,
    minute(...fixes: IrecaLocation[]) {
      minute += 1;
      const now = NOW + minute * MINUTE;
      takeAnswer(known, fixes, askSince(known, now), now);
      return read();
    },
  };
}

describe('what is known of a courier', () => {
  it('is the newest fix, in whatever order they come, with nothing set aside', () => {
    expect(courier().minute(fix(-30), fix(-10, { latitude: 59.95 }), fix(-50))).toMatchObject({
      courierId: '100',
      latitude: 59.95,
      createdAt: NOW - 10_000,
      quarantined: null,
    });
  });

  it.each([
    ['future', { createdAt: NOW + 3 * MINUTE }],
    ['notKnown', { latitude: 0, longitude: 0, createdAt: NOW - 5_000 }],
    ['notKnown', { latitude: null, createdAt: NOW - 5_000 }],
    ['outOfRange', { latitude: 95.5, createdAt: NOW - 5_000 }],
    ['noTime', { createdAt: null }],
  ] as const)(
    'sets a fix aside (%s), moves nobody by it, and forgets it after a later good one',
    (reason, odd) => {
      const { minute } = courier();
      const bad = fix(0, odd);
      expect(minute(fix(-30), bad)).toMatchObject({
        latitude: 59.93,
        createdAt: NOW - 30_000,
        quarantined: {
          reason,
          createdAt: bad.createdAt,
          latitude: bad.latitude ?? null,
          longitude: bad.longitude,
        },
      });
      // It stands while nothing better comes …
      expect(minute(fix(-30), bad)).toMatchObject({ createdAt: NOW - 30_000, quarantined: { reason } });
      // … and freezes nobody: the next good fix is taken, and iRECA may go on repeating the odd one.
      expect(minute(fix(-30), bad, fix(110, { latitude: 59.99 }))).toMatchObject({
        latitude: 59.99,
        createdAt: NOW + 110_000,
        quarantined: null,
      });
      expect(minute(bad, fix(110, { latitude: 59.99 }))).toMatchObject({ quarantined: null });
    },
  );

  it('tells of a courier of whom nothing else is known', () => {
    const { minute } = courier();
    expect(minute(fix(0, { latitude: 0, longitude: 0 }))).toMatchObject({
      createdAt: null,
      latitude: null,
      quarantined: { reason: 'notKnown' },
    });
    expect(courier().minute()).toBeNull();
  });

  it('does not believe a fix from the future when its time has come', () => {
    const { minute } = courier();
    const ahead = fix(150, { latitude: 59.5 });
    minute(fix(-10), ahead);
    minute(fix(-10), ahead);
    minute(fix(-10), ahead);
    expect(minute(fix(-10), ahead)).toMatchObject({
      latitude: 59.93,
      createdAt: NOW - 10_000,
      quarantined: { reason: 'future' },
    });
  });

  it('keeps the odd fix when the next answer is empty', () => {
    const { minute } = courier();
    minute(fix(-30), fix(-10, { latitude: 99 }));
    expect(minute()).toMatchObject({ quarantined: { reason: 'outOfRange' } });
  });

  it('sees when iRECA goes back to an older position', () => {
    const { minute } = courier();
    minute(fix(-100), fix(-40, { latitude: 59.95 }));
    expect(minute(fix(-100))).toMatchObject({
      latitude: 59.95,
      createdAt: NOW - 40_000,
      quarantined: { reason: 'older', createdAt: NOW - 100_000, latitude: 59.93 },
    });
    expect(minute(fix(-100))).toMatchObject({ quarantined: { reason: 'older' } });
    expect(minute(fix(-100), fix(115))).toMatchObject({ createdAt: NOW + 115_000, quarantined: null });
  });

  it('sees a position that came after a newer one, and takes the ordinary history for what it is', () => {
    const { minute } = courier();
    const history = [fix(-3000), fix(-100), fix(-40)];
    expect(minute(...history)).toMatchObject({ quarantined: null });
    expect(minute(...history, fix(-70, { latitude: 59.5 }))).toMatchObject({
      latitude: 59.93,
      createdAt: NOW - 40_000,
      quarantined: { reason: 'older', createdAt: NOW - 70_000, latitude: 59.5 },
    });
    expect(minute(...history, fix(-70), fix(110))).toMatchObject({
      createdAt: NOW + 110_000,
      quarantined: null,
    });
  });

  it('takes positions that a phone without a network sends later, all at once, for history', () => {
    const { minute } = courier();
    minute(fix(-50));
    expect(minute(fix(-50), fix(-20), fix(10), fix(40, { latitude: 59.99 }))).toMatchObject({
      latitude: 59.99,
      quarantined: null,
    });
  });

  it('does not take what a wider question finds for something that came late', () => {
    const { known, minute } = courier();
    minute(fix(-10));
    minute();
    expect(askSince(known, NOW + 2 * MINUTE)).toBe(NOW + 2 * MINUTE - 24 * HOUR);
    expect(minute(fix(-20_000), fix(-10))).toMatchObject({ createdAt: NOW - 10_000, quarantined: null });
  });
});

describe('a full page', () => {
  const page = (first: number, step: number) =>
    Array.from({ length: 500 }, (_, index) => fix(first + index * step));

  it('goes on from its newest, and then asks only for what is new', () => {
    const { known, minute } = courier();
    minute(...page(-3000, 5));
    const newest = NOW - 505_000;
    expect(askSince(known, NOW + MINUTE)).toBe(newest);
    expect(minute(fix(-505), fix(50))).toMatchObject({ createdAt: NOW + 50_000, quarantined: null });
    expect(askSince(known, NOW + 2 * MINUTE)).toBe(NOW + 50_000);
    expect(minute(fix(50), fix(100))).toMatchObject({ createdAt: NOW + 100_000, quarantined: null });
  });

  it('says nothing about what is on the others, and does not ask for itself for ever', () => {
    const { known, minute } = courier();
    minute(fix(-10));
    expect(minute(...page(-3000, 5))).toMatchObject({ createdAt: NOW - 10_000, quarantined: null });
    const same = Array.from({ length: 500 }, () => fix(100));
    minute(...same);
    expect(askSince(known, NOW + 3 * MINUTE)).toBe(NOW + 100_000);
    minute(...same);
    expect(askSince(known, NOW + 4 * MINUTE)).toBe(NOW + 4 * MINUTE - HOUR);
  });
});

describe('a phone whose clock is a day ahead', () => {
  const ahead = (count: number) => Array.from({ length: count }, (_, index) => fix(86_400 + index * 60));
  /** iRECA gives fixes in the order in which they came, those since the question, a page at a time. */
  function asked(known: ReturnType<typeof newcomer>, all: IrecaLocation[], now: number) {
    const since = askSince(known, now) ?? 0;
    const found = all.filter(({ createdAt }) => (createdAt ?? 0) >= since);
    takeAnswer(known, found.slice(known.skip * 500, (known.skip + 1) * 500), since, now);
  }

  it.each([
    ['never seen before', []],
    ['seen hours ago', [fix(-30_000)]],
  ])('freezes nobody by pages full of tomorrow, once it is put right (%s)', (_, first) => {
    const known = newcomer('100');
    const all: IrecaLocation[] = [...first];
    if (first.length > 0) takeAnswer(known, first, null, NOW - 30_000_000);
    all.push(...ahead(700));
    const seenAt: (number | null)[] = [];
    for (let minute = 0; minute < 12; minute += 1) {
      const now = NOW + minute * MINUTE;
      if (minute >= 4) all.push(fix(minute * 60));
      asked(known, all, now);
      seenAt.push(known.last?.at ?? null);
    }
    expect(seenAt.slice(8)).toEqual([8, 9, 10, 11].map((minute) => NOW + minute * MINUTE));
    // Two days later nothing is left of tomorrow: the first page is asked for again.
    const later = NOW + 48 * HOUR;
    all.push(fix(48 * 3600 - 30));
    for (let minute = 0; minute < 3; minute += 1) asked(known, all, later + minute * MINUTE);
    expect(known).toMatchObject({ skip: 0, last: { at: later - 30_000 } });
  });
});

describe('fixes that were read for another purpose', () => {
  it('move the courier on, but never back, and are no news of what was known', () => {
    const { known, minute, read } = courier();
    minute(fix(-40));
    takeHistory(known, [fix(-3000), fix(-40), fix(-5, { latitude: 59.99, deliveryStatusId: '9' })], NOW);
    expect(read()).toMatchObject({ latitude: 59.99, deliveryStatusId: '9', quarantined: null });
    takeHistory(known, [fix(-9000), fix(-8000)], NOW);
    expect(read()).toMatchObject({ createdAt: NOW - 5_000, quarantined: null });
    expect(minute(fix(-40), fix(-20), fix(-5, { latitude: 59.99 }))).toMatchObject({ quarantined: null });
  });

  it('tell of odd ones that matter now', () => {
    const { known, minute, read } = courier();
    minute(fix(-40));
    takeHistory(known, [fix(-3000, { latitude: 0, longitude: 0 }), fix(-20, { latitude: 98 })], NOW);
    expect(read()).toMatchObject({ createdAt: NOW - 40_000, quarantined: { reason: 'outOfRange' } });
  });
});
