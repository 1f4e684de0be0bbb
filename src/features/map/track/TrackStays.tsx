/** Where the courier stood, and when nobody knows where they were; a press shows the place on the map and that moment on the slider. */
import { useFormat } from '#src/components/format/useFormat.ts';
import { useTrackTitles } from '#src/components/map/useTrackTitles.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackPanel.module.css';
import { trackGaps } from './trackSteps.ts';

type Props = {
  track: Track;
  onShow: (points: readonly LatLon[]) => void;
  /** Epoch ms. */
  onMoment: (at: number) => void;
};

export function TrackStays({ track, onShow, onMoment }: Props) {
  const t = useWords(trackWords);
  const { time, ago } = useFormat();
  const { orderNumber } = useTrackTitles();
  const stops = track.stops.map(({ from, to, point, orderIds }) => ({
    kind: 'stop' as const,
    from,
    to,
    points: [point],
    words: orderIds.map((id) => t.order(orderNumber(id))).join(', '),
    label: t.stopLabel(time(from), time(to), ago(to - from)),
  }));
  const gaps = trackGaps(track).map(({ from, to, points }) => ({
    kind: 'gap' as const,
    from,
    to,
    points,
    words: t.noPositions,
    label: t.gapLabel(time(from), time(to), ago(to - from)),
  }));
  const rows = [...stops, ...gaps].toSorted((a, b) => a.from - b.from);
  return (
    <div className={classes.stays}>
      <h4 className={classes.subtitle}>
        {stops.length === 0 ? t.noStops : t.stopsTitle(stops.length)}
        {gaps.length > 0 && <span title={t.gapHint}> · {t.gaps(gaps.length)}</span>}
      </h4>
      {rows.length > 0 && (
        <ol className={classes.rows}>
          {rows.map(({ kind, from, to, points, words, label }) => (
            <li key={`${kind} ${from}`}>
              <button
                type="button"
                className={classes.stay}
                data-kind={kind}
                aria-label={words === '' ? label : `${label}. ${words}`}
                onClick={() => {
                  onShow(points);
                  onMoment(from);
                }}
              >
                <span>{t.hours(time(from), time(to))}</span>
                <span className={classes.length}>{ago(to - from)}</span>
                <span className={classes.stayWords}>{words}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
