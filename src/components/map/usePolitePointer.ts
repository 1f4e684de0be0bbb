/** A small map in a long page: it takes clicks, and the wheel only once it is asked to, so that the page scrolls past it. */
import type L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import type { LatLon } from '#src/lib/geo.ts';

/** @param onMove is given each clicked point. */
export function usePolitePointer(map: L.Map | null, onMove: ((point: LatLon) => void) | undefined): void {
  const put = useEffectEvent(({ latlng }: L.LeafletMouseEvent) => {
    // A map that was dragged around the world counts on past 180°.
    const { lat, lng } = latlng.wrap();
    onMove?.({ latitude: lat, longitude: lng });
  });

  useEffect(() => {
    if (!map) return;
    const container = map.getContainer();
    const click = (event: L.LeafletMouseEvent) => put(event);
    // With Ctrl the wheel zooms always, and never the page.
    const wheel = (event: WheelEvent) => {
      const wanted = event.ctrlKey || event.metaKey || container.contains(document.activeElement);
      if (!wanted) {
        map.scrollWheelZoom.disable();
        return;
      }
      event.preventDefault();
      map.scrollWheelZoom.enable();
    };
    // One finger scrolls the page; two fingers move the map.
    if (window.matchMedia('(pointer: coarse)').matches) map.dragging.disable();
    map.on('click', click);
    container.addEventListener('wheel', wheel, { capture: true, passive: false });
    return () => {
      map.off('click', click);
      container.removeEventListener('wheel', wheel, { capture: true });
    };
  }, [map]);
}
