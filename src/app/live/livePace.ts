/** How long is waited for what, and what counts as having slept. */
import { BEAT_MS } from '#src/contracts/feed.ts';

/** All in ms. */
export const PACE = {
  /** How often it is looked whether all is well; browsers make it a minute for pages that nobody sees. */
  tick: 2_000,
  /** A stream says something as soon as it is open: one that does not is held back by a network in between. */
  firstWord: 6_000,
  /** Until a slow try is given up. */
  attempt: 20_000,
  /** Two beats and a half. */
  silence: BEAT_MS * 2.5 + 2_500,
  /** A leader that has not been heard for so long is asked whether it is there. */
  ask: 25_000,
  /** A tab that runs answers a question at once, also one that nobody sees. */
  answer: 5_000,
  /** How often a leader speaks unasked. */
  tell: 10_000,
  /** A connection that only broke is back before anybody could miss a change. */
  firstPause: 500,
  longestPause: 60_000,
  /** A page that did not run for so long, and heard nothing, has slept. */
  gap: 20_000,
  hiddenGap: 90_000,
  /** A pull without an answer is given up: the connection under it may be long gone. */
  hung: 60_000,
} as const;

/** Before the next try; up to half as much again, so that fifty browsers do not come back at one moment. */
export function pauseAfter(tries: number, chance = Math.random()): number {
  const pause = PACE.firstPause * 2 ** Math.min(tries - 1, 10);
  return Math.min(PACE.longestPause, pause * (1 + chance / 2));
}

/** True when nothing ran here between the last look and `now`: the computer slept, or the browser froze the page. */
export function sleptSince(
  { tickAt, heardAt }: { tickAt: number; heardAt: number },
  now: number,
  hidden: boolean,
): boolean {
  const gap = hidden ? PACE.hiddenGap : PACE.gap;
  return now - tickAt > gap && now - heardAt > gap;
}
