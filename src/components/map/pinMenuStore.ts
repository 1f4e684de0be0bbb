/** Which orders' menu is open on the map. It stays open through refreshes until somebody closes it. */
import { create } from 'zustand';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

type PinMenuState = {
  /** The order whose menu it is first; the others lie under the same pin. Empty: closed. */
  keys: readonly OrderKey[];
  /** Where the menu stands when its order has no point on the map; null = over the middle of the map. */
  beside: Element | null;
  /** @param beside what it was opened from in a list: orders without a point have their menu there. */
  open: (keys: readonly OrderKey[], beside?: Element | null) => void;
  close: () => void;
};

const closed = { keys: [], beside: null };

export const usePinMenu = create<PinMenuState>()((set) => ({
  ...closed,
  open: (keys, beside = null) => set({ keys, beside }),
  close: () => set(closed),
}));
