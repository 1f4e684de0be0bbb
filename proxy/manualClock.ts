/** A clock that stands still until it is told to advance: the tests' way to let a minute pass in a moment. */
import type { Clock } from '#proxy/clock.ts';

export type ManualClock = Clock & {
  /** Moves time on, running due tasks in order and waiting for what they started. */
  advance(ms: number): Promise<void>;
};

/** Real milliseconds that one task may take before time moves on without it (it may itself wait for this clock). */
const PATIENCE_MS = 2000;

/** @param start epoch ms at which the clock stands. */
export function manualClock(start: number): ManualClock {
  type Task = { at: number; order: number; run: () => unknown };
  const tasks = new Set<Task>();
  let now = start;
  let order = 0;

  function nextDue(end: number): Task | null {
    let next: Task | null = null;
    for (const task of tasks) {
      if (task.at > end) continue;
      if (!next || task.at < next.at || (task.at === next.at && task.order < next.order)) next = task;
    }
    return next;
  }

  return {
    now: () => now,
    after(ms, run) {
      const task = { at: now + Math.max(0, ms), order: (order += 1), run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    async advance(ms) {
      const end = now + ms;
      for (let task = nextDue(end); task; task = nextDue(end)) {
        tasks.delete(task);
        now = Math.max(now, task.at);
        await settled(task.run());
      }
      now = Math.max(now, end);
      await settled(null);
    },
  };
}

async function settled(result: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([Promise.resolve(result), patience]).finally(() => clearTimeout(timer));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
