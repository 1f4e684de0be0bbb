import { describe, expect, it } from 'vitest';
import type { Changes } from '#src/contracts/changes.ts';
import { manualClock } from '#proxy/manualClock.ts';
import { changedOrder, glance, orderStep } from '#src/testing/sampleSteps.ts';
import { createSharedChanges } from './changesShared.ts';

const START = 1_000_000;
const SECOND = 1000;

/** A log of so many orders, each of which changed at `START`; `add` notices one more change. */
function log(orders: number) {
  const clock = manualClock(START);
  const changed = Array.from({ length: orders }, (_, n) =>
    changedOrder(`ireca:${n}`, orderStep(START, null, glance('6'))),
  );
  let blind: Changes['blind'] = [];
  let knownFrom = 0;
  let written = 0;
  const bodyOf = createSharedChanges(
    {
      answer(since) {
        if (since < START) written += 1;
        const after = changed.filter(({ steps }) => steps.some(({ at }) => at > since));
        return { since, now: clock.now(), knownFrom, blind, orders: after };
      },
    },
    clock,
  );
  return {
    clock,
    read: (since = 0) => JSON.parse(bodyOf(since).identity.toString()) as Changes,
    add: () => changed.push(changedOrder('ireca:new', orderStep(clock.now() + 1, null, glance('6')))),
    lose: () => (blind = [{ system: 'ireca', from: START, to: clock.now() }]),
    forget: () => (knownFrom = START - 1),
    /** How often a long answer was put together. */
    written: () => written,
  };
}

describe('an answer of a whole day', () => {
  it('is put together once for all who look back to the same moment', async () => {
    const { clock, read, written } = log(1000);
    const first = read();
    await clock.advance(SECOND);
    expect(read()).toEqual(first);
    expect(written()).toBe(1);
    expect(read(5).since).toBe(5);
    expect(written()).toBe(2);
  });

  it('is put together anew once there is something to add', async () => {
    const { clock, read, add } = log(1000);
    read();
    await clock.advance(SECOND);
    add();
    expect(read()).toMatchObject({ now: START + SECOND });
    expect(read().orders).toHaveLength(1001);
  });

  it('is put together anew once it begins later', () => {
    const { read, forget } = log(1000);
    read();
    forget();
    expect(read().knownFrom).toBe(START - 1);
  });

  it('while a system cannot be read, is kept for seconds only', async () => {
    const { clock, read, lose, written } = log(1000);
    read();
    lose();
    await clock.advance(4 * SECOND);
    read();
    expect(written()).toBe(1);
    await clock.advance(SECOND);
    lose();
    expect(read().blind).toEqual([{ system: 'ireca', from: START, to: START + 5 * SECOND }]);
    expect(written()).toBe(2);
  });

  it('is forgotten within a minute or so, and a short one is not kept at all', async () => {
    const long = log(1000);
    long.read();
    await long.clock.advance(61 * SECOND);
    long.read();
    expect(long.written()).toBe(2);
    const short = log(3);
    short.read();
    short.read();
    expect(short.written()).toBe(2);
  });
});
