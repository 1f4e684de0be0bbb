/** Lines and numbered drops: what did not change stays the same element. */
// @vitest-environment jsdom
import L from 'leaflet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LatLon } from '#src/lib/geo.ts';
import { addCourierLines } from './courierLinesLayer.ts';
import type { CourierWay } from './courierWay.ts';

let map: L.Map;
const at = (n: number): LatLon => ({ latitude: 59.93 + n / 1000, longitude: 30.3 });
const lines = () => [...document.querySelectorAll('path[data-tone]')];
const signs = () => [...document.querySelectorAll<HTMLElement>('[data-drop-number]')];

const way = (tones: ('quiet' | 'late')[]): CourierWay => ({
  legs: tones.map((tone, index) => ({ from: at(index), to: at(index + 1), tone })),
  drops: tones.map((tone, index) => ({ point: at(index + 1), numbers: [index + 1], tone })),
  metres: 0,
});

beforeEach(() => {
  const container = document.createElement('div');
  Object.defineProperties(container, { clientWidth: { value: 400 }, clientHeight: { value: 500 } });
  document.body.append(container);
  map = L.map(container, { zoomAnimation: false }).setView([59.93, 30.3], 14);
});
afterEach(() => {
  map.remove();
  document.body.replaceChildren();
});

test('each leg has its tone, each drop its number', () => {
  addCourierLines(map).show(way(['quiet', 'late']));
  expect(lines().map((line) => line.getAttribute('data-tone'))).toEqual(['quiet', 'late']);
  expect(signs().map((sign) => sign.textContent)).toEqual(['1', '2']);
  expect(signs()[1]?.dataset['tone']).toBe('late');
});

test('a change touches only what differs and takes away what is over', () => {
  const layer = addCourierLines(map);
  layer.show(way(['quiet', 'quiet', 'quiet']));
  const [first, second] = signs();
  layer.show(way(['quiet', 'late']));
  expect(signs()).toEqual([first, second]);
  expect(second?.dataset['tone']).toBe('late');
  expect(lines()).toHaveLength(2);
});

test('removing the layer leaves nothing', () => {
  const layer = addCourierLines(map);
  layer.show(way(['quiet', 'late']));
  layer.remove();
  expect([...lines(), ...signs()]).toEqual([]);
});
