/** The chosen courier's track: day and hours, the slider, what was at that moment, stops. */
import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackPanel.module.css';
import { TrackMoment } from './TrackMoment.tsx';
import { TrackNotes } from './TrackNotes.tsx';
import { TrackPlayer } from './TrackPlayer.tsx';
import { TrackRangeForm } from './TrackRangeForm.tsx';
import { TrackStays } from './TrackStays.tsx';
import type { TrackDesk } from './useTrackDesk.ts';

export function TrackPanel({ desk }: { desk: TrackDesk }) {
  const t = useWords(trackWords);
  return (
    <section className={classes.panel} aria-label={t.title} aria-busy={desk.query.isFetching && !desk.track}>
      <TrackRangeForm desk={desk} />
      <TrackBody desk={desk} />
    </section>
  );
}

function TrackBody({ desk }: { desk: TrackDesk }) {
  const t = useWords(trackWords);
  const { track, query, span } = desk;
  if (desk.notYet) return <p className={classes.quiet}>{t.notYet}</p>;
  if (!track) {
    if (query.isError) {
      return <ErrorNote error={query.error} onRetry={() => void query.refetch()} compact />;
    }
    return query.data ? <Waiting until={query.data.retryAt ?? 0} /> : <Loading />;
  }
  return (
    <>
      {query.isError && <ErrorNote error={query.error} onRetry={() => void query.refetch()} compact />}
      {span ? (
        <>
          <TrackPlayer desk={desk} track={track} span={span} />
          <TrackMoment track={track} at={desk.at ?? span.to} />
          <Summary desk={desk} track={track} />
          <TrackStays track={track} onShow={desk.show} onMoment={desk.setAt} />
        </>
      ) : (
        <p className={classes.quiet} role="status">
          {track.setAside.length > 0 ? t.allSetAside : t.empty}
        </p>
      )}
      {query.data && <TrackNotes track={track} fixes={query.data} />}
    </>
  );
}

function Loading() {
  const t = useWords(trackWords);
  return (
    <div role="status" className={classes.loading}>
      <p className={classes.quiet}>{t.loading}</p>
      <span className={classes.bone} />
      <span className={classes.bone} />
    </div>
  );
}

/** iRECA was asked about this courier a moment ago: the read comes by itself when its turn does. */
function Waiting({ until }: { until: number }) {
  const t = useWords(trackWords);
  const { ago } = useFormat();
  const now = useNow(1_000);
  return <p className={classes.quiet}>{t.waiting(ago(until - now + 999))}</p>;
}

/** How far, how many fixes, and the way to see it all. */
function Summary({ desk, track }: { desk: TrackDesk; track: Track }) {
  const t = useWords(trackWords);
  const { locale } = useText();
  const { timeSeconds } = useFormat();
  const { metres, points } = track;
  const length =
    metres < 950
      ? t.metres(Math.round(metres / 10) * 10)
      : t.kilometres((metres / 1000).toLocaleString(locale, { maximumFractionDigits: 1 }));
  return (
    <div className={classes.summary}>
      <p>
        <strong>{length}</strong> · {t.fixes(points.length)}
        {desk.query.data && <span className={classes.asOf}>{t.asOf(timeSeconds(desk.query.data.asOf))}</span>}
      </p>
      <Button
        variant="default"
        size="compact-xs"
        className={classes.whole}
        aria-label={t.wholeLabel}
        leftSection={<IconRoute size={14} stroke={1.7} aria-hidden />}
        onClick={() => desk.show(points.map(({ point }) => point))}
      >
        {t.whole}
      </Button>
    </div>
  );
}
