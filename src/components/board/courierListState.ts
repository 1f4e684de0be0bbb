/** How the list of couriers is looked at: it gives way to a courier's card, and must be the same when it comes back. */
import { create } from 'zustand';
import type { CourierSort, Silence } from '#src/components/map/courierSummary.ts';

type Look = {
  sort: CourierSort;
  query: string;
  /** Only those who keep silent in this way; null = everyone. */
  only: Silence | null;
  /** The row that the keyboard stands on. */
  active: string | null;
  /** The card was just left by its own button: the keyboard goes on from the list. */
  returning: boolean;
};

export const useCourierListState = create<Look & { change: (part: Partial<Look>) => void }>()((set) => ({
  sort: 'load',
  query: '',
  only: null,
  active: null,
  returning: false,
  change: (part) => set(part),
}));
