/** How high the rows of the tables of records are: kept on this computer, not in the address. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type TableLook = { dense: boolean; setDense: (dense: boolean) => void };

export const useTableLook = create<TableLook>()(
  persist((set) => ({ dense: false, setDense: (dense) => set({ dense }) }), { name: 'pult.recordsTable' }),
);
