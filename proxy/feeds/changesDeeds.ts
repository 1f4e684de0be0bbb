/** Who is writing which order just now, so that a change which is noticed meanwhile is known to be theirs. */
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';

/** A user of Pult, as the log of changes names them. */
export type Who = { login: string; name: string };

export type Deed = {
  /** One more order, whose id was not known when the write began. */
  add(key: string): void;
  /**
   * The write and its read-back are over. What has not been noticed yet may still be, for a while.
   * @param written how the write itself ended: of one that surely did not reach the upstream nothing will be noticed.
   * @param byList it is not read back: a list will show it.
   */
  end(how?: { written?: UpstreamResult<unknown>; byList?: boolean }): void;
};

export type Deeds = {
  begin(keys: readonly string[], who: Who): Deed;
  /** Whose a change of this order is that is noticed now; null = done elsewhere. */
  claim(key: string): Who | null;
  /** True when somebody here may have changed this order: a change of it is no surprise. */
  expects(key: string): boolean;
};

/** A write that could not be read back shows with one of the next list readings, or never. */
const LINGER_MS = 10_000;
/** Of very many orders: the list that shows them takes so long to come at most. */
const LIST_LINGER_MS = 120_000;

type Doer = { who: Who; noticed: boolean; until: number };

/** @param onAdded is told of an order that was added, and since when its write has been under way, epoch ms. */
export function createDeeds(clock: Clock, onAdded: (key: string, who: Who, since: number) => void): Deeds {
  const doers = new Map<string, Doer>();

  return {
    begin(keys, who) {
      const since = clock.now();
      const mine = new Map<string, Doer>();
      const note = (key: string) => {
        const doer = { who, noticed: false, until: Infinity };
        mine.set(key, doer);
        doers.set(key, doer);
      };
      keys.forEach(note);
      return {
        add(key) {
          note(key);
          onAdded(key, who, since);
        },
        end({ written, byList = false } = {}) {
          const now = clock.now();
          const nothingDone = written?.ok === false && !written.failure.sent;
          for (const [key, doer] of mine) {
            doer.until = now + (byList ? LIST_LINGER_MS : LINGER_MS);
            // What was done has been seen: whatever comes next is somebody else's.
            if ((doer.noticed || nothingDone) && doers.get(key) === doer) doers.delete(key);
          }
          for (const [key, { until }] of doers) if (until < now) doers.delete(key);
        },
      };
    },
    claim(key) {
      const doer = doers.get(key);
      if (!doer) return null;
      const isOver = doer.until !== Infinity;
      if (isOver) doers.delete(key);
      if (doer.until < clock.now()) return null;
      doer.noticed = true;
      return doer.who;
    },
    expects: (key) => (doers.get(key)?.until ?? -Infinity) >= clock.now(),
  };
}
