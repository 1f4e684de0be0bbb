import { describe, expect, it } from 'vitest';
import { sleep, within } from '#proxy/clock.ts';
import { manualClock } from '#proxy/manualClock.ts';

describe('manualClock', () => {
  it('runs due tasks in order at their own time, those they add too, and nothing cancelled', async () => {
    const clock = manualClock(1000);
    const ran: string[] = [];
    clock.after(20, () => ran.push(`b@${clock.now()}`));
    clock.after(10, () => {
      ran.push(`a@${clock.now()}`);
      clock.after(5, () => ran.push(`a2@${clock.now()}`));
    });
    clock.after(15, () => ran.push('never'))();
    clock.after(31, () => ran.push('later'));
    await clock.advance(30);
    expect(ran).toEqual(['a@1010', 'a2@1015', 'b@1020']);
    expect(clock.now()).toBe(1030);
  });

  it('waits for the promise of a task before time moves on', async () => {
    const clock = manualClock(0);
    const ran: string[] = [];
    clock.after(1, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ran.push('slow');
    });
    clock.after(2, () => ran.push('next'));
    await clock.advance(2);
    expect(ran).toEqual(['slow', 'next']);
  });
});

describe('within', () => {
  it('gives the result, or the stand-in when the clock ran out first', async () => {
    const clock = manualClock(0);
    expect(await within(clock, 10, Promise.resolve('here'), 'late')).toBe('here');
    const slow = within(clock, 10, sleep(clock, 20), 'late');
    await clock.advance(10);
    expect(await slow).toBe('late');
  });
});
