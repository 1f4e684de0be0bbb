/** The steps of all orders in the order in which they were noticed: found by time, forgotten by age and number. */
import type { OrderStep } from '#src/contracts/changes.ts';

export type LoggedStep = Readonly<
  OrderStep & {
    key: string;
    /** What people call the order. */
    number: string;
    /** When the first of several such steps was noticed that became this one. */
    firstAt: number;
  }
>;

export type Steps = {
  /** `at` of each is not before that of the one pushed last. */
  push(step: LoggedStep): void;
  /** The last step of an order that is still remembered. */
  last(key: string): LoggedStep | null;
  /** Puts a step in place of an earlier one of the same order. */
  replace(earlier: LoggedStep, step: LoggedStep): void;
  /** All that were noticed after `since`, epoch ms. */
  after(since: number): LoggedStep[];
  /** All there are, oldest first. */
  all(): LoggedStep[];
  /** Nothing up to then is remembered any more, epoch ms; null = nothing was forgotten. */
  forgottenTo(): number | null;
};

export const KEPT_MS = 48 * 3_600_000;
export const MAX_STEPS = 100_000;
/** Steps are thrown away so many at a time: doing it for each would copy all of them for each. */
const SLACK = MAX_STEPS / 20;

export function createSteps(
  begun: readonly LoggedStep[] = [],
  forgottenBefore: number | null = null,
  limit = MAX_STEPS,
): Steps {
  let steps: LoggedStep[] = [...begun];
  const replaced = new Set<LoggedStep>();
  const lasts = new Map<string, LoggedStep>(steps.map((step) => [step.key, step]));
  let forgotten = forgottenBefore;

  function forget(now: number): void {
    const oldest = steps[0];
    const tooMany = steps.length > limit + Math.min(SLACK, limit);
    if (!oldest || (!tooMany && oldest.at >= now - KEPT_MS - KEPT_MS / 48)) return;
    const live = steps.filter((step) => !replaced.has(step));
    replaced.clear();
    let cut = 0;
    while (cut < live.length && ((live[cut] as LoggedStep).at < now - KEPT_MS || live.length - cut > limit)) {
      const step = live[cut] as LoggedStep;
      forgotten = step.at;
      if (lasts.get(step.key) === step) lasts.delete(step.key);
      cut += 1;
    }
    steps = live.slice(cut);
  }

  /** Place of the first step noticed after `since`. */
  function placeAfter(since: number): number {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as LoggedStep).at > since) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function push(step: LoggedStep): void {
    steps.push(step);
    lasts.set(step.key, step);
    forget(step.at);
  }

  const live = (from: number) => {
    const found = steps.slice(from);
    return replaced.size === 0 ? found : found.filter((step) => !replaced.has(step));
  };

  return {
    push,
    last: (key) => lasts.get(key) ?? null,
    replace(earlier, step) {
      replaced.add(earlier);
      push(step);
    },
    after: (since) => live(placeAfter(since)),
    all: () => live(0),
    forgottenTo: () => forgotten,
  };
}
