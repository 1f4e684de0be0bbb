/**
 * Whether changes come by themselves, and what to do when they do not. Pure: what happened and the time go in, the new
 * state and what is to be done come out. One tab of a browser leads: it holds the event stream and passes on what it
 * hears; the others follow. Times are epoch milliseconds of the wall clock, which goes on while a computer sleeps.
 */
import { PACE, pauseAfter, sleptSince } from './livePace.ts';
import type { LeaderWord, LiveState } from './liveState.ts';
import { noLaterThan } from './liveState.ts';

export type LiveEvent =
  /** The lead is ours · somebody took it. */
  | { is: 'led' }
  | { is: 'lost' }
  /** The stream said something · it broke. */
  | { is: 'heard' }
  | { is: 'broke' }
  /** The leader spoke · somebody asks for the leader. */
  | { is: 'told'; word: LeaderWord }
  | { is: 'asked' }
  /** A pull of the orders ended: well, with a refusal by Pult, or without an answer. */
  | { is: 'pulled'; how: 'well' | 'refused' | 'unanswered' }
  /** The browser has a network again, or has none. */
  | { is: 'network'; on: boolean }
  /** Time passed, or the page is looked at again. */
  | { is: 'tick'; hidden: boolean };

export type LiveEffect =
  | { do: 'open' }
  | { do: 'close' }
  /** Takes the lead from a tab that does not answer. */
  | { do: 'steal' }
  | { do: 'ask' }
  | { do: 'tell' }
  /** Pulls all feeds. */
  | { do: 'pull' }
  /** Reads anew what may have changed unheard. `asleep`: nothing ran meanwhile, what hung then is given up. */
  | { do: 'catchUp'; asleep: boolean };

type Step = { state: LiveState; effects: LiveEffect[] };

/** @param pollMs how often feeds are pulled while nothing flows. */
export function stepLive(before: LiveState, event: LiveEvent, now: number, pollMs: number): Step {
  const state = noLaterThan(before, now);
  const effects: LiveEffect[] = [];
  const act = (effect: LiveEffect) => void effects.push(effect);
  const step = steps(state, now, act);

  switch (event.is) {
    case 'led':
      state.role = 'leader';
      state.askedAt = null;
      step.open();
      step.tell();
      break;
    case 'lost':
      state.role = 'follower';
      state.stream = 'none';
      act({ do: 'close' });
      step.ask();
      break;
    case 'heard':
      // What lay waiting from before a sleep says nothing of the stream now.
      if (state.role === 'leader' && step.overslept()) break;
      step.hear();
      break;
    case 'broke':
      if (state.stream === 'none') break;
      state.downSince ??= now;
      step.pause();
      break;
    case 'told':
      if (state.role !== 'follower') break;
      step.overslept();
      step.follow(event.word);
      break;
    case 'asked':
      if (state.role === 'leader') step.tell();
      break;
    case 'pulled':
      step.pulled(event.how);
      break;
    case 'network':
      if (event.on) step.awake(false);
      else state.lostAt ??= now;
      break;
    case 'tick': {
      const slept = sleptSince(state, now, event.hidden);
      state.tickAt = now;
      if (slept) step.awake(true);
      if (state.role === 'leader') step.lead();
      else step.lookForLeader();
      step.poll(pollMs);
      break;
    }
  }
  return { state, effects };
}

/** The small steps that events are made of; each changes `state` and says what to do. */
function steps(state: LiveState, now: number, act: (effect: LiveEffect) => void) {
  const tell = () => {
    state.toldAt = now;
    act({ do: 'tell' });
  };
  const open = () => {
    state.stream = 'opening';
    state.triedAt = now;
    // Until it says something nothing flows, also when the one before it did: a laptop wakes in another network.
    state.downSince ??= now;
    act({ do: 'open' });
  };
  const pause = () => {
    state.tries += 1;
    state.stream = 'pausing';
    state.retryAt = now + pauseAfter(state.tries);
    act({ do: 'close' });
  };
  const ask = () => {
    state.heardAt = now - PACE.ask;
    state.askedAt = now;
    act({ do: 'ask' });
  };
  const pull = () => {
    state.pulledAt = now;
    act({ do: 'pull' });
  };
  /** Nothing gets through: from here on the feeds are asked for. */
  const hold = (since: number) => {
    state.downSince ??= since;
    if (state.flow === 'held') return;
    state.flow = 'held';
    pull();
    if (state.role === 'leader') tell();
  };
  /** What was said between two streams nobody heard; before the first of a new page everything was just read. */
  const flowAgain = (openedAt: number | null) => {
    const unheard = openedAt !== state.openedAt && (state.openedAt !== null || state.flow === 'held');
    state.flow = 'live';
    state.downSince = null;
    state.openedAt = openedAt;
    if (unheard) act({ do: 'catchUp', asleep: false });
  };
  const reached = () => {
    state.reachedAt = now;
    state.lostAt = null;
  };
  /** After a sleep whoever leads cannot trust its line, and whoever follows cannot trust that it is still led. */
  const awake = (asleep: boolean) => {
    act({ do: 'catchUp', asleep });
    state.pulledAt = now;
    if (state.role === 'follower') ask();
    else {
      state.tries = 0;
      open();
    }
  };

  return {
    open,
    awake,
    /** Sees a sleep by what comes first after it, when that is a word and not a tick; it does not know who looks. */
    overslept(): boolean {
      const slept = sleptSince(state, now, true);
      if (slept) {
        state.tickAt = now;
        awake(true);
      }
      return slept;
    },
    pause,
    ask,
    tell,
    /** A first answer after failures (Pult is back, somebody signed in again) is the moment to try the stream too. */
    pulled(how: 'well' | 'refused' | 'unanswered') {
      if (how === 'unanswered') state.lostAt ??= now;
      else reached();
      if (how === 'well' && state.pullFailed && state.stream === 'pausing') {
        state.tries = 0;
        open();
      }
      state.pullFailed = how !== 'well';
    },
    hear() {
      if (state.role !== 'leader') return;
      state.heardAt = now;
      state.tries = 0;
      if (state.stream !== 'live') {
        state.stream = 'live';
        flowAgain(now);
        tell();
      }
      reached();
    },
    follow(word: LeaderWord) {
      state.heardAt = now;
      state.askedAt = null;
      if (state.lostAt === null || word.heardAt > state.lostAt) {
        state.lostAt = null;
        state.reachedAt = Math.max(state.reachedAt, word.flow === 'live' ? word.heardAt : 0);
      }
      if (word.flow === 'live') flowAgain(word.openedAt);
      else if (word.flow === 'held') hold(now);
    },
    lead() {
      if (state.stream === 'live' && now - state.heardAt > PACE.silence) {
        hold(state.heardAt);
        open();
      } else if (state.stream === 'opening' && now - state.triedAt > PACE.attempt) pause();
      else if (state.stream === 'pausing' && now >= state.retryAt) open();
      if (now - state.toldAt >= PACE.tell) tell();
    },
    lookForLeader() {
      const silent = now - state.heardAt;
      if (silent < PACE.ask) return;
      if (state.askedAt === null) {
        state.askedAt = now;
        act({ do: 'ask' });
      } else if (silent > PACE.silence && now - state.askedAt > PACE.answer) {
        state.heardAt = now;
        state.askedAt = null;
        state.downSince ??= now;
        act({ do: 'steal' });
      }
    },
    poll(pollMs: number) {
      if (state.downSince !== null && now - state.downSince > PACE.firstWord) hold(state.downSince);
      if (state.flow === 'held' && now - state.pulledAt > pollMs - PACE.tick) pull();
    },
  };
}
