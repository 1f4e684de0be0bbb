/** Holds the view still while rows come and go above it, and counts what came there unseen. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { anchorShift, newAbove } from './scrollAnchor.ts';

type Anchoring = {
  rows: readonly DispatchOrder[];
  /** Changes when the dispatcher asks for something else: then the list starts from its top. */
  view: object;
  /** False during the first load, while rows pour in. */
  settled: boolean;
  rowHeight: number;
  scroller: RefObject<HTMLElement | null>;
  /** How far the list is scrolled, px, before rows changed. */
  offset: () => number;
  /** True while the dispatcher's hand is on the table: pointer over it, or the keyboard in it. */
  handOn: () => boolean;
};

/** Orders above the view, unseen: true = they came, false = they moved up. */
export type UnseenAbove = ReadonlyMap<OrderKey, boolean>;

const NOTHING: UnseenAbove = new Map();

/** Returns the orders that came above the view and have not been in sight since, and what to call on scroll. */
export function useScrollAnchor({ rows, view, settled, rowHeight, scroller, offset, handOn }: Anchoring) {
  const seen = useRef<{ rows: readonly DispatchOrder[]; view: object; settled: boolean } | null>(null);
  const [above, setAbove] = useState(NOTHING);

  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { rows, view, settled };
    const element = scroller.current;
    if (!before || !element || before.rows === rows) return;
    if (before.view !== view) {
      if (offset() > 0) element.scrollTo({ top: 0 });
      setAbove(NOTHING);
      return;
    }
    const was = offset();
    // At the very top, with nobody's hand on it, the list may show what came: that is what the top is for.
    if (!before.settled || (was < rowHeight / 2 && !handOn())) return;
    const first = Math.floor(was / rowHeight);
    const inSight = Math.ceil(element.clientHeight / rowHeight);
    const shift = anchorShift(before.rows, rows, first, inSight);
    if (shift === 0) return;
    element.scrollTo({ top: was + shift * rowHeight });
    if (shift < 0) return;
    const came = newAbove(before.rows, rows, first, first + shift);
    if (came.length > 0)
      setAbove((held) => new Map([...held, ...came.map((row) => [row.key, row.came] as const)]));
  }, [rows, view, settled, rowHeight, scroller, offset, handOn]);

  /** `first`: index of the first row in sight; `count`: how many are. */
  const onSight = (first: number, count: number) => {
    if (above.size === 0) return;
    const inSight = rows.slice(first, first + count).filter((order) => above.has(order.key));
    if (first === 0) setAbove(NOTHING);
    else if (inSight.length > 0) {
      const left = new Map(above);
      for (const order of inSight) left.delete(order.key);
      setAbove(left);
    }
  };
  return { above, onSight };
}
