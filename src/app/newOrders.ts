/** Tells of orders that arrived: a sound, and a count in the tab's title while the dispatcher looks elsewhere. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';

/** Whether new orders may be heard; kept on this computer. */
export const useSound = create<{ on: boolean; toggle: () => void }>()(
  persist((set) => ({ on: true, toggle: () => set((state) => ({ on: !state.on })) }), { name: 'pult.sound' }),
);

/** Orders of `next` that `previous` did not have; none when either is a first or full load. */
export function arrivals(previous: OrdersFeed | undefined, next: OrdersFeed): number {
  if (!previous || previous.loading || next.loading || !next.touched) return 0;
  return next.touched.filter((key) => !previous.records.has(key) && next.records.get(key)?.open).length;
}

/** Two short rising tones, quiet enough for a phone at the ear. */
function chime(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.06;
  volume.connect(audio.destination);
  for (const [index, frequency] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(audio.currentTime + index * 0.14);
    tone.stop(audio.currentTime + index * 0.14 + 0.12);
    if (index === 1) tone.addEventListener('ended', () => void audio.close());
  }
}

/** Sounds for arrivals and keeps the tab's title: «(3) Пульт». */
export function useNewOrderNotice(title: string): void {
  const { data } = useOrdersFeed(useQueryClient());
  const previous = useRef<OrdersFeed>(undefined);
  const [unseen, setUnseen] = useState(0);

  useEffect(() => {
    if (!data) return;
    const arrived = arrivals(previous.current, data);
    previous.current = data;
    if (arrived === 0) return;
    if (useSound.getState().on && navigator.userActivation.hasBeenActive) chime();
    if (!document.hasFocus()) setUnseen((count) => count + arrived);
  }, [data]);

  useEffect(() => {
    const seen = () => setUnseen(0);
    window.addEventListener('focus', seen);
    return () => window.removeEventListener('focus', seen);
  }, []);

  useEffect(() => {
    document.title = unseen > 0 ? `(${unseen}) ${title}` : title;
  }, [unseen, title]);
}
