/** The mouse over the rows: one set of handlers for all of them. */
import type { MouseEvent, RefObject } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { Selection } from './selection.ts';
import { clickRow, toggleRow } from './selection.ts';

function keyAt(event: MouseEvent): OrderKey | null {
  if (!(event.target instanceof Element)) return null;
  return (event.target.closest<HTMLElement>('[data-key]')?.dataset.key as OrderKey | undefined) ?? null;
}

/** A click that ends the marking of words is not meant for the row. */
const marksWords = () => (window.getSelection()?.toString() ?? '') !== '';

/** The selection before the first click of a double one: opening an order leaves it as it was. */
let beforeDouble: Selection | null = null;

/** Only a plain click on a number opens the card here; with Ctrl or the wheel the browser opens its page in a new tab. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Handlers for the element that holds the rows. */
export function rowPointer(
  rows: readonly DispatchOrder[],
  grid: RefObject<HTMLElement | null>,
  onOpen: (order: DispatchOrder) => void,
) {
  const open = (key: OrderKey) => {
    const order = rows.find((row) => row.key === key);
    if (order) onOpen(order);
  };
  return {
    onMouseDown: (event: MouseEvent) => {
      // Shift+click marks a range of rows, not of words; a double click opens the order and marks no word.
      if (event.shiftKey || event.detail > 1) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const key = keyAt(event);
      if (key === null || !(event.target instanceof Element)) return;
      if (event.target.closest('button, a')) {
        useBoardStore.getState().focus(key);
        if (event.target.closest('a[data-open]') && isPlain(event)) {
          event.preventDefault();
          open(key);
        }
        return;
      }
      // The second click of a double one: `onDoubleClick` comes next.
      if (event.detail === 2 && isPlain(event) && !event.target.closest('[data-box]')) return;
      const held = useBoardStore.getState();
      beforeDouble = held;
      const modifiers = { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
      const onBox = event.target.closest('[data-box]') !== null;
      if (!onBox && !modifiers.shift && marksWords()) return;
      const keys = modifiers.shift ? rows.map((row) => row.key) : [];
      const next = onBox && !modifiers.shift ? toggleRow(held, key) : clickRow(held, keys, key, modifiers);
      useBoardStore.setState(next);
      grid.current?.focus({ preventScroll: true });
    },
    onDoubleClick: (event: MouseEvent) => {
      const key = keyAt(event);
      if (key === null || !isPlain(event) || !(event.target instanceof Element)) return;
      if (event.target.closest('button, a, [data-box]')) return;
      if (beforeDouble) {
        useBoardStore.setState({ selected: beforeDouble.selected, anchor: beforeDouble.anchor });
      }
      useBoardStore.getState().focus(key);
      open(key);
    },
    onMouseOver: (event: MouseEvent) => {
      const key = keyAt(event);
      if (key !== useBoardStore.getState().hoveredOrder) useBoardStore.getState().hoverOrder(key);
    },
    onMouseLeave: () => useBoardStore.getState().hoverOrder(null),
  };
}
