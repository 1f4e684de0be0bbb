/** Where the keyboard is in the menu of a pin. */
import type { KeyboardEvent } from 'react';

const STOPS = 'a[href], button:not(:disabled), input, [tabindex="0"]';

/** Tab goes around within the menu: it stands at the end of the page, after it comes nothing. */
export function loopTab(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0,
  );
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const edge = event.shiftKey ? at <= 0 : at === stops.length - 1;
  if (!edge) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0)?.focus();
}

/** Puts the focus where the work begins; with fingers only into the menu, where no keyboard covers it. */
export function takeFocus(menu: HTMLElement): void {
  const fingers = window.matchMedia('(pointer: coarse)').matches;
  const start = fingers ? null : menu.querySelector<HTMLElement>('[data-autofocus]');
  (start ?? menu).focus({ preventScroll: true });
}
