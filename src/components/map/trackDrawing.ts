/** Draws a track: the line with its direction, the times along it, stops, turning points, and where nothing was heard. */
import type { CanvasFrame } from './canvasOverlay.ts';
import { onCanvas } from './canvasOverlay.ts';
import type { MapPalette } from './mapPalette.ts';
import type { WorldPoint } from './mercator.ts';
import { drawDiamond, drawPill, drawRing, drawTick } from './trackSigns.ts';
import type { Box, Label } from './trackLabels.ts';
import { boxOf, evenTimes, placeLabels, rankOfTime } from './trackLabels.ts';
import type { FixSpot, TrackShape } from './trackShape.ts';
import { STOP_REACH } from './trackShape.ts';

/** How times (epoch ms) and lengths (ms) are written on the map. */
export type TrackWords = {
  time: (ms: number) => string;
  /** In a ring: «12». */
  stop: (ms: number) => string;
  /** At the end of a leg: «18 мин без позиций». */
  gap: (ms: number) => string;
};

export type TrackBrush = { palette: MapPalette; font: string; words: TrackWords };

type Pixel = { x: number; y: number };

/** Nearer than this two fixes are one on the screen. CSS pixels. */
const MERGE_PX = 1.2;
const CHEVRON_EVERY_PX = 84;
/** On a shorter stretch a chevron would point anywhere. */
const CHEVRON_ROOM_PX = 13;
const DOT_EVERY_PX = 9;
const FONT_PX = 11;
/** Times that are written at once: enough to read the pace, few enough to see the streets. */
const MOST_TIMES = 14;

const near = ({ width, height }: CanvasFrame, { x, y }: Pixel, reach: number) =>
  x > -reach && y > -reach && x < width + reach && y < height + reach;

/** A leg in pixels; fixes that fall on one another are left out, the first and the last one never. */
export function thinned(frame: CanvasFrame, leg: readonly WorldPoint[]): Pixel[] {
  const kept: Pixel[] = [];
  let last: Pixel | undefined;
  leg.forEach((spot, index) => {
    const next = onCanvas(frame, spot);
    if (last && index < leg.length - 1 && Math.hypot(next.x - last.x, next.y - last.y) < MERGE_PX) return;
    kept.push(next);
    last = next;
  });
  return kept;
}

function strokeLegs(context: CanvasRenderingContext2D, legs: readonly Pixel[][]): void {
  context.beginPath();
  for (const leg of legs) {
    leg.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  }
  context.stroke();
}

/** Fixes as light dots on the line: between two of them the line is only straight. */
function drawDots({ context }: CanvasFrame, legs: readonly Pixel[][], colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const leg of legs) {
    let last: Pixel | undefined;
    for (const at of leg) {
      if (last && Math.hypot(at.x - last.x, at.y - last.y) < DOT_EVERY_PX) continue;
      last = at;
      context.moveTo(at.x + 1.3, at.y);
      context.arc(at.x, at.y, 1.3, 0, 2 * Math.PI);
    }
  }
  context.fill();
}

function drawChevrons(frame: CanvasFrame, legs: readonly Pixel[][], { palette }: TrackBrush): void {
  const { context } = frame;
  const chevrons = new Path2D();
  for (const leg of legs) {
    // The first one soon: a short leg has a direction too.
    let walked = CHEVRON_EVERY_PX / 2;
    leg.forEach((to, index) => {
      const from = leg[index - 1];
      if (!from) return;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      walked += length;
      if (walked < CHEVRON_EVERY_PX || length < CHEVRON_ROOM_PX) return;
      walked = 0;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      if (!near(frame, middle, 8)) return;
      const [cos, sin] = [(to.x - from.x) / length, (to.y - from.y) / length];
      const put = (along: number, aside: number): [number, number] => [
        middle.x + along * cos - aside * sin,
        middle.y + along * sin + aside * cos,
      ];
      chevrons.moveTo(...put(-3.4, -5));
      chevrons.lineTo(...put(2.6, 0));
      chevrons.lineTo(...put(-3.4, 5));
    });
  }
  context.strokeStyle = palette.panel;
  context.lineWidth = 4.6;
  context.stroke(chevrons);
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.2;
  context.stroke(chevrons);
}

const boxAround = ({ x, y }: Pixel, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});

/** Stops that fall on one another are one ring with their minutes together. */
function stopRings(frame: CanvasFrame, shape: TrackShape): (Pixel & { ms: number })[] {
  const rings: (Pixel & { ms: number })[] = [];
  for (const spot of shape.stops) {
    const at = onCanvas(frame, spot);
    const ms = spot.stop.to - spot.stop.from;
    const same = rings.find((ring) => Math.hypot(ring.x - at.x, ring.y - at.y) < STOP_REACH);
    if (same) same.ms += ms;
    else rings.push({ ...at, ms });
  }
  return rings.filter((ring) => near(frame, ring, 40));
}

