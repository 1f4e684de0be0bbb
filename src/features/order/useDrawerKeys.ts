/** The keys of a card over the list: Esc closes it, `[` and `]` (or Alt with an arrow) step to its neighbours. */
import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

type DrawerKeys = {
  drawer: RefObject<HTMLElement | null>;
  onClose: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Whatever lies over the card is closed before it. */
const ABOVE = '[aria-modal="true"], [role="menu"], [role="listbox"], [data-above-card]';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Letters' places (`code`), so that the Russian layout works too. */
function stepOf({ code, key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): -1 | 1 | null {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
  return code === 'BracketLeft' ? -1 : code === 'BracketRight' ? 1 : null;
}

export function useDrawerKeys({ drawer, onClose, onPrevious, onNext }: DrawerKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isField(event.target)) return;
    const own = drawer.current;
    if ([...document.querySelectorAll(ABOVE)].some((element) => element !== own)) return;
    const step = stepOf(event);
    const act = event.key === 'Escape' ? onClose : step === -1 ? onPrevious : step === 1 ? onNext : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    // Before everybody else: what lies above the card is still there to be seen.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
