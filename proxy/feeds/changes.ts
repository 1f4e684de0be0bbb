/**
 * The log of changes: each reading of orders is compared with what was known of them, and every difference is a step,
 * with who made it if that was done here. Kept in a file, so that what happened while the proxy was down is in it too.
 */
import type { Changes, OrderGlance } from '#src/contracts/changes.ts';
import type { System } from '#src/contracts/feed.ts';
import type { Clock } from '#proxy/clock.ts';
import type { KeptFile } from '#proxy/keptFile.ts';
import { changesAnswer } from './changesAnswer.ts';
import type { Deed, Who } from './changesDeeds.ts';
import { createDeeds } from './changesDeeds.ts';
import type { KeptLog, KnownOrder } from './changesFile.ts';
import { parseLog } from './changesFile.ts';
import { createLogins } from './changesLogins.ts';
import { createMarks } from './changesMarks.ts';
import { createLogSaver } from './changesSaver.ts';
import type { LoggedStep } from './changesSteps.ts';
import { createSteps, KEPT_MS } from './changesSteps.ts';
import type { Writes } from './changesWrites.ts';
import type { NewRecord } from './feed.ts';

/** What one reading did to the orders feed. */
export type NotedReading = {
  system: System;
  /** When the upstream was asked, epoch ms. */
  askedAt: number;
  /** Records that are new or not as they were. */
  taken: readonly NewRecord[];
  /** Keys that the feed has dropped. */
  dropped: readonly string[];
  /** Of a reading of the whole list. */
  list?: {
    keys: ReadonlySet<string>;
    /** Which part of the orders was asked for; null = all. */
    range: string | null;
    /** How often it is read while somebody watches, ms. */
    everyMs: number;
  };
  /** It was read because it was said to have changed this very moment. */
  promptly?: boolean;
};

export type ChangeLog = {
  /**
   * To be said before orders are written; what is noticed until the result's `end` is theirs, as far as they write it.
   * @param writes what of the orders is written; without it, all of them may be.
   */
  begin(keys: readonly string[], who: Who, writes?: Writes): Deed;
  noticed(reading: NotedReading): void;
  /** What was noticed after `since`, epoch ms. */
  answer(since: number): Changes;
  /** Writes what is not written yet. */
  stop(): Promise<void>;
};

/** Steps that say no more than «something else of it» within so long are one. */
const SAME_WORK_MS = 5 * 60_000;
/** So many intervals without a reading are more than bad luck. */
const BLIND_AFTER = 3;
/**
 * When so many, and more than half, of the orders seem to be touched at once and not from here, it is what they quote that
 * changed (a warehouse was renamed), or, over a restart, how Pult reads them.
 */
const TOO_MANY_TOUCHED = 20;

const EMPTY = { knownFrom: null, asOf: null, range: null };

