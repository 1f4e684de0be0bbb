/** Who is writing which order just now, so that a change which is noticed meanwhile is known to be theirs. */
import type { OrderGlance } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import type { Writes } from './changesWrites.ts';

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

/** What happened to an order, or a part of it. `by` null: done elsewhere. */
export type Share = { was: OrderGlance | null; is: OrderGlance | null; by: Who | null };

export type Deeds = {
  /** @param writes what of the orders is written; without it, all of them may be. */
  begin(keys: readonly string[], who: Who, writes?: Writes): Deed;
  /** Whose a change is that is noticed now. One look may show what was done here and elsewhere: then there are two shares. */
  share(key: string, was: OrderGlance | null, is: OrderGlance | null): Share[];
  /** True when somebody here may have changed this order: a change of it is no surprise. */
  expects(key: string): boolean;
};

/** A write that could not be read back shows with one of the next list readings, or never. */
const LINGER_MS = 10_000;
/** Of very many orders: the list that shows them takes so long to come at most. */
const LIST_LINGER_MS = 120_000;

type Doer = { who: Who; writes: Writes | null; noticed: boolean; until: number };

const systemOf = (key: string) => key.slice(0, key.indexOf(':')) as System;

/** @param onAdded is told of an order that was added, and since when its write has been under way, epoch ms. */
export function createDeeds(
  clock: Clock,
  sameGlance: (one: OrderGlance, other: OrderGlance) => boolean,
  onAdded: (key: string, who: Who, since: number) => void,
): Deeds {
  const doers = new Map<string, Doer>();

  return {
    begin(keys, who, writes) {
      const since = clock.now();
      const mine = new Map<string, Doer>();
      const note = (key: string) => {
        const doer = { who, writes: writes ?? null, noticed: false, until: Infinity };
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
    share(key, was, is) {
      const doer = doers.get(key);
      const elsewhere = { was, is, by: null };
      if (!doer) return [elsewhere];
      if (doer.until < clock.now()) {
        doers.delete(key);
        return [elsewhere];
      }
      const { who, writes } = doer;
      const theirs = { was, is, by: who };
      const noted = (shares: Share[]) => {
        doer.noticed = true;
        if (doer.until !== Infinity) doers.delete(key);
        return shares;
      };
      if (!writes) return noted([theirs]);
      if (was === null || is === null) return writes.deletes && is === null ? noted([theirs]) : [elsewhere];
      if (sameGlance(was, is)) {
        // What no column shows may be all they write; else a mark that their write leaves, and the rest is to come.
        return writes.reach || writes.deletes ? [theirs] : noted([theirs]);
      }
      const reached = writes.reach?.(systemOf(key), was, is) ?? was;
      if (sameGlance(was, reached)) return [elsewhere];
      if (sameGlance(reached, is)) return noted([theirs]);
      return noted([
        { was, is: reached, by: who },
        { was: reached, is, by: null },
      ]);
    },
    expects: (key) => (doers.get(key)?.until ?? -Infinity) >= clock.now(),
  };
}
