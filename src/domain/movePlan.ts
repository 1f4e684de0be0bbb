/** What a deed that is the same for every order will really do to a selection, before it is done. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MoveBar } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';

/** `same`: it is so already, nothing is to be sent. */
export type PlanBar = MoveBar | 'same';

export type MovePlan = { legal: DispatchOrder[]; illegal: { order: DispatchOrder; why: PlanBar }[] };

function plan(orders: Iterable<DispatchOrder>, barOf: (order: DispatchOrder) => PlanBar | null): MovePlan {
  const sorted: MovePlan = { legal: [], illegal: [] };
  for (const order of orders) {
    const why = barOf(order);
    if (why === null) sorted.legal.push(order);
    else sorted.illegal.push({ order, why });
  }
  return sorted;
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Sorts the selection by what can be carried to this address; '' = not typed yet. */
export const readdressPlan = (orders: Iterable<DispatchOrder>, addressTo: string): MovePlan =>
  plan(orders, (order) => {
    const move = legalMove(order.system, order.status, 'readdress');
    if (!move.legal) return move.why;
    return addressTo !== '' && spaced(order.address) === spaced(addressTo) ? 'same' : null;
  });

/** Sorts the selection by what a dispatcher may put into this delivery status. */
export const setDeliveryPlan = (orders: Iterable<DispatchOrder>, deliveryStatusId: string): MovePlan =>
  plan(orders, (order) => {
    if (order.system === 'ireca' && order.status === deliveryStatusId) return 'same';
    const move = legalMove(order.system, order.status, 'setDelivery', deliveryStatusId);
    return move.legal ? null : move.why;
  });

/** Sorts the selection by what may be deleted for good. */
export const deletePlan = (orders: Iterable<DispatchOrder>): MovePlan =>
  plan(orders, (order) => {
    const move = legalMove(order.system, order.status, 'delete');
    return move.legal ? null : move.why;
  });
