/** The guard: an order is written only when it is still what the dispatcher saw, and the move is legal from there. */
import type { Action, OrderState, OutcomeLine, OutcomeReason, Target } from '#src/contracts/command.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Deed } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';
import { sameState } from '#src/domain/orderState.ts';
import type { UpstreamResult } from '#proxy/upstream/failure.ts';
import { untouched } from './outcome.ts';

/** An order as re-read. `onBoard`: what a board shows of it, read only when somebody asks. */
export type Reading = { state: OrderState; onBoard?: () => Shown | null };
type Shown = Pick<DispatchOrder, 'windowFrom' | 'windowTo' | 'address'>;

/** What the deed would overwrite is no longer what the dispatcher saw; null: it still is. */
function overwritten(
  { shownWindow, shownAddress }: Target,
  onBoard: Reading['onBoard'],
): OutcomeReason | null {
  if (!shownWindow && shownAddress === undefined) return null;
  const now = onBoard?.() ?? null;
  const sameWindow = now && now.windowFrom === shownWindow?.from && now.windowTo === shownWindow.to;
  if (shownWindow && !sameWindow) return 'windowChanged';
  return shownAddress !== undefined && now?.address !== shownAddress ? 'addressChanged' : null;
}

export type Guarded = { pass: true; state: OrderState; deed: Deed } | { pass: false; line: OutcomeLine };

/** @param reading the order as re-read just now; null: the upstream does not know it. */
export function guard(
  key: string,
  target: Target,
  action: Action,
  reading: UpstreamResult<Reading | null>,
): Guarded {
  const stop = (line: OutcomeLine): Guarded => ({ pass: false, line });
  if (!reading.ok)
    return stop(untouched(key, 'failed', 'upstreamUnreachable', null, reading.failure.message));
  if (reading.value === null) return stop(untouched(key, 'failed', 'notFound', null));
  const { state, onBoard } = reading.value;
  if (!sameState(state, target.seen)) return stop(untouched(key, 'changed', null, state));
  const wanted = action.type === 'setDelivery' ? action.deliveryStatusId : null;
  const move = legalMove(target.system, state.status, action.type, wanted);
  if (!move.legal) {
    const reason = move.why === 'notSupported' ? 'notSupported' : 'illegalMove';
    return stop(untouched(key, 'forbidden', reason, state));
  }
  const elsewise = overwritten(target, onBoard);
  if (elsewise !== null) return stop(untouched(key, 'changed', elsewise, state));
  return { pass: true, state, deed: move.deed };
}
