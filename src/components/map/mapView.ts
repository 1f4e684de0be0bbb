/** Where the map looks: the user's own, kept for this tab and for the next time, so that no reload or refresh moves it. */
import type { LatLon } from '#src/lib/geo.ts';

export type MapView = { latitude: number; longitude: number; zoom: number };

/** South-west and north-east corners, degrees. */
export type Extent = { south: number; west: number; north: number; east: number };

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const isView = (value: unknown): value is MapView =>
  typeof value === 'object' &&
  value !== null &&
  'latitude' in value &&
  'longitude' in value &&
  'zoom' in value &&
  [value.latitude, value.longitude, value.zoom].every((part) => Number.isFinite(part)) &&
  Math.abs(Number(value.latitude)) <= 90 &&
  Math.abs(Number(value.longitude)) <= 180;

/** One view per map (`board`, …) and user: two people who share a computer do not share a view. */
const keyOf = (map: string, login: string) => `pult.mapView.${map}.${login}`;

/** The view kept in one storage; null = none, or what is kept cannot be read. */
export function readView(storage: Storage, map: string, login: string): MapView | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(map, login)) ?? 'null');
    return isView(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Where the user left off: in this tab, else the last time on this computer. */
export function lastView(tab: Storage, computer: Storage, map: string, login: string): MapView | null {
  return readView(tab, map, login) ?? readView(computer, map, login);
}

/** Keeps the view; a full or forbidden storage is no reason to disturb anybody. */
export function keepView(storage: Storage, map: string, login: string, view: MapView): void {
  try {
    storage.setItem(keyOf(map, login), JSON.stringify(view));
  } catch {
    return;
  }
}

/** With fewer points than this each counts: there is no crowd that an outlier could be measured against. */
const CROWD = 20;
/** Share of the points at either end that may lie far off (a mistyped address in another country). */
const OUTLIERS = 0.02;
const MARGIN = 0.35;

function core(values: number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  if (sorted.length < CROWD) return [first, last];
  const low = sorted[Math.floor(sorted.length * OUTLIERS)] ?? first;
  const high = sorted[Math.ceil(sorted.length * (1 - OUTLIERS)) - 1] ?? last;
  // Neighbours of the crowd belong to it: only what lies far outside is left out.
  const margin = (high - low) * MARGIN;
  return [Math.max(first, low - margin), Math.min(last, high + margin)];
}

/** The rectangle that shows all points, except the few that lie far from all others; null without points. */
export function extentOf(points: readonly LatLon[]): Extent | null {
  if (points.length === 0) return null;
  const [south, north] = core(points.map((point) => point.latitude));
  const [west, east] = core(points.map((point) => point.longitude));
  return { south, west, north, east };
}
