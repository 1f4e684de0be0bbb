/** Rows can be dragged onto a courier. One draggable serves all rows; the library is fetched once the page is at rest. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { loadPart } from '#src/lib/lazyPart.ts';
import classes from './rowDrag.module.css';

/** What a drop target finds in `source.data`. */
type DragData = { type: 'orders'; keys: OrderKey[] };

/** Words can be marked with the mouse, buttons and boxes pressed: a drag never starts there. */
const NO_DRAG = '[data-text], button, a, input, [data-box]';

const rowAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-key]')?.dataset.key as OrderKey | undefined;

const fetchLibrary = () =>
  Promise.all([
    import('@atlaskit/pragmatic-drag-and-drop/element/adapter'),
    import('@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'),
    import('@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview'),
  ]);

/** The whole selection when the row is part of it, else the row alone. */
function dragged(x: number, y: number): OrderKey[] {
  const key = rowAt(x, y);
  if (key === undefined) return [];
  const { selected } = useBoardStore.getState();
  return selected.has(key) ? [...selected] : [key];
}

/**
 * @param body the element that holds the rows.
 * @param label «3 заказа», for the preview beside the pointer.
 * @param enabled false for those who may not command.
 */
export function useRowDrag(
  body: RefObject<HTMLElement | null>,
  label: (count: number) => string,
  enabled: boolean,
): void {
  useEffect(() => {
    const element = body.current;
    if (!element || !enabled) return;
    let stop: (() => void) | undefined;
    let left = false;

    // The browser lets no text be marked inside a draggable, so over text it is none for the length of a press.
    const press = (event: PointerEvent) => {
      const onText = event.target instanceof Element && event.target.closest(NO_DRAG) !== null;
      element.draggable = stop !== undefined && !onText;
    };
    const release = () => {
      element.draggable = stop !== undefined;
    };
    element.addEventListener('pointerdown', press, { capture: true });
    window.addEventListener('pointerup', release);

    const begin = async () => {
      const [{ draggable }, { setCustomNativeDragPreview }, { pointerOutsideOfPreview }] =
        await loadPart(fetchLibrary);
      if (left) return;
      stop = draggable({
        element,
        canDrag: ({ input }) => dragged(input.clientX, input.clientY).length > 0,
        getInitialData: ({ input }): DragData => ({
          type: 'orders',
          keys: dragged(input.clientX, input.clientY),
        }),
        onGenerateDragPreview: ({ nativeSetDragImage, source }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
            render: ({ container }) => {
              const preview = document.createElement('div');
              preview.className = classes.preview ?? '';
              preview.textContent = label((source.data as DragData).keys.length);
              container.append(preview);
            },
          }),
      });
    };
    // No part of what the first row waits for, yet here before a hand can press one.
    const atRest = 'requestIdleCallback' in globalThis;
    // Gone with an update of Pult: until the next load orders are assigned by keys and buttons only.
    const fetchAndBegin = () => void begin().catch(() => undefined);
    const handle = atRest
      ? requestIdleCallback(fetchAndBegin, { timeout: 3_000 })
      : window.setTimeout(fetchAndBegin, 1_000);

    return () => {
      left = true;
      stop?.();
      if (atRest) cancelIdleCallback(handle);
      else clearTimeout(handle);
      element.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('pointerup', release);
    };
  }, [body, label, enabled]);
}
