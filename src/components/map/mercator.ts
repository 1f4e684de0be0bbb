/** The web map's projection in one unit square: points are projected once, then only scaled and shifted. */
import type { LatLon } from '#src/lib/geo.ts';

/** Both 0…1 over the whole world; y grows southwards, as on a screen. */
export type WorldPoint = { x: number; y: number };

/** Beyond this the projection runs to infinity; maps end here. Degrees. */
const LAST_LATITUDE = 85.0511287798;
const TILE_PX = 256;

/** Degrees → the unit square (spherical Mercator, the same as Leaflet's EPSG:3857). */
export function worldPoint({ latitude, longitude }: LatLon): WorldPoint {
  const bounded = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** How many CSS pixels the whole world is wide at this zoom. */
export function worldPixels(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

/** How many CSS pixels one metre is, at this zoom and latitude. */
export function pixelsPerMetre(zoom: number, latitude: number): number {
  return worldPixels(zoom) / (2 * Math.PI * 6_378_137 * Math.cos((latitude * Math.PI) / 180));
}

/** The unit square → degrees: `worldPoint` the other way round. */
export function latLonOf({ x, y }: WorldPoint): LatLon {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { latitude, longitude: (x - 0.5) * 360 };
}
