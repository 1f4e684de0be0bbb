/** What of the list is in sight: only that is drawn, refreshes do not move it, and what is chosen on the map comes to it. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { anchorShift } from '#src/components/orders/scrollAnchor.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import type { SideEntry } from './orderSideEntries.ts';
import { entryAt, HEAD_PX, headOf } from './orderSideEntries.ts';

/** The bar of what can be done with the selected stands over the foot of the list on a phone; a row's breath elsewhere. */
const FOOT_PX = 12;

type Scroll = { entries: readonly SideEntry[]; scroller: RefObject<HTMLElement | null> };

export function useOrderSideScroll({ entries, scroller }: Scroll) {
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => entries[index]?.height ?? HEAD_PX,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 5,
    scrollPaddingStart: HEAD_PX,
    paddingEnd: FOOT_PX,
    // The head of what is in sight is always there.
    rangeExtractor: (range) => {
      const head = Math.max(0, headOf(entries, range.startIndex));
      return [...new Set([head, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
  });
  // Heights belong to entries, not to places: another list has them elsewhere.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, entries]);
  useHeldView(entries, scroller, virtualizer);

  const sight = useCallback(() => {
    const offset = (virtualizer.scrollOffset ?? 0) + HEAD_PX;
    const bottom = offset + (scroller.current?.clientHeight ?? 0) - HEAD_PX;
    const rowsBefore = (index: number) => {
      let rows = 0;
      for (let at = 0; at < index; at += 1) if (entries[at]?.kind === 'row') rows += 1;
      return rows;
    };
    const first = rowsBefore(entryAt(entries, offset));
    return { first, count: Math.max(1, rowsBefore(entryAt(entries, bottom)) - first) };
  }, [entries, virtualizer, scroller]);

  const reveal = useCallback(
    (key: OrderKey) => {
      const index = entries.findIndex((entry) => entry.key === key);
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [entries, virtualizer],
  );
  useRevealSelected(entries, scroller, reveal);
  return { virtualizer, stuck: headOf(entries, virtualizer.range?.startIndex ?? 0), sight, reveal };
}

type ListVirtualizer = Virtualizer<HTMLElement, Element>;

/** Rows that come or go above the first one in sight do not move it. */
function useHeldView(
  entries: readonly SideEntry[],
  scroller: RefObject<HTMLElement | null>,
  virtualizer: ListVirtualizer,
): void {
  const seen = useRef(entries);
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = entries;
    const element = scroller.current;
    const was = virtualizer.scrollOffset ?? 0;
    if (before === entries || !element || was < HEAD_PX / 2) return;
    const first = entryAt(before, was + HEAD_PX);
    const last = entryAt(before, was + element.clientHeight);
    const now = first + anchorShift(before, entries, first, last - first + 1);
    const moved = (entries[now]?.top ?? 0) - (before[first]?.top ?? 0);
    if (now !== first && moved !== 0) element.scrollTo({ top: was + moved });
  }, [entries, scroller, virtualizer]);
}

/** What is selected on the map comes into sight here, unless the hand is in the list. */
function useRevealSelected(
  entries: readonly SideEntry[],
  scroller: RefObject<HTMLElement | null>,
  reveal: (key: OrderKey) => void,
): void {
  const selected = useBoardStore((state) => state.selected);
  const bring = useEffectEvent((keys: ReadonlySet<OrderKey>) => {
    const list = scroller.current;
    if (keys.size === 0 || !list || list.matches(':hover') || list.contains(document.activeElement)) return;
    const { focused } = useBoardStore.getState();
    const first = entries.find((entry) => entry.kind === 'row' && keys.has(entry.key));
    if (focused !== null && keys.has(focused)) reveal(focused);
    else if (first?.kind === 'row') reveal(first.key);
  });
  useEffect(() => bring(selected), [selected]);
}
