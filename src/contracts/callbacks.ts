/** The two callbacks of iRECA, as an admin sees them: `GET /api/callbacks`, and `POST /api/callbacks` to switch one. */
import * as z from 'zod/mini';

export const callbackKindSchema = z.enum(['orders', 'licenses']);
export type CallbackKind = z.infer<typeof callbackKindSchema>;

/** What the last call was worth: it named orders or a session, it could not be read, or it was one too many. */
export const callWorthSchema = z.enum(['named', 'unreadable', 'throttled']);

export const callbackStateSchema = z.object({
  /**
   * iRECA cannot be asked whether its callback is on: this is what Pult told it last and iRECA accepted.
   * `unknown`: Pult never told it anything.
   */
  state: z.enum(['on', 'off', 'unknown']),
  /** When it was switched, epoch ms, and by whom. */
  switchedAt: z.nullable(z.number()),
  switchedBy: z.nullable(z.string()),
  /** It was switched on with another address or secret than Pult has now: calls do not arrive until it is switched anew. */
  outdated: z.boolean(),
  /** Where iRECA calls, its secret replaced by dots. */
  url: z.nullable(z.string()),
  /** The last call with the right secret, epoch ms. */
  lastCallAt: z.nullable(z.number()),
  lastCallWorth: z.nullable(callWorthSchema),
  /** Calls with the right secret since the proxy started. */
  calls: z.number(),
});
export type CallbackState = z.infer<typeof callbackStateSchema>;

export const callbacksSchema = z.object({
  /** Settings that are missing before callbacks can be used; empty = they can. */
  missing: z.array(z.enum(['PUBLIC_URL', 'CALLBACK_SECRET'])),
  /** PUBLIC_URL names this very machine, where only a simulator can call. */
  local: z.boolean(),
  /** Calls refused for a wrong secret since the proxy started, and the last of them, epoch ms. */
  refused: z.number(),
  lastRefusedAt: z.nullable(z.number()),
  kinds: z.object({ orders: callbackStateSchema, licenses: callbackStateSchema }),
});
export type CallbacksAnswer = z.infer<typeof callbacksSchema>;

/** Body of `POST /api/callbacks`. */
export const callbackSwitchSchema = z.object({ kind: callbackKindSchema, isActive: z.boolean() });
export type CallbackSwitch = z.infer<typeof callbackSwitchSchema>;
