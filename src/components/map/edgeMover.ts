/** While something is carried, edges give way: the map pans, a list scrolls, as long as the pointer rests near them. */
import type L from 'leaflet';

const EDGE_PX = 36;
/** On the way across an edge nothing moves. */
const REST_MS = 260;
/** Pixels a second at the very edge. */
const SPEED = 520;

type Vector = { x: number; y: number };

/** From −1 at the low edge to 1 at the high one, 0 in between and outside. */
function push(at: number, low: number, high: number): number {
  if (at < low || at > high) return 0;
  if (at < low + EDGE_PX) return (at - low) / EDGE_PX - 1;
  return at > high - EDGE_PX ? 1 - (high - at) / EDGE_PX : 0;
}

function scrollerAt({ x, y }: Vector): HTMLElement | null {
  for (let at = document.elementFromPoint(x, y); at instanceof HTMLElement; at = at.parentElement) {
    const scrolls = at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (scrolls) return at;
  }
  return null;
}

/** @param onMoved the ground moved under the pointer. */
export function edgeMover(map: L.Map, onMoved: () => void) {
  let pointer: Vector | null = null;
  let since = 0;
  let last = 0;
  let frame: number | null = null;

  /** What moves at this point, and how hard. */
  function wanted(at: Vector): { by: Vector; move: (by: Vector) => void } | null {
    const container = map.getContainer();
    const over = document.elementFromPoint(at.x, at.y);
    const onMap = over !== null && container.contains(over);
    const list = onMap ? null : scrollerAt(at);
    const box = (onMap ? container : list)?.getBoundingClientRect();
    if (!box) return null;
    const by = {
      x: list ? 0 : push(at.x, box.left, box.right),
      y: push(at.y, box.top, box.bottom),
    };
    if (by.x === 0 && by.y === 0) return null;
    return {
      by,
      move: ({ x, y }) => {
        if (list) list.scrollTop += y;
        else map.panBy([x, y], { animate: false });
      },
    };
  }

  function step(now: number): void {
    frame = null;
    const found = pointer && wanted(pointer);
    if (!found) {
      since = 0;
      return;
    }
    since ||= now;
    const seconds = Math.min(50, now - last) / 1000;
    last = now;
    if (now - since > REST_MS) {
      const way = ({ x, y }: Vector) => ({
        x: Math.round(x * SPEED * seconds),
        y: Math.round(y * SPEED * seconds),
      });
      found.move(way(found.by));
      onMoved();
    }
    frame = requestAnimationFrame(step);
  }

  return {
    /** The pointer is here now, client pixels. */
    at(point: Vector) {
      pointer = point;
      frame ??= requestAnimationFrame(step);
    },
    stop() {
      pointer = null;
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
