/** Feeds: lists that are pulled by version. One schema serves `/api/feeds/orders` and `/api/feeds/positions`. */
import * as z from 'zod/mini';

export const systemSchema = z.enum(['ireca', 'kassa']);
export type System = z.infer<typeof systemSchema>;

/** Why the data of a system is older than it should be. `message` is the upstream's own words when it sent any. */
export const feedProblemSchema = z.object({
  system: systemSchema,
  code: z.enum(['unreachable', 'timeout', 'refused', 'unauthorized', 'malformed']),
  message: z.nullable(z.string()),
  /** Epoch ms since when it has been so. */
  since: z.number(),
});
export type FeedProblem = z.infer<typeof feedProblemSchema>;

export const feedRecordSchema = z.object({
  /** `ireca:209900`, `kassa:313626`; a courier's position is `ireca:<courierId>`. */
  key: z.string(),
  system: systemSchema,
  id: z.string(),
  /** The upstream record, less secrets and less what no list shows; parsed by the contract of its kind. */
  body: z.unknown(),
});
export type FeedRecord = z.infer<typeof feedRecordSchema>;

/**
 * Answer of a feed. `version` is opaque: send it back as `since`. `full`: `changed` holds everything, forget the rest.
 * `asOf`: when each system was last read whole, epoch ms, null = not yet.
 */
export const feedSchema = z.object({
  version: z.string(),
  full: z.boolean(),
  asOf: z.object({ ireca: z.nullable(z.number()), kassa: z.nullable(z.number()) }),
  /** When the proxy means to ask the upstreams next, epoch ms; null = nobody watched until now. */
  nextAt: z.nullable(z.number()),
  problems: z.array(feedProblemSchema),
  changed: z.array(feedRecordSchema),
  removed: z.array(z.string()),
});
export type Feed = z.infer<typeof feedSchema>;

/** One server-sent event of `/api/events`: a feed moved on. Carries no data: losing one costs seconds, not truth. */
export const hintSchema = z.object({ feed: z.enum(['orders', 'positions']), version: z.string() });
export type Hint = z.infer<typeof hintSchema>;

/** The other event of `/api/events`: how old a feed's data is and what is wrong with it, so that ages need no pull. */
export const healthSchema = z.object({
  feed: hintSchema.shape.feed,
  asOf: feedSchema.shape.asOf,
  nextAt: feedSchema.shape.nextAt,
  problems: feedSchema.shape.problems,
});
export type Health = z.infer<typeof healthSchema>;
