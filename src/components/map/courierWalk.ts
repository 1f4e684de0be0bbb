/**
 * The keyboard's way over the couriers on the map: Tab goes from one to the next that is in view, Enter or Space chooses,
 * Esc goes back to the map, and from there Tab leaves it. Arrows, plus and minus move the map meanwhile, as they do when
 * the map itself has the focus.
 */
import L from 'leaflet';

/** Carried by every element that Tab stops at. */
export const STOP = 'data-stop';

/** Couriers within such a band of the screen stand in one line: read from left to right. CSS pixels. */
const LINE_PX = 72;
/** As Leaflet's own keys do; with Shift three times as far. */
const PAN_PX = 80;
const PAN: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};
/** By place on the keyboard, so that the layout does not matter. */
const ZOOM: Readonly<Record<string, 1 | -1>> = { Equal: 1, NumpadAdd: 1, Minus: -1, NumpadSubtract: -1 };

/** The order in which Tab goes: line by line from the top, each from left to right. */
export function walkOrder<T extends { x: number; y: number }>(spots: readonly T[]): T[] {
  const line = ({ y }: T) => Math.floor(y / LINE_PX);
  return spots.toSorted((a, b) => line(a) - line(b) || a.x - b.x || a.y - b.y);
}

/** The stops that are in view now, in the order of walking. */
function stopsInView(map: L.Map): HTMLElement[] {
  const { x: width, y: height } = map.getSize();
  const found: { element: HTMLElement; x: number; y: number }[] = [];
  for (const element of map.getPanes().markerPane.querySelectorAll<HTMLElement>(`[${STOP}]`)) {
    const { x, y } = map.layerPointToContainerPoint(L.DomUtil.getPosition(element));
    if (x >= 0 && y >= 0 && x <= width && y <= height) found.push({ element, x, y });
  }
  return walkOrder(found).map(({ element }) => element);
}

/** Starts listening; the stops themselves must have `tabindex="-1"`. @returns how to undo it. */
export function addCourierWalk(map: L.Map): () => void {
  const container = map.getContainer();
  /** Esc was pressed: the next Tab goes on past the couriers. */
  let leaving = false;

  const take = (event: KeyboardEvent, element: HTMLElement) => {
    event.preventDefault();
    event.stopPropagation();
    element.focus({ preventScroll: true });
  };

  function step(event: KeyboardEvent, from: HTMLElement | null): void {
    if (from === null && (event.shiftKey || leaving)) return;
    const stops = stopsInView(map);
    const at = from === null ? -1 : stops.indexOf(from);
    // A courier who has left the view meanwhile has no neighbours: begin anew.
    const to = at < 0 && event.shiftKey ? -1 : at + (event.shiftKey ? -1 : 1);
    const next = stops[to];
    if (next) take(event, next);
    else if (to < 0) take(event, container);
  }

  function key(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const stop = target.closest<HTMLElement>(`[${STOP}]`);
    if (!stop && target !== container) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') return step(event, stop);
    if (!stop) return;
    const by = PAN[event.key];
    const zoom = ZOOM[event.code];
    if (event.key === 'Escape') {
      leaving = true;
      take(event, container);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      stop.click();
    } else if (by) {
      event.preventDefault();
      map.panBy([by[0] * (event.shiftKey ? 3 : 1), by[1] * (event.shiftKey ? 3 : 1)]);
    } else if (zoom) {
      event.preventDefault();
      map.setZoom(map.getZoom() + zoom * (event.shiftKey ? 3 : 1) * (map.options.zoomDelta ?? 1));
    }
  }

  const gone = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !container.contains(relatedTarget)) leaving = false;
  };
  container.addEventListener('keydown', key);
  container.addEventListener('focusout', gone);
  return () => {
    container.removeEventListener('keydown', key);
    container.removeEventListener('focusout', gone);
  };
}

/** Makes the element a stop of the walk, or an ornament again. */
export function makeStop(element: HTMLElement, walkable: boolean, label: string): void {
  element.toggleAttribute(STOP, walkable);
  if (walkable) {
    element.tabIndex = -1;
    element.setAttribute('role', 'button');
    if (element.getAttribute('aria-label') !== label) element.setAttribute('aria-label', label);
    return;
  }
  for (const name of ['tabindex', 'role', 'aria-label', 'aria-pressed']) element.removeAttribute(name);
}

/** An element that is about to leave the map hands the focus to the map: it must not fall to the top of the page. */
export function handFocusBack(map: L.Map, element: HTMLElement | undefined): void {
  if (element && element.contains(document.activeElement)) map.getContainer().focus({ preventScroll: true });
}
