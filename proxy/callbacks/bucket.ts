/** A token bucket: so many at once, and so many a second in the long run. */
import type { Clock } from '#proxy/clock.ts';

export type Bucket = {
  /** False = one too many. */
  take(): boolean;
};

export function createBucket(clock: Clock, perSecond: number, burst: number): Bucket {
  let left = burst;
  let at = clock.now();
  return {
    take() {
      const now = clock.now();
      // A clock that is set back gives nothing and takes nothing.
      left = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
