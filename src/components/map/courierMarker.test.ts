/** Age bands and load as the marker shows them. */
import { expect, test } from 'vitest';
import { courierMarker, sameMarker } from './courierMarker.ts';
import type { CourierSummary } from './courierSummary.ts';

const NOW = Date.UTC(2026, 10, 21, 11, 0, 0);
const minutes = (ms: number) => `${Math.floor(ms / 60_000)} мин`;

const courier = (ageSeconds: number | null, changes: Partial<CourierSummary> = {}): CourierSummary => ({
  courierId: '7',
  name: 'Алексей Быстров',
  initials: 'АБ',
  searchText: 'алексей быстров',
  onShift: true,
  open: 3,
  late: 1,
  atRisk: 0,
  position:
    ageSeconds === null
      ? null
      : {
          courierId: '7',
          point: { latitude: 59.93, longitude: 30.31 },
          at: NOW - ageSeconds * 1000,
          accuracy: null,
          orderId: null,
        },
  ...changes,
});
const marker = (...args: Parameters<typeof courier>) => courierMarker(courier(...args), NOW, minutes);

test.each([
  [0, 'fresh', ''],
  [120, 'fresh', ''],
  [121, 'pale', '2 мин'],
  [600, 'pale', '10 мин'],
  [601, 'ghost', '10 мин'],
  [7200, 'ghost', '120 мин'],
])('a position %d s old is %s and says «%s»', (age, band, words) => {
  expect(marker(age)).toMatchObject({ band, age: words });
});

test('who was never seen has no marker', () => {
  expect(marker(null)).toBeNull();
});

test('the ring shows the load, the late part first', () => {
  expect(marker(10)).toMatchObject({ lateDegrees: 60, openDegrees: 180, late: 1 });
});

test('a refresh that brings the same leaves the marker alone; a fix elsewhere moves it', () => {
  const before = marker(10);
  const same = marker(20);
  const moved = marker(10);
  expect(before && same && sameMarker(before, same)).toBe(true);
  if (moved) moved.point = { latitude: 59.94, longitude: 30.31 };
  expect(before && moved && sameMarker(before, moved)).toBe(false);
});

test('a minute more of age restyles a pale marker', () => {
  const before = marker(130);
  const after = marker(190);
  expect(before && after && sameMarker(before, after)).toBe(false);
});

test('what a screen reader says follows what the marker shows, and a change of it is a change', () => {
  const say = (standing: string, age: number) =>
    courierMarker(courier(age), NOW, minutes, ({ name }, { band, age: words }) =>
      [name, standing, band, words].join(', '),
    );
  expect(say('в графике', 130)?.label).toBe('Алексей Быстров, в графике, pale, 2 мин');
  const [before, after] = [say('в графике', 10), say('под риском 1', 10)];
  expect(before && after && sameMarker(before, after)).toBe(false);
});
