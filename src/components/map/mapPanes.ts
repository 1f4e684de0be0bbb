/** The map's shelves, from the ground up. Leaflet's own: tiles 200, markers 600, tooltips 650. */
import type L from 'leaflet';

const SHELVES = {
  pultGround: 150,
  pultWay: 425,
  pultTrack: 430,
  pultPins: 450,
  pultWayNumbers: 455,
  pultMarkedPins: 460,
  pultHotPin: 630,
} as const;
/** Above the couriers. */
const RAISED = 620;

export type Shelf = keyof typeof SHELVES;

/** Makes the shelf if the map has none yet, and gives its name. */
export function shelf(map: L.Map, name: Shelf): Shelf {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(SHELVES[name]);
  pane.style.pointerEvents = 'none';
  return name;
}

/** Lifts a shelf above the couriers, or puts it back. */
export function raise(map: L.Map, name: Shelf, up: boolean): void {
  const pane = map.getPane(name);
  if (pane) pane.style.zIndex = String(up ? RAISED : SHELVES[name]);
}
