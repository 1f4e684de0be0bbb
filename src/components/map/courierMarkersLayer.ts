/** Couriers on the map. Markers live as long as their courier is known: a refresh moves and restyles them, nothing more. */
import L from 'leaflet';
import { COURIER_SIZE, courierElement } from './courierElement.ts';
import type { CourierElement } from './courierElement.ts';
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';
import type { Gathering, Spot } from './crowd.ts';
import { fanOut, gather } from './crowd.ts';
import { groupMarkers } from './groupMarkers.ts';
import { markerDiff } from './markerDiff.ts';
import { worldPixels, worldPoint } from './mercator.ts';

/** A shift of so many is always drawn one by one; of a greater one, those who stand too close are gathered into counts. */
const ALL_DRAWN = 24;
/** Below this the whole city is in view. */
const FAR_ZOOM = 12.5;
/** As long as the transition in the stylesheet, and a little. */
const MOVE_MS = 320;

export type CourierMarks = { hovered: string | null; chosen: string | null };

export type CourierMarkersLayer = {
  setCouriers: (markers: ReadonlyMap<string, CourierMarker>) => void;
  setMarks: (marks: CourierMarks) => void;
  remove: () => void;
};

type Handlers = {
  onHover: (courierId: string | null) => void;
  onPick: (courierId: string) => void;
  /** Makes the element a place where orders can be dropped; returns how to undo that. */
  makeDropTarget: (icon: HTMLElement, courierId: string) => () => void;
  /** Says of a gathering how many couriers it holds. */
  groupTitle: (count: number) => string;
};

type Drawn = { leaflet: L.Marker; element: CourierElement; undrop: () => void };

/** Adds the layer to a map whose view is set. */
export function addCourierMarkers(map: L.Map, handlers: Handlers): CourierMarkersLayer {
  let data: ReadonlyMap<string, CourierMarker> = new Map();
  let marks: CourierMarks = { hovered: null, chosen: null };
  const drawn = new Map<string, Drawn>();
  const groups = groupMarkers(map, handlers.groupTitle);
  map.getPanes().markerPane.setAttribute('aria-hidden', 'true');

  function make(marker: CourierMarker): Drawn {
    const { courierId } = marker;
    const element = courierElement();
    const leaflet = L.marker([marker.point.latitude, marker.point.longitude], {
      icon: L.divIcon({
        html: element.body,
        className: classes.icon ?? '',
        iconSize: [COURIER_SIZE, COURIER_SIZE],
      }),
      // The list beside the map is the keyboard's way to couriers: no tab stop per marker.
      keyboard: false,
      riseOnHover: true,
      riseOffset: 2000,
    });
    leaflet.on({
      mouseover: () => handlers.onHover(courierId),
      mouseout: () => handlers.onHover(null),
      click: () => handlers.onPick(courierId),
    });
    const made: Drawn = { leaflet, element, undrop: () => {} };
    leaflet.on('add', () => {
      const icon = leaflet.getElement();
      const now = data.get(courierId);
      if (!icon || !now) return;
      icon.dataset.courier = courierId;
      element.show(icon, now);
      mark(courierId);
      made.undrop = handlers.makeDropTarget(icon, courierId);
    });
    leaflet.on('remove', () => made.undrop());
    drawn.set(courierId, made);
    return made;
  }

  function mark(courierId: string): void {
    const one = drawn.get(courierId);
    const icon = one?.leaflet.getElement();
    if (!one || !icon) return;
    icon.toggleAttribute('data-hovered', marks.hovered === courierId);
    icon.toggleAttribute('data-chosen', marks.chosen === courierId);
    one.leaflet.setZIndexOffset(marks.chosen === courierId || marks.hovered === courierId ? 1000 : 0);
  }

  function move({ leaflet, element }: Drawn, marker: CourierMarker): void {
    const to = L.latLng(marker.point.latitude, marker.point.longitude);
    const icon = leaflet.getElement();
    if (icon && map.hasLayer(leaflet)) {
      element.show(icon, marker);
      if (!leaflet.getLatLng().equals(to)) {
        // Only for this move: while the map zooms, markers must follow at once.
        icon.classList.add(classes.moving ?? '');
        setTimeout(() => icon.classList.remove(classes.moving ?? ''), MOVE_MS);
      }
    }
    leaflet.setLatLng(to);
  }

  /** Seen from far the city is small: so are its couriers. */
  const suitZoom = () => map.getPanes().markerPane.toggleAttribute('data-far', map.getZoom() < FAR_ZOOM);

  /** Decides who is drawn as themselves, who is gathered, and who steps aside; needed when data or zoom change. */
  function arrange(): void {
    const world = worldPixels(map.getZoom());
    let spots: Spot[] = [];
    let gatherings: Gathering[] = [];
    for (const { courierId, point } of data.values()) {
      const { x, y } = worldPoint(point);
      spots.push({ id: courierId, x: x * world, y: y * world });
    }
    if (spots.length > ALL_DRAWN) {
      const held = new Set([marks.hovered, marks.chosen].filter((id) => id !== null));
      const view = map.getPixelBounds();
      const margin = view.getSize().divideBy(3);
      const min = view.getTopLeft().subtract(margin);
      const max = view.getBottomRight().add(margin);
      spots = spots.filter(({ x, y }) => x > min.x && y > min.y && x < max.x && y < max.y);
      ({ alone: spots, gatherings } = gather(spots, held));
    }
    const shown = new Set(spots.map((spot) => spot.id));
    for (const [courierId, { leaflet }] of drawn) {
      if (!shown.has(courierId)) leaflet.remove();
    }
    for (const [courierId, { dx, dy }] of fanOut(spots)) {
      const one = drawn.get(courierId);
      if (!one) continue;
      if (!map.hasLayer(one.leaflet)) one.leaflet.addTo(map);
      const icon = one.leaflet.getElement();
      icon?.style.setProperty('--dx', `${dx}px`);
      icon?.style.setProperty('--dy', `${dy}px`);
    }
    groups.show(gatherings, data);
  }

  const zoomed = () => {
    suitZoom();
    arrange();
  };
  suitZoom();
  const moved = () => {
    if (data.size > ALL_DRAWN) arrange();
  };
  map.on({ zoomend: zoomed, moveend: moved });

  return {
    setCouriers(next) {
      const { added, changed, removed } = markerDiff(data, next);
      data = next;
      if (added.length + changed.length + removed.length === 0) return;
      for (const marker of added) make(marker);
      for (const marker of changed) {
        const one = drawn.get(marker.courierId);
        if (one) move(one, marker);
      }
      for (const courierId of removed) {
        drawn.get(courierId)?.leaflet.remove();
        drawn.delete(courierId);
      }
      arrange();
    },
    setMarks(next) {
      const before = marks;
      marks = next;
      if (data.size > ALL_DRAWN && (before.chosen !== next.chosen || before.hovered !== next.hovered))
        arrange();
      for (const id of [before.hovered, before.chosen, next.hovered, next.chosen]) if (id !== null) mark(id);
    },
    remove() {
      map.off({ zoomend: zoomed, moveend: moved });
      for (const { leaflet } of drawn.values()) leaflet.remove();
      drawn.clear();
      groups.remove();
    },
  };
}
