/**
 * Orders and warehouses on canvases: ten thousand pins are one drawing, made anew only when pins or the view change; what
 * is marked and what is in hand are small drawings above it.
 */
import type L from 'leaflet';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import type { CanvasFrame } from './canvasOverlay.ts';
import { addCanvasOverlay, onCanvas } from './canvasOverlay.ts';
import { raise, shelf } from './mapPanes.ts';
import type { WorldPoint } from './mercator.ts';
import { worldPixels } from './mercator.ts';
import type { Pin } from './orderPin.ts';
import { crowded, PIN, pinsAt, TONES } from './orderPin.ts';
import classes from './OrderPins.module.css';
import type { PinSprites, SpriteKind } from './pinSprites.ts';
import { stamp } from './pinSprites.ts';

export type WarehouseSpot = WorldPoint & { id: string; title: string; latitude: number; longitude: number };

/** What is marked: selected rows, the hovered one, and the orders of the courier in hand (`theirs`, null = nobody's). */
export type PinMarks = {
  selected: ReadonlySet<OrderKey>;
  hovered: OrderKey | null;
  theirs: ReadonlySet<OrderKey> | null;
  /** True when the courier was chosen, not only passed over: everybody else's pins step back. */
  dimOthers: boolean;
};

export type UnderPointer = { pins: Pin[]; warehouse: WarehouseSpot | null };

export type OrderPinsLayer = {
  setPins: (pins: readonly Pin[]) => void;
  setWarehouses: (spots: readonly WarehouseSpot[]) => void;
  setMarks: (marks: PinMarks) => void;
  setSprites: (sprites: PinSprites) => void;
  remove: () => void;
};

type Handlers = {
  /** The pointer came over something else; both empty = over nothing. */
  onHover: (under: UnderPointer) => void;
  onPick: (under: UnderPointer, event: MouseEvent) => void;
};

/** A pin (a dot) with its outline lies within this of its point, on every side. CSS pixels. */
const REACH = PIN.height + 6;
const DOT_REACH = PIN.dot + 5;
/** Dots of one tone so near each other would be one blot: the first stands for all. */
const BLOT_PX = 4;

/** So many marked pins may stand above the couriers; more would hide them. */
const FEW = 12;

/** True when no dot of this tone stands there yet. */
function claim(taken: Set<number>, { world, left, top }: CanvasFrame, { x, y }: WorldPoint): boolean {
  const column = Math.floor((x * world - left) / BLOT_PX);
  const row = Math.floor((y * world - top) / BLOT_PX);
  const before = taken.size;
  return taken.add(row * 65_536 + column).size > before;
}

const inFrame = ({ world, left, top, width, height }: CanvasFrame, { x, y }: WorldPoint) => {
  const px = x * world - left;
  const py = y * world - top;
  return px > -PIN.height && px < width + PIN.height && py > -4 && py < height + PIN.height;
};

/** True when the pin's picture may reach into one of the places that are drawn again. */
function touches({ world, left, top, only }: CanvasFrame, pin: WorldPoint, reach: number): boolean {
  const px = pin.x * world - left;
  const py = pin.y * world - top;
  for (const { x, y, width, height } of only ?? []) {
    if (px > x - reach && px < x + width + reach && py > y - reach && py < y + height + reach) return true;
  }
  return false;
}

const nothing: UnderPointer = { pins: [], warehouse: null };

const onMarker = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('.leaflet-marker-icon') !== null;

