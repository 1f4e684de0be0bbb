/** The marker's element: built once per courier, then only restyled. */
import type { CourierMarker } from './courierMarker.ts';
import classes from './CourierMarker.module.css';

export type CourierElement = {
  /** Goes into Leaflet's icon. */
  body: HTMLElement;
  /** Writes what the marker says now; `icon` is Leaflet's own element around `body`. */
  show: (icon: HTMLElement, marker: Omit<CourierMarker, 'label'>) => void;
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
  // A thousand markers are looked at on every poll: only what differs is written, and the page lays out nothing else.
  const say = (element: HTMLElement, words: string) => {
    if (element.textContent !== words) element.textContent = words;
  };
  const turn = (icon: HTMLElement, name: string, degrees: number) => {
    const value = `${degrees}deg`;
    if (icon.style.getPropertyValue(name) !== value) icon.style.setProperty(name, value);
  };
  return {
    body,
    show(icon, marker) {
      if (icon.dataset.band !== marker.band) icon.dataset.band = marker.band;
      turn(icon, '--late', marker.lateDegrees);
      turn(icon, '--open', marker.openDegrees);
      say(face, marker.initials);
      say(late, marker.late > 0 ? String(marker.late) : '');
      say(age, marker.age);
    },
  };
}
