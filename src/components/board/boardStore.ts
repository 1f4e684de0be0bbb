/** What is under the dispatcher's hand: selected, focused and hovered orders and couriers. Refreshes never touch it. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
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
      name: 'pult.board',
      storage: createJSONStorage(() => sessionStorage, {
        replacer: (_key, value: unknown) => (value instanceof Set ? { set: [...value] } : value),
        reviver: (_key, value: unknown) =>
          typeof value === 'object' && value !== null && 'set' in value && Array.isArray(value.set)
            ? new Set(value.set)
            : value,
      }),
      partialize: ({ selected, anchor }) => ({ selected, anchor }),
    },
  ),
);