/** Adds the layer to a map whose view is set. */
export function addOrderPins(map: L.Map, { onHover, onPick }: Handlers): OrderPinsLayer {
  let pins: readonly Pin[] = [];
  const byKey = new Map<OrderKey, Pin>();
  let warehouses: readonly WarehouseSpot[] = [];
  let sprites: PinSprites | null = null;
  let marks: PinMarks = { selected: new Set(), hovered: null, theirs: null, dimOthers: false };
  let dots = false;
  let under = nothing;

  const reach = () => (dots ? DOT_REACH : REACH);

  function drawAll(frame: CanvasFrame): void {
    if (!sprites) return;
    const { context } = frame;
    for (const spot of warehouses) {
      const { x, y } = onCanvas(frame, spot);
      stamp(context, sprites.warehouse, x, y);
    }
    let seen = pins.filter((pin) => inFrame(frame, pin));
    const crowd = crowded(seen.length, frame.width, frame.height);
    if (crowd !== dots) {
      dots = crowd;
      marked.redraw();
      if (frame.only) return all.redraw();
    }
    if (frame.only) seen = seen.filter((pin) => touches(frame, pin, reach()));
    // The loudest last: what needs a decision is never covered by what does not.
    for (const tone of TONES) {
      const taken = new Set<number>();
      for (const pin of seen) {
        if (pin.tone !== tone || (dots && !claim(taken, frame, pin))) continue;
        put(frame, pin, dots ? 'dot' : 'pin', false);
      }
    }
  }

  function drawMarked(frame: CanvasFrame): void {
    for (const key of marks.selected) draw(frame, key, false);
    for (const key of marks.theirs ?? []) draw(frame, key, false);
  }

  function drawHot(frame: CanvasFrame): void {
    if (marks.hovered !== null) draw(frame, marks.hovered, true);
  }

  function draw(frame: CanvasFrame, key: OrderKey, isHot: boolean): void {
    const pin = byKey.get(key);
    if (pin && inFrame(frame, pin)) put(frame, pin, isHot ? 'hot' : dots ? 'dot' : 'pin', true);
  }

  function put(frame: CanvasFrame, pin: Pin, kind: SpriteKind, isMarked: boolean): void {
    if (!sprites) return;
    const sprite = sprites.pin(kind, pin.tone, pin.hollow, isMarked);
    stamp(frame.context, sprite, pin.x * frame.world - frame.left, pin.y * frame.world - frame.top);
  }

  const pane = shelf(map, 'pultPins');
  const all = addCanvasOverlay(map, { pane, padding: 0.2, draw: drawAll });
  const markedPane = shelf(map, 'pultMarkedPins');
  const marked = addCanvasOverlay(map, { pane: markedPane, padding: 0.2, draw: drawMarked });
  const hot = addCanvasOverlay(map, { pane: shelf(map, 'pultHotPin'), padding: 0.2, draw: drawHot });
  all.canvas.classList.add(classes.pins ?? '');

  function look(event: L.LeafletMouseEvent): UnderPointer {
    if (onMarker(event.originalEvent)) return nothing;
    const at = event.layerPoint.add(map.getPixelOrigin());
    const world = worldPixels(map.getZoom());
    const found = pinsAt(pins, at, world, dots);
    const warehouse =
      found.length > 0
        ? null
        : (warehouses.find(
            (spot) => Math.abs(spot.x * world - at.x) <= 10 && Math.abs(spot.y * world - at.y) <= 10,
          ) ?? null);
    return found.length === 0 && warehouse === null ? nothing : { pins: found, warehouse };
  }

  function come(next: UnderPointer): void {
    if (next.pins[0] === under.pins[0] && next.warehouse === under.warehouse) return;
    under = next;
    map.getContainer().toggleAttribute('data-over-pin', next !== nothing);
    onHover(next);
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    mousemove: (event) => come(look(event)),
    mouseout: () => come(nothing),
    movestart: () => come(nothing),
    click: (event) => onPick(look(event), event.originalEvent),
  };
  map.on(handlers);

  return {
    setPins(next) {
      const touched: Pin[] = [];
      const keys = new Set<OrderKey>();
      for (const pin of next) {
        keys.add(pin.key);
        const before = byKey.get(pin.key);
        if (before === pin) continue;
        touched.push(pin);
        if (before) touched.push(before);
        byKey.set(pin.key, pin);
      }
      for (const pin of pins) {
        if (keys.has(pin.key)) continue;
        touched.push(pin);
        byKey.delete(pin.key);
      }
      pins = next;
      // Another order of the same rows is nothing new on the map.
      if (touched.length === 0) return;
      all.redrawAround(touched, reach());
      if (touched.some(({ key }) => marks.selected.has(key) || marks.theirs?.has(key))) marked.redraw();
      if (touched.some(({ key }) => key === marks.hovered)) hot.redraw();
    },
    setWarehouses(next) {
      warehouses = next;
      all.redraw();
    },
    setMarks(next) {
      const before = marks;
      marks = next;
      if (before.hovered !== next.hovered) hot.redraw();
      if (before.selected !== next.selected || before.theirs !== next.theirs) {
        raise(map, markedPane, next.selected.size + (next.theirs?.size ?? 0) <= FEW);
        marked.redraw();
      }
      all.canvas.toggleAttribute('data-dim', next.dimOthers);
    },
    setSprites(next) {
      sprites = next;
      all.redraw();
      marked.redraw();
      hot.redraw();
    },
    remove() {
      map.off(handlers);
      all.remove();
      marked.remove();
      hot.remove();
    },
  };
}
