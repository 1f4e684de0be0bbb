/** Tiles follow the theme and the density of the screen. */
import { expect, test } from 'vitest';
import { tileOptions, tileSource } from './tileSource.ts';

const day = 'https://t.example/day/{z}/{x}/{y}.png';
const night = 'https://t.example/night/{z}/{x}/{y}.png';
const tiles = { url: day, darkUrl: night, attribution: '', maxZoom: 18 };

test('each theme has its own tiles when there are any, else the light ones are turned', () => {
  expect(tileSource(tiles, 'light')).toEqual({ url: day, maxZoom: 18, turnable: false });
  expect(tileSource(tiles, 'dark')).toEqual({ url: night, maxZoom: 18, turnable: false });
  // The same for both: the tiles on screen are not asked for again, only the stylesheet changes.
  const turnable = { url: day, maxZoom: 18, turnable: true };
  expect(tileSource({ ...tiles, darkUrl: null }, 'dark')).toEqual(turnable);
  expect(tileSource({ ...tiles, darkUrl: null }, 'light')).toEqual(turnable);
});

test('a dense screen gets tiles of the next zoom at half their size, and never deeper than the source goes', () => {
  const options = tileOptions({ url: day, maxZoom: 18 }, 2, 19);
  expect(options).toEqual({ tileSize: 128, zoomOffset: 1, maxNativeZoom: 17, maxZoom: 19 });
  expect(options.maxNativeZoom + options.zoomOffset).toBe(18);
});

test('a source with {r} has dense tiles itself; an ordinary screen gets ordinary ones', () => {
  const ordinary = { tileSize: 256, zoomOffset: 0, maxNativeZoom: 18, maxZoom: 19 };
  expect(tileOptions({ url: day.replace('.png', '{r}.png'), maxZoom: 18 }, 2, 19)).toEqual(ordinary);
  expect(tileOptions({ url: day, maxZoom: 18 }, 1, 19)).toEqual(ordinary);
  // Windows at 125 %: half-sized names would be too small to read, and nothing is blurred yet.
  expect(tileOptions({ url: day, maxZoom: 18 }, 1.25, 19)).toEqual(ordinary);
});
