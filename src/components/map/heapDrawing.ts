/** A count of orders on the map: a pin's outline with a number; the ring's red part are the late ones, the amber part those at risk. */
import { dropPath } from './dropPath.ts';
import type { MapPalette } from './mapPalette.ts';
import { heapTip } from './pinHeaps.ts';
import type { Sprite } from './spriteCanvas.ts';
import { spriteCanvas } from './spriteCanvas.ts';

export type HeapLook = { count: number; late: number; risk: number; radius: number };

const RING_PX = 3.5;
const TOP = -Math.PI / 2;

const fontSize = (count: number) => (count < 100 ? 12 : count < 1000 ? 11.5 : 11);

/** Draws the count with its tip at (x, y). */
export function drawHeap(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  { count, late, risk, radius }: HeapLook,
  x: number,
  y: number,
): void {
  const tip = heapTip(radius);
  context.save();
  context.translate(Math.round(x), Math.round(y) - tip);
  const drop = dropPath(radius, tip);
  context.lineJoin = 'round';
  context.strokeStyle = palette.panel;
  context.lineWidth = 3;
  context.stroke(drop);
  context.fillStyle = palette.quiet;
  context.fill(drop);
  const wedge = (from: number, part: number, colour: string) => {
    if (part <= 0) return;
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, radius, TOP + from * 2 * Math.PI, TOP + (from + part) * 2 * Math.PI);
    context.fill();
  };
  wedge(0, late / count, palette.late);
  wedge(late / count, risk / count, palette.risk);
  context.fillStyle = palette.panel;
  context.beginPath();
  context.arc(0, 0, radius - RING_PX, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = palette.ink;
  context.font = `650 ${fontSize(count)}px ${fontFamily()}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(count), 0, 0.5);
  context.restore();
}

/** The ring that says how many of the count are selected: closed when all are. */
export function ringHeap(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  { count, radius }: HeapLook,
  marked: number,
  x: number,
  y: number,
): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = 3.5;
  context.lineCap = 'butt';
  context.beginPath();
  const middle = Math.round(y) - heapTip(radius);
  context.arc(Math.round(x), middle, radius + 2.5, TOP, TOP + Math.min(1, marked / count) * 2 * Math.PI);
  context.stroke();
}

/** An example, for the legend. */
export function heapSprite(palette: MapPalette): Sprite {
  const look = { count: 24, late: 4, risk: 3, radius: 14 };
  const height = look.radius + heapTip(look.radius) + 4;
  const width = look.radius * 2 + 6;
  const { image, context } = spriteCanvas(width, height);
  if (context) drawHeap(context, palette, look, width / 2, height - 2);
  return { image, width, height, x: width / 2, y: height - 2 };
}

let family: string | undefined;
const fontFamily = () => (family ??= getComputedStyle(document.body).fontFamily || 'sans-serif');
