/** Counts that stand for a crowd of couriers; the red part of the ring: so many of them are late. A click goes nearer. */
import L from 'leaflet';
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';
import type { Gathering } from './crowd.ts';

export type GroupMarkers = {
  show: (gatherings: readonly Gathering[], couriers: ReadonlyMap<string, CourierMarker>) => void;
  remove: () => void;
};

const sizeOf = (count: number) => (count < 10 ? 34 : count < 50 ? 40 : 48);

/** @param title words for a gathering of so many couriers. */
export function groupMarkers(map: L.Map, title: (count: number) => string): GroupMarkers {
  const drawn = new Map<string, { marker: L.Marker; count: number }>();

  function make(name: string) {
    const marker = L.marker([0, 0], { keyboard: false, zIndexOffset: -100 });
    marker.on('click', () => map.setView(marker.getLatLng(), Math.min(map.getMaxZoom(), map.getZoom() + 2)));
    const made = { marker, count: 0 };
    drawn.set(name, made);
    return made;
  }

  return {
    show(gatherings, couriers) {
      // Squares belong to a zoom: after zooming the same id is another place.
      const zoom = map.getZoom();
      const nameOf = (gathering: Gathering) => `${zoom}/${gathering.id}`;
      const wanted = new Set(gatherings.map(nameOf));
      for (const [name, { marker }] of drawn) {
        if (wanted.has(name)) continue;
        marker.remove();
        drawn.delete(name);
      }
      for (const gathering of gatherings) {
        const { ids, x, y } = gathering;
        const one = drawn.get(nameOf(gathering)) ?? make(nameOf(gathering));
        one.marker.setLatLng(map.unproject([x, y], zoom));
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
        }
        one.marker.addTo(map);
        const icon = one.marker.getElement();
        if (!icon) continue;
        icon.title = title(ids.length);
        const late = ids.filter((courierId) => (couriers.get(courierId)?.late ?? 0) > 0).length;
        icon.style.setProperty('--late', `${Math.round((late / ids.length) * 360)}deg`);
      }
    },
    remove() {
      for (const { marker } of drawn.values()) marker.remove();
      drawn.clear();
    },
  };
}
