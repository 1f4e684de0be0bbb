/** The settings of the map's ground: any XYZ source, what its owner wants to have said, and how deep it goes. */
import { z } from 'zod';
import type { AppConfig } from '#src/contracts/appConfig.ts';

const OSM_TILES = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';
const OSM_ATTRIBUTION = '© [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors';
/** What the map puts into a template; anything else would be left standing in every address. */
const PLACES = new Set(['{s}', '{z}', '{x}', '{y}', '{-y}', '{r}']);

/** A host with or without a port, nothing but `{s}` put into it: it is what the page's policy lets images come from. */
const HOST = /^https?:\/\/(\{s\}|[\p{L}\p{N}.-])+(:\d+)?\//u;

const isTemplate = (text: string) =>
  HOST.test(text) &&
  text.includes('{z}') &&
  text.includes('{x}') &&
  /\{-?y\}/.test(text) &&
  (text.match(/\{[^}]*\}/g) ?? []).every((place) => PLACES.has(place)) &&
  URL.canParse(text.replace(/[{}]/g, ''));
const template = z
  .string()
  .refine(
    (text) => text === '' || isTemplate(text),
    'must be an http(s) address with {z}, {x} and {y} (and, if need be, {s} and {r} only; its host may hold no other than {s}), or empty for no tiles',
  );

/** For the schema of all settings. */
export const tileSettings = {
  TILE_URL: template.default(OSM_TILES),
  TILE_URL_DARK: template.optional(),
  TILE_ATTRIBUTION: z
    .string()
    .refine((text) => !/<[a-z/!]/i.test(text), 'must be text with links as [words](https://…), not HTML')
    .default(OSM_ATTRIBUTION),
  TILE_MAX_ZOOM: z.coerce
    .number({ error: 'must be a number' })
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= 22, 'must be 1–22')
    .default(19),
};

type Given = z.infer<z.ZodObject<typeof tileSettings>>;

/** What is wrong with the tile settings taken together. */
export function tileTogetherChecks(env: Partial<Given>): string[] {
  return env.TILE_URL === '' && env.TILE_URL_DARK
    ? ['TILE_URL is required when TILE_URL_DARK is given: it is what the light theme shows']
    : [];
}

/** What the browser is told; null: no tiles. */
export function tilesOf(env: Given): AppConfig['tiles'] {
  if (env.TILE_URL === '') return null;
  return {
    url: env.TILE_URL,
    darkUrl: env.TILE_URL_DARK ?? null,
    attribution: env.TILE_ATTRIBUTION,
    maxZoom: env.TILE_MAX_ZOOM,
  };
}
