/** A click on a count: the map goes as near as needed to tell apart what lies there. */
import L from 'leaflet';
import type { LatLon } from '#src/lib/geo.ts';

/** @returns false when nothing can be told apart from nearer: all lie at one place, or the map is as near as it goes. */
export function goNearer(map: L.Map, points: readonly { point: LatLon }[]): boolean {
  const bounds = L.latLngBounds(points.map(({ point }) => [point.latitude, point.longitude]));
  if (!bounds.isValid() || bounds.getNorthEast().equals(bounds.getSouthWest())) return false;
  const now = map.getZoom();
  if (now >= map.getMaxZoom()) return false;
  const fitting = map.getBoundsZoom(bounds, false, L.point(60, 80));
  map.setView(bounds.getCenter(), Math.min(map.getMaxZoom(), Math.max(now + 1, fitting)));
  return true;
}
