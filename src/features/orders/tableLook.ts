/** How this dispatcher likes the table and the pane beside it: kept on this computer, not in the address. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type TableLook = {
  /** Column id → shown; a column that is not named is shown. */
  visibility: Record<string, boolean>;
  /** Column id → width in px; only columns whose width was changed by hand. */
  sizing: Record<string, number>;
  dense: boolean;
  paneOpen: boolean;
  /** Width of the pane, px; null = never changed by hand, so it suits the screen. */
  paneWidth: number | null;
  set: (change: Partial<Omit<TableLook, 'set' | 'reset'>>) => void;
  /** Columns and row height as they were at first. */
  reset: () => void;
};

export const useTableLook = create<TableLook>()(
  persist(
    (set) => ({
      visibility: {},
      sizing: {},
      dense: false,
      paneOpen: true,
      paneWidth: null,
      set: (change) => set(change),
      reset: () => set({ visibility: {}, sizing: {}, dense: false }),
    }),
    { name: 'pult.ordersTable' },
  ),
);
