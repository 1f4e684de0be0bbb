/** How the time on a track moves: by keys from fix to fix, and by itself while it is played. */
import type { Track } from '#src/domain/courierTrack.ts';
import type { LatLon } from '#src/lib/geo.ts';
import type { TrackRange } from './trackRange.ts';

const PAGE_MS = 5 * 60_000;

/** First and last fix, epoch ms; null when there is none. */
export function trackSpan({ points }: Track): TrackRange | null {
  const first = points[0];
  const last = points.at(-1);
  return first && last ? { from: first.at, to: last.at } : null;
}

/**
 * Where a key takes the slider that stands at `at` (epoch ms): arrows go to the neighbouring fix, Page Up and Page Down
 * five minutes on and back, Home and End to the ends. Null: not a key of the slider.
 */
export function steppedAt(track: Track, at: number, key: string): number | null {
  const span = trackSpan(track);
  if (!span) return null;
  const within = (ms: number) => Math.max(span.from, Math.min(span.to, ms));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return track.points.find((fix) => fix.at > at)?.at ?? span.to;
    case 'ArrowLeft':
    case 'ArrowDown':
      return track.points.findLast((fix) => fix.at < at)?.at ?? span.from;
    case 'PageUp':
      return within(at + PAGE_MS);
    case 'PageDown':
      return within(at - PAGE_MS);
    case 'Home':
      return span.from;
    case 'End':
      return span.to;
    default:
      return null;
  }
}

/**
 * Where the played time stands `by` ms (of the track) later. Hours of which nothing is known are leapt over: there is
 * nothing to look at in them. Null: the track is over.
 */
export function playedAt(track: Track, at: number, by: number): number | null {
  const span = trackSpan(track);
  if (!span || at >= span.to) return null;
  const next = Math.max(span.from, at + by);
  if (next >= span.to) return span.to;
  const leg = track.legs.findLastIndex(([first]) => first !== undefined && first.at <= next);
  const end = track.legs[leg]?.at(-1);
  const following = track.legs[leg + 1]?.[0];
  return end && following && next > end.at ? following.at : next;
}

/** Times between legs, and the fixes around each: where the courier was meanwhile nobody knows. */
export function trackGaps({ legs }: Track): (TrackRange & { points: LatLon[] })[] {
  return legs.flatMap((leg, index) => {
    const last = leg.at(-1);
    const next = legs[index + 1]?.[0];
    return last && next ? [{ from: last.at, to: next.at, points: [last.point, next.point] }] : [];
  });
}
