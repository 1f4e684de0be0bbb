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

/**
 * Server-sent event `hint` of `/api/events`: a feed moved on. Carries no data: losing one costs seconds, not truth.
 * `deviceErrors` are the errors of bank terminals and fiscal recorders.
 */
export const hintSchema = z.object({
  feed: z.enum(['orders', 'positions', 'deviceErrors']),
  version: z.string(),
});
export type Hint = z.infer<typeof hintSchema>;

/**
 * Server-sent event `list`: somebody wrote this list of iRECA through Pult, or a callback spoke of it; whoever shows it
 * reads it anew. `list` is its path below iRECA's address: `goods`, `couriers`, `licenses`, `permissions`.
 */
export const listHintSchema = z.object({ list: z.string() });
export type ListHint = z.infer<typeof listHintSchema>;

/**
 * Server-sent event `beat`: the stream is alive. It comes at least this often, so that a browser can tell a quiet
 * stream from one that a network in between holds back.
 */
export const BEAT_MS = 15_000;

/** Server-sent event `health`: how old a feed's data is and what is wrong with it, so that ages need no pull. */
export const healthSchema = z.object({
  feed: hintSchema.shape.feed,
  asOf: feedSchema.shape.asOf,
  nextAt: feedSchema.shape.nextAt,
  problems: feedSchema.shape.problems,
});
export type Health = z.infer<typeof healthSchema>;
