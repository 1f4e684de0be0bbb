/** A function that stays the same from draw to draw and yet does the newest thing. */
import { useCallback, useInsertionEffect, useRef } from 'react';

/** For what is done in events only: forty lines of an order need not be drawn anew because their deeds were made anew. */
export function useSteady<Args extends unknown[], Result>(
  deed: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(deed);
  useInsertionEffect(() => {
    newest.current = deed;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
