/** Orders that are dragged from the table: what is carried, and the places where it can be let go. */
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

const isKey = (key: unknown): key is OrderKey =>
  typeof key === 'string' && (key.startsWith('ireca:') || key.startsWith('kassa:'));

/** The carried orders, or null when something else is dragged. */
export function draggedOrders(data: Record<string | symbol, unknown>): OrderKey[] | null {
  const { type, keys } = data;
  return type === 'orders' && Array.isArray(keys) && keys.every(isKey) && keys.length > 0 ? keys : null;
}

/**
 * Makes the element a place to drop orders on; while they are above it, it carries `data-drop`.
 * @param allowed asked each time: only dispatchers may. @returns how to undo it.
 */
export function orderDropTarget(
  element: HTMLElement,
  allowed: () => boolean,
  onDrop: (keys: OrderKey[]) => void,
): () => void {
  const over = (is: boolean) => () => element.toggleAttribute('data-drop', is);
  const undo = dropTargetForElements({
    element,
    canDrop: ({ source }) => allowed() && draggedOrders(source.data) !== null,
    getDropEffect: () => 'move',
    onDragEnter: over(true),
    onDragLeave: over(false),
    onDrop: ({ source }) => {
      over(false)();
      const keys = draggedOrders(source.data);
      if (keys) onDrop(keys);
    },
  });
  return () => {
    over(false)();
    undo();
  };
}
