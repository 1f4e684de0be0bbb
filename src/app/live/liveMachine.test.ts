/** A tab through what a day brings: a held-back stream, a leader that freezes, a laptop that sleeps, a proxy that restarts. */
import { describe, expect, it } from 'vitest';
import type { LiveEffect, LiveEvent } from './liveMachine.ts';
import { stepLive } from './liveMachine.ts';
import { PACE } from './livePace.ts';
import type { LeaderWord, LiveState } from './liveState.ts';
import { beginLive, shownLive } from './liveState.ts';

const POLL_MS = 15_000;
const START = 1_700_000_000_000;

/** A tab with a clock of its own. `log` holds what was done since it was last asked for. */
function tab() {
  let now = START;
  let state: LiveState = beginLive(now);
  let done: LiveEffect[] = [];
  const happen = (event: LiveEvent) => {
    const next = stepLive(state, event, now, POLL_MS);
    state = next.state;
    done.push(...next.effects);
  };
  return {
    happen,
    /** Lets time pass as a page sees it: a look every two seconds. `meanwhile` happens before each. */
    run(ms: number, meanwhile?: () => void, hidden = false) {
      const end = now + ms;
      while (now < end) {
        now = Math.min(end, now + PACE.tick);
        meanwhile?.();
        happen({ is: 'tick', hidden });
      }
    },
    /** Nothing runs. */
    sleep(ms: number) {
      now += ms;
    },
    look: (hidden = false) => happen({ is: 'tick', hidden }),
    log(): string[] {
      const names = done.map((effect) => (effect.do === 'catchUp' ? `catchUp ${effect.asleep}` : effect.do));
      done = [];
      return names;
    },
    get now() {
      return now;
    },
    get state() {
      return state;
    },
    get shown() {
      return shownLive(state);
    },
  };
}

type Tab = ReturnType<typeof tab>;

/** A leader whose stream flows. */
function leading(): Tab {
  const one = tab();
  one.happen({ is: 'led' });
  one.happen({ is: 'heard' });
  one.log();
  return one;
}

const word = (over: Partial<LeaderWord>, now: number): LeaderWord => ({
  flow: 'live',
  openedAt: START - 1000,
  heardAt: now,
  ...over,
});

/** A follower of a leader whose stream flows. */
function following(): Tab {
  const one = tab();
  one.happen({ is: 'told', word: word({}, one.now) });
  one.log();
  return one;
}

const times = (log: string[], what: string) => log.filter((one) => one === what).length;

