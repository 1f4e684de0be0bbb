/** A plain grid whose squares are a round number of metres: nothing is pretended, and distances can still be judged. */
import type { CanvasFrame } from './canvasOverlay.ts';
import type { MapPalette } from './mapPalette.ts';
import { pixelsPerMetre } from './mercator.ts';

const STEPS = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000];
const LEAST_PX = 72;

/** Side of a square in metres, so that it is at least 72 px wide. @param scale pixels per metre. */
export function gridStep(scale: number): number {
  return STEPS.find((metres) => metres * scale >= LEAST_PX) ?? 1_000_000;
}

/** Latitude of a row of the unit square, degrees. */
function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** Draws the grid over the whole frame. */
export function drawGrid(frame: CanvasFrame, palette: MapPalette): void {
  const { context, width, height, world, left, top } = frame;
  // Rounded, so that a pan to the north does not change the size of the squares at each step.
  const latitude = Math.round(latitudeAt((top + height / 2) / world));
  const scale = pixelsPerMetre(frame.zoom, latitude);
  const side = gridStep(scale) * scale;
  context.fillStyle = palette['map-land'];
  context.fillRect(0, 0, width, height);
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -(left % side); x < width; x += side) {
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, height);
  }
  for (let y = -(top % side); y < height; y += side) {
    context.moveTo(0, Math.round(y) + 0.5);
    context.lineTo(width, Math.round(y) + 0.5);
  }
  context.stroke();
}
