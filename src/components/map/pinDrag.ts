/**
 * Dragging a pin onto a courier, on the map or in the list: with the mouse at once, with a finger after a long press. The
 * map stands still meanwhile and pans only at its edges; Esc and letting go elsewhere do nothing.
 */
import type L from 'leaflet';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { useAreaTool } from './areaTool.ts';
import { edgeMover } from './edgeMover.ts';
import { dropTargetAt } from './orderDrop.ts';
import { nothingCarried, usePinDrag } from './pinDragStore.ts';

export type PinDragOptions = {
  /** The pins under a point of the screen (client pixels), the topmost first. */
  pinsAt: (client: { x: number; y: number }) => readonly OrderKey[];
  /** Asked each time: only dispatchers may. */
  allowed: () => boolean;
  onDrop: (keys: OrderKey[], courierId: string) => void;
};

/** Leaflet begins to pan after as much: the pin must be taken up before that. */
const MOUSE_PX = 3;
const LONG_PRESS_MS = 420;
/** A finger never rests quite still. */
const FINGER_PX = 9;
/** How long after letting go the browser may still make a click of it. */
const CLICK_MS = { mouse: 50, finger: 350 };

type Spot = { x: number; y: number };
type Press = { id: number; finger: boolean; from: Spot; key: OrderKey; timer: number | undefined };

const spot = ({ clientX, clientY }: PointerEvent): Spot => ({ x: clientX, y: clientY });
const stop = (event: Event) => event.stopPropagation();
const prevent = (event: Event) => event.preventDefault();
const LEFT_BUTTON = 1;

/** A pin of the selection takes the whole selection with it, as a row of the table does. */
function carriedBy(key: OrderKey): OrderKey[] {
  const { selected } = useBoardStore.getState();
  return selected.has(key) ? [...selected] : [key];
}

/** The click that ends a drag is no click on the map. */
function swallowClick(ms: number): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), ms);
}

/** @returns how to undo it. */
export function addPinDrag(map: L.Map, { pinsAt, allowed, onDrop }: PinDragOptions): () => void {
  const container = map.getContainer();
  let press: Press | null = null;
  let at: Spot = { x: 0, y: 0 };
  let target: HTMLElement | null = null;
  let carrying = false;
  let couldPan = false;
  const edges = edgeMover(map, () => look());

  /** Whoever is under the pointer lights up. */
  function look(): void {
    const next = dropTargetAt(at.x, at.y);
    if (next !== target) {
      target?.removeAttribute('data-drop');
      next?.setAttribute('data-drop', '');
      target = next;
    }
    usePinDrag.setState({ at, over: target?.dataset.courier ?? null });
  }

  function take({ id, finger, from, key }: Press): void {
    carrying = true;
    at = from;
    couldPan = map.dragging.enabled();
    map.dragging.disable();
    if (finger) {
      container.setPointerCapture(id);
      navigator.vibrate?.(12);
    }
    document.documentElement.toggleAttribute('data-carrying', true);
    // Cards and marks under the pointer rest.
    for (const type of ['mousemove', 'mouseover', 'mouseout']) window.addEventListener(type, stop, true);
    usePinDrag.setState({ keys: carriedBy(key), at });
    look();
  }

  /** @param way dropped where it is; `given`: up, the button is still down; `lost`: with the pointer itself. */
  function end(way: 'dropped' | 'given' | 'lost'): void {
    const ended = press;
    press = null;
    clearTimeout(ended?.timer);
    window.removeEventListener('pointermove', moved);
    window.removeEventListener('pointerup', released);
    window.removeEventListener('pointercancel', lost);
    window.removeEventListener('keydown', pressed, true);
    container.removeEventListener('contextmenu', prevent);
    container.removeEventListener('touchmove', hold);
    if (!carrying || !ended) return;
    carrying = false;
    edges.stop();
    const { keys, over } = usePinDrag.getState();
    usePinDrag.setState(nothingCarried);
    target?.removeAttribute('data-drop');
    target = null;
    document.documentElement.removeAttribute('data-carrying');
    for (const type of ['mousemove', 'mouseover', 'mouseout']) window.removeEventListener(type, stop, true);
    if (couldPan) map.dragging.enable();
    const swallow = () => swallowClick(ended.finger ? CLICK_MS.finger : CLICK_MS.mouse);
    if (way === 'given') window.addEventListener('pointerup', swallow, { capture: true, once: true });
    else swallow();
    if (way === 'dropped' && over !== null) onDrop([...keys], over);
  }

  function moved(event: PointerEvent): void {
    if (event.pointerId !== press?.id) return;
    const now = spot(event);
    if (!carrying) {
      const way = Math.abs(now.x - press.from.x) + Math.abs(now.y - press.from.y);
      if (press.finger) {
        if (way > FINGER_PX) end('lost');
        return;
      }
      if (way < MOUSE_PX) return;
      take(press);
    } else if (!press.finger && (event.buttons & LEFT_BUTTON) === 0) {
      // The button was let go where nobody could see it.
      end('lost');
      return;
    }
    at = now;
    look();
    edges.at(at);
  }

  const released = (event: PointerEvent) => {
    if (event.pointerId !== press?.id) return;
    at = spot(event);
    if (carrying) look();
    end('dropped');
  };
  const lost = () => end('lost');
  const pressed = (event: KeyboardEvent) => {
    if (!carrying || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end('given');
  };
  /** Once the pin is in hand the finger moves it, not the page. */
  const hold = (event: TouchEvent) => {
    if (carrying) event.preventDefault();
  };

  const begin = (event: PointerEvent) => {
    // A second finger means zooming.
    if (press) return end('lost');
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey || !event.isPrimary) return;
    if (useAreaTool.getState().tool !== null || !allowed()) return;
    const onMarker = event.target instanceof Element && event.target.closest('.leaflet-marker-icon') !== null;
    const [key] = onMarker ? [] : pinsAt(spot(event));
    if (key === undefined) return;
    const finger = event.pointerType !== 'mouse';
    const begun: Press = { id: event.pointerId, finger, from: spot(event), key, timer: undefined };
    press = begun;
    if (finger) {
      begun.timer = window.setTimeout(() => take(begun), LONG_PRESS_MS);
      container.addEventListener('contextmenu', prevent);
      container.addEventListener('touchmove', hold, { passive: false });
    }
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', released);
    window.addEventListener('pointercancel', lost);
    window.addEventListener('keydown', pressed, true);
  };

  container.addEventListener('pointerdown', begin);
  return () => {
    end('lost');
    container.removeEventListener('pointerdown', begin);
  };
}
