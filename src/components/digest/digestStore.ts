/** The panel «Что изменилось»: open or not, since when, and whose deeds count. */
import { create } from 'zustand';

export const SINCE = ['look', 'quarter', 'hour', 'shift'] as const;
export type Since = (typeof SINCE)[number];

type DigestStore = {
  opened: boolean;
  /** Chosen in the panel; null = the last look if there was one, else an hour. */
  since: Since | null;
  /** When it was opened or chosen, epoch ms: «an hour» is an hour before that, and does not creep on. */
  askedAt: number;
  withOwn: boolean;
  open: (now: number, since?: Since) => void;
  choose: (now: number, since: Since) => void;
  showOwn: (withOwn: boolean) => void;
  close: () => void;
};

export const useDigestStore = create<DigestStore>((set) => ({
  opened: false,
  since: null,
  askedAt: 0,
  withOwn: false,
  open: (askedAt, since) => set({ opened: true, askedAt, ...(since && { since }) }),
  choose: (askedAt, since) => set({ askedAt, since }),
  showOwn: (withOwn) => set({ withOwn }),
  close: () => set({ opened: false }),
}));
