/** The map's view is the user's: fitted once at the first data, then kept. */
// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import type L from 'leaflet';
import { MapContainer } from 'react-leaflet';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LatLon } from '#src/lib/geo.ts';
import { readView } from './mapView.ts';
import { ViewKeeper } from './ViewKeeper.tsx';

const city: LatLon[] = [
  { latitude: 59.9, longitude: 30.2 },
  { latitude: 59.98, longitude: 30.42 },
];
const suburb: LatLon[] = [{ latitude: 59.7, longitude: 30.1 }];
const onPlaced = vi.fn();

let map: L.Map | null = null;
const board = (ready: boolean, points: readonly LatLon[], login = 'dima') => (
  <MapContainer ref={(made) => void (map = made)} zoomAnimation={false}>
    <ViewKeeper name="board" login={login} ready={ready} points={() => points} onPlaced={onPlaced} />
  </MapContainer>
);
const centre = () => {
  const { lat, lng } = (map as L.Map).getCenter();
  return [Number(lat.toFixed(2)), Number(lng.toFixed(2))];
};

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  onPlaced.mockClear();
});

test('takes no view before it is known what there is', () => {
  render(board(false, []));
  expect(onPlaced).not.toHaveBeenCalled();
});

test('shows all once; what comes later moves nothing', () => {
  const { rerender } = render(board(true, city));
  const fitted = centre();
  expect(fitted[1]).toBeCloseTo(30.31, 1);
  rerender(board(true, [...city, ...suburb]));
  expect(centre()).toEqual(fitted);
});

test('with nothing to show it waits for the first data, unless the user has gone somewhere', () => {
  const { rerender } = render(board(true, []));
  expect(onPlaced).toHaveBeenCalled();
  rerender(board(true, city));
  expect(centre()[0]).toBeCloseTo(59.94, 1);
});

test('the user’s own move is kept and comes back with a new page', () => {
  const first = render(board(true, city));
  act(() => void map?.setView([59.95, 30.25], 14));
  expect(readView(sessionStorage, 'board', 'dima')).toMatchObject({ zoom: 14 });
  first.unmount();
  render(board(true, suburb));
  expect(centre()).toEqual([59.95, 30.25]);
  expect(map?.getZoom()).toBe(14);
});

test('a new tab begins where this user left off; a fit that nobody touched is not kept for it', () => {
  const first = render(board(true, city));
  expect(readView(sessionStorage, 'board', 'dima')).not.toBeNull();
  expect(readView(localStorage, 'board', 'dima')).toBeNull();
  fireEvent.wheel((map as L.Map).getContainer());
  act(() => void map?.setView([59.95, 30.25], 14));
  first.unmount();
  sessionStorage.clear();
  render(board(true, suburb));
  expect(centre()).toEqual([59.95, 30.25]);
});

test('another user at the same computer starts with all', () => {
  const first = render(board(true, city));
  act(() => void map?.setView([59.95, 30.25], 14));
  first.unmount();
  render(board(true, suburb, 'olga'));
  expect(centre()).toEqual([59.7, 30.1]);
});
