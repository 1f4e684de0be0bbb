import { describe, expect, it } from 'vitest';
import type { IrecaLocation } from '#src/contracts/ireca/location.ts';
import { courierTrack, fixAt, GAP_MS, markStep, statusChanges, timeMarks } from '#src/domain/courierTrack.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { distanceMetres } from '#src/lib/geo.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 2, 2, 6);
const NOW = START + 12 * HOUR;
const HOME: LatLon = { latitude: 59.93, longitude: 30.33 };
const ALL = { from: START, to: NOW };

/** A point so many metres east and north of home. */
const away = (east: number, north = 0, from: LatLon = HOME): LatLon => ({
  latitude: from.latitude + north / 111_195,
  longitude: from.longitude + east / (111_195 * Math.cos((from.latitude * Math.PI) / 180)),
});

const fix = (minutes: number, point: LatLon = HOME, fields: Partial<IrecaLocation> = {}): IrecaLocation => ({
  orderId: null,
  deliveryStatusId: null,
  returnReasonId: null,
  latitude: point.latitude,
  longitude: point.longitude,
  accuracy: 15,
  createdAt: START + minutes * MINUTE,
  ...fields,
});

const track = (fixes: IrecaLocation[], range = ALL, now = NOW) => courierTrack(fixes, range, now);
const minutesOf = (times: { at: number }[]) => times.map(({ at }) => (at - START) / MINUTE);

/** Seeded dice: numbers in [0, 1). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Any point within so many metres. */
function near(roll: () => number, metres: number, around: LatLon = HOME): LatLon {
  const turn = roll() * 2 * Math.PI;
  const far = Math.sqrt(roll()) * metres;
  return away(far * Math.cos(turn), far * Math.sin(turn), around);
}

describe('what is believed', () => {
  it('sets aside fixes without a time, of the future, without a point and out of range', () => {
    const { points, setAside } = track(
      [
        fix(0),
        fix(1, HOME, { createdAt: null }),
        fix(12 * 60 + 3),
        fix(2, { latitude: 0, longitude: 0 }),
        fix(3, { latitude: 91, longitude: 30 }),
        fix(4, HOME, { latitude: null }),
        fix(5),
      ],
      { from: START, to: NOW + HOUR },
    );
    expect(minutesOf(points)).toEqual([0, 5]);
    expect(setAside).toEqual([
      { createdAt: null, reason: 'noTime' },
      { createdAt: NOW + 3 * MINUTE, reason: 'future' },
      { createdAt: START + 2 * MINUTE, reason: 'notKnown' },
      { createdAt: START + 3 * MINUTE, reason: 'outOfRange' },
      { createdAt: START + 4 * MINUTE, reason: 'notKnown' },
    ]);
  });

  it('sorts by time, drops repeats, and keeps different fixes of one second', () => {
    const taken = fix(2, HOME, { orderId: '7' });
    const { points } = track([fix(3), taken, fix(1), fix(2), { ...taken }, fix(1)]);
    expect(points.map(({ at, orderId }) => [(at - START) / MINUTE, orderId])).toEqual([
      [1, null],
      [2, '7'],
      [2, null],
      [3, null],
    ]);
  });

  it('passes over what lies outside the range, without counting it as set aside', () => {
    const range = { from: START + MINUTE, to: START + 3 * MINUTE };
    const fixes = [0, 1, 2, 3, 4].map((minute) => fix(minute));
    const { points, setAside } = track([...fixes, fix(9, { latitude: 0, longitude: 0 })], range);
    expect(minutesOf(points)).toEqual([1, 2, 3]);
    expect(setAside).toEqual([]);
  });

  it('is empty for no fixes', () => {
    expect(track([])).toEqual({ points: [], legs: [], stops: [], setAside: [], metres: 0 });
  });
});

describe('legs', () => {
  it('break where nothing was heard for more than five minutes', () => {
    const fixes = [fix(0), fix(5, away(900)), fix(10.1, away(1800)), fix(11, away(2100))];
    const { legs, points } = track(fixes);
    expect(legs.map((leg) => leg.length)).toEqual([2, 2]);
    expect(legs.flat()).toEqual(points);
  });

  it('together hold each point once and in order, whatever comes (any seed)', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed);
      const fixes = Array.from({ length: 200 }, () => fix(roll() * 300, near(roll, 4000)));
      const { legs, points, stops, metres } = track(fixes);
      expect(legs.flat()).toEqual(points);
      for (const leg of legs) {
        leg.slice(1).forEach(({ at }, index) => {
          const gap = at - (leg[index]?.at ?? 0);
          expect(gap >= 0 && gap <= GAP_MS).toBe(true);
        });
      }
      const whole = legs.reduce((sum, leg) => sum + length(leg), 0);
      expect(metres).toBeLessThanOrEqual(whole + 1e-6);
      for (const { from, to } of stops) expect(to - from).toBeGreaterThan(5 * MINUTE);
    }
  });
});

const length = (leg: { point: LatLon }[]) =>
  leg.slice(1).reduce((sum, { point }, index) => sum + distanceMetres(leg[index]?.point ?? point, point), 0);

