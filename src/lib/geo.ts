/** Points on the earth: what counts as known, and how far apart two are. */

/** Degrees. `null` is used wherever a point is not known. */
export type LatLon = { latitude: number; longitude: number };

/**
 * A point, or null when it is not known: missing, not a number, out of range, or (0, 0), which iRECA writes for
 * "not known" (iRECA API text: `"0.00000000000000"`).
 */
export function knownPoint(latitude: number | null, longitude: number | null): LatLon | null {
  if (latitude === null || longitude === null) return null;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  if (latitude === 0 && longitude === 0) return null;
  return { latitude, longitude };
}

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
export function distanceMetres(from: LatLon, to: LatLon): number {
  const dLat = radians(to.latitude - from.latitude);
  const dLon = radians(to.longitude - from.longitude);
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
}
