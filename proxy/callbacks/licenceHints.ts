/** A courier's session is said to have ended: licences are read anew by whoever shows them, but not for every call. */
import type { Clock } from '#proxy/clock.ts';
import type { Coalesce } from '#proxy/upstream/coalesce.ts';

/** Many calls within so long are one: every open screen reads the licences after each. */
const GATHER_MS = 2_000;

/** @param tell says to all screens that the list moved. */
export function createLicenceHints(parts: {
  clock: Clock;
  coalesce: Pick<Coalesce, 'invalidate'>;
  tell: () => void;
}): () => void {
  const { clock, coalesce, tell } = parts;
  let gathering = false;
  let again = false;

  return function moved(): void {
    if (gathering) {
      again = true;
      return;
    }
    gathering = true;
    coalesce.invalidate('ireca /licenses');
    tell();
    clock.after(GATHER_MS, () => {
      gathering = false;
      if (!again) return;
      again = false;
      moved();
    });
  };
}
