/** Draws the demo city calmly: land, water, parks, streets by rank, and a few names when there is room for them. */
import type { CanvasFrame } from './canvasOverlay.ts';
import { onCanvas } from './canvasOverlay.ts';
import { labelSpot } from './cityLabels.ts';
import type { CityPlan, CityStreet, StreetKind } from './demoCity.ts';
import type { MapPalette } from './mapPalette.ts';
import type { WorldPoint } from './mercator.ts';
import { pixelsPerMetre } from './mercator.ts';

/** Carriageway in metres, and never thinner than so many pixels: a far view still reads as a city. */
const WIDTH: Record<StreetKind, { metres: number; least: number; from: number }> = {
  avenue: { metres: 30, least: 1.6, from: 0 },
  bridge: { metres: 26, least: 1.6, from: 0 },
  embankment: { metres: 16, least: 0.9, from: 11 },
  street: { metres: 14, least: 0.7, from: 11.5 },
};
const CASING_FROM_ZOOM = 14;
const WIDEST_STREET_PX = 18;

function trace(frame: CanvasFrame, points: readonly WorldPoint[], close: boolean): Path2D {
  const path = new Path2D();
  for (const [index, point] of points.entries()) {
    const { x, y } = onCanvas(frame, point);
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  if (close) path.closePath();
  return path;
}

function streetWidth(kind: StreetKind, scale: number): number {
  const { metres, least } = WIDTH[kind];
  return Math.min(WIDEST_STREET_PX, Math.max(least, metres * scale));
}

function drawStreets(frame: CanvasFrame, plan: CityPlan, palette: MapPalette, scale: number): void {
  const { context } = frame;
  const shown = plan.streets.filter((street) => frame.zoom >= WIDTH[street.kind].from);
  const paths = shown.map((street) => ({ kind: street.kind, path: trace(frame, street.line, false) }));
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (frame.zoom >= CASING_FROM_ZOOM) {
    context.strokeStyle = palette.line;
    for (const { kind, path } of paths) {
      context.lineWidth = streetWidth(kind, scale) + 1.5;
      context.stroke(path);
    }
  }
  context.strokeStyle = palette['map-street'];
  for (const { kind, path } of paths) {
    context.lineWidth = streetWidth(kind, scale);
    context.stroke(path);
  }
}

function drawGround(frame: CanvasFrame, plan: CityPlan, palette: MapPalette, scale: number): void {
  const { context } = frame;
  context.fillStyle = palette['map-land'];
  context.fillRect(0, 0, frame.width, frame.height);
  context.fillStyle = palette['map-park'];
  for (const park of plan.parks) context.fill(trace(frame, park.points, true));
  context.fillStyle = palette['map-water'];
  context.strokeStyle = palette['map-water'];
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const water of plan.water) {
    if (water.kind === 'polygon') {
      context.fill(trace(frame, water.points, true), 'evenodd');
      continue;
    }
    context.lineWidth = Math.max(1.2, water.widthMetres * scale);
    context.stroke(trace(frame, water.points, false));
  }
}

/** Share of the plan's width over which it fades into plain land at its edges. */
const FADE = 0.05;

/** The plan ends somewhere; a river cut off by a ruler would look like a mistake. */
function fadeEdges(frame: CanvasFrame, plan: CityPlan, palette: MapPalette): void {
  const { context, width, height } = frame;
  const from = onCanvas(frame, plan.northWest);
  const to = onCanvas(frame, plan.southEast);
  const depth = (to.x - from.x) * FADE;
  const land = palette['map-land'];
  // The same colour without any: fading into «transparent» would pass through grey.
  const clear = `rgb(from ${land} r g b / 0)`;
  const shade = (x0: number, y0: number, x1: number, y1: number) => {
    const gradient = context.createLinearGradient(x0, y0, x1, y1);
    gradient.addColorStop(0, land);
    gradient.addColorStop(1, clear);
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  };
  shade(from.x, 0, from.x + depth, 0);
  shade(to.x, 0, to.x - depth, 0);
  shade(0, from.y, 0, from.y + depth);
  shade(0, to.y, 0, to.y - depth);
}

type Box = { x: number; y: number; halfWidth: number; halfHeight: number };

/** A river drawn as an area goes down one bank and back up the other: its middle lies between opposite points. */
function middleOf({ kind, points }: CityPlan['water'][number]): readonly WorldPoint[] {
  if (kind === 'line') return points;
  return points.slice(0, Math.floor(points.length / 2)).map((point, index) => {
    const opposite = points[points.length - 1 - index] ?? point;
    return { x: (point.x + opposite.x) / 2, y: (point.y + opposite.y) / 2 };
  });
}

const overlaps = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;

/** Names at which zoom: the first view has none but the great waters'. */
const NAMED_FROM: Record<StreetKind, number> = { avenue: 13, bridge: 15, embankment: 15, street: 15 };

function drawNames(frame: CanvasFrame, plan: CityPlan, palette: MapPalette, font: string): void {
  const { context } = frame;
  const taken: Box[] = [];
  const named = new Set<string>();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.fillStyle = palette['map-label'];

  const write = (name: string, points: readonly WorldPoint[], halo: string, style: string) => {
    if (name === '' || named.has(name)) return;
    context.font = style;
    const width = context.measureText(name).width;
    const line = points.map((point) => onCanvas(frame, point));
    const spot = labelSpot(line, width + 24, frame);
    if (!spot) return;
    const reach = Math.abs(Math.cos(spot.angle)) * width + 14;
    const rise = Math.abs(Math.sin(spot.angle)) * width + 14;
    const box = { x: spot.x, y: spot.y, halfWidth: reach / 2 + 8, halfHeight: rise / 2 + 8 };
    if (taken.some((other) => overlaps(box, other))) return;
    taken.push(box);
    named.add(name);
    context.save();
    context.translate(spot.x, spot.y);
    context.rotate(spot.angle);
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.strokeText(name, 0, 0);
    context.fillText(name, 0, 0);
    context.restore();
  };

  if (frame.zoom >= 12) {
    for (const water of plan.water) {
      if (water.kind === 'polygon' || water.widthMetres >= 80 || frame.zoom >= 15) {
        write(water.name, middleOf(water), palette['map-water'], `italic 500 11px ${font}`);
      }
    }
  }
  const streets: CityStreet[] = plan.streets.toReversed();
  for (const street of streets) {
    if (frame.zoom < NAMED_FROM[street.kind]) continue;
    const size = street.kind === 'avenue' ? 11 : 10;
    write(street.name, street.line, palette['map-street'], `500 ${size}px ${font}`);
  }
}

/** Draws the whole plan into the frame. @param font family for the names. */
export function drawCity(frame: CanvasFrame, plan: CityPlan, palette: MapPalette, font: string): void {
  const scale = pixelsPerMetre(frame.zoom, plan.latitude);
  drawGround(frame, plan, palette, scale);
  drawStreets(frame, plan, palette, scale);
  fadeEdges(frame, plan, palette);
  drawNames(frame, plan, palette, font);
}
