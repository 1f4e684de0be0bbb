/** What the slider of a track is painted with: times that were heard of, stops, and round hours. */
import { markStep } from '#src/domain/courierTrack.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import type { TrackRange } from './trackRange.ts';

/** A silence shorter than this share of the whole is narrower than a pixel or two: painting it would help nobody. */
const LEAST_SHARE = 0.005;
const MOST_TICKS = 5;
/** A tick nearer to an end than this share would hang over it. */
const EDGE_SHARE = 0.05;

/**
 * All results are in epoch ms, by time.
 * @param span first and last fix. @param midnight the beginning of the day in the zone at hand: ticks are round there.
 */
export function sliderParts(track: Track, span: TrackRange, midnight: number) {
  const length = span.to - span.from;
  const heard: TrackRange[] = [];
  for (const leg of track.legs) {
    const [first, last] = [leg[0], leg.at(-1)];
    if (!first || !last) continue;
    const before = heard.at(-1);
    if (before && first.at - before.to < length * LEAST_SHARE) before.to = last.at;
    else heard.push({ from: first.at, to: last.at });
  }
  const step = markStep(span, MOST_TICKS);
  const ticks: number[] = [];
  const edge = length * EDGE_SHARE;
  const first = midnight + Math.ceil((span.from + edge - midnight) / step) * step;
  for (let at = first; at <= span.to - edge; at += step) ticks.push(at);
  return { heard, stood: track.stops.map(({ from, to }): TrackRange => ({ from, to })), ticks };
}
