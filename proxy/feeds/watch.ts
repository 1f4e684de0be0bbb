/** Whether anybody looks: nothing is asked of the upstreams while no screen is open. */
import type { Clock } from '#proxy/clock.ts';

export type Watch = {
  watching(): boolean;
  /** A feed was pulled. */
  touch(): void;
  /** An event stream was opened; the result says that it ended. */
  enter(): () => void;
};

/** A screen pulls at least once a minute, and is given a little time to do so; one that did not is closed. */
const PULL_COUNTS_MS = 65_000;

export function createWatch(clock: Clock): Watch {
  let streams = 0;
  let pulledAt = -Infinity;
  return {
    watching: () => streams > 0 || clock.now() - pulledAt < PULL_COUNTS_MS,
    touch() {
      pulledAt = clock.now();
    },
    enter() {
      streams += 1;
      let left = false;
      return () => {
        if (!left) streams -= 1;
        left = true;
      };
    },
  };
}