function labelsOf(frame: CanvasFrame, shape: TrackShape, { words }: TrackBrush): Label[] {
  const { context } = frame;
  const label = (spot: WorldPoint, text: string, rank: number): Label[] => {
    const at = onCanvas(frame, spot);
    if (!near(frame, at, 0)) return [];
    return [{ ...at, text, width: Math.ceil(context.measureText(text).width) + 10, rank, off: 9 }];
  };
  const first = shape.fixes[0];
  const last = shape.fixes.at(-1);
  const seen = shape.marks
    .filter((mark) => near(frame, onCanvas(frame, mark), 0))
    .map((mark) => ({ mark, time: words.time(mark.at) }));
  return [
    ...(first ? label(first, words.time(first.fix.at), 0) : []),
    ...(last && last !== first ? label(last, words.time(last.fix.at), 0) : []),
    ...shape.gaps.flatMap(({ end, ms }) => label(end, words.gap(ms), 0.5)),
    ...evenTimes(seen, ({ time }) => time, MOST_TIMES).flatMap(({ mark, time }) =>
      label(mark, time, rankOfTime(time)),
    ),
  ];
}

/** An open end: the line stops here, what came next nobody saw. */
function drawOpenEnd({ context }: CanvasFrame, { x, y }: Pixel, { palette }: TrackBrush): void {
  context.beginPath();
  context.arc(x, y, 4, 0, 2 * Math.PI);
  context.fillStyle = palette.panel;
  context.fill();
  context.strokeStyle = palette.muted;
  context.lineWidth = 2;
  context.stroke();
}

/** Draws the whole track into the frame. */
export function drawTrack(frame: CanvasFrame, shape: TrackShape, brush: TrackBrush): void {
  const { context } = frame;
  const { palette, font, words } = brush;
  const legs = shape.legs.map((leg) => thinned(frame, leg));
  const ends = (spot: FixSpot | undefined) => (spot ? onCanvas(frame, spot) : null);
  context.save();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.font = `600 ${FONT_PX}px ${font}`;
  context.textBaseline = 'middle';

  context.strokeStyle = palette.panel;
  context.lineWidth = 7;
  strokeLegs(context, legs);
  context.strokeStyle = palette.accent;
  context.lineWidth = 4;
  strokeLegs(context, legs);
  drawDots(frame, legs, palette.panel);
  drawChevrons(frame, legs, brush);

  for (const { end, begin } of shape.gaps) {
    for (const spot of [end, begin]) drawOpenEnd(frame, onCanvas(frame, spot), brush);
  }
  const taken: Box[] = [];
  for (const [index, at] of [ends(shape.fixes[0]), ends(shape.fixes.at(-1))].entries()) {
    if (!at) continue;
    context.beginPath();
    context.arc(at.x, at.y, 5, 0, 2 * Math.PI);
    context.fillStyle = index === 0 ? palette.panel : palette.accent;
    context.fill();
    context.strokeStyle = index === 0 ? palette.accent : palette.panel;
    context.lineWidth = 2.4;
    context.stroke();
    taken.push(boxAround(at, 6));
  }
  for (const spot of shape.changes) {
    const at = onCanvas(frame, spot);
    if (!near(frame, at, 8) || taken.some((box) => inside(box, at))) continue;
    drawDiamond(context, at, spot.what === 'order', palette);
    taken.push(boxAround(at, 6));
  }
  const rings = stopRings(frame, shape);
  for (const ring of rings) {
    drawRing(context, ring, palette);
    taken.push(boxAround(ring, STOP_REACH + 2));
  }
  const stops = rings.map((ring): Label => {
    const text = words.stop(ring.ms);
    return {
      ...ring,
      text,
      width: Math.ceil(context.measureText(text).width) + 12,
      rank: 0,
      off: STOP_REACH + 7,
    };
  });
  const placed = placeLabels(stops, []);
  for (const label of placed) drawPill(context, label, 'stop', palette);
  taken.push(...placed.map(boxOf));
  for (const label of placeLabels(labelsOf(frame, shape, brush), taken)) {
    drawTick(context, label, palette);
    drawPill(context, label, 'time', palette);
  }
  context.restore();
}

const inside = (box: Box, { x, y }: Pixel) => x > box.left && x < box.right && y > box.top && y < box.bottom;
