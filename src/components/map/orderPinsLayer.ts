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
import { drawnBefore, PIN, TONES } from './orderPin.ts';
import classes from './OrderPins.module.css';
import { blots, isDrawn } from './pinFrame.ts';
import type { Heap } from './pinHeaps.ts';
import { HEAP_CELL, heapCentre } from './pinHeaps.ts';
import { pinScene } from './pinScene.ts';
import type { PinSprites, SpriteKind } from './pinSprites.ts';
import { stamp } from './spriteCanvas.ts';

export type WarehouseSpot = WorldPoint & { id: string; title: string; latitude: number; longitude: number };

/** What is marked: selected rows, the hovered one, and the orders of the courier in hand (`theirs`, null = nobody's). */
export type PinMarks = {
  selected: ReadonlySet<OrderKey>;
  hovered: OrderKey | null;
  theirs: ReadonlySet<OrderKey> | null;
  /** True when the courier was chosen, not only passed over: everybody else's pins step back. */
  dimOthers: boolean;
};

/** At most one of the three is there. */
export type UnderPointer = { pins: Pin[]; warehouse: WarehouseSpot | null; heap: Heap | null };

export type OrderPinsLayer = {
  setPins: (pins: readonly Pin[]) => void;
  setWarehouses: (spots: readonly WarehouseSpot[]) => void;
  setMarks: (marks: PinMarks) => void;
  setSprites: (sprites: PinSprites) => void;
  /** The pins under a point of the screen (client pixels), the topmost first. Counts hold none. */
  pinsAt: (client: { x: number; y: number }) => Pin[];
  remove: () => void;
};

type Handlers = {
  /** The pointer came over something else; all empty = over nothing. */
  onHover: (under: UnderPointer) => void;
  onPick: (under: UnderPointer, event: MouseEvent) => void;
};

/** A pin (a dot, the hovered pin) with its outline lies within this of its point, on every side. CSS pixels. */
const REACH = { pin: PIN.height + 6, dot: PIN.dot + 5, hot: PIN.height * 1.35 + 8 } as const;
/** A square's count and its dots lie within this of the square's middle. */
const SQUARE_REACH = HEAP_CELL / 2 + REACH.dot;

/** So many marked pins may stand above the couriers, and as whole pins in any crowd; more would hide them. */
const FEW = 12;

const nothing: UnderPointer = { pins: [], warehouse: null, heap: null };

const onMarker = (event: MouseEvent) =>
  event.target instanceof Element && event.target.closest('.leaflet-marker-icon') !== null;

const lookOf = (heap: Heap) => ({ ...heap, count: heap.pins.length });

const countOf = ({ selected, theirs }: PinMarks) => selected.size + (theirs?.size ?? 0);

