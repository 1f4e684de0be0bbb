/** Holds the rows in sight where they are while a refresh puts others above them or takes them away. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { anchorShift } from '#src/components/orders/scrollAnchor.ts';

type HeldRows = {
  ids: readonly string[];
  /** Another text: something else is asked for, and the table begins at its top. */
  view: string;
  /** False during the first load, while rows pour in. */
  settled: boolean;
  rowHeight: number;
  scroller: RefObject<HTMLElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
};

const keyed = (ids: readonly string[]) => ids.map((key) => ({ key }));

export function useHeldRows({ ids, view, settled, rowHeight, scroller, virtualizer }: HeldRows): void {
  const seen = useRef<{ ids: readonly string[]; view: string; settled: boolean } | null>(null);
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { ids, view, settled };
    const element = scroller.current;
    if (!before || !element || before.ids === ids) return;
    const was = virtualizer.scrollOffset ?? 0;
    if (before.view !== view) {
      if (was > 0) element.scrollTo({ top: 0 });
      return;
    }
    const handOn = element.matches(':hover') || element.contains(document.activeElement);
    // At the very top, with nobody's hand on it, the table may show what came.
    if (!before.settled || (was < rowHeight / 2 && !handOn)) return;
    const inSight = Math.ceil(element.clientHeight / rowHeight);
    const shift = anchorShift(keyed(before.ids), keyed(ids), Math.floor(was / rowHeight), inSight);
    if (shift !== 0) element.scrollTo({ top: was + shift * rowHeight });
  }, [ids, view, settled, rowHeight, scroller, virtualizer]);
}
