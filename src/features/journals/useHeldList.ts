/** Nothing changes places under the hand: while somebody reads the journal, what came meanwhile waits to be asked for. */
import type { SyntheticEvent } from 'react';
import { useMemo, useState } from 'react';

type Leaving = SyntheticEvent<HTMLElement> & { relatedTarget?: EventTarget | null };

/**
 * @param rows as they are now.
 * @param view another text: something else is asked for, and nothing is held.
 * @returns the rows to show, how many new ones wait, how to let them in, and the handlers of the element around them.
 */
export function useHeldList<Row>(rows: readonly Row[], idOf: (row: Row) => string, view: string) {
  const [hold, setHold] = useState<{ rows: readonly Row[]; view: string } | null>(null);
  const held = hold !== null && hold.view === view ? hold.rows : null;
  const waiting = useMemo(() => {
    if (held === null || held === rows) return 0;
    const known = new Set(held.map(idOf));
    return rows.filter((row) => !known.has(idOf(row))).length;
  }, [held, rows, idOf]);

  const take = () => {
    if (held === null && rows.length > 0) setHold({ rows, view });
  };
  const letGo = ({ currentTarget, relatedTarget }: Leaving) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    // The pointer has gone and the keyboard is still there, or the other way round.
    if (currentTarget.matches(':hover') || currentTarget.contains(document.activeElement)) return;
    setHold(null);
  };
  return {
    rows: held ?? rows,
    waiting,
    letIn: () => setHold({ rows, view }),
    hand: { onPointerEnter: take, onPointerMove: take, onPointerLeave: letGo, onFocus: take, onBlur: letGo },
  };
}
