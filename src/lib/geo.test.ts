import { describe, expect, it } from 'vitest';
import { distanceMetres, knownPoint } from '#src/lib/geo.ts';

describe('knownPoint', () => {
  it('keeps a point, also one on the equator or on Greenwich', () => {
    expect(knownPoint(59.9, 30.3)).toEqual({ latitude: 59.9, longitude: 30.3 });
    expect(knownPoint(51.5, 0)).toEqual({ latitude: 51.5, longitude: 0 });
    expect(knownPoint(0, 30)).toEqual({ latitude: 0, longitude: 30 });
  });

  it.each([
    [0, 0],
    [null, 30],
    [59, null],
    [91, 30],
    [59, -181],
    [NaN, 30],
    [59, Infinity],
  ])('(%j, %j) is not known', (latitude, longitude) => expect(knownPoint(latitude, longitude)).toBeNull());
});

it('measures along the sphere', () => {
  const hermitage = { latitude: 59.9398, longitude: 30.3146 };
  const station = { latitude: 59.9297, longitude: 30.3622 };
  expect(distanceMetres(hermitage, hermitage)).toBe(0);
  expect(distanceMetres(hermitage, station)).toBeGreaterThan(2800);
  expect(distanceMetres(hermitage, station)).toBeLessThan(2950);
  // A degree of the meridian is 60 nautical miles.
  expect(distanceMetres({ latitude: 59, longitude: 30 }, { latitude: 60, longitude: 30 }) / 1852).toBeCloseTo(
    60,
    0,
  );
});
