/** The way from a card back to the list under it, so that Back of the browser never has to be pressed twice. */
import { useCallback, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import { paths } from '#src/lib/paths.ts';

const entryIndex = (): number | null => {
  const state = window.history.state as { idx?: unknown } | null;
  return typeof state?.idx === 'number' ? state.idx : null;
};

/**
 * Goes back when the list is the entry before this one (the card was opened from it and the list's view is still the
 * same); otherwise puts the list in the place of the card. Either way the list keeps its query.
 */
export function useCloseToList(): () => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const pushed = useNavigationType() === 'PUSH';
  const [opened] = useState(() => (pushed ? { index: entryIndex(), search } : null));
  return useCallback(() => {
    const index = entryIndex();
    if (opened && index !== null && index > 0 && opened.index === index && opened.search === search) {
      void navigate(-1);
      return;
    }
    void navigate({ pathname: paths.orders, search }, { replace: true });
  }, [navigate, opened, search]);
}
