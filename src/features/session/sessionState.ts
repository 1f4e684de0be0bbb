/** Whether the session ended in the middle of work: the screen then stays as it is, behind a sign-in. */
import { create } from 'zustand';

export const useSessionEnded = create<{ ended: boolean; setEnded: (ended: boolean) => void }>((set) => ({
  ended: false,
  setEnded: (ended) => set({ ended }),
}));
