/** What is under the dispatcher's hand: selected, focused and hovered orders and couriers. Refreshes never touch it. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { PersistStorage } from 'zustand/middleware';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

type BoardState = {
  /** In the order of selecting. Survives a reload of this tab. */
  selected: ReadonlySet<OrderKey>;
  /** Where a Shift range starts. */
  anchor: OrderKey | null;
  /** The row that the keyboard stands on. */
  focused: OrderKey | null;
  hoveredOrder: OrderKey | null;
  hoveredCourierId: string | null;
  select: (keys: Iterable<OrderKey>, anchor?: OrderKey | null) => void;
  toggle: (key: OrderKey) => void;
  clear: () => void;
  focus: (key: OrderKey | null) => void;
  hoverOrder: (key: OrderKey | null) => void;
  hoverCourier: (courierId: string | null) => void;
};

type Kept = Pick<BoardState, 'selected' | 'anchor'>;

let written: Kept | null = null;

/** Writes only when the selection changed: hovering over rows must not write ten thousand keys at every step. */
const keptInTab: PersistStorage<Kept> = {
  getItem(name) {
    const text = sessionStorage.getItem(name);
    if (text === null) return null;
    const { selected, anchor } = JSON.parse(text) as { selected: OrderKey[]; anchor: OrderKey | null };
    return { state: { selected: new Set(selected), anchor } };
  },
  setItem(name, { state: { selected, anchor } }) {
    if (written?.selected === selected && written.anchor === anchor) return;
    written = { selected, anchor };
    sessionStorage.setItem(name, JSON.stringify({ selected: [...selected], anchor }));
  },
  removeItem: (name) => sessionStorage.removeItem(name),
};

export const useBoardStore = create<BoardState>()(
  persist(
    (set) => ({
      selected: new Set<OrderKey>(),
      anchor: null,
      focused: null,
      hoveredOrder: null,
      hoveredCourierId: null,
      select: (keys, anchor) =>
        set((state) => ({ selected: new Set(keys), anchor: anchor === undefined ? state.anchor : anchor })),
      toggle: (key) =>
        set((state) => {
          const selected = new Set(state.selected);
          if (!selected.delete(key)) selected.add(key);
          return { selected, anchor: key, focused: key };
        }),
      clear: () => set({ selected: new Set(), anchor: null }),
      focus: (focused) => set({ focused }),
      hoverOrder: (hoveredOrder) => set({ hoveredOrder }),
      hoverCourier: (hoveredCourierId) => set({ hoveredCourierId }),
    }),
    {
      name: 'pult.selection',
      storage: keptInTab,
      partialize: ({ selected, anchor }) => ({ selected, anchor }),
    },
  ),
);
