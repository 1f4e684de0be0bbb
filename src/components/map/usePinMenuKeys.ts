/** What the map itself does to the menu of a pin: a click on open ground and Esc close it, Enter opens it. */
import type L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useAreaTool } from './areaTool.ts';
import { usePinMenu } from './pinMenuStore.ts';

/** @param orders those whose pins are shown. */
export function usePinMenuKeys(map: L.Map, orders: readonly DispatchOrder[]): void {
  const hasPin = useEffectEvent((key: string) => orders.some((order) => order.key === key));

  useEffect(() => {
    const container = map.getContainer();
    let before: readonly OrderKey[] = [];
    const aimed = () => {
      before = usePinMenu.getState().keys;
    };
    const clicked = () => {
      const { keys, close } = usePinMenu.getState();
      // A pin below the pointer has opened its own menu in the same click, or will do so now.
      if (keys === before) queueMicrotask(() => usePinMenu.getState().keys === before && close());
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.target !== container || event.defaultPrevented || useAreaTool.getState().tool !== null)
        return;
      const { keys, open, close } = usePinMenu.getState();
      if (event.key === 'Escape' && keys.length > 0) close();
      else if (event.key === 'Enter') {
        // The order in hand, wherever it was taken up: in the table, in the list or here.
        const { focused, selected } = useBoardStore.getState();
        const key = [focused, ...selected].find((one) => one !== null && hasPin(one));
        if (!key) return;
        open([key]);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    map.on({ preclick: aimed, click: clicked });
    container.addEventListener('keydown', pressed);
    return () => {
      map.off({ preclick: aimed, click: clicked });
      container.removeEventListener('keydown', pressed);
    };
  }, [map]);
}
