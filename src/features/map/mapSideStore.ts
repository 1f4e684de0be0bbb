/** What the list beside the map shows: kept while the page is left for a courier's card, and over a reload of this tab. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type SideTab = 'couriers' | 'orders';

type MapSideState = {
  tab: SideTab;
  /** Whether the orders without a point are unfolded; null = the user has not said. */
  withoutOpen: boolean | null;
};

export const useMapSide = create<MapSideState>()(
  persist((): MapSideState => ({ tab: 'couriers', withoutOpen: null }), {
    name: 'pult.mapSide',
    storage: createJSONStorage(() => sessionStorage),
  }),
);
