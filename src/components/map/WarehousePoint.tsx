/** The point that is being given to a warehouse: put by a click on the map, dragged, or walked with the arrow keys. */
import L from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import { bringIntoView } from './mapMoves.ts';
import classes from './WarehousePoint.module.css';

type Props = {
  point: LatLon | null;
  /** Stands beside it. */
  title: string;
  /** Points to choose from: small signs with a number. */
  offers: readonly { id: string; point: LatLon; label: string }[];
  onMove: (point: LatLon) => void;
};

/** Pixels per press; with Shift farther. */
const STEP = 4;
const STRIDE = 24;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** About 10 cm: more is noise of a click. */
const DECIMALS = 6;

/** A map that was dragged around the world counts on past 180°. */
function placeOf(at: L.LatLng): LatLon {
  const { lat, lng } = at.wrap();
  return { latitude: Number(lat.toFixed(DECIMALS)), longitude: Number(lng.toFixed(DECIMALS)) };
}

/** Renders into the map only. While it is there a click on the map means «here». */
export function WarehousePoint({ point, title, offers, onMove }: Props) {
  const map = useMap();
  const move = useEffectEvent((at: L.LatLng) => onMove(placeOf(at)));

  useEffect(() => {
    const container = map.getContainer();
    const put = ({ latlng }: L.LeafletMouseEvent) => move(latlng);
    map.on('click', put);
    // A double click is two clicks of somebody who puts the point.
    map.doubleClickZoom.disable();
    container.dataset.putting = '';
    return () => {
      map.off('click', put);
      map.doubleClickZoom.enable();
      delete container.dataset.putting;
    };
  }, [map]);

  useEffect(() => {
    const made = offers.map(({ point: at, label }, index) => {
      const sign = document.createElement('span');
      sign.textContent = String(index + 1);
      const marker = L.marker([at.latitude, at.longitude], {
        icon: L.divIcon({ html: sign, className: classes.offer ?? '', iconSize: [20, 20] }),
        title: label,
        // The list of them in the form is the keyboard's way.
        keyboard: false,
        zIndexOffset: 1500,
      });
      marker.on('click', () => move(marker.getLatLng()));
      return marker.addTo(map);
    });
    return () => {
      for (const marker of made) marker.remove();
    };
  }, [map, offers]);

  return point && <Pin point={point} title={title} onMove={onMove} />;
}

/** The element is made once: a pin that is walked with the keys must not lose the focus on every step. */
function Pin({ point, title, onMove }: { point: LatLon; title: string; onMove: Props['onMove'] }) {
  const t = useWords(warehousesWords).place;
  const map = useMap();
  const made = useRef<L.Marker | null>(null);
  const { latitude, longitude } = point;
  const start = useEffectEvent((): L.LatLngExpression => [latitude, longitude]);
  const moved = useEffectEvent((at: L.LatLng) => onMove(placeOf(at)));

  useEffect(() => {
    const body = document.createElement('span');
    const marker = L.marker(start(), {
      icon: L.divIcon({ html: body, className: classes.pin ?? '', iconSize: [28, 34], iconAnchor: [14, 34] }),
      draggable: true,
      autoPan: true,
      bubblingMouseEvents: false,
      zIndexOffset: 3000,
    }).addTo(map);
    made.current = marker;
    const walk = (event: KeyboardEvent) => {
      const step = ARROWS[event.key];
      if (!step) return;
      // Neither the map nor the page moves with it.
      event.preventDefault();
      event.stopPropagation();
      const length = event.shiftKey ? STRIDE : STEP;
      const to = map.unproject(map.project(marker.getLatLng()).add([step[0] * length, step[1] * length]));
      marker.setLatLng(to);
      map.panInside(to, { padding: [48, 48], animate: false });
      moved(to);
    };
    marker.getElement()?.addEventListener('keydown', walk);
    marker.on('dragend', () => moved(marker.getLatLng()));
    return () => {
      made.current = null;
      marker.remove();
    };
  }, [map]);

  useEffect(() => {
    made.current?.setLatLng([latitude, longitude]);
    // Put by numbers or chosen from the list, it may be far away.
    bringIntoView(map, { latitude, longitude });
  }, [map, latitude, longitude]);

  useEffect(() => {
    const element = made.current?.getElement();
    if (!element) return;
    element.dataset.testid = 'warehouse-pin';
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', t.pin(title));
  }, [map, title, t]);

  return null;
}
