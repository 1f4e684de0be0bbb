/**
 * Couriers on the map. A marker is made when its courier is first seen in view and lives as long as they are known: a
 * refresh moves and restyles those that differ, nothing more.
 */
import L from 'leaflet';
import { COURIER_SIZE, courierElement } from './courierElement.ts';
import type { CourierElement } from './courierElement.ts';
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';
import { addCourierWalk, handFocusBack, makeStop } from './courierWalk.ts';
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
  /** True: Tab goes from courier to courier. False: the list beside the map is the keyboard's way to them. */
  setWalkable: (walkable: boolean) => void;
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

type Drawn = { leaflet: L.Marker; element: CourierElement; undrop: () => void; aside: string };

/** Adds the layer to a map whose view is set. */
export function addCourierMarkers(map: L.Map, handlers: Handlers): CourierMarkersLayer {
  let data: ReadonlyMap<string, CourierMarker> = new Map();
  let marks: CourierMarks = { hovered: null, chosen: null };
  let focused: string | null = null;
  let walkable = false;
  let unwalk = () => {};
  const drawn = new Map<string, Drawn>();
  /** Who stands in the view by themselves, and who of them only because they are in hand. */
  let shown: ReadonlySet<string> = new Set();
  let stepped: ReadonlySet<string> = new Set();
  let moving: HTMLElement[] = [];
  let settling: ReturnType<typeof setTimeout> | undefined;
  const groups = groupMarkers(map, handlers.groupTitle);
  const pane = map.getPanes().markerPane;
  pane.setAttribute('aria-hidden', 'true');

  function make({ courierId, point }: CourierMarker): Drawn {
    const element = courierElement();
    const leaflet = L.marker([point.latitude, point.longitude], {
      icon: L.divIcon({
        html: element.body,
        className: classes.icon ?? '',
        iconSize: [COURIER_SIZE, COURIER_SIZE],
      }),
      // The walk over couriers is our own: it goes in the order in which they stand.
      keyboard: false,
      riseOnHover: true,
      riseOffset: 2000,
    });
    const hover = () => handlers.onHover(courierId);
    const leave = () => handlers.onHover(null);
    leaflet.on({ mouseover: hover, mouseout: leave, click: () => handlers.onPick(courierId) });
    const made: Drawn = { leaflet, element, undrop: () => {}, aside: '' };
    leaflet.on('add', () => {
      const icon = leaflet.getElement();
      const now = data.get(courierId);
      if (!icon || !now) return;
      icon.dataset.courier = courierId;
      made.aside = '';
      element.show(icon, now);
      makeStop(icon, walkable, now.label);
      mark(courierId);
      icon.addEventListener('focus', () => {
        focused = courierId;
        hover();
      });
      icon.addEventListener('blur', () => {
        focused = null;
        leave();
      });
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
    const chosen = marks.chosen === courierId;
    icon.toggleAttribute('data-hovered', marks.hovered === courierId);
    icon.toggleAttribute('data-chosen', chosen);
    if (walkable) icon.setAttribute('aria-pressed', String(chosen));
    one.leaflet.setZIndexOffset(chosen || marks.hovered === courierId ? 1000 : 0);
  }

  function move({ leaflet, element }: Drawn, marker: CourierMarker): void {
    const to = L.latLng(marker.point.latitude, marker.point.longitude);
    const icon = leaflet.getElement();
    if (icon && map.hasLayer(leaflet)) {
      element.show(icon, marker);
      makeStop(icon, walkable, marker.label);
      if (leaflet.getLatLng().equals(to)) return;
      icon.classList.add(classes.moving ?? '');
      moving.push(icon);
    }
    leaflet.setLatLng(to);
  }

  /** Only for this move markers glide: while the map zooms they must follow at once. */
  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(stand, MOVE_MS);
  }
  function stand(): void {
    for (const icon of moving) icon.classList.remove(classes.moving ?? '');
    moving = [];
  }

  function take({ leaflet }: Drawn): void {
    if (!map.hasLayer(leaflet)) return;
    handFocusBack(map, leaflet.getElement());
    leaflet.remove();
  }

  /** Seen from far the city is small: so are its couriers. */
  const suitZoom = () => pane.toggleAttribute('data-far', map.getZoom() < FAR_ZOOM);

  /** Decides who is drawn as themselves, who is gathered, and who steps aside; needed when data or zoom change. */
  function arrange(): void {
    const world = worldPixels(map.getZoom());
    let spots: Spot[] = [];
    let gatherings: Gathering[] = [];
    let inHand: string[] = [];
    for (const { courierId, point } of data.values()) {
      const { x, y } = worldPoint(point);
      spots.push({ id: courierId, x: x * world, y: y * world });
    }
    if (spots.length > ALL_DRAWN) {
      const held = new Set([marks.hovered, marks.chosen, focused].filter((id) => id !== null));
      const view = map.getPixelBounds();
      const margin = view.getSize().divideBy(3);
      const min = view.getTopLeft().subtract(margin);
      const max = view.getBottomRight().add(margin);
      spots = spots.filter(
        ({ id, x, y }) => (x > min.x && y > min.y && x < max.x && y < max.y) || id === focused,
      );
      // There is no nearer look at who stands at one door: they fan out, however many.
      if (map.getZoom() < map.getMaxZoom())
        ({ alone: spots, gatherings, stepped: inHand } = gather(spots, held));
    }
    shown = new Set(spots.map((spot) => spot.id));
    stepped = new Set(inHand);
    for (const [courierId, one] of drawn) if (!shown.has(courierId)) take(one);
    for (const [courierId, { dx, dy }] of fanOut(spots)) {
      const marker = data.get(courierId);
      const one = drawn.get(courierId) ?? (marker && make(marker));
      if (!one) continue;
      if (!map.hasLayer(one.leaflet)) one.leaflet.addTo(map);
      const aside = `${dx}px ${dy}px`;
      if (one.aside === aside) continue;
      one.aside = aside;
      const style = one.leaflet.getElement()?.style;
      style?.setProperty('--dx', `${dx}px`);
      style?.setProperty('--dy', `${dy}px`);
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
  map.on({ zoomend: zoomed, moveend: moved, zoomstart: stand });

  return {
    setCouriers(next) {
      const { added, changed, removed } = markerDiff(data, next);
      data = next;
      if (added.length + changed.length + removed.length === 0) return;
      for (const marker of changed) {
        const one = drawn.get(marker.courierId);
        if (one) move(one, marker);
      }
      for (const courierId of removed) {
        const one = drawn.get(courierId);
        if (one) take(one);
        drawn.delete(courierId);
      }
      if (moving.length > 0) settle();
      arrange();
    },
    setMarks(next) {
      const before = marks;
      marks = next;
      const ids = [before.hovered, before.chosen, next.hovered, next.chosen].filter((id) => id !== null);
      // Who is counted in a crowd steps out of it when taken in hand, and back in afterwards.
      const changes = (id: string) => stepped.has(id) || (data.has(id) && !shown.has(id));
      if (data.size > ALL_DRAWN && ids.some(changes)) arrange();
      for (const id of new Set(ids)) mark(id);
    },
    setWalkable(next) {
      if (walkable === next) return;
      walkable = next;
      unwalk();
      unwalk = walkable ? addCourierWalk(map) : () => {};
      if (walkable) pane.removeAttribute('aria-hidden');
      else pane.setAttribute('aria-hidden', 'true');
      for (const [courierId, { leaflet }] of drawn) {
        const icon = leaflet.getElement();
        if (icon) makeStop(icon, walkable, data.get(courierId)?.label ?? '');
        mark(courierId);
      }
      groups.setWalkable(walkable);
    },
    remove() {
      map.off({ zoomend: zoomed, moveend: moved, zoomstart: stand });
      clearTimeout(settling);
      unwalk();
      for (const { leaflet } of drawn.values()) leaflet.remove();
      drawn.clear();
      groups.remove();
    },
  };
}
