/** What happened to orders while somebody looked or nobody did: the answer of `GET /api/changes?since=<epoch ms>`. */
import * as z from 'zod/mini';
import { systemSchema } from '#src/contracts/feed.ts';

/** How an order stood at one moment, as far as a dispatcher would speak of a change. */
export const orderGlanceSchema = z.object({
  /** `deliveryStatusId` (as a string) in iRECA, `currentStatusType` in Kassa. */
  status: z.nullable(z.string()),
  /** iRECA's id of the courier; Kassa: null. */
  courierId: z.nullable(z.string()),
  /** Kassa: `responsiblePersonLogin`; iRECA: null. */
  courierLogin: z.nullable(z.string()),
  /** Epoch ms. */
  windowFrom: z.nullable(z.number()),
  windowTo: z.nullable(z.number()),
});
export type OrderGlance = z.infer<typeof orderGlanceSchema>;

/**
 * One change as the proxy noticed it. `before` null: the order came · `after` null: its system has it no more · both
 * equal: something else of it was changed (address, goods, comment).
 */
export const orderStepSchema = z.object({
  /** When it was noticed, epoch ms. */
  at: z.number(),
  /** It happened after this, epoch ms: when the order was last read before. Null = it was noticed at once. */
  after: z.nullable(z.number()),
  was: z.nullable(orderGlanceSchema),
  is: z.nullable(orderGlanceSchema),
  /** Who did it in Pult; null = it was done elsewhere: by a courier's app, the cash desk, iRECA's own cabinet. */
  by: z.nullable(z.object({ login: z.string(), name: z.string() })),
});
export type OrderStep = z.infer<typeof orderStepSchema>;

export const changedOrderSchema = z.object({
  /** `ireca:209900`. */
  key: z.string(),
  system: systemSchema,
  id: z.string(),
  /** What people call it; the orders feed may not have it any more. */
  number: z.string(),
  /** Oldest first, all after `since`. */
  steps: z.array(orderStepSchema),
});
export type ChangedOrder = z.infer<typeof changedOrderSchema>;

/** `from`–`to`: the system was not looked at or could not be read, so times within are known no better. Epoch ms. */
export const blindSchema = z.object({ system: systemSchema, from: z.number(), to: z.number() });

export const changesSchema = z.object({
  since: z.number(),
  /** When the answer was put together, epoch ms: ask with it next. */
  now: z.number(),
  /** Nothing before this is known, epoch ms (later than `since`: the answer is not the whole of it); null = nothing yet. */
  knownFrom: z.nullable(z.number()),
  blind: z.array(blindSchema),
  orders: z.array(changedOrderSchema),
});
export type Changes = z.infer<typeof changesSchema>;

/** The same with its orders unread: a day has ten thousand of them, which a page reads bit by bit. */
export const changesFrameSchema = z.extend(changesSchema, { orders: z.array(z.unknown()) });
