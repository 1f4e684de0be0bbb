/** How long a scale bar is: a round length that fits into the room there is. */
import { pixelsPerMetre } from './mercator.ts';

/** `metres`: round (1, 2 or 5 with zeros). `pixels`: so long is the bar. */
export type ScaleBar = { metres: number; pixels: number };

/** @param latitude of the map's middle, degrees: away from the equator a pixel is shorter. @param room CSS pixels at most. */
export function scaleBar(zoom: number, latitude: number, room: number): ScaleBar {
  const scale = pixelsPerMetre(zoom, latitude);
  const most = room / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((digit) => digit * power <= most) ?? 1;
  const metres = step * power;
  return { metres, pixels: Math.round(metres * scale) };
}
