/** Drawing an area with the mouse, a finger or a pen: over the whole map while a tool is in hand, or at once with Shift held. */
import type L from 'leaflet';
import type { AreaShape } from './areaShape.ts';
import { outline } from './areaShape.ts';
import type { AreaTool } from './areaTool.ts';
import type { WorldPoint } from './mercator.ts';
import { worldPixels } from './mercator.ts';

/** The keys that are held; they say what the area does to the selection. */
export type Held = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey'>;

type Handlers = {
  tool: () => AreaTool | null;
  /** Whether Shift + drag may begin an area without a tool: not while the map waits for something else. */
  mayBegin: () => boolean;
  /** The drawing as it is now; null = none is begun. */
  onDraw: (shape: AreaShape | null, held: Held) => void;
  onDone: (shape: AreaShape, held: Held) => void;
  /** Esc with nothing drawn. */
  onGiveUp: () => void;
};

export type AreaGesture = {
  /** Closes the polygon, if it has corners enough. */
  close: () => void;
  /** Takes the last corner back. */
  back: () => void;
  /** Forgets what is drawn. */
  clear: () => void;
  remove: () => void;
};

/** Less than this is a click by a hand that shook. CSS pixels. */
const SHAKE_PX = 4;
/** A click so near to a corner means that corner; fingers are thicker. CSS pixels. */
const NEAR_PX = { mouse: 9, touch: 22 } as const;

/** What is typed there belongs to it. */
const TYPED_INTO = '[role="dialog"], textarea, select, input:not([type="radio"])';
export const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPED_INTO) !== null;

/** The click that the end of a drag turns into is nobody's; it comes with the same event of the hand. */
function swallowClicks(): void {
  const swallow = (event: Event) => event.stopPropagation();
  const kinds = ['click', 'dblclick'] as const;
  for (const kind of kinds) window.addEventListener(kind, swallow, true);
  setTimeout(() => {
    for (const kind of kinds) window.removeEventListener(kind, swallow, true);
  }, 0);
}

/** Where the pointer is, in the unit square (`mercator.ts`). */
function groundAt(map: L.Map, { clientX, clientY }: MouseEvent): WorldPoint {
  const { left, top } = map.getContainer().getBoundingClientRect();
  const { x, y } = map.containerPointToLayerPoint([clientX - left, clientY - top]).add(map.getPixelOrigin());
  const world = worldPixels(map.getZoom());
  return { x: x / world, y: y / world };
}

