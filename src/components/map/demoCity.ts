/** The demo's own drawing of the city: streets, water and parks, for when no tile server can be reached. */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '#src/api/http.ts';
import type { WorldPoint } from './mercator.ts';
import { worldPoint } from './mercator.ts';

const pair = z.tuple([z.number(), z.number()]);
const line = z.array(pair);

const fileSchema = z.object({
  name: z.string(),
  center: pair,
  bounds: z.tuple([pair, pair]),
  streets: z.array(
    z.object({ name: z.string(), kind: z.enum(['avenue', 'street', 'embankment', 'bridge']), line }),
  ),
  water: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['polygon', 'line']),
      /** Metres, of a line. */
      width: z.optional(z.number()),
      points: line,
    }),
  ),
  parks: z.array(z.object({ name: z.string(), points: line })),
});
type CityFile = z.infer<typeof fileSchema>;

export type StreetKind = CityFile['streets'][number]['kind'];
export type CityStreet = { name: string; kind: StreetKind; line: WorldPoint[] };
export type CityWater = { name: string; kind: 'polygon' | 'line'; widthMetres: number; points: WorldPoint[] };
export type CityPark = { name: string; points: WorldPoint[] };

/** Projected once; drawing only scales and shifts. */
export type CityPlan = {
  latitude: number;
  /** Corners of what is drawn: beyond there is nothing to draw. */
  northWest: WorldPoint;
  southEast: WorldPoint;
  streets: CityStreet[];
  water: CityWater[];
  parks: CityPark[];
};

const projected = (points: CityFile['parks'][number]['points']) =>
  points.map(([latitude, longitude]) => worldPoint({ latitude, longitude }));

/** Rank in drawing: what is drawn later lies above. */
const ABOVE: Record<StreetKind, number> = { street: 0, embankment: 1, avenue: 2, bridge: 3 };

/** Prepares the file for drawing. */
export function cityPlan(file: CityFile): CityPlan {
  const [[south, west], [north, east]] = file.bounds;
  return {
    latitude: file.center[0],
    northWest: worldPoint({ latitude: north, longitude: west }),
    southEast: worldPoint({ latitude: south, longitude: east }),
    streets: file.streets
      .map(({ name, kind, line: points }) => ({ name, kind, line: projected(points) }))
      .toSorted((a, b) => ABOVE[a.kind] - ABOVE[b.kind]),
    water: file.water.map(({ name, kind, width, points }) => ({
      name,
      kind,
      widthMetres: width ?? 40,
      points: projected(points),
    })),
    parks: file.parks.map(({ name, points }) => ({ name, points: projected(points) })),
  };
}

/** The plan of the demo's city, asked for once. */
export const demoCityQuery = queryOptions({
  queryKey: ['demoCity'],
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  queryFn: async ({ signal }) => cityPlan(await request('/demo-city.json', fileSchema, { signal })),
});