describe('the tab that leads', () => {
  it('opens the stream and is live with the first word; nothing is read twice', () => {
    const one = tab();
    expect(one.shown).toEqual({ state: 'connecting' });
    one.happen({ is: 'led' });
    expect(one.log()).toEqual(['open', 'tell']);
    one.happen({ is: 'heard' });
    expect(one.shown).toEqual({ state: 'live' });
    expect(one.log()).toEqual(['tell']);
  });

  it('stays live for hours of nothing but beats, and tells the others', () => {
    const one = leading();
    let beat = one.now;
    one.run(2 * 3_600_000, () => {
      if (one.now - beat < 15_000) return;
      beat = one.now;
      one.happen({ is: 'heard' });
    });
    const log = one.log();
    expect(one.shown).toEqual({ state: 'live' });
    expect(new Set(log)).toEqual(new Set(['tell']));
    expect(times(log, 'tell')).toBe(720);
  });

  it('counts an open stream without a word as held back after six seconds, and pulls by itself', () => {
    const one = tab();
    one.happen({ is: 'led' });
    one.run(6_000);
    expect(one.shown).toEqual({ state: 'connecting' });
    one.run(2_000);
    expect(one.shown).toEqual({ state: 'polling' });
    expect(one.log()).toEqual(['open', 'tell', 'pull', 'tell']);
    one.run(60_000);
    expect(times(one.log(), 'pull')).toBe(4);
  });

  it('keeps trying with growing pauses, a minute at most, and is live again by itself', () => {
    const one = tab();
    one.happen({ is: 'led' });
    const opened: number[] = [];
    for (let second = 0; second < 900; second += 2) {
      one.run(2_000);
      if (times(one.log(), 'open') > 0) opened.push(one.now);
      if (one.state.stream === 'opening') one.happen({ is: 'broke' });
    }
    const pauses = opened.slice(1).map((at, index) => at - (opened[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(PACE.longestPause + PACE.tick);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(PACE.longestPause);
    expect(pauses[0]).toBeLessThanOrEqual(4_000);
    while (one.state.stream !== 'opening') one.run(2_000);
    one.log();
    one.happen({ is: 'heard' });
    expect(one.shown).toEqual({ state: 'live' });
    expect(one.log()).toEqual(['catchUp false', 'tell']);
    expect(one.state.tries).toBe(0);
  });

  it('takes forty seconds of silence for a held-back stream, and opens another at once', () => {
    const one = leading();
    one.run(38_000);
    expect(one.shown).toEqual({ state: 'live' });
    expect(new Set(one.log())).toEqual(new Set(['tell']));
    one.run(4_000);
    expect(one.shown).toEqual({ state: 'polling' });
    expect(one.log().slice(-3)).toEqual(['pull', 'tell', 'open']);
    one.happen({ is: 'heard' });
    expect(one.log()).toEqual(['catchUp false', 'tell']);
  });

  it('says nothing of a break that is over within seconds, and reads what was missed', () => {
    const one = leading();
    one.run(4_000);
    one.log();
    one.happen({ is: 'broke' });
    expect(one.log()).toEqual(['close']);
    one.run(4_000);
    expect(one.shown).toEqual({ state: 'live' });
    expect(one.log()).toEqual(['open']);
    one.happen({ is: 'heard' });
    expect(one.log()).toEqual(['catchUp false', 'tell']);
    expect(one.shown).toEqual({ state: 'live' });
  });

  it('is said to be polling when the break lasts', () => {
    const one = leading();
    one.happen({ is: 'broke' });
    one.run(8_000, () => one.state.stream === 'opening' && one.happen({ is: 'broke' }));
    expect(one.shown).toEqual({ state: 'polling' });
    expect(times(one.log(), 'pull')).toBe(1);
  });

  it('gives a try up that never opens', () => {
    const one = tab();
    one.happen({ is: 'led' });
    one.run(22_000);
    expect(one.state.stream).toBe('pausing');
    expect(times(one.log(), 'close')).toBe(1);
  });

  it('answers whoever asks for the leader; a follower does not', () => {
    const one = leading();
    one.happen({ is: 'asked' });
    expect(one.log()).toEqual(['tell']);
    const other = following();
    other.happen({ is: 'asked' });
    expect(other.log()).toEqual([]);
  });

  it('follows when the lead was taken, and pays no heed to its own old stream', () => {
    const one = leading();
    one.happen({ is: 'lost' });
    expect(one.state).toMatchObject({ role: 'follower', stream: 'none' });
    expect(one.log()).toEqual(['close', 'ask']);
    one.happen({ is: 'broke' });
    one.happen({ is: 'heard' });
    expect(one.log()).toEqual([]);
    one.sleep(1_000);
    one.happen({ is: 'told', word: word({ openedAt: one.now }, one.now) });
    // The other stream was opened later: what was said between the two nobody heard.
    expect(one.log()).toEqual(['catchUp false']);
  });
});

describe('a tab that follows', () => {
  it('is live by the leader’s word, without a stream of its own', () => {
    const one = following();
    expect(one.shown).toEqual({ state: 'live' });
    one.run(600_000, () => one.happen({ is: 'told', word: word({}, one.now) }));
    expect(one.log()).toEqual([]);
  });

  it('pulls by itself while the leader says that nothing comes', () => {
    const one = following();
    one.happen({ is: 'told', word: word({ flow: 'held' }, one.now) });
    expect(one.shown).toEqual({ state: 'polling' });
    expect(one.log()).toEqual(['pull']);
    one.run(30_000, () => one.happen({ is: 'told', word: word({ flow: 'held' }, one.now) }));
    expect(one.log()).toEqual(['pull', 'pull']);
    one.happen({ is: 'told', word: word({ openedAt: one.now }, one.now) });
    expect(one.shown).toEqual({ state: 'live' });
    expect(one.log()).toEqual(['catchUp false']);
  });

  it('asks a silent leader, and takes the lead from one that does not answer', () => {
    const one = following();
    one.run(26_000);
    expect(one.log()).toEqual(['ask']);
    one.run(14_000);
    expect(one.log()).toEqual([]);
    one.run(2_000);
    expect(one.log()).toEqual(['steal']);
    one.happen({ is: 'led' });
    expect(one.log()).toEqual(['open', 'tell']);
    one.happen({ is: 'heard' });
    expect(one.log()).toEqual(['catchUp false', 'tell']);
    expect(one.shown).toEqual({ state: 'live' });
  });

  it('leaves a leader alone that answers when it is asked', () => {
    const one = following();
    let asked = 0;
    one.run(600_000, () => {
      if (one.state.askedAt === null) return;
      asked += 1;
      one.happen({ is: 'told', word: word({}, one.now) });
    });
    expect(times(one.log(), 'steal')).toBe(0);
    expect(asked).toBeGreaterThan(10);
  });

  it('takes over at once when the leader is closed', () => {
    const one = following();
    one.run(4_000);
    one.happen({ is: 'led' });
    expect(one.log()).toEqual(['open', 'tell']);
    expect(one.shown).toEqual({ state: 'live' });
  });

  it('in a new tab finds a frozen leader within seconds', () => {
    const one = tab();
    one.look();
    expect(one.log()).toEqual(['ask']);
    one.run(18_000);
    expect(one.log()).toEqual(['pull', 'steal']);
  });

  it('seen by nobody looks once a minute only, and does not take the lead for that', () => {
    const one = following();
    for (let minute = 0; minute < 10; minute += 1) {
      one.sleep(60_000);
      one.look(true);
      one.happen({ is: 'told', word: word({}, one.now) });
    }
    expect(new Set(one.log())).toEqual(new Set(['ask']));
  });
});

describe('sleep', () => {
  it('is seen by the clock: everything is read anew, the stream is opened anew', () => {
    const one = leading();
    one.sleep(3 * 3_600_000);
    one.look();
    expect(one.log()).toEqual(['catchUp true', 'open', 'tell']);
    one.happen({ is: 'heard' });
    expect(one.shown).toEqual({ state: 'live' });
    one.run(10_000);
    expect(times(one.log(), 'open')).toBe(0);
  });

  it('of a follower makes it look for its leader', () => {
    const one = following();
    one.sleep(60_000);
    one.look();
    expect(one.log()).toEqual(['catchUp true', 'ask']);
    one.run(18_000);
    expect(one.log()).toEqual(['steal']);
  });

  it('is none when events came in time, however rarely the page ran', () => {
    const one = leading();
    one.sleep(55_000);
    one.happen({ is: 'heard' });
    one.sleep(5_000);
    one.look(true);
    one.look(false);
    expect(one.log()).toEqual(['tell']);
  });

  it('is none for a page that nobody sees and that polls once a minute; a look at it is enough to catch up', () => {
    const one = tab();
    one.happen({ is: 'led' });
    one.run(30_000);
    one.log();
    one.sleep(60_000);
    one.look(true);
    expect(times(one.log(), 'catchUp true')).toBe(0);
    one.sleep(50_000);
    one.look(false);
    expect(one.log()).toContain('catchUp true');
  });

  it('is seen too by a word that comes before the first look', () => {
    const one = leading();
    one.sleep(3_600_000);
    // What the network still held from before.
    one.happen({ is: 'heard' });
    expect(one.log()).toEqual(['catchUp true', 'open']);
    expect(one.state.stream).toBe('opening');
    one.look();
    one.happen({ is: 'heard' });
    expect(times(one.log(), 'catchUp true')).toBe(0);
    const other = following();
    other.sleep(3_600_000);
    other.happen({ is: 'told', word: word({}, other.now) });
    other.look();
    expect(other.log()).toEqual(['catchUp true', 'ask']);
    expect(other.shown).toEqual({ state: 'live' });
  });

  it('ends in polling when the stream does not come through any more', () => {
    for (const wake of [(one: Tab) => one.look(), (one: Tab) => one.happen({ is: 'network', on: true })]) {
      const one = leading();
      one.sleep(3_600_000);
      wake(one);
      one.log();
      one.run(60_000);
      expect(one.shown).toEqual({ state: 'polling' });
      expect(times(one.log(), 'pull')).toBeGreaterThanOrEqual(3);
      while (one.state.stream !== 'opening') one.run(2_000);
      one.happen({ is: 'heard' });
      expect(one.shown).toEqual({ state: 'live' });
    }
  });

  it('is not seen in a clock that was set back, and nothing stops because of it', () => {
    const one = leading();
    one.sleep(-3_600_000);
    one.look();
    expect(one.log()).toEqual([]);
    one.run(44_000);
    expect(one.shown).toEqual({ state: 'polling' });
  });
});

describe('without a connection', () => {
  it('says since when, and is never called polling', () => {
    const one = leading();
    one.run(4_000, () => one.happen({ is: 'heard' }));
    const reached = one.now;
    one.run(4_000);
    one.happen({ is: 'network', on: false });
    expect(one.shown).toEqual({ state: 'offline', since: reached });
    one.run(60_000);
    expect(one.shown).toEqual({ state: 'offline', since: reached });
    one.log();
    one.happen({ is: 'network', on: true });
    expect(one.log()).toEqual(['catchUp false', 'open']);
    one.happen({ is: 'pulled', how: 'well' });
    one.happen({ is: 'heard' });
    expect(one.shown).toEqual({ state: 'live' });
  });

  it('is also seen by a pull that nobody answers; a refusal is an answer', () => {
    const one = following();
    one.happen({ is: 'pulled', how: 'refused' });
    expect(one.shown).toEqual({ state: 'live' });
    one.run(4_000);
    one.happen({ is: 'pulled', how: 'unanswered' });
    expect(one.shown).toEqual({ state: 'offline', since: START });
    // A word that the leader heard before says nothing.
    one.happen({ is: 'told', word: word({}, START + 1000) });
    expect(one.shown.state).toBe('offline');
    one.run(2_000);
    one.happen({ is: 'told', word: word({}, one.now) });
    expect(one.shown).toEqual({ state: 'live' });
  });

  it('the first good pull tries the stream too, without waiting for its pause to end', () => {
    for (const how of ['unanswered', 'refused'] as const) {
      const one = leading();
      one.happen({ is: 'broke' });
      one.run(120_000, () => {
        if (one.state.stream === 'opening') one.happen({ is: 'broke' });
        one.happen({ is: 'pulled', how });
      });
      while (one.state.stream === 'opening') one.happen({ is: 'broke' });
      one.log();
      one.happen({ is: 'pulled', how: 'well' });
      expect(one.log()).toEqual(['open']);
      one.happen({ is: 'broke' });
      one.log();
      // One that never failed says nothing new.
      one.happen({ is: 'pulled', how: 'well' });
      expect(one.log()).toEqual([]);
    }
  });
});
