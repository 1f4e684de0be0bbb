/** The keyboard on the orders table: moves, selects, commands. Works from the table and from nowhere in particular. */
import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCommands } from '#src/components/commands/commandStore.ts';
import type { GridAction } from '#src/components/orders/gridKeys.ts';
import { gridAction, stepOf, typesText } from '#src/components/orders/gridKeys.ts';
import { moveFocus, toggleAll, toggleRow } from '#src/components/orders/selection.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

type GridKeyboard = {
  grid: RefObject<HTMLElement | null>;
  rows: readonly DispatchOrder[];
  /** All orders, by key: selected ones may be hidden by a filter. */
  records: ReadonlyMap<string, DispatchOrder>;
  /** The rows in sight: index of the first, and how many. */
  sight: () => { first: number; count: number };
  scrollTo: (index: number) => void;
  onHelp: () => void;
  onOpen: (order: DispatchOrder) => void;
};

/** Keys pressed in a field, a button, a menu or a dialog belong to it. */
const OTHERS =
  'button, a, input, select, textarea, [role="dialog"], [role="menu"], [role="listbox"], [role="separator"]';

/** What the same key does to a button that has the focus. */
const PRESSES = new Set<GridAction['do']>(['toggle', 'open']);

export function useGridKeyboard({
  grid,
  rows,
  records,
  sight,
  scrollTo,
  onHelp,
  onOpen,
}: GridKeyboard): void {
  const { openAssign, openReschedule, openCancel } = useCommands();

  const perform = (action: GridAction, target: Element): boolean => {
    const held = useBoardStore.getState();
    const keys = () => rows.map((row) => row.key);
    switch (action.do) {
      case 'move': {
        const { first, count } = sight();
        const by = stepOf(action.by, count, rows.length);
        const next = moveFocus(held, keys(), by, { extend: action.extend, entry: first });
        useBoardStore.setState(next);
        grid.current?.focus({ preventScroll: true });
        scrollTo(rows.findIndex((row) => row.key === next.focused));
        return true;
      }
      case 'walk':
        return walkControls(grid.current, target, action.back);
      case 'toggle': {
        const key = held.focused;
        if (key === null || !rows.some((row) => row.key === key)) return false;
        useBoardStore.setState(toggleRow(held, key));
        return true;
      }
      case 'open': {
        const order = rows.find((row) => row.key === held.focused);
        if (order) onOpen(order);
        return order !== undefined;
      }
      case 'selectAll':
        useBoardStore.setState(toggleAll(held, keys()));
        return true;
      case 'clear':
        if (held.selected.size === 0) return false;
        held.clear();
        return true;
      case 'help':
        onHelp();
        return true;
      case 'assign':
      case 'reschedule':
      case 'cancel': {
        const wanted = held.selected.size > 0 ? [...held.selected] : held.focused ? [held.focused] : [];
        const orders = wanted.flatMap((key) => records.get(key) ?? []);
        const open = { assign: openAssign, reschedule: openReschedule, cancel: openCancel }[action.do];
        if (orders.length > 0) open(orders);
        return orders.length > 0;
      }
    }
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || typesText(target)) return;
    const inGrid = grid.current?.contains(target) ?? false;
    if (!inGrid && target.closest(OTHERS)) return;
    const action = gridAction(event);
    if (!action) return;
    // Space and Enter on a button of the row press that button.
    if (PRESSES.has(action.do) && target.closest('button, a, input')) return;
    if ((PRESSES.has(action.do) || action.do === 'walk') && !inGrid) return;
    if (perform(action, target)) event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * → goes from the table into the buttons of the row that the keyboard stands on, one by one; ← the same way back. The
 * number is left out: Enter does the same. True when the focus was moved.
 */
function walkControls(grid: HTMLElement | null, target: Element, back: boolean): boolean {
  if (!grid) return false;
  const row = target === grid ? grid.querySelector('tr[data-focused]') : target.closest('tr[data-key]');
  if (!row) return false;
  const controls = [...row.querySelectorAll<HTMLElement>('button, a:not([data-open])')];
  const at = controls.findIndex((control) => control === target);
  if (back && at < 0) return false;
  const next = back ? (controls[at - 1] ?? grid) : controls[at + 1];
  next?.focus({ preventScroll: true });
  return next !== undefined;
}
