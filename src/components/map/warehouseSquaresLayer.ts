/**
 * Squares of warehouses. A square is made when its warehouse first has a point, and then only moved and restyled; those at
 * one place fan out, so that each can be hit.
 */
import L from 'leaflet';
import { handFocusBack } from './courierWalk.ts';
import { fanOut } from './crowd.ts';
import { worldPixels, worldPoint } from './mercator.ts';
import type { WarehouseSquare } from './warehouseSquare.ts';
import { namesThatFit, sameSquare } from './warehouseSquare.ts';
import classes from './WarehouseSquares.module.css';

const SIZE = 26;
/** Nearer than this to the right edge, where the buttons stand too, a name stands on the left. CSS pixels. */
const NAME_ROOM = 190;

/** `saved`: was written just now, and is lit for a moment. */
export type SquareMarks = { chosen: string | null; hovered: string | null; saved: string | null };

export type WarehouseSquaresLayer = {
  setSquares: (squares: readonly WarehouseSquare[], say: (square: WarehouseSquare) => string) => void;
  setMarks: (marks: SquareMarks) => void;
  remove: () => void;
};

type Handlers = { onHover: (id: string | null) => void; onChoose: (id: string) => void };

type Drawn = { leaflet: L.Marker; square: WarehouseSquare };

/** Adds the layer to a map whose view is set. */
export function addWarehouseSquares(map: L.Map, { onHover, onChoose }: Handlers): WarehouseSquaresLayer {
  const drawn = new Map<string, Drawn>();
  let marks: SquareMarks = { chosen: null, hovered: null, saved: null };

  function make(square: WarehouseSquare): Drawn {
    const { id, point } = square;
    const body = document.createElement('span');
    body.className = classes.body ?? '';
    for (const part of ['sign', 'count', 'name'] as const) {
      const span = document.createElement('span');
      span.className = classes[part] ?? '';
      span.dataset.part = part;
      body.append(span);
    }
    const leaflet = L.marker([point.latitude, point.longitude], {
      icon: L.divIcon({ html: body, className: classes.square ?? '', iconSize: [SIZE, SIZE] }),
      riseOnHover: true,
      riseOffset: 2000,
    });
    leaflet.on({ mouseover: () => onHover(id), mouseout: () => onHover(null), click: () => onChoose(id) });
    leaflet.addTo(map);
    const icon = leaflet.getElement();
    if (icon) {
      icon.dataset.warehouse = id;
      icon.addEventListener('focus', () => onHover(id));
      icon.addEventListener('blur', () => onHover(null));
      icon.addEventListener('keydown', (event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onChoose(id);
      });
    }
    return { leaflet, square };
  }

  function show({ leaflet, square }: Drawn, words: string): void {
    const icon = leaflet.getElement();
    if (!icon) return;
    icon.setAttribute('role', 'button');
    icon.setAttribute('aria-label', words);
    icon.toggleAttribute('data-deleted', square.deleted);
    icon.toggleAttribute('data-late', square.late > 0);
    const write = (part: string, text: string) => {
      const element = icon.querySelector(`[data-part=${part}]`);
      if (element && element.textContent !== text) element.textContent = text;
    };
    write('count', square.waiting > 0 ? String(square.waiting) : '');
    write('name', square.title);
  }

  function mark(id: string): void {
    const one = drawn.get(id);
    const icon = one?.leaflet.getElement();
    if (!one || !icon) return;
    const chosen = marks.chosen === id;
    icon.toggleAttribute('data-chosen', chosen);
    icon.toggleAttribute('data-hovered', marks.hovered === id);
    icon.toggleAttribute('data-saved', marks.saved === id);
    icon.setAttribute('aria-pressed', String(chosen));
    one.leaflet.setZIndexOffset(chosen || marks.hovered === id ? 1000 : one.square.deleted ? -1000 : 0);
  }

  /** Who steps aside, whose name there is room for, and on which side: at the right edge it would be cut. */
  function arrange(): void {
    const world = worldPixels(map.getZoom());
    const spots = [...drawn.values()].map(({ square: { id, point } }) => {
      const { x, y } = worldPoint(point);
      return { id, x: x * world, y: y * world };
    });
    const named = [];
    const { x: width } = map.getSize();
    for (const [id, { dx, dy }] of fanOut(spots)) {
      const one = drawn.get(id);
      const spot = spots.find((each) => each.id === id);
      if (!one || !spot) continue;
      const style = one.leaflet.getElement()?.style;
      style?.setProperty('--dx', `${dx}px`);
      style?.setProperty('--dy', `${dy}px`);
      const turned = map.latLngToContainerPoint(one.leaflet.getLatLng()).x > width - NAME_ROOM;
      one.leaflet.getElement()?.toggleAttribute('data-turned', turned);
      const { square } = one;
      named.push({ id, x: spot.x + dx, y: spot.y + dy, square, title: square.title, turned });
    }
    // Where names would cover each other, the one with more to pick up is to be read.
    named.sort(
      (a, b) =>
        Number(a.square.deleted) - Number(b.square.deleted) ||
        b.square.waiting - a.square.waiting ||
        (a.id < b.id ? -1 : 1),
    );
    const fit = namesThatFit(named);
    for (const [id, { leaflet }] of drawn) leaflet.getElement()?.toggleAttribute('data-named', fit.has(id));
  }

  map.on('moveend resize', arrange);

  return {
    setSquares(squares, say) {
      const next = new Map(squares.map((square) => [square.id, square]));
      let moved = false;
      for (const [id, { leaflet }] of drawn) {
        if (next.has(id)) continue;
        handFocusBack(map, leaflet.getElement());
        leaflet.remove();
        drawn.delete(id);
        moved = true;
      }
      for (const [id, square] of next) {
        let one = drawn.get(id);
        if (!one) {
          one = make(square);
          drawn.set(id, one);
          moved = true;
        } else if (!sameSquare(one.square, square)) {
          one.leaflet.setLatLng([square.point.latitude, square.point.longitude]);
          one.square = square;
          moved = true;
        }
        show(one, say(square));
        mark(id);
      }
      if (moved) arrange();
    },
    setMarks(next) {
      const before = marks;
      marks = next;
      for (const id of new Set([...Object.values(before), ...Object.values(next)])) if (id !== null) mark(id);
    },
    remove() {
      map.off('moveend resize', arrange);
      for (const { leaflet } of drawn.values()) leaflet.remove();
      drawn.clear();
    },
  };
}
