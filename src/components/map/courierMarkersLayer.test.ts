/** Markers live as long as their courier: refreshes move and restyle them, nothing more. */
// @vitest-environment jsdom
import L from 'leaflet';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CourierMarker } from './courierMarker.ts';
import { addCourierMarkers } from './courierMarkersLayer.ts';

const marker = (courierId: string, changes: Partial<CourierMarker> = {}): CourierMarker => ({
  courierId,
  name: `Курьер ${courierId}`,
  initials: courierId,
  point: { latitude: 59.93 + Number(courierId) * 0.01, longitude: 30.3 },
  band: 'fresh',
  age: '',
  lateDegrees: 0,
  openDegrees: 120,
  late: 0,
  label: `Курьер ${courierId}, в графике`,
  ...changes,
});
const mapOf = (...markers: CourierMarker[]) => new Map(markers.map((one) => [one.courierId, one]));

let map: L.Map;
const undrop = vi.fn();
const handlers = {
  onHover: vi.fn(),
  onPick: vi.fn(),
  makeDropTarget: vi.fn(() => undrop),
  groupTitle: (count: number) => `${count} рядом`,
};
const icons = () => [...document.querySelectorAll<HTMLElement>('.leaflet-marker-icon')];
const iconOf = (initials: string) => icons().find((icon) => icon.textContent.startsWith(initials));

beforeEach(() => {
  const container = document.createElement('div');
  Object.defineProperties(container, { clientWidth: { value: 400 }, clientHeight: { value: 500 } });
  document.body.append(container);
  map = L.map(container, { zoomAnimation: false, maxZoom: 19 }).setView([59.93, 30.3], 12);
});
afterEach(() => {
  map.remove();
  document.body.replaceChildren();
  vi.clearAllMocks();
});

describe('a refresh', () => {
  test('moves the marker of a courier who moved, in the same element', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(mapOf(marker('1'), marker('2')));
    const before = iconOf('1');
    const place = before && L.DomUtil.getPosition(before).clone();
    layer.setCouriers(mapOf(marker('1', { point: { latitude: 59.95, longitude: 30.35 } }), marker('2')));
    expect(iconOf('1')).toBe(before);
    expect(before && L.DomUtil.getPosition(before)).not.toEqual(place);
    expect(handlers.makeDropTarget).toHaveBeenCalledTimes(2);
  });

  test('restyles in the same element: band, age, ring, late', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(mapOf(marker('1')));
    const icon = iconOf('1');
    layer.setCouriers(mapOf(marker('1', { band: 'pale', age: '6 мин', late: 2, lateDegrees: 120 })));
    expect(iconOf('1')).toBe(icon);
    expect(icon?.dataset.band).toBe('pale');
    expect(icon?.style.getPropertyValue('--late')).toBe('120deg');
    expect(icon?.textContent).toBe('126 мин');
  });

  test('takes away who is gone, with the place to drop on them', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(mapOf(marker('1'), marker('2')));
    layer.setCouriers(mapOf(marker('2')));
    expect(icons()).toHaveLength(1);
    expect(undrop).toHaveBeenCalledTimes(1);
  });
});

describe('a thousand couriers', () => {
  const scattered = (changes: Partial<CourierMarker> = {}) =>
    mapOf(
      ...Array.from({ length: 1000 }, (_, index) =>
        marker(String(index), {
          point: { latitude: 58 + (index % 40) * 0.1, longitude: 28 + Math.floor(index / 40) * 0.2 },
          ...changes,
        }),
      ),
    );

  test('only those around the view have elements', () => {
    addCourierMarkers(map, handlers).setCouriers(scattered());
    expect(handlers.makeDropTarget.mock.calls.length).toBeLessThan(20);
    expect(icons().length).toBeLessThan(20);
  });

  test('a refresh in which nobody in view changed writes nothing to the page', async () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(scattered());
    const written = vi.fn();
    const observer = new MutationObserver(written);
    observer.observe(map.getContainer(), { subtree: true, childList: true, attributes: true });
    layer.setCouriers(scattered());
    await Promise.resolve();
    observer.disconnect();
    expect(written).not.toHaveBeenCalled();
  });
});

describe('marks', () => {
  test('stay with the courier through refreshes', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(mapOf(marker('1'), marker('2')));
    layer.setMarks({ hovered: null, chosen: '2' });
    layer.setCouriers(mapOf(marker('1'), marker('2', { late: 1 })));
    expect(iconOf('2')?.hasAttribute('data-chosen')).toBe(true);
    expect(iconOf('1')?.hasAttribute('data-chosen')).toBe(false);
  });

  test('a click picks, the pointer hovers', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(mapOf(marker('1')));
    iconOf('1')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(handlers.onPick).toHaveBeenCalledWith('1');
  });
});

describe('a crowd', () => {
  const crowd = (ids: number[], changes: Partial<CourierMarker> = {}) =>
    mapOf(
      ...ids.map((id) => marker(String(id), { point: { latitude: 59.93, longitude: 30.3 }, ...changes })),
    );
  const many = Array.from({ length: 40 }, (_, index) => index);

  test('is one count; the courier in hand steps out of it', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(crowd(many));
    expect(icons().map((icon) => icon.textContent)).toEqual(['40']);
    layer.setMarks({ hovered: '7', chosen: null });
    expect(
      icons()
        .map((icon) => icon.textContent)
        .toSorted(),
    ).toEqual(['39', '7']);
    layer.setMarks({ hovered: null, chosen: null });
    expect(icons().map((icon) => icon.textContent)).toEqual(['40']);
  });

  test('at the nearest look everybody at one door can be told apart', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(crowd(many));
    map.setView([59.93, 30.3], 19);
    expect(icons()).toHaveLength(40);
    expect(
      new Set(icons().map(({ style }) => `${style.cssText.match(/--d[xy]: [^;]+/gu)?.join()}`)).size,
    ).toBe(40);
  });

  test('a small shift is drawn one by one, side by side', () => {
    const layer = addCourierMarkers(map, handlers);
    layer.setCouriers(crowd([1, 2, 3]));
    expect(icons()).toHaveLength(3);
    expect(new Set(icons().map((icon) => icon.style.getPropertyValue('--dx'))).size).toBeGreaterThan(1);
  });
});

test('removing the layer leaves nothing on the map', () => {
  const layer = addCourierMarkers(map, handlers);
  layer.setCouriers(mapOf(marker('1')));
  layer.remove();
  expect(icons()).toEqual([]);
  expect(undrop).toHaveBeenCalledTimes(1);
});
