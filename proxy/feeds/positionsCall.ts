/** One call of the positions feed: asks iRECA about one courier and takes the answer into what is known. */
import { parseLocations } from '#src/contracts/ireca/location.ts';
import type { Clock } from '#proxy/clock.ts';
import type { UpstreamFailure } from '#proxy/upstream/failure.ts';
import { failed } from '#proxy/upstream/failure.ts';
import type { Ireca } from '#proxy/upstream/ireca.ts';
import type { KnownPosition } from './positionsKnown.ts';
import { askSince, takeAnswer } from './positionsKnown.ts';

/** What a reading of a courier's fixes brought: `locations` as iRECA wrote it; `since` null = from the beginning; epoch ms. */
export type FixesRead = { courierId: string; locations: unknown; since: number | null; askedAt: number };

export const MALFORMED: UpstreamFailure = failed('malformed').failure;

/**
 * Null: the answer was taken, and `onRead` was told of it. The call is the courier's call of the minute whatever comes
 * of it.
 */
export async function askAbout(
  state: KnownPosition,
  options: {
    clock: Clock;
    ireca: Pick<Ireca, 'locations'>;
    firstPage: number;
    onRead: (read: FixesRead) => void;
  },
): Promise<UpstreamFailure | null> {
  const { clock, ireca, firstPage, onRead } = options;
  const { courierId } = state;
  const askedAt = clock.now();
  state.askedAt = askedAt;
  const since = askSince(state, askedAt);
  const reply = await ireca.locations(courierId, since, firstPage + state.skip);
  if (!reply.ok) return reply.failure;
  try {
    takeAnswer(state, parseLocations(reply.value).records, since, clock.now());
  } catch {
    return MALFORMED;
  }
  onRead({ courierId, locations: reply.value, since, askedAt });
  return null;
}
