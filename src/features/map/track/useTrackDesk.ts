/** The track that is looked at: whose, which day and hours (held by the address bar), what was read, where the slider stands. */
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useTrackFixes } from '#src/api/track.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { TrackSight } from '#src/components/map/TrackLayer.tsx';
import { courierTrack } from '#src/domain/courierTrack.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import type { LatLon } from '#src/lib/geo.ts';
import type { TrackChoice } from './trackRange.ts';
import { trackChoice, trackRange, withTrackChoice } from './trackRange.ts';
import { playedAt, trackSpan } from './trackSteps.ts';
import { usePlayback } from './usePlayback.ts';

const MINUTE = 60_000;

/** @param courierId null = nobody is chosen: nothing is asked. */
export function useTrackDesk(courierId: string | null) {
  const { timeZone } = useAppConfig();
  const { dayKey } = useFormat();
  const now = useNow(MINUTE);
  const today = dayKey(now);
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const choice = useMemo(() => trackChoice(new URLSearchParams(address), today), [address, today]);
  const range = useMemo(() => trackRange(choice, today, timeZone), [choice, today, timeZone]);
  const notYet = range.from > now;
  const query = useTrackFixes(courierId === null || notYet ? null : { courierId, ...range });
  const { data } = query;
  const fixes = data && data.retryAt === null ? data.fixes : null;
  const asOf = data?.asOf ?? 0;
  const track = useMemo<Track | null>(
    () => (fixes ? courierTrack(fixes, range, asOf) : null),
    [fixes, range, asOf],
  );
  /** More may still come: the slider stays with the newest until it is moved. */
  const growing = range.to > asOf;

  // Where the slider was put belongs to one courier and range; on any other track it stands at the end again.
  const about = `${courierId} ${range.from} ${range.to}`;
  const [put, setPut] = useState<{ about: string; at: number } | null>(null);
  const [sight, setSight] = useState<TrackSight | null>(null);
  const span = useMemo(() => (track ? trackSpan(track) : null), [track]);
  const moved = put?.about === about ? put.at : null;
  const at = moved === null || span === null ? null : Math.max(span.from, Math.min(span.to, moved));

  const setAt = useCallback(
    (next: number | null) => setPut(next === null ? null : { about, at: next }),
    [about],
  );
  const { playing, setPlaying, speed, setSpeed } = usePlayback((ms) => {
    const next = track && span ? playedAt(track, at ?? span.from, ms) : null;
    if (next === null) return false;
    setAt(next);
    return next !== span?.to;
  });
  const change = useCallback(
    (next: TrackChoice) => {
      setPlaying(false);
      setParams((before) => withTrackChoice(before, next));
    },
    [setParams, setPlaying],
  );

  return {
    courierId,
    choice,
    change,
    today,
    range,
    /** When the track's day begins, epoch ms. */
    midnight: trackRange({ day: choice.day, from: '', to: '' }, today, timeZone).from,
    /** The whole range lies ahead: nothing was asked. */
    notYet,
    query,
    track,
    /** First and last fix, epoch ms; null = no fix. */
    span,
    /** Where the slider was put, epoch ms; null = it stays with the newest fix of a track that still grows. */
    at: at ?? (growing ? null : (span?.to ?? null)),
    setAt,
    playing: playing && track !== null,
    /** Plays on; from the beginning when the slider stands at the end. */
    play: () => {
      if (span && (at ?? span.to) >= span.to) setAt(span.from);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    speed,
    setSpeed,
    /** What the map should bring into view: each press is a new object. */
    sight,
    show: useCallback((points: readonly LatLon[]) => setSight({ points }), []),
  };
}

export type TrackDesk = ReturnType<typeof useTrackDesk>;
