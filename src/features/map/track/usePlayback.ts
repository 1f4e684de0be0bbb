/** Plays a track: the time runs on by itself, some dozens of times faster than it did. */
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';

export const SPEEDS = [30, 60, 120] as const;
export type Speed = (typeof SPEEDS)[number];

const BEAT_MS = 100;
/** Who wants less motion gets a step each second instead of a slider that glides. */
const CALM_BEAT_MS = 1_000;

/** @param onRun is given how much time of the track has passed, ms; false = there is nothing more to play. */
export function usePlayback(onRun: (ms: number) => boolean) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const beatMs = useReducedMotion() ? CALM_BEAT_MS : BEAT_MS;
  const run = useEffectEvent((ms: number) => {
    if (!onRun(ms * speed)) setPlaying(false);
  });

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      run(now - last);
      last = now;
    }, beatMs);
    return () => clearInterval(timer);
  }, [playing, beatMs]);

  return { playing, setPlaying, speed, setSpeed };
}
