/** The keys of a record's form over its list: Esc closes it, Alt with an arrow steps to its neighbours. */
import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

type DrawerKeys = {
  drawer: RefObject<HTMLElement | null>;
  onClose: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Whatever lies over the form is closed before it: dialogs, menus, lists of matches, calendars. */
const ABOVE =
  '[aria-modal="true"], [role="menu"], [role="listbox"], [data-above-card], .mantine-Popover-dropdown';

/** What a click beside the form is meant for; a click on anything else closes it. */
const MEANT = 'a, button, input, select, textarea, label, summary, [role], [tabindex], [data-portal]';

export function useDrawerKeys({ drawer, onClose, onPrevious, onNext }: DrawerKeys): void {
  const isBelow = () => [...document.querySelectorAll(ABOVE)].some((one) => one !== drawer.current);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isBelow()) return;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const step = altKey && !ctrlKey && !metaKey && !shiftKey;
    const act =
      key === 'Escape'
        ? onClose
        : step && key === 'ArrowUp'
          ? onPrevious
          : step && key === 'ArrowDown'
            ? onNext
            : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  const onClick = useEffectEvent((event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.isConnected || event.defaultPrevented) return;
    if (drawer.current?.contains(target) || target.closest(MEANT) || isBelow()) return;
    onClose();
  });
  useEffect(() => {
    // Before everybody else: what lies above the form is still there to be seen.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('click', onClick);
    };
  }, []);
}
