/** Keys of what floats over the page: heard wherever the focus is, unless somebody nearer has a use for them. */
import { useEffect, useEffectEvent } from 'react';
import { typesText } from '#src/components/orders/gridKeys.ts';

/** Keys pressed there belong to it; what is unfolded is folded by Esc first. */
const THEIRS = '[role="dialog"], [role="menu"], [role="listbox"], [role="separator"], [aria-expanded="true"]';

/** What lies over everything: while it is there, nothing below it is meant. */
const ABOVE = '[aria-modal="true"], [role="menu"], [data-above-card]';

/** Nothing typed, nothing held, nobody nearer who took it or to whom it belongs. */
function isFree(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey || shiftKey) return false;
  if (typesText(target) || (target instanceof Element && target.closest(THEIRS))) return false;
  return document.querySelector(ABOVE) === null;
}

/**
 * @param onKey says whether it had a use for the key; then nobody else hears of it.
 * @param listens false: no key is heard.
 */
export function useKeysFromAnywhere(onKey: (event: KeyboardEvent) => boolean, listens: boolean): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isFree(event) && onKey(event)) event.preventDefault();
  });
  useEffect(() => {
    if (!listens) return;
    // On the document: after the list, the table and the map, before the whole screen's own Esc.
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [listens]);
}
