/** The orders as the list shows them now, for stepping to a neighbour from the card of one of them. */
import { create } from 'zustand';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

/** Empty while no list is on screen. */
export const useListedOrders = create<{
  rows: readonly DispatchOrder[];
  /** Scrolls the list to an order that is out of sight; null while there is no list. */
  reveal: ((key: string) => void) | null;
}>(() => ({ rows: [], reveal: null }));
