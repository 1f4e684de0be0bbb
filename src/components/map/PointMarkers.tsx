/** Named points on a small map; one of them may be dragged, or walked with the arrow keys. */
import L from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { LatLon } from '#src/lib/geo.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { MapPoint } from './PointMap.tsx';
import classes from './PointMap.module.css';

type Props = {
  points: readonly MapPoint[];
  movable: string | undefined;
  onMove: ((point: LatLon) => void) | undefined;
};

/** Renders into the map only. */
export function PointMarkers({ points, movable, onMove }: Props) {
  return points.map((point) => (
    <PointMarker
      key={point.id}
      {...point}
      onMove={point.id === movable ? onMove : undefined}
      lone={points.length === 1}
    />
  ));
}

/** Pixels per press; with Shift farther. */
const STEP = 4;
const STRIDE = 24;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where labels run into each other, the address is the one to be read. */
const ABOVE: Record<MapPoint['kind'], number> = {
  to: 400_000,
  from: 300_000,
  courier: 200_000,
  warehouse: 100_000,
  event: 0,
};

type MarkerProps = MapPoint & { onMove: ((point: LatLon) => void) | undefined; lone: boolean };

/** The element is made once: a marker that is walked with the keys must not lose the focus on every step. */
function PointMarker({ id, point, label, kind, onMove, lone }: MarkerProps) {
  const t = useWords(formWords).map;
  const map = useMap();
  const made = useRef<L.Marker | null>(null);
  const { latitude, longitude } = point;
  const movable = onMove !== undefined;
  const start = useEffectEvent((): L.LatLngExpression => [latitude, longitude]);
  const lead = useEffectEvent(() => kind);
  const moved = useEffectEvent((to: L.LatLng) => {
    const { lat, lng } = to.wrap();
    onMove?.({ latitude: lat, longitude: lng });
  });

  useEffect(() => {
    const marker = L.marker(start(), {
      icon: L.divIcon({ className: classes.marker ?? '', html: markerBody(), iconSize: [0, 0] }),
      draggable: movable,
      interactive: movable,
      keyboard: movable,
      bubblingMouseEvents: false,
      autoPan: true,
      zIndexOffset: ABOVE[lead()],
    });
    marker.addTo(map);
    made.current = marker;
    const element = marker.getElement();
    const walk = (event: KeyboardEvent) => {
      const step = ARROWS[event.key];
      if (!step) return;
      // Neither the map nor the page moves with it.
      event.preventDefault();
      event.stopPropagation();
      const length = event.shiftKey ? STRIDE : STEP;
      const at = map.project(marker.getLatLng());
      const to = map.unproject(at.add([step[0] * length, step[1] * length]));
      marker.setLatLng(to);
      map.panInside(to, { padding: [32, 40], animate: false });
      moved(to);
    };
    if (movable) {
      element?.addEventListener('keydown', walk);
      marker.on('dragend', () => moved(marker.getLatLng()));
    }
    return () => {
      made.current = null;
      marker.remove();
    };
  }, [map, id, movable]);

  useEffect(() => {
    const marker = made.current;
    if (!marker) return;
    marker.setLatLng([latitude, longitude]);
    // The name stands on the side that has room for it: at the right edge there are buttons, and then nothing.
    const turn = () => {
      const { x } = map.latLngToContainerPoint(marker.getLatLng());
      marker.getElement()?.toggleAttribute('data-turned', x > map.getSize().x * 0.55);
    };
    turn();
    map.on('moveend zoomend resize', turn);
    return () => void map.off('moveend zoomend resize', turn);
  }, [map, latitude, longitude, id, movable]);

  useEffect(() => {
    const element = made.current?.getElement();
    if (!element) return;
    element.dataset.kind = kind;
    element.toggleAttribute('data-lone', lone);
    const name = element.querySelector('[data-name]');
    if (name) name.textContent = label;
    if (movable) element.setAttribute('aria-label', t.pin(label));
  }, [map, id, movable, kind, label, lone, t]);

  return null;
}

function markerBody(): HTMLElement {
  const body = document.createElement('span');
  const sign = document.createElement('span');
  sign.className = classes.sign ?? '';
  const name = document.createElement('span');
  name.className = classes.name ?? '';
  name.dataset.name = '';
  body.append(sign, name);
  return body;
}