/** Adds the layer to a map whose view is set. */
export function addOrderPins(map: L.Map, { onHover, onPick }: Handlers): OrderPinsLayer {
  const scene = pinScene();
  let warehouses: readonly WarehouseSpot[] = [];
  let sprites: PinSprites | null = null;
  let marks: PinMarks = { selected: new Set(), hovered: null, theirs: null, dimOthers: false };
  let under = nothing;

  function drawAll(frame: CanvasFrame): void {
    if (!sprites) return;
    const { seen, turned } = scene.look(frame);
    if (turned) {
      marked.redraw();
      if (frame.only) return all.redraw();
    }
    for (const spot of warehouses) {
      const { x, y } = onCanvas(frame, spot);
      stamp(frame.context, sprites.warehouse, x, y);
    }
    const crowd = scene.crowd();
    if (crowd === 'pins') {
      const shown = seen.filter((pin) => isDrawn(frame, pin, REACH.pin));
      for (const pin of shown.sort(drawnBefore)) put(frame, pin, 'pin', false);
    } else if (crowd === 'dots') {
      drawDots(frame, seen);
    } else {
      const { heaps, loose } = scene.heaps(frame.world);
      for (const heap of heaps) drawHeap(frame, heap);
      drawDots(frame, loose);
    }
  }

  /** The loudest last: what needs a decision is never covered by what does not. */
  function drawDots(frame: CanvasFrame, pins: readonly Pin[]): void {
    const shown = pins.filter((pin) => isDrawn(frame, pin, REACH.dot));
    for (const tone of TONES) {
      const isFirst = blots(frame);
      for (const pin of shown) if (pin.tone === tone && isFirst(pin)) put(frame, pin, 'dot', false);
    }
  }

  function drawMarked(frame: CanvasFrame): void {
    const whole = scene.crowd() === 'pins' || countOf(marks) <= FEW;
    const kind = whole ? 'pin' : 'dot';
    if (whole || scene.crowd() === 'dots') {
      for (const key of marks.selected) drawKey(frame, key, kind);
    } else {
      const { heaps, loose } = scene.heaps(frame.world);
      const isSelected = ({ key }: Pin) => marks.selected.has(key);
      for (const heap of heaps) ringHeap(frame, heap, heap.pins.filter(isSelected).length);
      for (const pin of loose) if (isSelected(pin)) drawKey(frame, pin.key, kind);
    }
    for (const key of marks.theirs ?? []) drawKey(frame, key, kind);
  }

  function drawHot(frame: CanvasFrame): void {
    if (marks.hovered !== null) drawKey(frame, marks.hovered, 'hot');
  }

  function drawKey(frame: CanvasFrame, key: OrderKey, kind: SpriteKind): void {
    const pin = scene.pin(key);
    if (pin && isDrawn(frame, pin, REACH[kind])) put(frame, pin, kind, true);
  }

  function drawHeap(frame: CanvasFrame, heap: Heap): void {
    if (!isDrawn(frame, heap, HEAP_CELL)) return;
    const { x, y } = onCanvas(frame, heap);
    sprites?.drawHeap(frame.context, lookOf(heap), x, y);
  }

  /** @param chosen how many of the count are selected. */
  function ringHeap(frame: CanvasFrame, heap: Heap, chosen: number): void {
    if (chosen === 0 || !isDrawn(frame, heap, HEAP_CELL)) return;
    const { x, y } = onCanvas(frame, heap);
    sprites?.ringHeap(frame.context, lookOf(heap), chosen, x, y);
  }

  function put(frame: CanvasFrame, pin: Pin, kind: SpriteKind, isMarked: boolean): void {
    if (!sprites) return;
    const sprite = sprites.pin(kind, pin.tone, pin.hollow, isMarked, pin.byHand);
    stamp(frame.context, sprite, pin.x * frame.world - frame.left, pin.y * frame.world - frame.top);
  }

  const pane = shelf(map, 'pultPins');
  const all = addCanvasOverlay(map, { pane, padding: 0.2, draw: drawAll });
  const markedPane = shelf(map, 'pultMarkedPins');
  const marked = addCanvasOverlay(map, { pane: markedPane, padding: 0.2, draw: drawMarked });
  const hot = addCanvasOverlay(map, { pane: shelf(map, 'pultHotPin'), padding: 0.2, draw: drawHot });
  all.canvas.classList.add(classes.pins ?? '');

  /** @param layerPoint as Leaflet counts, from the corner of its panes. */
  function lookAt(layerPoint: L.Point): UnderPointer {
    const at = layerPoint.add(map.getPixelOrigin());
    const world = worldPixels(map.getZoom());
    const whole =
      countOf(marks) <= FEW
        ? [...marks.selected, ...(marks.theirs ?? [])].flatMap((key) => scene.pin(key) ?? [])
        : [];
    const { pins, heap } = scene.at(at, world, whole);
    if (pins.length > 0 || heap) return { pins, warehouse: null, heap };
    const isHit = (spot: WorldPoint) =>
      Math.abs(spot.x * world - at.x) <= 10 && Math.abs(spot.y * world - at.y) <= 10;
    const warehouse = warehouses.find(isHit) ?? null;
    return warehouse ? { pins, warehouse, heap } : nothing;
  }

  const look = (event: L.LeafletMouseEvent) =>
    onMarker(event.originalEvent) ? nothing : lookAt(event.layerPoint);

  function come(next: UnderPointer): void {
    const { pins, warehouse, heap } = under;
    if (next.pins[0] === pins[0] && next.warehouse === warehouse && next.heap === heap) return;
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

  const pinsOf = (keys: Iterable<OrderKey | null>) =>
    [...keys].flatMap((key) => (key === null ? [] : (scene.pin(key) ?? [])));

  return {
    setPins(next) {
      const touched = scene.setPins(next);
      if (touched.length === 0) return;
      if (scene.crowd() === 'counts') {
        const world = worldPixels(map.getZoom());
        all.redrawAround(
          touched.map((pin) => heapCentre(pin, world)),
          SQUARE_REACH,
        );
      } else {
        all.redrawAround(touched, REACH[scene.crowd() === 'dots' ? 'dot' : 'pin']);
      }
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
      if (before.hovered !== next.hovered)
        hot.redrawAround(pinsOf([before.hovered, next.hovered]), REACH.hot);
      if (before.selected !== next.selected || before.theirs !== next.theirs) {
        const few = countOf(next) <= FEW;
        raise(map, markedPane, few);
        marked.redraw();
      }
      // A canvas is put on the screen with every frame, empty or not.
      hot.canvas.hidden = next.hovered === null;
      marked.canvas.hidden = countOf(next) === 0;
      all.canvas.toggleAttribute('data-dim', next.dimOthers);
    },
    setSprites(next) {
      sprites = next;
      all.redraw();
      marked.redraw();
      hot.redraw();
    },
    pinsAt({ x, y }) {
      const { left, top } = map.getContainer().getBoundingClientRect();
      return lookAt(map.containerPointToLayerPoint([x - left, y - top])).pins;
    },
    remove() {
      map.off(handlers);
      all.remove();
      marked.remove();
      hot.remove();
    },
  };
}
