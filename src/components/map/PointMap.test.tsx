/** The small map: where it looks, and how a point is put without a mouse. */
// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import L from 'leaflet';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import type { MapPoint } from './PointMap.tsx';
import { PointMap } from './PointMap.tsx';

const HOME: MapPoint = {
  id: 'to',
  kind: 'to',
  label: 'ул. Правды, 24',
  point: { latitude: 59.92, longitude: 30.34 },
};
const SHOP: MapPoint = {
  id: 'shop',
  kind: 'warehouse',
  label: 'Склад',
  point: { latitude: 59.95, longitude: 30.3 },
};
const onMove = vi.fn();

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
  HTMLCanvasElement.prototype.getContext = (() => null) as never;
  onMove.mockClear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const map = (points: MapPoint[], movable?: string) => (
  <FormScreen client={testQueryClient()}>
    <PointMap points={points} label="Карта: куда везти" {...(movable !== undefined && { onMove, movable })} />
  </FormScreen>
);
/** Leaflet is fetched first. */
const canvas = () => screen.findByRole('application', { name: 'Карта: куда везти' }, { timeout: 10_000 });

test('shows each point with its name; without `onMove` nothing can be put', async () => {
  render(map([HOME, SHOP]));
  const container = await canvas();
  expect(await screen.findByText('ул. Правды, 24')).toBeTruthy();
  expect(screen.getByText('Склад').closest('[data-kind]')?.getAttribute('data-kind')).toBe('warehouse');
  expect(screen.queryByRole('button', { name: /стрелки двигают/ })).toBeNull();
  fireEvent.click(container, { clientX: 100, clientY: 100 });
  expect(onMove).not.toHaveBeenCalled();
});

test('a click puts the point there', async () => {
  render(map([], 'to'));
  const container = await canvas();
  await screen.findByRole('button', { name: 'Поставить точку в середине карты' });
  fireEvent.click(container, { clientX: 200, clientY: 150 });
  await waitFor(() => expect(onMove).toHaveBeenCalledTimes(1));
  const [point] = onMove.mock.calls[0] as [{ latitude: number; longitude: number }];
  fireEvent.click(screen.getByRole('button', { name: 'Поставить точку в середине карты' }));
  const [middle] = onMove.mock.calls[1] as [typeof point];
  expect(point.latitude).toBeCloseTo(middle.latitude, 1);
  expect(point.longitude).toBeCloseTo(middle.longitude, 1);
});

test('the focused point walks with the arrows and keeps the focus', async () => {
  const { rerender } = render(map([HOME], 'to'));
  await canvas();
  const pin = await screen.findByRole('button', { name: 'ул. Правды, 24: стрелки двигают точку' });
  act(() => pin.focus());
  fireEvent.keyDown(pin, { key: 'ArrowUp' });
  const [up] = onMove.mock.calls[0] as [MapPoint['point']];
  expect(up.latitude).toBeGreaterThan(HOME.point.latitude);
  expect(up.longitude).toBeCloseTo(HOME.point.longitude, 6);
  rerender(map([{ ...HOME, point: up }], 'to'));
  expect(document.activeElement).toBe(pin);
  fireEvent.keyDown(pin, { key: 'ArrowRight', shiftKey: true });
  const [right] = onMove.mock.calls[1] as [MapPoint['point']];
  fireEvent.keyDown(pin, { key: 'Tab' });
  expect(right.longitude).toBeGreaterThan(up.longitude);
  expect(onMove).toHaveBeenCalledTimes(2);
});

test('a point that the user puts does not move the view; one that comes from elsewhere is gone to', async () => {
  const near = { latitude: 57.5, longitude: 39.2 };
  const middle = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Поставить точку в середине карты' }));
    return onMove.mock.lastCall?.[0] as MapPoint['point'];
  };
  const { rerender } = render(map([], 'to'));
  fireEvent.pointerDown(await canvas());
  rerender(map([{ ...HOME, point: near }], 'to'));
  await screen.findByText('ул. Правды, 24');
  expect(middle().longitude).toBeCloseTo(39, 1);
  cleanup();
  const fresh = render(map([], 'to'));
  await canvas();
  fresh.rerender(map([{ ...HOME, point: near }], 'to'));
  await screen.findByText('ул. Правды, 24');
  expect(middle().longitude).toBeCloseTo(39.2, 1);
});

test('the wheel scrolls the page until the map is asked', async () => {
  // Leaflet zooms a moment later, when the test's map is gone.
  const { ScrollWheelZoom } = L.Map as unknown as Record<string, { prototype: { _performZoom: () => void } }>;
  if (ScrollWheelZoom) vi.spyOn(ScrollWheelZoom.prototype, '_performZoom').mockImplementation(() => {});
  render(map([HOME]));
  const container = await canvas();
  await screen.findByText('ул. Правды, 24');
  const wheel = (init: WheelEventInit) => {
    const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 100, ...init });
    container.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(wheel({})).toBe(false);
  expect(wheel({ ctrlKey: true })).toBe(true);
  expect(wheel({})).toBe(false);
  act(() => container.focus());
  expect(wheel({})).toBe(true);
});
