/** Asks again and again, but only while somebody watches, never twice at once, and less often when it is dear or fails. */
import type { Clock } from '#proxy/clock.ts';

export type Poll = {
  /** Somebody watches: goes on, at once when it is due. */
  wake(): void;
  /** Something is known to have happened upstream: asks again soon. */
  soon(): void;
  /** Asks now, with a read that begins after this call; resolves when it is done. */
  now(): Promise<void>;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  running(): boolean;
  /** When it means to ask next, epoch ms; null = it sleeps. */
  nextAt(): number | null;
  /** How long the last successful read took, ms; null = there was none. */
  lastTook(): number | null;
  /** How long it is from one read to the next while somebody watches and all goes well, ms. */
  roundMs(): number;
  stop(): void;
};

export type PollOptions = {
  clock: Clock;
  watching: () => boolean;
  /** One read; false = it failed. */
  read: () => Promise<boolean>;
  /** The read threw, which it never should: it counts as failed. */
  onBroken: (error: unknown) => void;
  intervalMs: number;
  /** `end`: the interval begins when a read ended · `start`: when it began. */
  from: 'start' | 'end';
};

/** The upstream gets at least ten times as long a rest as a read kept it busy. */
const REST_FACTOR = 10;
const LONGEST_BACKOFF_MS = 120_000;
/** `soon` still lets several hints become one read. */
const SOON_MS = 2_000;

export function createPoll({ clock, watching, read, onBroken, intervalMs, from }: PollOptions): Poll {
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let nextAt: number | null = null;
  let dueAt = -Infinity;
  let endedAt = -Infinity;
  let took: number | null = null;
  let failures = 0;
  let again = false;
  let stopped = false;

  function sleep(): void {
    cancel?.();
    cancel = null;
    nextAt = null;
  }

  function schedule(at: number): void {
    sleep();
    nextAt = at;
    cancel = clock.after(Math.max(0, at - clock.now()), () => {
      sleep();
      if (!stopped && watching()) return run();
      return undefined;
    });
  }

  function restUntil(startedAt: number, elapsed: number, ok: boolean): number {
    if (!ok) return endedAt + Math.max(intervalMs, Math.min(LONGEST_BACKOFF_MS, intervalMs * 2 ** failures));
    return from === 'start'
      ? startedAt + intervalMs
      : endedAt + Math.max(intervalMs, Math.ceil(REST_FACTOR * elapsed));
  }

  async function once(): Promise<void> {
    sleep();
    again = false;
    const startedAt = clock.now();
    // How long the upstream is kept busy is a matter of real time, whatever the clock says.
    const began = performance.now();
    const ok = await read().catch((error: unknown) => {
      onBroken(error);
      return false;
    });
    const elapsed = performance.now() - began;
    endedAt = clock.now();
    failures = ok ? 0 : failures + 1;
    if (ok) took = elapsed;
    dueAt = restUntil(startedAt, elapsed, ok);
  }

  function run(): Promise<void> {
    running ??= once().finally(() => {
      running = null;
      if (stopped || following) return;
      if (watching()) schedule(again && failures === 0 ? soonAt() : dueAt);
    });
    return running;
  }

  /** A clock that was set back must not put the next read off by as much. */
  function heedClock(): void {
    const now = clock.now();
    if (now >= endedAt) return;
    endedAt = now;
    dueAt = now;
  }

  const soonAt = () => Math.min(dueAt, endedAt + Math.max(SOON_MS, 2 * (took ?? 0)));

  return {
    wake() {
      if (stopped || running || nextAt !== null) return;
      heedClock();
      if (dueAt <= clock.now()) void run();
      else schedule(dueAt);
    },
    soon() {
      heedClock();
      if (running) again = true;
      else if (!stopped && failures === 0 && watching()) schedule(Math.max(clock.now(), soonAt()));
    },
    now() {
      if (!running) return run();
      following ??= running.then(() => {
        following = null;
        return run();
      });
      return following;
    },
    idle: async () => {
      await running;
    },
    running: () => running !== null,
    nextAt: () => nextAt,
    lastTook: () => took,
    roundMs: () => Math.max(intervalMs, REST_FACTOR * (took ?? 0)) + (took ?? 0),
    stop() {
      stopped = true;
      sleep();
    },
  };
}
