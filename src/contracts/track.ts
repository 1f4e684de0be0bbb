/** A courier's fixes over some hours: the answer of `GET /api/tracks?courierId&from&to` (epoch ms, both ends included). */
import * as z from 'zod/mini';
import { locationSchema } from '#src/contracts/ireca/location.ts';
import { recordList } from '#src/contracts/records.ts';

/** The longest range that is read at once: a day of 25 hours and some hours around it. */
export const TRACK_MAX_MS = 48 * 3_600_000;

export const trackSchema = z.object({
  /** Entries of `/locations` as iRECA wrote them; one that cannot be read is set aside. */
  fixes: recordList(locationSchema),
  /** When iRECA was asked, epoch ms. */
  asOf: z.number(),
  /** False: there is more than is read at once. */
  complete: z.boolean(),
  /**
   * Null, or epoch ms: this range was not read, for iRECA may be asked about this courier again only then. There are no
   * fixes in such an answer, and `asOf` is the moment of the answer itself.
   */
  retryAt: z.nullable(z.number()),
});

/** The same as it is written. */
export type TrackAnswer = { fixes: unknown[]; asOf: number; complete: boolean; retryAt: number | null };
