/** The mouse over the rows: one set of handlers for all of them. */
import type { MouseEvent, RefObject } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { clickRow, toggleRow } from './selection.ts';

function keyAt(event: MouseEvent): OrderKey | null {
  if (!(event.target instanceof Element)) return null;
  return (event.target.closest<HTMLElement>('[data-key]')?.dataset.key as OrderKey | undefined) ?? null;
}

/** A click that ends the marking of words is not meant for the row. */
const marksWords = () => (window.getSelection()?.toString() ?? '') !== '';

/** Handlers for the element that holds the rows. */
export function rowPointer(rows: readonly DispatchOrder[], grid: RefObject<HTMLElement | null>) {
  return {
    onMouseDown: (event: MouseEvent) => {
      // Shift+click marks a range of rows, not of words.
      if (event.shiftKey) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const key = keyAt(event);
      if (key === null || !(event.target instanceof Element)) return;
      if (event.target.closest('button, a')) {
        useBoardStore.getState().focus(key);
        return;
      }
      const held = useBoardStore.getState();
      const modifiers = { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
      const onBox = event.target.closest('[data-box]') !== null;
      if (!onBox && !modifiers.shift && marksWords()) return;
      const keys = modifiers.shift ? rows.map((row) => row.key) : [];
      const next = onBox && !modifiers.shift ? toggleRow(held, key) : clickRow(held, keys, key, modifiers);
      useBoardStore.setState(next);
      grid.current?.focus({ preventScroll: true });
    },
    onMouseOver: (event: MouseEvent) => {
      const key = keyAt(event);
      if (key !== useBoardStore.getState().hoveredOrder) useBoardStore.getState().hoverOrder(key);
    },
    onMouseLeave: () => useBoardStore.getState().hoverOrder(null),
  };
}
