/** The time of the simulated day: wall time from the start, run faster by `speed`, plus what `advance` has skipped. */

export type SimulatedClock = {
  /** Simulated now, epoch ms. Every time that the simulated upstreams write is read here. */
  now: () => number;
  /** Skips ahead so that `now()` is at least `time`. */
  reach: (time: number) => void;
};

/**
 * `now` is the wall clock (epoch ms). A test that moves its own clock before it advances sees exactly its own time;
 * a test on the real clock sees what it has advanced, plus the real milliseconds that have gone by.
 */
export function createSimulatedClock(now: () => number, speed: number): SimulatedClock {
  const start = now();
  let skipped = 0;
  const read = () => Math.floor(start + (now() - start) * speed + skipped);
  return {
    now: read,
    reach: (time) => {
      skipped += Math.max(0, time - read());
    },
  };
}
