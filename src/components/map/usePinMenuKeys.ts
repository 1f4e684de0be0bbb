/** What the map itself does to the menu of a pin: a click on open ground and Esc close it, Enter opens it. */
import type L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { typesText } from '#src/components/orders/gridKeys.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { useAreaTool } from './areaTool.ts';
import { usePinMenu } from './pinMenuStore.ts';

/** There Esc has something of its own to close, or belongs to what is typed. */
const ELSEWHERE = '[role="dialog"], [role="menu"], [aria-expanded="true"]';

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
      if (event.key !== 'Enter') return;
      // The order in hand, wherever it was taken up: in the table, in the list or here.
      const { focused, selected } = useBoardStore.getState();
      const key = [focused, ...selected].find((one) => one !== null && hasPin(one));
      if (!key) return;
      usePinMenu.getState().open([key]);
      event.preventDefault();
      event.stopPropagation();
    };
    /** Before the list, the table and the bar: for them Esc clears the selection, and the menu lies above it. */
    const escaped = (event: KeyboardEvent) => {
      const { keys, close } = usePinMenu.getState();
      const { target } = event;
      if (event.key !== 'Escape' || keys.length === 0 || event.defaultPrevented) return;
      if (typesText(target) || (target instanceof Element && target.closest(ELSEWHERE))) return;
      close();
      event.preventDefault();
      event.stopPropagation();
    };
    map.on({ preclick: aimed, click: clicked });
    container.addEventListener('keydown', pressed);
    document.addEventListener('keydown', escaped, { capture: true });
    return () => {
      map.off({ preclick: aimed, click: clicked });
      container.removeEventListener('keydown', pressed);
      document.removeEventListener('keydown', escaped, { capture: true });
    };
  }, [map]);
}
