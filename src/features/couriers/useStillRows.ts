/** Nothing changes places under the hand: while the pointer or the keyboard is in the table, its rows stay as they stand. */
import type { SyntheticEvent } from 'react';
import { useMemo, useState } from 'react';
import type { CourierRow } from './courierRows.ts';
import { heldCourierRows } from './courierRows.ts';

type Leaving = SyntheticEvent<HTMLElement> & { relatedTarget?: EventTarget | null };

/**
 * @param all every row as it is now.
 * @param shown those that would be shown, in their order.
 * @param asked changes whenever the dispatcher asks for something else (view, search, order): that lets go.
 * @returns the rows to draw, and the handlers of the element around them.
 */
export function useStillRows(all: readonly CourierRow[], shown: readonly CourierRow[], asked: string) {
  const [held, hold] = useState<{ asked: string; ids: readonly string[] } | null>(null);
  const ids = held !== null && held.asked === asked ? held.ids : null;
  const rows = useMemo(() => (ids ? heldCourierRows(all, shown, ids) : shown), [all, shown, ids]);

  const take = () => {
    if (ids === null && shown.length > 0) hold({ asked, ids: shown.map(({ courierId }) => courierId) });
  };
  const letGo = ({ currentTarget, relatedTarget }: Leaving) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    // The pointer has gone and the keyboard is still there, or the other way round.
    if (currentTarget.matches(':hover') || currentTarget.contains(document.activeElement)) return;
    hold(null);
  };
  return {
    rows,
    hand: { onPointerEnter: take, onPointerMove: take, onPointerLeave: letGo, onFocus: take, onBlur: letGo },
  };
}
