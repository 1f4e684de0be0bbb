/**
 * What a tab knows of how changes reach it, and what the screen says of that. Times are epoch milliseconds of the wall
 * clock, which goes on while a computer sleeps.
 */
import { PACE } from './livePace.ts';

/** `held`: events do not get through (yet), so the feeds are asked for again and again. */
export type Flow = 'unknown' | 'live' | 'held';

/** What the leader says of itself. `openedAt`: since when its stream flows, null = never yet. */
export type LeaderWord = { flow: Flow; openedAt: number | null; heardAt: number };

export type LiveState = LeaderWord & {
  role: 'follower' | 'leader';
  stream: 'none' | 'opening' | 'live' | 'pausing';
  /** When the stream was last asked for. */
  triedAt: number;
  /** Tries without a word, in a row. */
  tries: number;
  retryAt: number;
  /** Since when nothing flows; null = it does. */
  downSince: number | null;
  /** When the leader was asked whether it is there, and has not answered yet. */
  askedAt: number | null;
  toldAt: number;
  pulledAt: number;
  /** The last pull of the orders brought nothing. */
  pullFailed: boolean;
  tickAt: number;
  /** When Pult last answered anything. */
  reachedAt: number;
  /** Since when Pult cannot be reached; null = it can. */
  lostAt: number | null;
};

/** A tab that has just been opened, or signed in. It asks for the leader at once and waits less for an answer. */
export function beginLive(now: number): LiveState {
  return {
    role: 'follower',
    flow: 'unknown',
    stream: 'none',
    openedAt: null,
    heardAt: now - PACE.ask,
    triedAt: now,
    tries: 0,
    retryAt: now,
    downSince: now,
    askedAt: null,
    toldAt: 0,
    pulledAt: now,
    pullFailed: false,
    tickAt: now,
    reachedAt: now,
    lostAt: null,
  };
}

/** A clock that was set back must not stop everything until it has caught up. */
export function noLaterThan(state: LiveState, now: number): LiveState {
  const fixed = { ...state };
  if (now >= state.tickAt) return fixed;
  for (const key of ['heardAt', 'triedAt', 'toldAt', 'pulledAt', 'tickAt', 'reachedAt', 'retryAt'] as const) {
    fixed[key] = Math.min(state[key], now);
  }
  for (const key of ['downSince', 'askedAt', 'lostAt'] as const) {
    const at = state[key];
    if (at !== null) fixed[key] = Math.min(at, now);
  }
  return fixed;
}

/** What the screen says of it. `since`: when Pult was last reached, epoch ms. */
export type ShownLive = { state: 'connecting' | 'live' | 'polling' } | { state: 'offline'; since: number };

export function shownLive({ flow, lostAt, reachedAt }: LiveState): ShownLive {
  if (lostAt !== null) return { state: 'offline', since: reachedAt };
  if (flow === 'unknown') return { state: 'connecting' };
  return { state: flow === 'live' ? 'live' : 'polling' };
}
