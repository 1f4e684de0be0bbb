/** A point of the map in figures, for copying into another map. */
import { knownPoint } from '#src/lib/geo.ts';

/** «59.92089, 30.33911»; null when the point is not known (0, 0 counts as that). */
export function pointText({ latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  const point = knownPoint(latitude, longitude);
  return point && `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`;
}
