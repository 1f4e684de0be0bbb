/** The scale bar is a round length and as long as the map says. */
import { expect, test } from 'vitest';
import { scaleBar } from './mapScale.ts';
import { pixelsPerMetre } from './mercator.ts';

test.each([3, 5, 8, 11, 12.25, 13.5, 15, 17.75, 19])(
  'at zoom %d it is round, fits, and is not a stub',
  (zoom) => {
    for (const latitude of [0, 43.1, 59.93, 68.97]) {
      const { metres, pixels } = scaleBar(zoom, latitude, 80);
      expect(['1', '2', '5']).toContain(String(metres).replace(/\.|0/g, ''));
      expect(pixels).toBeLessThanOrEqual(80);
      expect(pixels).toBeGreaterThanOrEqual(31);
      expect(pixels).toBe(Math.round(metres * pixelsPerMetre(zoom, latitude)));
    }
  },
);

test('in the north the same zoom shows less of the world', () => {
  expect(scaleBar(12, 59.93, 80)).toEqual({ metres: 1000, pixels: 52 });
  expect(scaleBar(12, 0, 80)).toEqual({ metres: 2000, pixels: 52 });
});