/** Rides so many minutes east from a point at 300 m a minute, beginning a minute after `minute`. */
const ride = (minute: number, minutes: number, from: LatLon = HOME, fields: Partial<IrecaLocation> = {}) =>
  Array.from({ length: minutes }, (_, index) =>
    fix(minute + index + 1, away((index + 1) * 300, 0, from), fields),
  );

describe('stops', () => {
  it('are longer than five minutes, not five', () => {
    const stand = (minutes: number) => [
      ...ride(-11, 10, away(-3300)),
      ...Array.from({ length: minutes + 1 }, (_, minute) => fix(minute)),
      ...ride(minutes, 10),
    ];
    const range = { from: START - HOUR, to: NOW };
    expect(track(stand(5), range).stops).toEqual([]);
    expect(track(stand(6), range).stops).toMatchObject([{ from: START, to: START + 6 * MINUTE }]);
  });

  it('are found in spite of jitter within the accuracy, near their true place, once each (any seed)', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed);
      const place = away(3000);
      const stood = 7 + Math.floor(roll() * 60);
      const accuracy = 10 + roll() * 45;
      const fixes = [
        ...ride(0, 9),
        ...Array.from({ length: stood + 1 }, (_, minute) =>
          fix(10 + minute, near(roll, accuracy, place), { accuracy }),
        ),
        ...ride(10 + stood, 9, place),
      ];
      const { stops, metres } = track(fixes);
      expect(stops).toHaveLength(1);
      const [stop] = stops;
      expect(Math.abs((stop?.from ?? 0) - START - 10 * MINUTE)).toBeLessThanOrEqual(2 * MINUTE);
      expect(Math.abs((stop?.to ?? 0) - START - (10 + stood) * MINUTE)).toBeLessThanOrEqual(2 * MINUTE);
      expect(distanceMetres(stop?.point ?? HOME, place)).toBeLessThan(accuracy);
      expect(Math.abs(metres - 5400)).toBeLessThan(200);
    }
  });

  it('outlast a single fix that jumps away and back, and end when the courier is gone for longer', () => {
    const stand = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => fix(from + index));
    const jump = [...stand(0, 5), fix(6, away(900)), ...stand(7, 12)];
    expect(track(jump).stops).toMatchObject([{ from: START, to: START + 12 * MINUTE }]);
    expect(track(jump).metres).toBe(0);
    const left = [...stand(0, 7), fix(8, away(300)), fix(9, away(600)), fix(10, away(300)), ...stand(11, 18)];
    expect(track(left).stops.map(({ from, to }) => [(from - START) / MINUTE, (to - START) / MINUTE])).toEqual(
      [
        [0, 7],
        [11, 18],
      ],
    );
  });

  it('do not run over a silence: what was between is not known', () => {
    const fixes = [0, 2, 4, 6, 20, 22, 24, 26].map((minute) => fix(minute));
    expect(
      track(fixes).stops.map(({ from, to }) => [(from - START) / MINUTE, (to - START) / MINUTE]),
    ).toEqual([
      [0, 6],
      [20, 26],
    ]);
    expect(track([fix(0), fix(20)]).stops).toEqual([]);
  });

  it('believe a poor fix as far as it says itself, but not beyond 150 m', () => {
    const stand = (metres: number) =>
      Array.from({ length: 9 }, (_, minute) =>
        fix(minute, minute % 2 === 0 ? HOME : away(metres), { accuracy: minute % 2 === 0 ? 10 : 900 }),
      );
    expect(track(stand(140)).stops).toHaveLength(1);
    const fixes = Array.from({ length: 9 }, (_, minute) =>
      fix(minute, away(minute * 200), { accuracy: 900 }),
    );
    expect(track(fixes).stops).toEqual([]);
  });

  it('name the orders that were in hand there, in order of time', () => {
    const orders = [null, '8', '8', '7', '7', null, '8', '9'];
    const fixes = orders.map((orderId, minute) => fix(minute, HOME, { orderId }));
    expect(track(fixes).stops).toMatchObject([{ orderIds: ['8', '7', '9'] }]);
  });

  it('are not seen in a slow walk', () => {
    const fixes = Array.from({ length: 40 }, (_, minute) => fix(minute, away(minute * 60)));
    expect(track(fixes).stops).toEqual([]);
  });

  it('lie where they are at the date line too', () => {
    const place = { latitude: 52, longitude: 179.9999 };
    const fixes = Array.from({ length: 9 }, (_, minute) => {
      const { latitude, longitude } = away(minute % 2 ? 20 : -20, 0, place);
      return fix(minute, { latitude, longitude: longitude > 180 ? longitude - 360 : longitude });
    });
    const [stop] = track(fixes).stops;
    expect(distanceMetres(stop?.point ?? HOME, place)).toBeLessThan(10);
  });
});

