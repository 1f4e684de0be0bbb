/** Flat geometry for a city of ten kilometres: degrees to metres and back, lengths, nearest points, crossings. */
import type { LatLon } from './cityMap.ts';

/** Metres east and north. */
export type Metres = [number, number];

const METRES_PER_DEGREE = 111_320;
const EAST = METRES_PER_DEGREE * Math.cos((59.936 * Math.PI) / 180);

export const toMetres = ([latitude, longitude]: LatLon): Metres => [
  longitude * EAST,
  latitude * METRES_PER_DEGREE,
];

export const toDegrees = ([east, north]: Metres): LatLon => [north / METRES_PER_DEGREE, east / EAST];

export const distance = (a: Metres, b: Metres): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The point at share `t` (0…1) of the way from a to b. */
export const between = (a: Metres, b: Metres, t: number): Metres => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

/** Share (0…1) of the way from a to b that is nearest to p. */
export function nearestShare(p: Metres, a: Metres, b: Metres): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  if (square === 0) return 0;
  return Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square));
}

/** Where segments a–b and c–d cross: shares along each, or null. Ends that only touch count (within a metre). */
export function crossing(a: Metres, b: Metres, c: Metres, d: Metres): [number, number] | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-6) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  const slackT = 1 / Math.hypot(rx, ry);
  const slackU = 1 / Math.hypot(sx, sy);
  if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU) return null;
  return [Math.min(1, Math.max(0, t)), Math.min(1, Math.max(0, u))];
}
