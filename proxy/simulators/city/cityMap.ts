/** The hand-made map of central St Petersburg (`public/demo-city.json`): its shape and how it is found and read. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** [latitude, longitude] in degrees. */
export type LatLon = [number, number];

export type Street = {
  name: string;
  kind: 'avenue' | 'street' | 'embankment' | 'bridge';
  line: LatLon[];
  /** House numbers at the first and the last point of the line; [0, 0] where nobody lives (bridges). */
  houses: [number, number];
};

export type Water = { name: string; kind: 'polygon' | 'line'; width?: number; points: LatLon[] };

export type CityMap = {
  name: string;
  center: LatLon;
  /** [[south, west], [north, east]] */
  bounds: [LatLon, LatLon];
  streets: Street[];
  water: Water[];
  parks: { name: string; points: LatLon[] }[];
};

const FILE = 'demo-city.json';

/** Where the map may lie: in the source tree, in the built client, or beside wherever this code was bundled to. */
function candidates(): string[] {
  const here = fileURLToPath(import.meta.url);
  return [
    resolve(process.cwd(), 'public', FILE),
    resolve(process.cwd(), 'dist/client', FILE),
    resolve(here, '../../../../public', FILE),
    resolve(here, '../../client', FILE),
    resolve(here, '../../../client', FILE),
  ];
}

/** Reads the map. `path` overrides the search. Throws, naming the places looked at, when there is no map. */
export function readCityMap(path?: string): CityMap {
  const places = path ? [resolve(path)] : candidates();
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`The city map is in none of: ${places.join(', ')}`);
  return JSON.parse(readFileSync(found, 'utf8')) as CityMap;
}
