/** How exact the chosen courier's last position is: a circle of its radius in metres. Goes inside the map. */
import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { useNow } from '#src/components/board/useNow.ts';
import type { Position } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import classes from './AccuracyCircle.module.css';

const PACE_MS = 15_000;

/** Metres; null when iRECA did not say (assumption: 0 is no device's true accuracy, so it says nothing either). */
export function knownAccuracy({ accuracy }: Pick<Position, 'accuracy'>): number | null {
  return accuracy !== null && accuracy > 0 ? accuracy : null;
}

/** One circle, moved and resized in place; nothing is drawn while the accuracy is not known. */
export function AccuracyCircle({ position }: { position: Position }) {
  const map = useMap();
  const band = positionBand(position, useNow(PACE_MS));
  const metres = knownAccuracy(position);
  const { latitude, longitude } = position.point;
  const drawn = useRef<L.Circle | null>(null);

  useEffect(() => {
    const circle = L.circle([0, 0], {
      radius: 1,
      interactive: false,
      ...(classes.circle && { className: classes.circle }),
    });
    drawn.current = circle;
    return () => {
      drawn.current = null;
      circle.remove();
    };
  }, [map]);

  useEffect(() => {
    const circle = drawn.current;
    if (!circle) return;
    if (metres === null) {
      circle.remove();
      return;
    }
    circle.setLatLng([latitude, longitude]);
    circle.setRadius(metres);
    if (!map.hasLayer(circle)) circle.addTo(map);
    const element = circle.getElement();
    element?.setAttribute('data-accuracy', String(metres));
    element?.setAttribute('data-band', band);
  }, [map, latitude, longitude, metres, band]);

  return null;
}
