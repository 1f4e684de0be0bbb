import { describe, expect, it } from 'vitest';
import { manualClock } from '#proxy/manualClock.ts';
import { createPacer } from './positionsPacer.ts';

/** A pacer whose calls are written down; `takes` is how long an answer takes on the same clock. */
function pacing(options: { takes?: number; limit?: number } = {}) {
  const clock = manualClock(0);
  const calls: { id: string; at: number }[] = [];
  const readyAt = new Map<string, number>();
  const state = { under: 0, most: 0, goOn: true };
  const pacer = createPacer({
    clock,
    limit: options.limit ?? 8,
    readyAt: (id) => readyAt.get(id) ?? -Infinity,
    goOn: () => state.goOn,
    async ask(id) {
      calls.push({ id, at: clock.now() });
      state.under += 1;
      state.most = Math.max(state.most, state.under);
      await new Promise<void>((resolve) => {
        // A task of its own that nobody waits for: time goes on while the answer is awaited.
        if (options.takes) clock.after(options.takes, () => resolve());
        else resolve();
      });
      state.under -= 1;
    },
  });
  /** The clock in small steps: what is asked is not awaited by the steps of slow answers. */
  const pass = async (ms: number, step = 10) => {
    for (let passed = 0; passed < ms; passed += step) {
      await Promise.race([clock.advance(step), new Promise((resolve) => setTimeout(resolve, 20))]);
    }
  };
  return { clock, pacer, calls, readyAt, state, pass };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
const gaps = (calls: { at: number }[]) => calls.slice(1).map(({ at }, i) => at - (calls[i]?.at ?? 0));

describe('pacer', () => {
  it('starts the first at once and the others evenly apart, in their order', async () => {
    const { clock, pacer, calls } = pacing();
    void pacer.add(ids(20), 100);
    expect(calls).toEqual([{ id: '0', at: 0 }]);
    await clock.advance(1_900);
    expect(calls.map(({ id }) => id)).toEqual(ids(20));
    expect(new Set(gaps(calls))).toEqual(new Set([100]));
    await pacer.idle();
    expect(pacer.size()).toBe(0);
  });

  it('never has more than so many under way, and does not make up for lost time in a burst', async () => {
    const { pacer, calls, state, pass } = pacing({ takes: 1_000, limit: 3 });
    void pacer.add(ids(9), 50);
    await pass(4_000);
    expect(calls).toHaveLength(9);
    expect(state.most).toBe(3);
    expect(Math.min(...gaps(calls))).toBeGreaterThanOrEqual(50);
  });

  it('lets whose time has not come wait, and others go before them', async () => {
    const { clock, pacer, calls, readyAt } = pacing();
    readyAt.set('0', 5_000);
    readyAt.set('1', 300);
    void pacer.add(ids(4), 100);
    await clock.advance(10_000);
    expect(calls).toEqual([
      { id: '2', at: 0 },
      { id: '3', at: 100 },
      { id: '1', at: 300 },
      { id: '0', at: 5_000 },
    ]);
  });

  it('takes nobody into the line twice, and joins two lines without a burst', async () => {
    const { clock, pacer, calls } = pacing();
    void pacer.add(ids(5), 1_000);
    void pacer.add(ids(8), 200);
    await clock.advance(10_000);
    expect(calls.map(({ id }) => id)).toEqual(ids(8));
    expect(Math.min(...gaps(calls))).toBe(200);
    void pacer.add(['a'], 5_000);
    void pacer.add(['b'], 5_000);
    await clock.advance(4_999);
    expect(calls.map(({ id }) => id).slice(8)).toEqual(['a']);
  });

  it('keeps the gap to the last call of a line that is over', async () => {
    const { clock, pacer, calls } = pacing();
    void pacer.add(['a'], 100);
    await clock.advance(40);
    void pacer.add(['b'], 100);
    expect(calls).toHaveLength(1);
    await clock.advance(60);
    expect(calls.at(-1)).toEqual({ id: 'b', at: 100 });
  });

  it('sends the line home when it is told to, or when nobody wants it any more', async () => {
    const { clock, pacer, calls, state } = pacing();
    void pacer.add(ids(5), 100);
    await clock.advance(100);
    state.goOn = false;
    await clock.advance(1_000);
    await pacer.idle();
    expect(calls).toHaveLength(2);
    state.goOn = true;
    void pacer.add(ids(5), 100);
    pacer.clear();
    await clock.advance(1_000);
    await pacer.idle();
    expect(calls).toHaveLength(3);
  });
});
