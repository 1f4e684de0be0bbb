/** Which tiles are shown: those of the theme, at the density of the screen. */
import type { AppConfig } from '#src/contracts/appConfig.ts';

type Tiles = NonNullable<AppConfig['tiles']>;

export type TileSource = {
  url: string;
  /** The source's deepest zoom. */
  maxZoom: number;
  /** The dark theme shows tiles that were drawn for the light one: the stylesheet turns them to night. */
  turnable: boolean;
};

/** The source of a theme (`light` or `dark`). */
export function tileSource({ url, darkUrl, maxZoom }: Tiles, scheme: string): TileSource {
  return {
    url: scheme === 'dark' ? (darkUrl ?? url) : url,
    maxZoom,
    turnable: darkUrl === null,
  };
}

/** From this density on a tile of the next zoom, drawn at half its size, is worth more than a blurred one. */
const DENSE = 1.75;

/** Of Leaflet's tile layer. */
export type TileOptions = {
  tileSize: number;
  zoomOffset: number;
  maxNativeZoom: number;
  maxZoom: number;
};

/**
 * How the source's tiles are laid out. With `{r}` the source itself has tiles for dense screens and Leaflet asks for them;
 * without, a dense screen gets four tiles of the next zoom in place of one, as far down as the source goes.
 * @param density device pixels a CSS pixel. @param mapMaxZoom nearer than the source's last zoom, its tiles are enlarged.
 */
export function tileOptions(
  { url, maxZoom }: Pick<TileSource, 'url' | 'maxZoom'>,
  density: number,
  mapMaxZoom: number,
): TileOptions {
  const quartered = density >= DENSE && !url.includes('{r}') && maxZoom > 1;
  return quartered
    ? { tileSize: 128, zoomOffset: 1, maxNativeZoom: maxZoom - 1, maxZoom: mapMaxZoom }
    : { tileSize: 256, zoomOffset: 0, maxNativeZoom: maxZoom, maxZoom: mapMaxZoom };
}
