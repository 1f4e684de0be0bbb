/** The marker's element: built once per courier, then only restyled. */
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';

export type CourierElement = {
  /** Goes into Leaflet's icon. */
  body: HTMLElement;
  /** Writes what the marker says now; `icon` is Leaflet's own element around `body`. */
  show: (icon: HTMLElement, marker: CourierMarker) => void;
};

/** Diameter, CSS pixels. */
export const COURIER_SIZE = 34;

function span(className: string | undefined, parent: HTMLElement): HTMLElement {
  const made = document.createElement('span');
  made.className = className ?? '';
  parent.append(made);
  return made;
}

/** Makes the element of one courier. */
export function courierElement(): CourierElement {
  const body = document.createElement('div');
  body.className = classes.body ?? '';
  const face = span(classes.face, body);
  const late = span(classes.late, body);
  const age = span(classes.age, body);
  return {
    body,
    show(icon, marker) {
      icon.dataset.band = marker.band;
      icon.style.setProperty('--late', `${marker.lateDegrees}deg`);
      icon.style.setProperty('--open', `${marker.openDegrees}deg`);
      face.textContent = marker.initials;
      late.textContent = marker.late > 0 ? String(marker.late) : '';
      age.textContent = marker.age;
    },
  };
}
