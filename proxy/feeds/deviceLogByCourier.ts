/** Reads an error log courier by courier, where it is not to be had whole: those on shift, each seldom. */
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamFailure, UpstreamResult } from '#proxy/upstream/failure.ts';
import { meansNotFound, succeeded } from '#proxy/upstream/failure.ts';
import { inPool } from '#proxy/upstream/pool.ts';
import type { TakeRows } from './deviceLogWhole.ts';
import { PAGE_ROWS } from './deviceLogWhole.ts';

export type CouriersLog = {
  /** One look; the result says when the courier who was read longest ago was read, epoch ms. */
  read(take: TakeRows): Promise<UpstreamResult<number>>;
};

/** One call about a courier in this time, whatever their log is like. */
const EACH_MS = 2 * 60_000;
const SIDE_BY_SIDE = 4;
/** After so many failures in a row iRECA is left alone until the next look. */
const GIVE_UP_AFTER = 8;

type Reading = {
  askedAt: number;
  readAt: number | null;
  /** What became of the last call, when it failed. */
  failure: UpstreamFailure | null;
  /** Its first reading is done. */
  looked: boolean;
  /** The last page that had rows, and the page to be asked for next. */
  last: number;
  next: number;
};

const fresh = (): Reading => ({
  askedAt: -Infinity,
  readAt: null,
  failure: null,
  looked: false,
  last: 0,
  next: 0,
});

/** Where a courier's log is read next: page after page at first, then its two ends in turn; mostly both are page 0. */
function turnPage(state: Reading, length: number, unknown: number): void {
  const page = state.next;
  const full = length >= PAGE_ROWS;
  // A log that knows no pages gives the same rows again and again.
  const repeated = page > state.last && unknown === 0;
  if (length > 0 && page > state.last && !repeated) state.last = page;
  const goesOn = full && page >= state.last && !repeated;
  if (!state.looked) {
    state.looked = !goesOn;
    state.next = goesOn ? page + 1 : 0;
  } else if (goesOn && page > 0) {
    state.next = page + 1;
  } else {
    if (length === 0 && page > 0 && page === state.last) state.last -= 1;
    state.next = page === 0 && full ? Math.max(1, state.last) : 0;
  }
}

/**
 * @param ask one page of one courier's log, as iRECA writes it.
 * @param couriers ids of those who are on shift.
 */
export function createCouriersLog(options: {
  clock: Clock;
  ask: (courierId: string, page: number) => Promise<UpstreamResult<unknown[]>>;
  couriers: () => Promise<UpstreamResult<readonly string[]>>;
}): CouriersLog {
  const { clock, ask, couriers } = options;
  const readings = new Map<string, Reading>();

  const readingOf = (courierId: string): Reading => {
    const state = readings.get(courierId) ?? fresh();
    readings.set(courierId, state);
    return state;
  };

  return {
    async read(take) {
      const onShift = await couriers();
      if (!onShift.ok) return onShift;
      let failedInARow = 0;
      const due = onShift.value.filter((id) => readingOf(id).askedAt + EACH_MS <= clock.now());
      await inPool(due, SIDE_BY_SIDE, async (courierId) => {
        if (failedInARow >= GIVE_UP_AFTER) return;
        const state = readingOf(courierId);
        state.askedAt = clock.now();
        const reply = await ask(courierId, state.next);
        // A courier whom the log does not know has no errors.
        state.failure = reply.ok || meansNotFound(reply.failure) ? null : reply.failure;
        failedInARow = state.failure ? failedInARow + 1 : 0;
        if (state.failure) return;
        const rows = reply.ok ? reply.value : [];
        turnPage(state, rows.length, take(rows, !state.looked));
        state.readAt = state.askedAt;
      });
      const looks = onShift.value.map(readingOf);
      // Those whose two minutes are not over were not asked again: what failed then is still so.
      const failure = looks.find((look) => look.failure)?.failure;
      if (failure) return { ok: false, failure };
      return succeeded(Math.min(clock.now(), ...looks.map(({ readAt }) => readAt ?? clock.now())));
    },
  };
}
