import { describe, expect, it } from 'vitest';
import type { LoggedStep } from './changesSteps.ts';
import { createSteps, KEPT_MS } from './changesSteps.ts';

const START = Date.UTC(2026, 2, 2, 8);

/** Counts how often a step's time is looked at: that is what a search costs. */
let looks = 0;
function stepAt(at: number, key = 'ireca:1'): LoggedStep {
  return {
    key,
    number: '',
    get at() {
      looks += 1;
      return at;
    },
    after: null,
    was: null,
    is: null,
    by: null,
    firstAt: at,
  };
}

describe('the steps', () => {
  it('of ten thousand orders with five steps each are found by time without looking at them all', () => {
    const steps = createSteps();
    for (let step = 0; step < 5; step += 1)
      for (let id = 0; id < 10_000; id += 1) steps.push(stepAt(START + step * 10_000 + id, `ireca:${id}`));
    looks = 0;
    expect(steps.after(START + 49_989)).toHaveLength(10);
    expect(steps.after(START + 20_000)).toHaveLength(29_999);
    expect(steps.after(START - 1)).toHaveLength(50_000);
    expect(steps.after(START + 50_000)).toEqual([]);
    expect(looks).toBeLessThan(4 * 20);
  });

  it('are never more than there is room for: the oldest go, and that is said', () => {
    const steps = createSteps([], null, 1_000);
    for (let n = 0; n < 5_000; n += 1) steps.push(stepAt(START + n, `ireca:${n}`));
    const all = steps.all();
    expect(all.length).toBeGreaterThanOrEqual(1_000);
    expect(all.length).toBeLessThanOrEqual(2_000);
    expect(steps.forgottenTo()).toBe((all[0]?.at ?? 0) - 1);
    expect(steps.last('ireca:0')).toBeNull();
    expect(steps.last('ireca:4999')?.at).toBe(START + 4_999);
  });

  it('go when they are older than two days, and an hour at most', () => {
    const steps = createSteps([stepAt(START, 'ireca:1'), stepAt(START + KEPT_MS, 'ireca:2')]);
    steps.push(stepAt(START + KEPT_MS + 3_600_001, 'ireca:3'));
    expect(steps.all().map(({ key }) => key)).toEqual(['ireca:2', 'ireca:3']);
    expect(steps.forgottenTo()).toBe(START);
  });

  it('can be put in place of an earlier one, which is then nowhere any more', () => {
    const [first, second, third] = [stepAt(START), stepAt(START + 1, 'ireca:2'), stepAt(START + 2)];
    const steps = createSteps();
    steps.push(first);
    steps.push(second);
    steps.replace(first, third);
    expect(steps.all()).toEqual([second, third]);
    expect(steps.after(START)).toEqual([second, third]);
    expect(steps.last('ireca:1')).toBe(third);
  });
});
