import { describe, expect, it } from 'vitest';
import { manualClock } from '#proxy/manualClock.ts';
import { createPoll } from './poll.ts';

/** `time.back`: by how many ms the clock of the computer is set back, while timers run on. */
function polling(options: { from?: 'start' | 'end'; takes?: number; time?: { back: number } } = {}) {
  const clock = manualClock(0);
  const state = {
    broken: 0,
    breaks: false,
    watching: true,
    ok: true,
    reads: 0,
    gate: null as Promise<void> | null,
  };
  const poll = createPoll({
    clock: { ...clock, now: () => clock.now() - (options.time?.back ?? 0) },
    watching: () => state.watching,
    intervalMs: 15_000,
    from: options.from ?? 'end',
    onBroken: () => (state.broken += 1),
    read: async () => {
      state.reads += 1;
      if (state.breaks) throw new Error('never expected');
      if (options.takes) await new Promise((resolve) => setTimeout(resolve, options.takes));
      await state.gate;
      return state.ok;
    },
  });
  return { clock, state, poll };
}

describe('poll', () => {
  it('asks at once when woken, then at its interval, and once however many wake it', async () => {
    const { clock, state, poll } = polling();
    for (let i = 0; i < 50; i += 1) poll.wake();
    await poll.idle();
    expect(state.reads).toBe(1);
    await clock.advance(14_999);
    expect(state.reads).toBe(1);
    await clock.advance(1);
    expect(state.reads).toBe(2);
    expect(poll.nextAt()).toBe(30_000);
  });

  it('asks nothing while nobody watches, and at once when somebody comes after a while', async () => {
    const { clock, state, poll } = polling();
    poll.wake();
    await poll.idle();
    state.watching = false;
    await clock.advance(600_000);
    expect(state.reads).toBe(1);
    expect(poll.nextAt()).toBeNull();
    state.watching = true;
    poll.wake();
    await poll.idle();
    expect(state.reads).toBe(2);
  });

  it('asks again no sooner than its interval when somebody comes back soon', async () => {
    const { clock, state, poll } = polling();
    poll.wake();
    await poll.idle();
    state.watching = false;
    await clock.advance(15_000);
    state.watching = true;
    poll.wake();
    await poll.idle();
    expect(state.reads).toBe(2);
    state.watching = false;
    await clock.advance(1000);
    state.watching = true;
    poll.wake();
    expect(state.reads).toBe(2);
    expect(poll.nextAt()).toBe(30_000);
  });

  it('rests ten times as long as the read took', async () => {
    const { poll } = polling({ takes: 2000 });
    poll.wake();
    await poll.idle();
    expect(poll.nextAt()).toBeGreaterThanOrEqual(19_900);
  });

  it('backs off while it fails, up to two minutes, and is back to its interval after a success', async () => {
    const { clock, state, poll } = polling();
    state.ok = false;
    poll.wake();
    await poll.idle();
    const waits: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      waits.push((poll.nextAt() ?? 0) - clock.now());
      if (i === 4) state.ok = true;
      await clock.advance(waits[i] ?? 0);
    }
    expect(waits).toEqual([30_000, 60_000, 120_000, 120_000, 120_000]);
    expect((poll.nextAt() ?? 0) - clock.now()).toBe(15_000);
  });

  it('goes on after a read that broke in a way nobody thought of', async () => {
    const { clock, state, poll } = polling();
    state.breaks = true;
    poll.wake();
    await poll.idle();
    expect(state.broken).toBe(1);
    await clock.advance(30_000);
    expect(state.reads).toBe(2);
  });

  it('asks soon after a hint, many hints being one, and not sooner while it fails', async () => {
    const { clock, state, poll } = polling();
    poll.wake();
    await poll.idle();
    poll.soon();
    poll.soon();
    await clock.advance(2000);
    expect(state.reads).toBe(2);
    state.ok = false;
    await clock.advance(15_000);
    expect(state.reads).toBe(3);
    poll.soon();
    await clock.advance(2000);
    expect(state.reads).toBe(3);
  });

  it('goes on at its pace after the clock was set back by hours', async () => {
    const time = { back: 0 };
    const { clock, state, poll } = polling({ time });
    await clock.advance(4 * 3_600_000);
    poll.wake();
    await poll.idle();
    time.back = 3 * 3_600_000;
    poll.soon();
    await clock.advance(2_000);
    expect(state.reads).toBe(2);
    state.watching = false;
    await clock.advance(60_000);
    time.back = 4 * 3_600_000;
    state.watching = true;
    poll.wake();
    await poll.idle();
    expect(state.reads).toBe(3);
  });

  it('reads anew for who needs what is true from now on', async () => {
    const { state, poll } = polling();
    let open = () => {};
    state.gate = new Promise((resolve) => (open = resolve));
    poll.wake();
    const first = poll.now();
    const second = poll.now();
    expect(state.reads).toBe(1);
    open();
    await Promise.all([first, second]);
    expect(state.reads).toBe(2);
  });

  it('counts from the start where the pace is the upstream’s rule', async () => {
    const { poll } = polling({ from: 'start', takes: 2000 });
    poll.wake();
    await poll.idle();
    expect(poll.nextAt()).toBe(15_000);
  });
});
