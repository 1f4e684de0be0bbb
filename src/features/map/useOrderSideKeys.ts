/** The keyboard in the list beside the map: the same keys as in the orders table, while the list has the focus. */
import type { KeyboardEvent, RefObject } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useCommands } from '#src/components/commands/commandStore.ts';
import type { GridAction } from '#src/components/orders/gridKeys.ts';
import { gridAction, stepOf } from '#src/components/orders/gridKeys.ts';
import { moveFocus, toggleAll, toggleRow } from '#src/components/orders/selection.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';

type Keys = {
  grid: RefObject<HTMLElement | null>;
  /** As listed. */
  rows: readonly DispatchOrder[];
  /** All orders as their systems have them, by key: selected ones may be folded away or hidden by a search. */
  records: ReadonlyMap<string, DispatchOrder>;
  /** Index among `rows` of the first one in sight, and how many are. */
  sight: () => { first: number; count: number };
  reveal: (key: OrderKey) => void;
  onMenu: (order: DispatchOrder, beside: Element | null) => void;
};

/** What the same key does to a button that has the focus. */
const PRESSES = new Set<GridAction['do']>(['toggle', 'open']);

const rowOf = (grid: HTMLElement | null) => grid?.querySelector('[role=row][data-focused]') ?? null;

/** @returns the handler for the grid. */
export function useOrderSideKeys({ grid, rows, records, sight, reveal, onMenu }: Keys) {
  const { openAssign, openReschedule, openCancel } = useCommands();

  const perform = (action: GridAction, target: Element): boolean => {
    const held = useBoardStore.getState();
    switch (action.do) {
      case 'move': {
        const { first, count } = sight();
        const by = stepOf(action.by, count, rows.length);
        const keys = rows.map(({ key }) => key);
        const next = moveFocus(held, keys, by, { extend: action.extend, entry: first });
        useBoardStore.setState(next);
        grid.current?.focus({ preventScroll: true });
        if (next.focused !== null) reveal(next.focused);
        return true;
      }
      case 'walk':
        return walk(grid.current, target, action.back);
      case 'toggle':
      case 'open': {
        const order = rows.find(({ key }) => key === held.focused);
        if (!order) return false;
        if (action.do === 'toggle') useBoardStore.setState(toggleRow(held, order.key));
        else onMenu(order, rowOf(grid.current));
        return true;
      }
      case 'selectAll':
        useBoardStore.setState(
          toggleAll(
            held,
            rows.map(({ key }) => key),
          ),
        );
        return true;
      case 'clear':
        if (held.selected.size === 0) return false;
        held.clear();
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
      case 'help':
        return false;
    }
  };

  return (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    const action = gridAction(event.nativeEvent);
    if (!action) return;
    // Space and Enter on a button press that button.
    if (PRESSES.has(action.do) && target.closest('button, input')) return;
    if (!perform(action, target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** → goes from the list into the buttons of the row that the keyboard stands on, ← the same way back. */
function walk(grid: HTMLElement | null, target: Element, back: boolean): boolean {
  const row = target === grid ? rowOf(grid) : target.closest('[role=row][data-key]');
  if (!grid || !row) return false;
  const controls = [...row.querySelectorAll<HTMLElement>('button')];
  const at = controls.findIndex((control) => control === target);
  if (back && at < 0) return false;
  const next = back ? (controls[at - 1] ?? grid) : controls[at + 1];
  next?.focus({ preventScroll: true });
  return next !== undefined;
}