describe('metres', () => {
  it('are those of the legs, and none for a silence', () => {
    const { metres } = track([fix(0), ...ride(0, 4), ...ride(30, 4, away(9000))]);
    expect(metres).toBeGreaterThan(2080);
    expect(metres).toBeLessThan(2120);
  });

  it('are not gathered by a phone that lies still, however short (any seed)', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed);
      const accuracy = 5 + roll() * 35;
      const fixes = Array.from({ length: 30 }, (_, index) =>
        fix(index / 6.5, near(roll, accuracy), { accuracy }),
      );
      expect(track(fixes).metres).toBe(0);
    }
  });

  it('are counted for fixes a few seconds apart as well', () => {
    const fixes = Array.from({ length: 600 }, (_, index) => fix(index / 12, away(index * 25)));
    expect(Math.abs(track(fixes).metres - 599 * 25)).toBeLessThan(60);
  });
});

describe('fixAt', () => {
  it('gives the last real fix at or before a moment, as a search through all would', () => {
    const roll = dice(5);
    const made = track(Array.from({ length: 300 }, () => fix(Math.floor(roll() * 200), near(roll, 900))));
    for (let minute = -2; minute < 210; minute += 0.5) {
      const at = START + minute * MINUTE;
      expect(fixAt(made, at)).toBe(made.points.findLast((point) => point.at <= at) ?? null);
    }
  });
});

describe('time marks', () => {
  it('stand at round times on the nearest real fix, and not where nothing was heard', () => {
    const minutes = [1, 4.4, 5.2, 9.8, 14, 30.5, 35.2];
    const marks = timeMarks(track(minutes.map((minute) => fix(minute, away(minute * 300)))), 5 * MINUTE);
    expect(
      marks.map(({ at, fix: { at: seen } }) => [(at - START) / MINUTE, (seen - START) / MINUTE]),
    ).toEqual([
      [0, 1],
      [5, 5.2],
      [10, 9.8],
      [15, 14],
      [30, 30.5],
      [35, 35.2],
    ]);
  });

  it('are round in a zone whose midnight is the origin', () => {
    const fixes = Array.from({ length: 300 }, (_, minute) => fix(minute, away(minute * 300)));
    const origin = START - 5.5 * HOUR;
    const marks = timeMarks(track(fixes), 2 * HOUR, origin);
    expect(marks.map(({ at }) => (at - origin) / HOUR)).toEqual([6, 8, 10]);
  });

  it('are none for an empty track', () => {
    expect(timeMarks({ points: [] }, MINUTE)).toEqual([]);
  });

  it('have a step with which there are never more than twelve', () => {
    const step = (ms: number) => markStep({ from: START, to: START + ms }) / MINUTE;
    expect([
      step(0),
      step(11 * MINUTE),
      step(HOUR),
      step(2 * HOUR),
      step(10 * HOUR),
      step(24 * HOUR),
    ]).toEqual([1, 1, 10, 15, 60, 180]);
    for (let minutes = 0; minutes <= 48 * 60; minutes += 7) {
      const every = markStep({ from: 0, to: minutes * MINUTE });
      expect(Math.floor((minutes * MINUTE) / every) + 1).toBeLessThanOrEqual(12);
    }
  });
});

describe('changes of order and status', () => {
  it('are the fixes with which something is different', () => {
    const seen: [string | null, string | null][] = [
      [null, null],
      ['7', '6'],
      ['7', '6'],
      ['7', '7'],
      ['8', '7'],
      [null, null],
    ];
    const made = track(
      seen.map(([orderId, deliveryStatusId], minute) => fix(minute, HOME, { orderId, deliveryStatusId })),
    );
    const changes = statusChanges(made);
    expect(changes.map(({ fix: { at } }) => (at - START) / MINUTE)).toEqual([1, 3, 4, 5]);
    expect(changes[2]).toMatchObject({ fix: { orderId: '8' }, before: { orderId: '7' } });
  });

  it('include the first fix when an order is in hand already', () => {
    const made = track([fix(0, HOME, { orderId: '7', deliveryStatusId: '7' }), fix(1)]);
    expect(statusChanges(made)).toMatchObject([{ before: null }, { fix: { orderId: null } }]);
  });
});

describe('speed', () => {
  it('reads ten thousand fixes of two days in a few milliseconds', () => {
    const roll = dice(9);
    let place = HOME;
    const fixes = Array.from({ length: 10_000 }, (_, index) => {
      if (index % 400 < 250) place = away((roll() - 0.3) * 120, (roll() - 0.5) * 120, place);
      return fix(index / 4, near(roll, 20, place), { orderId: String(index >> 7), deliveryStatusId: '7' });
    });
    const range = { from: START, to: START + 48 * HOUR };
    const now = START + 49 * HOUR;
    // Time of the processor, the best of several: other work on the machine is no fault of this one.
    const times = Array.from({ length: 15 }, () => {
      const began = process.cpuUsage();
      const made = courierTrack(fixes, range, now);
      timeMarks(made, markStep(range));
      statusChanges(made);
      const { user, system } = process.cpuUsage(began);
      expect(made.points).toHaveLength(10_000);
      expect(made.stops.length).toBeGreaterThan(20);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});
