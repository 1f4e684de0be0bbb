/** Keeps the menu beside its point of the map through pans, zooms and changes of size. It writes styles, it draws nothing anew. */
import L from 'leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import { PIN } from './orderPin.ts';
import type { Box, MenuSide } from './pinMenuPlace.ts';
import { pinMenuPlace } from './pinMenuPlace.ts';

/** Kept free at the edges of the window. */
const MARGIN = 8;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Where the menu is put: into the dialog that holds the map, if one does, or Tab and the pointer could not reach it. */
export const menuRoot = (map: L.Map): Element =>
  map.getContainer().closest('[role="dialog"]') ?? document.body;

function roomIn(root: Element): Box {
  const page = document.documentElement;
  const window = { left: 0, top: 0, right: page.clientWidth, bottom: page.clientHeight };
  const { left, top, right, bottom } = root === document.body ? window : root.getBoundingClientRect();
  return {
    left: Math.max(window.left, left) + MARGIN,
    top: Math.max(window.top, top) + MARGIN,
    right: Math.min(window.right, right) - MARGIN,
    bottom: Math.min(window.bottom, bottom) - MARGIN,
  };
}

/** The pin's head and tip as they stand in the window; a point out of sight is held at the map's edge. */
function pinBox(map: L.Map, at: L.Point): Box & { away: boolean } {
  const { left, top, right, bottom } = map.getContainer().getBoundingClientRect();
  const x = clamp(left + at.x, left, right);
  const y = clamp(top + at.y, top, bottom);
  return {
    left: x - PIN.halfWidth,
    right: x + PIN.halfWidth,
    top: y - PIN.height,
    bottom: y + 2,
    away: x !== left + at.x || y !== top + at.y,
  };
}

/** What stands at the edge of the window must not move with the map: only an element of a list does. */
function elementBox(beside: Element): Box & { away: boolean } {
  const { left, top, right, bottom } = beside.getBoundingClientRect();
  return { left, top, right, bottom, away: false };
}

type Anchor = {
  /** Null: the order has no point. */
  point: LatLon | null;
  /** Stands in for the point. */
  beside: Element | null;
};

/** @returns how to let go of the menu. */
export function pinMenuAnchor(map: L.Map, element: HTMLElement, { point, beside }: Anchor): () => void {
  const root = menuRoot(map);
  const latLng = point && L.latLng(point.latitude, point.longitude);
  let side: MenuSide | null = null;
  /** A fixed element inside something that is transformed counts from there, not from the window. */
  let origin = { x: 0, y: 0 };
  let last = beside?.isConnected ? elementBox(beside) : null;

  const anchorAt = (onMap: L.Point) => {
    if (latLng) return pinBox(map, onMap);
    if (beside?.isConnected) last = elementBox(beside);
    return last ?? pinBox(map, map.getSize().divideBy(2));
  };
  const put = (onMap: L.Point) => {
    const room = roomIn(root);
    element.style.setProperty('--room-width', `${Math.max(0, room.right - room.left)}px`);
    element.style.setProperty('--room-height', `${Math.max(0, room.bottom - room.top)}px`);
    const { away, ...anchor } = anchorAt(onMap);
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const place = pinMenuPlace({ anchor, size, room, before: side });
    side = place.side;
    element.dataset.side = away ? 'over' : side;
    element.style.setProperty('--nose', `${Math.round(place.nose)}px`);
    const [x, y] = [Math.round(place.left - origin.x), Math.round(place.top - origin.y)];
    element.style.transform = `translate(${x}px, ${y}px)`;
  };
  const stay = () => put(latLng ? map.latLngToContainerPoint(latLng) : L.point(0, 0));
  const measure = () => {
    element.style.transform = 'none';
    const { x, y } = element.getBoundingClientRect();
    origin = { x, y };
    stay();
  };
  // Leaflet moves what lies on the map by a transition: the menu makes the same one.
  const zoom = ({ center, zoom: to }: L.ZoomAnimEvent) => {
    if (!latLng) return;
    element.toggleAttribute('data-zooming', true);
    put(map.project(latLng, to).subtract(map.project(center, to)).add(map.getSize().divideBy(2)));
  };
  const zoomed = () => {
    element.removeAttribute('data-zooming');
    stay();
  };

  measure();
  const onMap: L.LeafletEventHandlerFnMap = {
    move: stay,
    viewreset: stay,
    zoomanim: zoom,
    zoomend: zoomed,
  };
  map.on(onMap);
  const observer = new ResizeObserver(stay);
  observer.observe(element);
  observer.observe(map.getContainer());
  window.addEventListener('resize', measure);
  return () => {
    map.off(onMap);
    observer.disconnect();
    window.removeEventListener('resize', measure);
  };
}
