/** Our projection is Leaflet's. */
// @vitest-environment jsdom
import L from 'leaflet';
import { expect, test } from 'vitest';
import { latLonOf, pixelsPerMetre, worldPixels, worldPoint } from './mercator.ts';

test.each([
  [59.9398, 30.3146],
  [-33.86, 151.2],
  [0, 0],
])('a point at %d, %d falls where Leaflet puts it', (latitude, longitude) => {
  const zoom = 12;
  const ours = worldPoint({ latitude, longitude });
  const theirs = L.CRS.EPSG3857.latLngToPoint(L.latLng(latitude, longitude), zoom);
  expect(ours.x * worldPixels(zoom)).toBeCloseTo(theirs.x, 3);
  expect(ours.y * worldPixels(zoom)).toBeCloseTo(theirs.y, 3);
});

test('the poles stay finite', () => {
  expect(worldPoint({ latitude: 90, longitude: 0 }).y).toBeCloseTo(0, 6);
  expect(worldPoint({ latitude: -90, longitude: 0 }).y).toBeCloseTo(1, 6);
});

test('a metre at 60° is twice as wide on the map as at the equator', () => {
  expect(pixelsPerMetre(14, 60) / pixelsPerMetre(14, 0)).toBeCloseTo(2, 6);
});

test('there and back again', () => {
  const back = latLonOf(worldPoint({ latitude: 59.9398, longitude: 30.3146 }));
  expect(back.latitude).toBeCloseTo(59.9398, 9);
  expect(back.longitude).toBeCloseTo(30.3146, 9);
});
