/** The guard: an order is written only when it is still what the dispatcher saw, and the move is legal from there. */
import type { Action, OrderState, OutcomeLine, Target } from '#src/contracts/command.ts';
import type { Deed } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';
import { sameState } from '#src/domain/orderState.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { untouched } from './outcome.ts';

export type Guarded = { pass: true; state: OrderState; deed: Deed } | { pass: false; line: OutcomeLine };

/** @param reading the order as re-read just now; null: the upstream does not know it. */
export function guard(
  key: string,
  target: Target,
  action: Action,
  reading: UpstreamResult<OrderState | null>,
): Guarded {
  const stop = (line: OutcomeLine): Guarded => ({ pass: false, line });
  if (!reading.ok)
    return stop(untouched(key, 'failed', 'upstreamUnreachable', null, reading.failure.message));
  const state = reading.value;
  if (state === null) return stop(untouched(key, 'failed', 'notFound', null));
  if (!sameState(state, target.seen)) return stop(untouched(key, 'changed', null, state));
  const wanted = action.type === 'setDelivery' ? action.deliveryStatusId : null;
  const move = legalMove(target.system, state.status, action.type, wanted);
  if (!move.legal) {
    const reason = move.why === 'notSupported' ? 'notSupported' : 'illegalMove';
    return stop(untouched(key, 'forbidden', reason, state));
  }
  return { pass: true, state, deed: move.deed };
}
