/** Pins, dots and warehouses, drawn once per theme and then only stamped. Each tone has a sign of its own besides its colour. */
import { dropPath } from './dropPath.ts';
import type { HeapLook } from './heapDrawing.ts';
import { drawHeap, heapSprite, ringHeap } from './heapDrawing.ts';
import type { MapPalette } from './mapPalette.ts';
import type { Tone } from './orderPin.ts';
import { PIN } from './orderPin.ts';
import type { Sprite } from './spriteCanvas.ts';
import { spriteCanvas } from './spriteCanvas.ts';

export type { Sprite };

export type SpriteKind = 'pin' | 'dot' | 'hot';
export type PinSprites = {
  /** @param byHand the point was given by hand: such a sign stands in a dashed outline. */
  pin: (kind: SpriteKind, tone: Tone, hollow: boolean, marked: boolean, byHand?: boolean) => Sprite;
  warehouse: Sprite;
  /** A count of orders, as an example for the legend. */
  heap: Sprite;
  /** Draws a count with its tip at (x, y); `marked`: so many of it are selected. */
  drawHeap: (context: CanvasRenderingContext2D, heap: HeapLook, x: number, y: number) => void;
  /** Draws only the ring around it that says how many of it are selected. */
  ringHeap: (context: CanvasRenderingContext2D, heap: HeapLook, marked: number, x: number, y: number) => void;
};

/** Room for the outline and the ring of a marked pin. */
const EDGE = 5;

/** The sign in the head: «!» late, a clock's hands at risk, an arrow on its way, a dot otherwise. */
function drawSign(context: CanvasRenderingContext2D, tone: Tone, colour: string): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.9;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  if (tone === 'late') {
    context.moveTo(0, -4.6);
    context.lineTo(0, 0.6);
    context.stroke();
    context.beginPath();
    context.arc(0, 3.9, 1.2, 0, 2 * Math.PI);
    context.fill();
  } else if (tone === 'risk') {
    context.moveTo(0, -4.2);
    context.lineTo(0, 0.4);
    context.lineTo(3.2, 2.2);
    context.stroke();
  } else if (tone === 'way') {
    context.moveTo(-3.6, 0);
    context.lineTo(3.4, 0);
    context.moveTo(0.6, -3);
    context.lineTo(3.6, 0);
    context.lineTo(0.6, 3);
    context.stroke();
  } else {
    context.arc(0, 0, 2.6, 0, 2 * Math.PI);
    context.fill();
  }
}

type PinLook = { tone: Tone; hollow: boolean; marked: boolean; byHand: boolean; palette: MapPalette };

/** A place that somebody chose by eye: the outline is not closed. */
function dash(context: CanvasRenderingContext2D, shape: Path2D, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.8;
  context.setLineDash([3.2, 2.2]);
  context.stroke(shape);
  context.setLineDash([]);
}

function drawPin({ tone, hollow, marked, byHand, palette }: PinLook, scale: number): Sprite {
  const width = (PIN.halfWidth * 2 + EDGE * 2) * scale;
  const height = (PIN.height + EDGE * 2) * scale;
  const { image, context } = spriteCanvas(width, height);
  const x = width / 2;
  const headY = (EDGE + PIN.halfWidth) * scale;
  const tip = PIN.height - PIN.halfWidth;
  if (context) {
    context.translate(x, headY);
    context.scale(scale, scale);
    const drop = dropPath(PIN.halfWidth, tip);
    context.lineJoin = 'round';
    if (marked) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 7;
      context.stroke(drop);
    }
    context.strokeStyle = palette.panel;
    context.lineWidth = 3;
    context.stroke(drop);
    context.fillStyle = byHand ? palette.panel : palette[tone];
    context.fill(drop);
    if (byHand) dash(context, drop, palette[tone]);
    if (byHand ? !hollow : hollow) {
      context.fillStyle = byHand ? palette[tone] : palette.panel;
      context.beginPath();
      context.arc(0, 0, PIN.halfWidth - (byHand ? 3 : 2.2), 0, 2 * Math.PI);
      context.fill();
    }
    drawSign(context, tone, hollow ? palette[tone] : palette.panel);
  }
  return { image, width, height, x, y: headY + tip * scale };
}

/** In a crowd: a dot; the late and the risky ones are larger, the late ones square on their corner. */
function drawDot({ tone, hollow, marked, byHand, palette }: PinLook): Sprite {
  const radius = tone === 'late' ? PIN.dot + 1 : tone === 'risk' ? PIN.dot : PIN.dot - 1;
  const size = (radius + EDGE) * 2;
  const { image, context } = spriteCanvas(size, size);
  if (context) {
    context.translate(size / 2, size / 2);
    const shape = new Path2D();
    if (tone === 'late') {
      const corner = radius * 1.15;
      shape.moveTo(0, -corner);
      shape.lineTo(corner, 0);
      shape.lineTo(0, corner);
      shape.lineTo(-corner, 0);
      shape.closePath();
    } else {
      shape.arc(0, 0, radius, 0, 2 * Math.PI);
    }
    context.lineJoin = 'round';
    context.strokeStyle = marked ? palette.accent : palette.panel;
    context.lineWidth = marked ? 6 : 2.4;
    context.stroke(shape);
    context.fillStyle = byHand ? palette.panel : palette[tone];
    context.fill(shape);
    if (byHand) dash(context, shape, palette[tone]);
    else if (hollow) {
      context.fillStyle = palette.panel;
      context.beginPath();
      context.arc(0, 0, radius - 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
  return { image, width: size, height: size, x: size / 2, y: size / 2 };
}

/** A square with a roof: where goods are picked up. */
function drawWarehouse(palette: MapPalette): Sprite {
  const size = 24;
  const { image, context } = spriteCanvas(size, size);
  if (context) {
    context.translate(size / 2, size / 2);
    context.beginPath();
    context.roundRect(-9, -9, 18, 18, 4);
    context.strokeStyle = palette.panel;
    context.lineWidth = 3;
    context.stroke();
    context.fillStyle = palette.ink;
    context.fill();
    context.fillStyle = palette.panel;
    context.beginPath();
    context.moveTo(-5.5, 4.5);
    context.lineTo(-5.5, -1);
    context.lineTo(0, -5);
    context.lineTo(5.5, -1);
    context.lineTo(5.5, 4.5);
    context.closePath();
    context.fill();
    context.fillStyle = palette.ink;
    context.fillRect(-2.5, 0.5, 5, 4);
  }
  return { image, width: size, height: size, x: size / 2, y: size / 2 };
}

const HOT_SCALE = 1.35;

/** All sprites of a theme, each made when first asked for. */
export function pinSprites(palette: MapPalette): PinSprites {
  const made = new Map<string, Sprite>();
  const keep = (key: string, make: () => Sprite) => {
    const sprite = made.get(key) ?? make();
    made.set(key, sprite);
    return sprite;
  };
  return {
    pin(kind, tone, hollow, marked, byHand = false) {
      return keep(`${kind} ${tone} ${Number(hollow)}${Number(marked)}${Number(byHand)}`, () => {
        const look = { tone, hollow, marked, byHand, palette };
        return kind === 'dot' ? drawDot(look) : drawPin(look, kind === 'hot' ? HOT_SCALE : 1);
      });
    },
    get warehouse() {
      return keep('warehouse', () => drawWarehouse(palette));
    },
    get heap() {
      return keep('heap', () => heapSprite(palette));
    },
    drawHeap: (context, heap, x, y) => drawHeap(context, palette, heap, x, y),
    ringHeap: (context, heap, marked, x, y) => ringHeap(context, palette, heap, marked, x, y),
  };
}
