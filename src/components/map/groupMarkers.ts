/** Counts that stand for a crowd of couriers; the red part of the ring: so many of them are late. A click goes nearer. */
import L from 'leaflet';
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';
import { handFocusBack, makeStop } from './courierWalk.ts';
import type { Gathering } from './crowd.ts';

export type GroupMarkers = {
  show: (gatherings: readonly Gathering[], couriers: ReadonlyMap<string, CourierMarker>) => void;
  /** True: Tab stops at the counts too. */
  setWalkable: (walkable: boolean) => void;
  remove: () => void;
};

type Drawn = { marker: L.Marker; count: number; late: string };

const sizeOf = (count: number) => (count < 10 ? 34 : count < 50 ? 40 : 48);

/** @param title words for a gathering of so many couriers. */
export function groupMarkers(map: L.Map, title: (count: number) => string): GroupMarkers {
  const drawn = new Map<string, Drawn>();
  let walkable = false;

  function make(name: string): Drawn {
    const marker = L.marker([0, 0], { keyboard: false, zIndexOffset: -100 });
    marker.on('click', () => map.setView(marker.getLatLng(), Math.min(map.getMaxZoom(), map.getZoom() + 2)));
    const made = { marker, count: 0, late: '' };
    drawn.set(name, made);
    return made;
  }

  function take(name: string, { marker }: Drawn): void {
    handFocusBack(map, marker.getElement());
    marker.remove();
    drawn.delete(name);
  }

  function name({ marker, count }: Drawn): void {
    const icon = marker.getElement();
    if (!icon) return;
    icon.title = title(count);
    icon.dataset.gathered = String(count);
    makeStop(icon, walkable, title(count));
  }

  return {
    show(gatherings, couriers) {
      // Squares belong to a zoom: after zooming the same id is another place.
      const zoom = map.getZoom();
      const nameOf = (gathering: Gathering) => `${zoom}/${gathering.id}`;
      const wanted = new Set(gatherings.map(nameOf));
      for (const [id, one] of drawn) if (!wanted.has(id)) take(id, one);
      for (const gathering of gatherings) {
        const { ids, x, y } = gathering;
        const one = drawn.get(nameOf(gathering)) ?? make(nameOf(gathering));
        const place = map.unproject([x, y], zoom);
        if (!one.marker.getLatLng().equals(place)) one.marker.setLatLng(place);
        if (one.count !== ids.length) {
          one.count = ids.length;
          const size = sizeOf(ids.length);
          one.marker.setIcon(
            L.divIcon({
              html: `<span>${ids.length}</span>`,
              className: classes.group ?? '',
              iconSize: [size, size],
            }),
          );
          if (!map.hasLayer(one.marker)) one.marker.addTo(map);
          one.late = '';
          name(one);
        }
        const late = ids.filter((courierId) => (couriers.get(courierId)?.late ?? 0) > 0).length;
        const degrees = `${Math.round((late / ids.length) * 360)}deg`;
        if (one.late === degrees) continue;
        one.late = degrees;
        one.marker.getElement()?.style.setProperty('--late', degrees);
      }
    },
    setWalkable(next) {
      walkable = next;
      for (const one of drawn.values()) name(one);
    },
    remove() {
      for (const { marker } of drawn.values()) marker.remove();
      drawn.clear();
    },
  };
}
