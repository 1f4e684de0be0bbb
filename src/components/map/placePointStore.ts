/** Which order is being put on the map by hand: the next click there is its place. */
import { create } from 'zustand';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';

/** How the last try ended: `placed` is false when it was given up. */
export type PlacingEnd = { key: OrderKey; placed: boolean };

type PlacePointState = {
  /** Null: nothing is being placed. */
  key: OrderKey | null;
  ended: PlacingEnd | null;
  start: (key: OrderKey) => void;
  end: (placed: boolean) => void;
};

export const usePlacing = create<PlacePointState>()((set) => ({
  key: null,
  ended: null,
  start: (key) => set({ key, ended: null }),
  end: (placed) => set(({ key }) => (key === null ? {} : { key: null, ended: { key, placed } })),
}));
