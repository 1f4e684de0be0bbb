/** Pins, dots and warehouses, drawn once per theme and then only stamped. Each tone has a sign of its own besides its colour. */
import type { MapPalette } from './mapPalette.ts';
import type { Tone } from './orderPin.ts';
import { PIN, TONES } from './orderPin.ts';

/** A picture and the spot in it that lies on the point. CSS pixels. */
export type Sprite = { image: HTMLCanvasElement; width: number; height: number; x: number; y: number };

export type SpriteKind = 'pin' | 'dot' | 'hot';
export type PinSprites = {
  pin: (kind: SpriteKind, tone: Tone, hollow: boolean, marked: boolean) => Sprite;
  warehouse: Sprite;
};

/** Room for the outline and the ring of a marked pin. */
const EDGE = 5;

function canvasOf(
  width: number,
  height: number,
): { image: HTMLCanvasElement; context: CanvasRenderingContext2D | null } {
  // The density of the screen, no more: a picture that fits pixel on pixel is stamped many times faster.
  const ratio = window.devicePixelRatio || 1;
  const image = document.createElement('canvas');
  image.width = Math.ceil(width * ratio);
  image.height = Math.ceil(height * ratio);
  const context = image.getContext('2d');
  context?.scale(ratio, ratio);
  return { image, context };
}

/** A drop: a round head of radius `r` at (0, 0) that runs into a tip at (0, `tip`). */
function dropPath(r: number, tip: number): Path2D {
  const path = new Path2D();
  const spread = Math.acos(r / tip);
  const left = Math.PI / 2 + spread;
  path.arc(0, 0, r, left, Math.PI / 2 - spread + 2 * Math.PI);
  path.quadraticCurveTo(r * 0.42, tip * 0.74, 0, tip);
  path.quadraticCurveTo(-r * 0.42, tip * 0.74, Math.cos(left) * r, Math.sin(left) * r);
  path.closePath();
  return path;
}

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

type PinLook = { tone: Tone; hollow: boolean; marked: boolean; palette: MapPalette };

function drawPin({ tone, hollow, marked, palette }: PinLook, scale: number): Sprite {
  const width = (PIN.halfWidth * 2 + EDGE * 2) * scale;
  const height = (PIN.height + EDGE * 2) * scale;
  const { image, context } = canvasOf(width, height);
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
    context.fillStyle = palette[tone];
    context.fill(drop);
    if (hollow) {
      context.fillStyle = palette.panel;
      context.beginPath();
      context.arc(0, 0, PIN.halfWidth - 2.2, 0, 2 * Math.PI);
      context.fill();
    }
    drawSign(context, tone, hollow ? palette[tone] : palette.panel);
  }
  return { image, width, height, x, y: headY + tip * scale };
}

/** In a crowd: a dot; the late and the risky ones are larger, the late ones square on their corner. */
function drawDot({ tone, hollow, marked, palette }: PinLook): Sprite {
  const radius = tone === 'late' ? PIN.dot + 1 : tone === 'risk' ? PIN.dot : PIN.dot - 1;
  const size = (radius + EDGE) * 2;
  const { image, context } = canvasOf(size, size);
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
    context.fillStyle = palette[tone];
    context.fill(shape);
    if (hollow) {
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
  const { image, context } = canvasOf(size, size);
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
  let warehouse: Sprite | undefined;
  return {
    pin(kind, tone, hollow, marked) {
      const key = `${kind}${TONES.indexOf(tone)}${Number(hollow)}${Number(marked)}`;
      let sprite = made.get(key);
      if (!sprite) {
        const look = { tone, hollow, marked, palette };
        sprite = kind === 'dot' ? drawDot(look) : drawPin(look, kind === 'hot' ? HOT_SCALE : 1);
        made.set(key, sprite);
      }
      return sprite;
    },
    get warehouse() {
      return (warehouse ??= drawWarehouse(palette));
    },
  };
}

/** Stamps a sprite so that its spot lies on (x, y). */
export function stamp(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number): void {
  context.drawImage(
    sprite.image,
    Math.round(x - sprite.x),
    Math.round(y - sprite.y),
    sprite.width,
    sprite.height,
  );
}