/** @param surface lies over the map while a tool is in hand: nothing below it feels the pointer, but for the wheel. */
export function addAreaGesture(map: L.Map, surface: HTMLElement, handlers: Handlers): AreaGesture {
  const container = map.getContainer();
  let corners: WorldPoint[] = [];
  let drag: { pointerId: number; from: WorldPoint; x: number; y: number; drawn: boolean } | null = null;
  let spent: number | null = null;
  let tip: WorldPoint | null = null;
  const polygon = (): AreaShape => ({ kind: 'polygon', corners, tip });
  const isNear = (
    point: WorldPoint | undefined,
    at: WorldPoint,
    { pointerType }: { pointerType: string },
  ) => {
    if (!point) return false;
    const near = NEAR_PX[pointerType === 'touch' ? 'touch' : 'mouse'];
    return Math.hypot(point.x - at.x, point.y - at.y) * worldPixels(map.getZoom()) <= near;
  };

  function clear(held: Held): void {
    // The button is still down: the click to come is no click on what lies below.
    spent = drag?.pointerId ?? null;
    drag = tip = null;
    corners = [];
    handlers.onDraw(null, held);
  }

  function done(shape: AreaShape, held: Held): void {
    swallowClicks();
    drag = tip = null;
    corners = [];
    handlers.onDone(shape, held);
  }

  function onDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || drag) return;
    const tool = handlers.tool();
    const quick =
      tool === null && event.shiftKey && container.contains(event.target as Node) && handlers.mayBegin();
    if (tool !== 'rectangle' && !quick) return;
    drag = {
      pointerId: event.pointerId,
      from: groundAt(map, event),
      x: event.clientX,
      y: event.clientY,
      drawn: false,
    };
    if (quick) event.stopImmediatePropagation();
  }

  function onMove(event: PointerEvent): void {
    if (drag?.pointerId === event.pointerId) {
      drag.drawn ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) >= SHAKE_PX;
      if (drag.drawn)
        handlers.onDraw({ kind: 'rectangle', from: drag.from, to: groundAt(map, event) }, event);
    } else if (corners.length > 0 && event.pointerType !== 'touch') {
      // Over a button or the list the pointer is no corner to be.
      tip = event.target === surface ? groundAt(map, event) : null;
      handlers.onDraw(polygon(), event);
    }
  }

  function onUp(event: PointerEvent): void {
    if (spent === event.pointerId) swallowClicks();
    spent = null;
    if (drag?.pointerId !== event.pointerId) return;
    const { from, drawn } = drag;
    drag = null;
    if (drawn) done({ kind: 'rectangle', from, to: groundAt(map, event) }, event);
  }

  const onCancel = (event: PointerEvent) => {
    if (drag?.pointerId === event.pointerId) clear(event);
  };

  /** A click sets a corner; one on the first or on the last corner closes the polygon, so a double click does as well. */
  function onClick(event: PointerEvent): void {
    if (handlers.tool() !== 'polygon') return;
    const at = groundAt(map, event);
    const again = isNear(corners.at(-1), at, event);
    if (corners.length >= 3 && (again || isNear(corners[0], at, event))) {
      tip = null;
      done(polygon(), event);
    } else if (!again) {
      corners = [...corners, at];
      tip = null;
      handlers.onDraw(polygon(), event);
    }
  }

  function back(held: Held): void {
    corners = corners.slice(0, -1);
    handlers.onDraw(corners.length > 0 ? polygon() : null, held);
  }

  const close = (held: Held) => {
    // What is on screen is what is taken: where the pointer stands is a corner as well.
    if (outline(polygon()).length >= 3) done(polygon(), held);
  };

  function onKey(event: KeyboardEvent): void {
    const drawing = drag?.drawn === true || corners.length > 0;
    if ((!drawing && handlers.tool() === null) || isTypedInto(event.target)) return;
    if (event.key === 'Escape') {
      if (drawing) clear(event);
      else handlers.onGiveUp();
    } else if (event.key === 'Enter' && corners.length > 0) close(event);
    else if (event.key === 'Backspace' && corners.length > 0) back(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Text must not be marked from where the last click was. */
  const onMouseDown = (event: MouseEvent) => {
    if (event.shiftKey && drag) event.preventDefault();
  };
  const stop = (event: Event) => event.stopPropagation();
  const rest = ['pointerdown', 'mousedown', 'touchstart', 'mousemove', 'mouseover', 'click', 'dblclick'];
  const noMenu = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };

  // First of all who listen: with Shift held neither a pin nor the map is dragged.
  container.addEventListener('pointerdown', onDown, true);
  container.addEventListener('mousedown', onMouseDown);
  surface.addEventListener('click', onClick);
  for (const kind of rest) surface.addEventListener(kind, stop);
  surface.addEventListener('contextmenu', noMenu);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);

  const nothingHeld: Held = { altKey: false, ctrlKey: false, metaKey: false };
  return {
    close: () => close(nothingHeld),
    back: () => back(nothingHeld),
    clear: () => clear(nothingHeld),
    remove() {
      container.removeEventListener('pointerdown', onDown, true);
      container.removeEventListener('mousedown', onMouseDown);
      surface.removeEventListener('click', onClick);
      for (const kind of rest) surface.removeEventListener(kind, stop);
      surface.removeEventListener('contextmenu', noMenu);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, true);
    },
  };
}