export function createChangeLog(parts: {
  clock: Clock;
  file: KeptFile;
  /** Hides phones in the file. */
  secret: string;
  nameOf: (login: string) => string | null;
  /** Systems that are on; of others nothing is kept. */
  inUse: readonly System[];
  /** How often lists are read while somebody watches, as far as the settings say, ms. */
  pollMs: number;
}): ChangeLog {
  const { clock, file, secret, nameOf, inUse, pollMs } = parts;
  const marks = createMarks(secret);
  const logins = createLogins(marks);
  const kept = file.read((json) => parseLog(json, marks, nameOf, clock.now()));
  const { systems, orders } = kept ?? {
    systems: { ireca: { ...EMPTY }, kassa: { ...EMPTY } },
    orders: new Map() as KeptLog['orders'],
  };
  const everyMs: Record<System, number> = { ireca: pollMs, kassa: pollMs };
  for (const system of ['ireca', 'kassa'] as const) {
    if (inUse.includes(system)) continue;
    systems[system] = { ...EMPTY };
    everyMs[system] = Infinity;
    for (const key of orders.keys()) if (key.startsWith(`${system}:`)) orders.delete(key);
  }
  const isUsed = (key: string) => inUse.some((system) => key.startsWith(`${system}:`));
  let blind = kept?.blind.filter(({ system }) => inUse.includes(system)) ?? [];
  const steps = createSteps(
    kept?.steps.filter(({ key }) => isUsed(key)),
    kept?.forgottenTo,
  );
  const compared: Record<System, boolean> = { ireca: false, kassa: false };
  /** When orders were last read by themselves since the last list. */
  const singles = new Map<string, number>();
  let lastAt = kept?.steps.at(-1)?.at ?? 0;
  let answeredAt = 0;

  const saver = createLogSaver(clock, file, marks, () => ({
    systems: { ireca: { ...systems.ireca }, kassa: { ...systems.kassa } },
    blind: [...blind],
    orders: new Map(orders),
    steps: steps.all(),
    forgottenTo: steps.forgottenTo(),
  }));

  const deeds = createDeeds(clock, logins.sameGlance, (key, who, since) => {
    // A list may have brought the new order before its own answer came.
    const seen = steps.last(key);
    if (!seen || seen.by || seen.was || seen.at < since) return;
    steps.replace(seen, { ...seen, at: nextAt(), after: null, by: who });
    saver.soon();
  });

  /** Later than any answer: whoever asks with its `now` next has not been told of this step. */
  const nextAt = () => (lastAt = Math.max(clock.now(), lastAt, answeredAt + 1));

  const isBlind = (system: System, ms: number) => ms > BLIND_AFTER * everyMs[system];

  /** When the order was last read before, as far as that is known better than by its system. */
  function readBefore(key: string, system: System): number | null {
    const { asOf } = systems[system];
    const single = singles.get(key);
    return single === undefined ? asOf : Math.max(asOf ?? 0, single);
  }

  function push(
    key: string,
    { system, askedAt, promptly = false }: NotedReading,
    { number, was, is }: Pick<LoggedStep, 'number' | 'was' | 'is'>,
    touched = false,
  ): void {
    for (const share of deeds.share(key, was, is)) {
      const { by } = share;
      const at = nextAt();
      const before = readBefore(key, system);
      // A callback tells of the last change only: others may have been missed while nobody looked.
      const isSeenAtOnce = promptly && !isBlind(system, askedAt - (before ?? 0));
      const after = by || isSeenAtOnce ? null : before;
      const last = steps.last(key);
      const sameWork =
        touched &&
        last?.was &&
        last.is &&
        logins.sameGlance(last.was, last.is) &&
        at - last.firstAt < SAME_WORK_MS &&
        last.by?.login === by?.login;
      if (sameWork) steps.replace(last, { ...last, number, ...share, was: last.was, at });
      else steps.push({ key, number, at, after, ...share, firstAt: at });
    }
    saver.soon();
  }

  function noteAll(reading: NotedReading, moved: boolean): void {
    const { system, taken, list } = reading;
    const { knownFrom, asOf } = systems[system];
    const touched: { key: string; number: string; glance: OrderGlance }[] = [];
    for (const { key, meta } of taken) {
      const known = orders.get(key);
      const { noted } = meta;
      const number = noted?.number ?? known?.number ?? '';
      const was = known?.glance ?? null;
      const is = noted?.glance ?? null;
      if (is) logins.learn(is.courierLogin);
      const print = noted?.print ?? '';
      orders.set(key, { number, glance: is ?? was, print, mark: null });
      if (knownFrom === null || !is) continue;
      if (!known) {
        // It was there before, but not among what was asked for.
        const old = moved && typeof noted?.createdAt === 'number' && noted.createdAt <= (asOf ?? 0);
        if (!old) push(key, reading, { number, was: null, is });
      } else if (was && !logins.sameGlance(was, is)) {
        push(key, reading, { number, was, is });
      } else if (was && isTouched(known, print)) {
        touched.push({ key, number, glance: is });
      }
    }
    const surprises = touched.filter(({ key }) => !deeds.expects(key)).length;
    const isAllOfThem = list && surprises > Math.max(TOO_MANY_TOUCHED, list.keys.size / 2);
    for (const { key, number, glance } of touched)
      if (!isAllOfThem || deeds.expects(key)) push(key, reading, { number, was: glance, is: glance }, true);
  }

  function isTouched({ print, mark }: KnownOrder, now: string): boolean {
    if (print === null) return mark !== null && marks.of(now) !== mark;
    return print !== '' && print !== now;
  }

  function dropAll(reading: NotedReading, moved: boolean): void {
    const { system, dropped, list } = reading;
    const gone = new Set(dropped);
    // What an earlier run knew is not in the feed, so the feed cannot say that it is gone.
    if (list && !compared[system]) {
      for (const [key, { print }] of orders) {
        if (print === null && key.startsWith(`${system}:`) && !list.keys.has(key)) gone.add(key);
      }
    }
    for (const key of gone) {
      const known = orders.get(key);
      orders.delete(key);
      singles.delete(key);
      if (!known?.glance || systems[system].knownFrom === null) continue;
      // It is not gone: it is no longer among what is asked for.
      if (!moved) push(key, reading, { number: known.number, was: known.glance, is: null });
    }
  }

  return {
    begin: deeds.begin,
    noticed(reading) {
      const { system, askedAt, taken, dropped, list } = reading;
      const log = systems[system];
      const moved = list !== undefined && log.range !== null && log.range !== list.range;
      noteAll(reading, moved);
      dropAll(reading, moved);
      if (!list) {
        for (const { key } of taken) singles.set(key, askedAt);
        if (taken.length + dropped.length > 0) saver.soon();
        return;
      }
      compared[system] = true;
      everyMs[system] = list.everyMs;
      for (const key of singles.keys()) if (key.startsWith(`${system}:`)) singles.delete(key);
      if (log.asOf !== null && isBlind(system, askedAt - log.asOf)) {
        blind.push({ system, from: log.asOf, to: askedAt });
      }
      blind = blind.filter(({ to }) => to >= askedAt - KEPT_MS);
      log.knownFrom ??= askedAt;
      log.asOf = askedAt;
      log.range = list.range;
      if (taken.length + dropped.length > 0) saver.soon();
      else saver.later();
    },
    answer(since) {
      const now = Math.max(clock.now(), lastAt);
      answeredAt = now;
      return changesAnswer({ since, now, systems, blind, isBlind, steps, glance: logins.resolve });
    },
    stop: () => saver.stop(),
  };
}
