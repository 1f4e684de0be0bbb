/** The slider over the hours of a track, and what plays it. */
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackPlayer.module.css';
import { TrackSlider } from './TrackSlider.tsx';
import type { TrackRange } from './trackRange.ts';
import { SPEEDS } from './usePlayback.ts';
import type { TrackDesk } from './useTrackDesk.ts';

type Props = { desk: TrackDesk; track: Track; span: TrackRange };

export function TrackPlayer({ desk, track, span }: Props) {
  const t = useWords(trackWords);
  const { timeSeconds } = useFormat();
  const { at, setAt, playing, play, pause, speed, setSpeed } = desk;
  const stands = at ?? span.to;
  return (
    <div className={classes.player}>
      <TrackSlider
        track={track}
        span={span}
        midnight={desk.midnight}
        at={stands}
        onMove={(next) => {
          pause();
          setAt(next === span.to ? null : next);
        }}
      />
      <div className={classes.controls}>
        <button
          type="button"
          className={classes.play}
          aria-label={playing ? t.pause : t.play}
          title={playing ? t.pause : t.play}
          disabled={span.from === span.to}
          onClick={playing ? pause : play}
        >
          {playing ? (
            <IconPlayerPauseFilled size={15} aria-hidden />
          ) : (
            <IconPlayerPlayFilled size={15} aria-hidden />
          )}
        </button>
        <time className={classes.clock} data-track-at={stands}>
          {timeSeconds(stands)}
        </time>
        <div className={classes.speeds} role="radiogroup" aria-label={t.speed}>
          {SPEEDS.map((one) => (
            <label key={one} className={classes.speed} title={t.speedLabel(one)}>
              <input
                type="radio"
                name="track-speed"
                aria-label={t.speedLabel(one)}
                checked={speed === one}
                onChange={() => setSpeed(one)}
              />
              <span aria-hidden>{t.speedOf(one)}</span>
            </label>
          ))}
        </div>
      </div>
    </div>
  );
}
