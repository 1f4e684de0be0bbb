/**
 * Bodies of `GET /api/changes`: who begins a shift looks back to the same moment as all the others, and a whole day of
 * changes is some megabytes to write and to compress. It is done once for all of them, as long as nothing is to be added.
 */
import type { Clock } from '#proxy/clock.ts';
import type { Body } from '#proxy/http/body.ts';
import { createBody } from '#proxy/http/body.ts';
import type { ChangeLog } from './changes.ts';

/** Less than this is made anew in no time. */
const WORTH_KEEPING = 64 * 1024;
const MAX_KEPT = 4;
const KEPT_MS = 60_000;
/** While a system is not read, how long it has not been is told no more exactly than this. */
const BLIND_MS = 5_000;

type Kept = { now: number; knownFrom: number | null; body: Body };

/** Gives `since` (epoch ms) → the body of the answer. */
export function createSharedChanges(
  changes: Pick<ChangeLog, 'answer'>,
  clock: Clock,
): (since: number) => Body {
  const kept = new Map<number, Kept>();

  /** Whatever was noticed or written anew since an answer is told to whoever asks with its `now`. */
  function holds({ now, knownFrom }: Kept): boolean {
    const added = changes.answer(now);
    return (
      added.orders.length === 0 &&
      added.knownFrom === knownFrom &&
      (added.blind.length === 0 || clock.now() - now < BLIND_MS)
    );
  }

  return (since) => {
    for (const [of, { now }] of kept) if (clock.now() - now > KEPT_MS) kept.delete(of);
    const known = kept.get(since);
    if (known && holds(known)) return known.body;
    kept.delete(since);
    const answer = changes.answer(since);
    const body = createBody(JSON.stringify(answer));
    if (body.identity.length < WORTH_KEEPING) return body;
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? since);
    kept.set(since, { now: answer.now, knownFrom: answer.knownFrom, body });
    return body;
  };
}
