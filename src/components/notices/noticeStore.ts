/** What may be heard and shown by the browser, kept on this computer and shared by its tabs. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** new: orders that arrived · late: their window ended · failed: commands that did not end as asked, errors of tills. */
export const NOTICE_KINDS = ['new', 'late', 'failed'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const VOLUMES = ['quiet', 'normal', 'loud'] as const;
export type Volume = (typeof VOLUMES)[number];

/** `sound`: it is heard · `shown`: the browser shows it while no tab of Pult is in front. */
export type NoticeSwitches = { sound: boolean; shown: boolean };

type Kept = {
  /** The switch in the header: without it nothing is heard, whatever stands below. */
  on: boolean;
  volume: Volume;
  kinds: Record<NoticeKind, NoticeSwitches>;
};

type NoticeState = Kept & {
  toggle: () => void;
  setVolume: (volume: Volume) => void;
  setSwitch: (kind: NoticeKind, which: keyof NoticeSwitches, value: boolean) => void;
};

// Nothing is shown by the browser until somebody asks for it: it needs a permission.
const AT_FIRST: NoticeSwitches = { sound: true, shown: false };
// An older Pult kept its one switch, `on`, under the same name: who had muted it stays undisturbed.
const NAME = 'pult.sound';

function keptSwitches(kept: unknown): NoticeSwitches {
  const { sound, shown } = (kept ?? {}) as Partial<NoticeSwitches>;
  return {
    sound: typeof sound === 'boolean' ? sound : AT_FIRST.sound,
    shown: typeof shown === 'boolean' ? shown : AT_FIRST.shown,
  };
}

/** Whatever was kept, by whichever Pult, as switches; what is missing or odd stands as at first. */
export function keptNotices(kept: unknown): Kept {
  const { on, volume, kinds } = (kept ?? {}) as Partial<Kept>;
  return {
    on: typeof on === 'boolean' ? on : true,
    volume: VOLUMES.find((one) => one === volume) ?? 'normal',
    kinds: {
      new: keptSwitches(kinds?.new),
      late: keptSwitches(kinds?.late),
      failed: keptSwitches(kinds?.failed),
    },
  };
}

export const useNoticeStore = create<NoticeState>()(
  persist(
    (set) => ({
      ...keptNotices(null),
      toggle: () => set(({ on }) => ({ on: !on })),
      setVolume: (volume) => set({ volume }),
      setSwitch: (kind, which, value) =>
        set(({ kinds }) => ({ kinds: { ...kinds, [kind]: { ...kinds[kind], [which]: value } } })),
    }),
    {
      name: NAME,
      partialize: ({ on, volume, kinds }) => ({ on, volume, kinds }),
      merge: (kept, current) => ({ ...current, ...keptNotices(kept) }),
    },
  ),
);

// What another tab has switched counts here too.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === NAME) void useNoticeStore.persist.rehydrate();
});
