/** What of a track is not shown, and why. */
import type { TrackFixes } from '#src/api/track.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackPanel.module.css';

export function TrackNotes({ track, fixes }: { track: Track; fixes: TrackFixes }) {
  const t = useWords(trackWords);
  const { time } = useFormat();
  const last = track.points.at(-1);
  const reasons = new Map<keyof typeof t.reason, number>();
  for (const { reason } of track.setAside) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const why = [
    ...[...reasons].map(([reason, count]) => `${t.reason[reason]} ${count}`),
    ...(fixes.setAside > 0 ? [t.unread(fixes.setAside)] : []),
  ];
  const count = track.setAside.length + fixes.setAside;
  return (
    <>
      {!fixes.complete && last && (
        <p className={classes.warning} role="status">
          {t.incomplete(time(last.at))}
        </p>
      )}
      {count > 0 && (
        <p className={classes.quiet} data-track-set-aside={count}>
          {t.setAside(count)} ({why.join(', ')})
        </p>
      )}
    </>
  );
}
