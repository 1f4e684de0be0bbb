/** Tab over the couriers on the map. */
// @vitest-environment jsdom
import L from 'leaflet';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CourierMarker } from './courierMarker.ts';
import { addCourierMarkers } from './courierMarkersLayer.ts';
import { walkOrder } from './courierWalk.ts';

const marker = (courierId: string, latitude: number, longitude: number): CourierMarker => ({
  courierId,
  name: courierId,
  initials: courierId,
  point: { latitude, longitude },
  band: 'fresh',
  age: '',
  lateDegrees: 0,
  openDegrees: 0,
  late: 0,
  label: `Курьер ${courierId}`,
});

let map: L.Map;
const handlers = {
  onHover: vi.fn(),
  onPick: vi.fn(),
  makeDropTarget: () => () => {},
  groupTitle: (count: number) => `${count} рядом`,
};

/** True when the page may go on to what stands after the map. */
function press(key: string, more: KeyboardEventInit = {}): boolean {
  const target = document.activeElement ?? document.body;
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}
const here = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id;

beforeEach(() => {
  const container = document.createElement('div');
  container.id = 'map';
  Object.defineProperties(container, { clientWidth: { value: 400 }, clientHeight: { value: 400 } });
  document.body.append(container);
  map = L.map(container, { zoomAnimation: false, maxZoom: 19 }).setView([59.93, 30.3], 13);
});
afterEach(() => {
  map.remove();
  document.body.replaceChildren();
  vi.clearAllMocks();
});

function three() {
  const layer = addCourierMarkers(map, handlers);
  layer.setWalkable(true);
  const markers = [
    marker('В', 59.92, 30.3),
    marker('Б', 59.9399, 30.31),
    marker('А', 59.94, 30.29),
    marker('вне', 60.5, 30.3),
  ];
  layer.setCouriers(new Map(markers.map((one) => [one.courierId, one])));
  map.getContainer().focus();
  return layer;
}

describe('the order', () => {
  test('is line by line from the top, each from left to right', () => {
    const spots = [
      { id: 'd', x: 10, y: 100 },
      { id: 'b', x: 90, y: 4 },
      { id: 'a', x: 10, y: 40 },
      { id: 'c', x: 200, y: 20 },
    ];
    expect(walkOrder(spots).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('Tab', () => {
  test('goes from the map over those in view, then on to the rest of the page', () => {
    three();
    const seen = [];
    while (!press('Tab')) seen.push(here());
    expect(seen).toEqual(['Курьер А', 'Курьер Б', 'Курьер В']);
  });

  test('with Shift goes back to the map, and from the map back out', () => {
    three();
    press('Tab');
    press('Tab');
    expect(press('Tab', { shiftKey: true })).toBe(false);
    expect(here()).toBe('Курьер А');
    expect(press('Tab', { shiftKey: true })).toBe(false);
    expect(here()).toBe('map');
    expect(press('Tab', { shiftKey: true })).toBe(true);
  });

  test('after Esc leaves the map at once', () => {
    three();
    press('Tab');
    press('Escape');
    expect(here()).toBe('map');
    expect(press('Tab')).toBe(true);
  });

  test('stops nowhere while the map is not walked', () => {
    three().setWalkable(false);
    expect(press('Tab')).toBe(true);
    expect(map.getPanes().markerPane.getAttribute('aria-hidden')).toBe('true');
    expect(document.querySelectorAll('.leaflet-marker-icon[tabindex]')).toHaveLength(0);
  });
});

describe('on a courier', () => {
  test('the focus shows them, Enter and Space choose', () => {
    three();
    press('Tab');
    expect(handlers.onHover).toHaveBeenLastCalledWith('А');
    press('Enter');
    press(' ');
    expect(handlers.onPick.mock.calls).toEqual([['А'], ['А']]);
  });

  test('a refresh leaves the focus where it is; who goes hands it to the map', () => {
    const layer = three();
    press('Tab');
    const focused = document.activeElement;
    const moved = marker('А', 59.935, 30.29);
    layer.setCouriers(new Map([['А', moved]]));
    expect(document.activeElement).toBe(focused);
    layer.setCouriers(new Map());
    expect(here()).toBe('map');
  });

  test('arrows move the map, plus and minus zoom in any keyboard layout', () => {
    three();
    press('Tab');
    const pan = vi.spyOn(map, 'panBy').mockReturnValue(map);
    press('ArrowRight');
    press('ArrowUp', { shiftKey: true });
    expect(pan.mock.calls).toEqual([[[80, 0]], [[0, -240]]]);
    press('ъ', { code: 'Equal' });
    expect(map.getZoom()).toBe(14);
    press('-', { code: 'Minus' });
    expect(map.getZoom()).toBe(13);
  });

  test('who is chosen is said', () => {
    const layer = three();
    layer.setMarks({ hovered: null, chosen: 'А' });
    press('Tab');
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
    press('Tab');
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('false');
  });
});

test('a count is a stop as well; Enter goes nearer and leaves the focus on the map', () => {
  const layer = addCourierMarkers(map, handlers);
  layer.setWalkable(true);
  const crowd = Array.from({ length: 30 }, (_, index) => marker(String(index), 59.93, 30.3));
  layer.setCouriers(new Map(crowd.map((one) => [one.courierId, one])));
  map.getContainer().focus();
  press('Tab');
  expect(here()).toBe('30 рядом');
  press('Enter');
  expect(map.getZoom()).toBe(15);
  expect(here()).toBe('map');
});
