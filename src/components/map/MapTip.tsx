/** A small card at a point of the map; it stays with the point through pans, zooms and refreshes. */
import L from 'leaflet';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import classes from './MapTip.module.css';

/** The card keeps this far from the edges of the map. */
const MARGIN_PX = 10;
/** Width of the column of buttons at the right. */
const TOOLS_PX = 44;
/** A card is seldom higher. */
const ROOM_ABOVE_PX = 140;

/** How far the card must be pushed sideways so that no edge cuts it off. */
function sidestep(map: L.Map, at: L.LatLng, width: number): number {
  const { x } = map.latLngToContainerPoint(at);
  const half = width / 2 + MARGIN_PX;
  const last = map.getSize().x - TOOLS_PX - half;
  return Math.round(Math.max(half, Math.min(last, x)) - x);
}

/** @param props.lift how far the thing at the point reaches above it, CSS pixels. */
export function MapTip({ point, lift, children }: { point: LatLon; lift: number; children: ReactNode }) {
  const map = useMap();
  const [body] = useState(() => document.createElement('div'));
  const { latitude, longitude } = point;

  useEffect(() => {
    const at = L.latLng(latitude, longitude);
    const below = map.latLngToContainerPoint(at).y < ROOM_ABOVE_PX;
    const rise = below ? 10 : -lift;
    const tip = L.tooltip({
      permanent: true,
      interactive: false,
      direction: below ? 'bottom' : 'top',
      offset: [0, rise],
      opacity: 1,
      className: classes.tip ?? '',
    });
    tip.setLatLng(at).setContent(body).addTo(map);
    // The words come after the place: measure again when they are there or change.
    const observer = new ResizeObserver(() => {
      const width = tip.getElement()?.offsetWidth ?? 0;
      tip.options.offset = L.point(sidestep(map, at, width), rise);
      tip.update();
    });
    observer.observe(body);
    return () => {
      observer.disconnect();
      tip.remove();
    };
  }, [map, body, latitude, longitude, lift]);

  return createPortal(children, body);
}
