/** What cancelling a selection will really do, before it is done. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MoveBar } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';

export type CancelPlan = {
  /** iRECA: cancelled with a reason. */
  irecaCancel: DispatchOrder[];
  /** Kassa: refused. */
  kassaRefuse: DispatchOrder[];
  /** Kassa: deleted, being new. */
  kassaDelete: DispatchOrder[];
  illegal: { order: DispatchOrder; why: MoveBar }[];
};

/** Groups the selection by what will happen to each order; only the first three groups are to be sent. */
export function cancelPlan(orders: Iterable<DispatchOrder>): CancelPlan {
  const plan: CancelPlan = { irecaCancel: [], kassaRefuse: [], kassaDelete: [], illegal: [] };
  for (const order of orders) {
    const move = legalMove(order.system, order.status, 'cancel');
    if (!move.legal) plan.illegal.push({ order, why: move.why });
    else if (move.deed === 'irecaCancel' || move.deed === 'kassaRefuse' || move.deed === 'kassaDelete') {
      plan[move.deed].push(order);
    }
  }
  return plan;
}
