/** Nothing moves under the hand: while the pointer or the keyboard is in a list, it stays as it was. */
import type { SyntheticEvent } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';

type Leaving = SyntheticEvent<HTMLElement> & { relatedTarget?: EventTarget | null };

/**
 * @param fresh what is there now. @param asked another text: something else was asked for, and that lets go.
 * @param same whether both read alike: what was only put together anew is not older.
 * @returns what to show, whether it is older than what is there, and the handlers of the element around it.
 */
export function useStill<T>(
  fresh: T | undefined,
  asked: string,
  same: (held: T, fresh: T) => boolean = Object.is,
) {
  const [held, hold] = useState<{ asked: string; value: T } | null>(null);
  const still = held !== null && held.asked === asked ? held.value : null;

  const isOld = useMemo(
    () => still !== null && (fresh === undefined || !same(still, fresh)),
    [still, fresh, same],
  );

  // Paper is not under the hand: a held list would contradict the fresh numbers that are printed above it.
  useEffect(() => {
    const letGoForPaper = () => flushSync(() => hold(null));
    window.addEventListener('beforeprint', letGoForPaper);
    return () => window.removeEventListener('beforeprint', letGoForPaper);
  }, []);

  const take = () => {
    if (still === null && fresh !== undefined) hold({ asked, value: fresh });
  };
  const letGo = ({ currentTarget, relatedTarget }: Leaving) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    // The pointer has gone and the keyboard is still there, or the other way round.
    if (currentTarget.matches(':hover') || currentTarget.contains(document.activeElement)) return;
    hold(null);
  };
  return {
    shown: still ?? fresh,
    isOld,
    renew: () => hold(null),
    hand: { onPointerEnter: take, onPointerMove: take, onPointerLeave: letGo, onFocus: take, onBlur: letGo },
  };
}
