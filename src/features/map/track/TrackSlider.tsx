/** The hours of a track as a line to slide along: filled where positions came, bare where none did, thick where the courier stood. */
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import { sliderParts } from './sliderParts.ts';
import classes from './TrackPlayer.module.css';
import type { TrackRange } from './trackRange.ts';
import { steppedAt } from './trackSteps.ts';

type Props = {
  track: Track;
  /** First and last fix, epoch ms. */
  span: TrackRange;
  /** The beginning of the track's day, epoch ms. */
  midnight: number;
  /** Epoch ms. */
  at: number;
  onMove: (at: number) => void;
};

export function TrackSlider({ track, span, midnight, at, onMove }: Props) {
  const t = useWords(trackWords);
  const { time, timeSeconds } = useFormat();
  const thumb = useRef<HTMLDivElement>(null);
  const length = Math.max(1, span.to - span.from);
  const share = (ms: number) => `${((ms - span.from) / length) * 100}%`;
  const { heard, stood, ticks } = sliderParts(track, span, midnight);

  const slide = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (event.clientX - left) / width));
    onMove(Math.round(span.from + part * length));
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = steppedAt(track, at, event.key);
    if (next === null) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <div className={classes.slider}>
      <div
        className={classes.rail}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          // The thumb has the keys; a press must not take them away.
          event.preventDefault();
          thumb.current?.focus({ preventScroll: true });
          slide(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) slide(event);
        }}
      >
        {heard.map(({ from, to }) => (
          <span
            key={from}
            className={classes.heard}
            style={{ left: share(from), width: `max(3px, ${((to - from) / length) * 100}%)` }}
          />
        ))}
        {stood.map(({ from, to }) => (
          <span
            key={from}
            className={classes.stood}
            style={{ left: share(from), width: `max(4px, ${((to - from) / length) * 100}%)` }}
          />
        ))}
        <div
          ref={thumb}
          className={classes.thumb}
          style={{ left: share(at) }}
          role="slider"
          tabIndex={0}
          aria-label={t.slider}
          aria-valuemin={0}
          aria-valuemax={Math.round(length / 1000)}
          aria-valuenow={Math.round((at - span.from) / 1000)}
          aria-valuetext={timeSeconds(at)}
          onKeyDown={press}
        />
      </div>
      <div className={classes.ticks} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ left: share(tick) }}>
            {time(tick)}
          </span>
        ))}
      </div>
    </div>
  );
}
