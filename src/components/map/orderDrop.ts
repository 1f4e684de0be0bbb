/** Orders that are dragged from the table or by their pins: what is carried, and the places where it can be let go. */
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

const isKey = (key: unknown): key is OrderKey =>
  typeof key === 'string' && (key.startsWith('ireca:') || key.startsWith('kassa:'));

/** The carried orders, or null when something else is dragged. */
export function draggedOrders(data: Record<string | symbol, unknown>): OrderKey[] | null {
  const { type, keys } = data;
  return type === 'orders' && Array.isArray(keys) && keys.every(isKey) && keys.length > 0 ? keys : null;
}

/** Elements that take orders; each is asked whether it does so now. */
const targets = new WeakMap<Element, () => boolean>();

/** The place at a point of the screen (client pixels) where orders can be let go, whatever lies on top of it inside. */
export function dropTargetAt(x: number, y: number): HTMLElement | null {
  for (let at = document.elementFromPoint(x, y); at !== null; at = at.parentElement) {
    const allowed = targets.get(at);
    if (allowed && at instanceof HTMLElement) return allowed() ? at : null;
  }
  return null;
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
  targets.set(element, allowed);
  return () => {
    targets.delete(element);
    over(false)();
    undo();
  };
}
