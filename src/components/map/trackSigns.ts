/** Signs of a track on a canvas: a stop's ring with its minutes, a turning point, a label. The font is set by the caller. */
import type { MapPalette } from './mapPalette.ts';
import type { PlacedLabel } from './trackLabels.ts';
import { LABEL_HEIGHT } from './trackLabels.ts';
import { STOP_REACH } from './trackShape.ts';

type Pixel = { x: number; y: number };

/** A ring wide enough to be seen around whatever else stands there. */
export function drawRing(context: CanvasRenderingContext2D, { x, y }: Pixel, palette: MapPalette): void {
  context.beginPath();
  context.arc(x, y, STOP_REACH, 0, 2 * Math.PI);
  context.strokeStyle = palette.panel;
  context.lineWidth = 6;
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.6;
  context.stroke();
}

/** The point of the track that a label speaks of. */
export function drawTick(context: CanvasRenderingContext2D, { x, y }: Pixel, palette: MapPalette): void {
  context.beginPath();
  context.arc(x, y, 2.4, 0, 2 * Math.PI);
  context.fillStyle = palette.ink;
  context.fill();
}

/** Filled: another order from here on; hollow: the same order in another status. */
export function drawDiamond(
  context: CanvasRenderingContext2D,
  { x, y }: Pixel,
  filled: boolean,
  palette: MapPalette,
): void {
  const reach = 6;
  context.beginPath();
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
  context.strokeStyle = palette.panel;
  context.lineWidth = 4.5;
  context.stroke();
  context.fillStyle = filled ? palette.ink : palette.panel;
  context.fill();
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.8;
  context.stroke();
}

/** A label on paper, so that it can be read on any ground; that of a stop is dark, as its ring is. */
export function drawPill(
  context: CanvasRenderingContext2D,
  { left, top, width, text }: PlacedLabel,
  kind: 'time' | 'stop',
  palette: MapPalette,
): void {
  const [x, y] = [Math.round(left), Math.round(top)];
  context.beginPath();
  context.roundRect(x, y, width, LABEL_HEIGHT, kind === 'stop' ? LABEL_HEIGHT / 2 : 4);
  context.globalAlpha = kind === 'stop' ? 1 : 0.9;
  context.fillStyle = kind === 'stop' ? palette.ink : palette.panel;
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = kind === 'stop' ? palette.panel : palette.ink;
  context.textAlign = 'center';
  context.fillText(text, x + width / 2, y + LABEL_HEIGHT / 2 + 0.5);
}
