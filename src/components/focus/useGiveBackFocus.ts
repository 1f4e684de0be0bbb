/** The keyboard of a dialog that is taken away as a whole, so that Mantine cannot give it back. */
import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the keyboard back to what the dialog was opened from, once the dialog is gone: else whoever works without a mouse
 * begins at the top of the page again. Where somebody else has taken it meanwhile, it is theirs.
 * @param instead takes it when that can have it no more (a strip that went away when it was pressed); the same each time.
 * @returns to be called when a link in the dialog leads on: then the keyboard is left to where that leads.
 */
export function useGiveBackFocus(instead?: RefObject<HTMLElement | null>): () => void {
  const [opener] = useState(() => document.activeElement);
  const leadsOn = useRef(false);
  useEffect(
    () => () => {
      if (leadsOn.current || !isNowhere()) return;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      if (isNowhere()) instead?.current?.focus({ preventScroll: true });
    },
    [opener, instead],
  );
  return useCallback(() => {
    leadsOn.current = true;
  }, []);
}
