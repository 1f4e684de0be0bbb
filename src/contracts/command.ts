/** Commands: what a dispatcher does to orders, and how each order ended. `POST /api/commands`, one NDJSON line per order. */
import * as z from 'zod/mini';
import { systemSchema } from '#src/contracts/feed.ts';

/**
 * The part of an order that a command is guarded by: `deliveryStatusId` as a string and the courier's id for iRECA,
 * `currentStatusType` and `responsiblePersonLogin` for Kassa; null where there is none.
 */
export const orderStateSchema = z.object({
  status: z.nullable(z.string()),
  courierId: z.nullable(z.string()),
});
export type OrderState = z.infer<typeof orderStateSchema>;

const id = z.string().check(z.minLength(1), z.maxLength(64));

/** `restore` puts each order back to its own target's `to` (used by «Отменить действие»), `reschedule` to its `window`. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assign'), courierId: id }),
  z.object({ type: z.literal('unassign') }),
  z.object({
    type: z.literal('cancel'),
    /** Of iRECA's `orderReturnReasons`; required when an iRECA order is among the targets. */
    reasonId: z.nullable(id),
    /** Written to Kassa's `statusInfo`. */
    comment: z.nullable(z.string().check(z.maxLength(1000))),
  }),
  z.object({ type: z.literal('reschedule') }),
  z.object({
    type: z.literal('readdress'),
    addressTo: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
  z.object({ type: z.literal('setDelivery'), deliveryStatusId: id }),
  /** The order is taken out of the system for good. */
  z.object({ type: z.literal('delete') }),
  z.object({ type: z.literal('restore') }),
]);
export type Action = z.infer<typeof actionSchema>;

export const targetSchema = z.object({
  system: systemSchema,
  id,
  /** What the dispatcher had on screen; the proxy writes nothing when the order is something else by now. */
  seen: orderStateSchema,
  /** Only for `restore`: the state to go back to. */
  to: z.optional(orderStateSchema),
  /** Only for `reschedule`: the order's new window, epoch ms; orders moved by the same time each have their own. */
  window: z.optional(z.object({ from: z.int(), to: z.int() })),
  /** What `reschedule` and `readdress` would overwrite, as it was on screen (epoch ms, null = none): guarded like `seen`. */
  shownWindow: z.optional(z.object({ from: z.nullable(z.int()), to: z.nullable(z.int()) })),
  shownAddress: z.optional(z.string().check(z.maxLength(2000))),
});
export type Target = z.infer<typeof targetSchema>;

export const MAX_TARGETS = 500;

export const commandSchema = z.object({
  /** Made by the browser; the same id again repeats the answer, not the deed. */
  id: z.uuid(),
  action: actionSchema,
  targets: z.array(targetSchema).check(z.minLength(1), z.maxLength(MAX_TARGETS)),
});
export type Command = z.infer<typeof commandSchema>;

/**
 * done: read back as asked · changed: not what the dispatcher saw, nothing was written · forbidden: not legal from its
 * state · failed: the upstream refused or did not apply it · unknown: sent, could not be confirmed.
 */
export const outcomeSchema = z.enum(['done', 'changed', 'forbidden', 'failed', 'unknown']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Our own word for why, where the upstream gave none (the screen has the words). */
export const outcomeReasonSchema = z.enum([
  'notFound', // the upstream does not know this order (any more)
  'illegalMove', // not legal from its state
  'windowChanged', // somebody moved its window meanwhile
  'addressChanged', // somebody changed its address meanwhile
  'courierNotInKassa', // the courier has no phone that could be a Kassa login
  'courierUnknown', // iRECA has no such courier
  'reasonRequired', // cancelling an iRECA order needs a reason
  'notSupported', // this system has no such deed
  'notApplied', // the upstream said yes, the read-back says no
  'upstreamRefused', // the upstream said no; `message` holds its words
  'upstreamUnreachable', // nothing was written: it could not even be read first
  'notConfirmed', // written, but it could not be read back
  'stopping', // the proxy is stopping, nothing was written
]);
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

/** One NDJSON line. `before`: as re-read just before writing; `after`: as read back; null = could not be read, or is deleted. */
export const outcomeLineSchema = z.object({
  key: z.string(),
  outcome: outcomeSchema,
  reason: z.nullable(outcomeReasonSchema),
  before: z.nullable(orderStateSchema),
  after: z.nullable(orderStateSchema),
  /** The upstream's own words, when it sent any. */
  message: z.nullable(z.string()),
});
export type OutcomeLine = z.infer<typeof outcomeLineSchema>;
