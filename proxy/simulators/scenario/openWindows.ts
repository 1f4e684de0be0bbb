/** Sets the promised hours of what is open when the simulators start: some late, some close, the rest ahead. */
import type { Dice } from '../dice.ts';
import { stageOf, type Job } from '../world/job.ts';
import { HALF_HOUR, halfHourBefore, windowEnding, type Window } from './windows.ts';

/** Parts of all orders of the day that are late, or due within half an hour, at the start. */
const LATE = 0.02;
const AT_RISK = 0.032;

export function setWindow(job: Job, { from, to }: Window): void {
  if (job.system === 'kassa') {
    job.order.window = { from, to };
    job.order.fields.deliveryTime = to;
    job.order.written = null;
  } else {
    job.order.state.deliveryTimeFrom = from;
    job.order.state.deliveryTimeTo = to;
    job.order.listed = null;
  }
}

/** How soon a job ought to be due: what is in the bag first, what was given last comes last. */
const urgency = (job: Job): number => {
  const stage = stageOf(job);
  return stage === 'carried' ? 0 : stage === 'ready' ? 1 : 2;
};

/** `given` are with couriers, `free` wait for the dispatcher; `orders` is the size of the day. */
export function setOpenWindows(
  given: readonly Job[],
  free: readonly Job[],
  orders: number,
  now: number,
  dice: Dice,
): void {
  const soonest = [...given].sort((a, b) => urgency(a) - urgency(b));
  const lastPast = halfHourBefore(now - 60_000);
  const nextEnd = halfHourBefore(now) + HALF_HOUR;
  const late = Math.round(orders * LATE);
  const atRisk = Math.round(orders * AT_RISK);
  const [freeLate, freeAtRisk] = [Math.floor(late / 4), Math.floor(atRisk / 2)];

  const spread = (jobs: readonly Job[], lateOnes: number, atRiskOnes: number) => {
    jobs.forEach((job, index) => {
      const due = () => {
        if (index < lateOnes) return lastPast - dice.int(0, 1) * HALF_HOUR;
        if (index < lateOnes + atRiskOnes) return nextEnd;
        const share = (index - lateOnes - atRiskOnes) / Math.max(1, jobs.length - lateOnes - atRiskOnes);
        return nextEnd + (1 + Math.floor(share * 5) + dice.int(0, 2)) * HALF_HOUR;
      };
      setWindow(job, windowEnding(due(), dice));
    });
  };
  spread(soonest, late - freeLate, atRisk - freeAtRisk);
  spread(free, freeLate, freeAtRisk);
}
