/** Takes the map's clicks while a place is asked for: the map still pans and zooms, what lies on it stays asleep. */
import type L from 'leaflet';
import type { LatLon } from '#src/lib/geo.ts';

/** The second click of a double one would go through to what lies below. */
const DOUBLE_MS = 400;
const DRAG_PX = 5;

/** Where the middle of the map is. A map that was dragged around the world counts on past 180°. */
export function centreOf(map: L.Map): LatLon {
  const { lat, lng } = map.getCenter().wrap();
  return { latitude: lat, longitude: lng };
}

/**
 * @param sheet covers the map, and stands inside its container.
 * @param onPlace is given each clicked point. @returns how to undo it.
 */
export function takeClicks(map: L.Map, sheet: HTMLElement, onPlace: (point: LatLon) => void): () => void {
  const container = map.getContainer();
  // Dragging, wheel and pinch go through to the map; hovering and pressing must wake no pin.
  const still = (event: MouseEvent) => {
    if (event.buttons === 0) event.stopPropagation();
  };
  let pressed = { x: 0, y: 0 };
  const press = (event: PointerEvent) => {
    event.stopPropagation();
    pressed = { x: event.clientX, y: event.clientY };
  };
  const stop = (event: Event) => event.stopPropagation();
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    // The end of a drag is no place.
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) return;
    const { lat, lng } = map.mouseEventToLatLng(event).wrap();
    swallowDouble(container);
    onPlace({ latitude: lat, longitude: lng });
  };
  sheet.addEventListener('mousemove', still);
  sheet.addEventListener('pointermove', still);
  sheet.addEventListener('pointerdown', press);
  sheet.addEventListener('dblclick', stop);
  sheet.addEventListener('click', click);
  return () => {
    sheet.removeEventListener('mousemove', still);
    sheet.removeEventListener('pointermove', still);
    sheet.removeEventListener('pointerdown', press);
    sheet.removeEventListener('dblclick', stop);
    sheet.removeEventListener('click', click);
  };
}

function swallowDouble(container: HTMLElement): void {
  const swallow = (event: MouseEvent) => {
    if (event.detail > 1) event.stopPropagation();
  };
  const types = ['mousedown', 'click', 'dblclick'] as const;
  for (const type of types) container.addEventListener(type, swallow, { capture: true });
  setTimeout(() => {
    for (const type of types) container.removeEventListener(type, swallow, { capture: true });
  }, DOUBLE_MS);
}
