/**
 * Tells the dispatcher that something happened: by a tone, and by a notification of the browser while nobody looks at
 * Pult; each as the switches want it, each event once per browser however many tabs there are.
 */
import { create } from 'zustand';
import { permission, showNotice } from './browserNotice.ts';
import { anyTabInFront, tabInFront } from './inFront.ts';
import { claim } from './noticeLog.ts';
import type { NoticeKind } from './noticeStore.ts';
import { useNoticeStore } from './noticeStore.ts';
import { canSound, playTone } from './tones.ts';

/** What is said. It may be read by strangers over a shoulder: no names or phones of clients. */
export type NoticeWords = {
  title: string;
  body: string;
  /** Where a press leads, as an address of the app. */
  to: string;
};

export type Notice = NoticeWords & {
  kind: NoticeKind;
  /** Names the event, for good: `new:ireca:209900`. The same key again is never told again. */
  key: string;
  /** What stands for it among several: an order's number. */
  name: string;
  /** Only the tab that tells it can show what it is about, so it matters not that another tab is in front. */
  ownTab?: boolean;
};

/** Something was told that this tab has not been looked at since: its icon gets a dot. */
export const useUnseen = create<{ unseen: boolean }>(() => ({ unseen: false }));

let go: (to: string) => void = (to) => window.location.assign(to);

/** How a press on a notification gets to its address without loading the page anew. @returns how to take it back. */
export function leadBy(navigate: (to: string) => void): () => void {
  const before = go;
  go = navigate;
  return () => {
    go = before;
  };
}

/** Tells one event. */
export const announce = (notice: Notice): Promise<void> => announceAll([notice], () => notice);

/**
 * Tells several events of one kind that came together, as one.
 * @param together says those of them that nobody has told yet (two at least; a single one speaks for itself).
 */
export async function announceAll(
  notices: readonly Notice[],
  together: (fresh: readonly Notice[]) => NoticeWords,
): Promise<void> {
  const [first] = notices;
  if (!first) return;
  const { kind } = first;
  const { on, volume, kinds } = useNoticeStore.getState();
  if (!tabInFront()) useUnseen.setState({ unseen: true });
  const keys = notices.map(({ key }) => key);

  // A tab that may not sound leaves it to another one.
  if (on && kinds[kind].sound && canSound()) {
    const fresh = await claim(keys, 'heard', Date.now());
    if (fresh.length > 0) void playTone(kind, volume);
  }
  if (!kinds[kind].shown || permission() !== 'granted') return;
  const free = new Set(await claim(keys, 'shown', Date.now()));
  const fresh = notices.filter(({ key }) => free.has(key));
  const [only] = fresh;
  if (!only || (only.ownTab ? tabInFront() : await anyTabInFront())) return;
  const { title, body, to } = fresh.length === 1 ? only : together(fresh);
  const tag = fresh.length === 1 ? only.key : `${only.key} +${fresh.length - 1}`;
  showNotice({ tag, title, body }, () => go(to));
}
