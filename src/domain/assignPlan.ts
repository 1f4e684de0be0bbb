/** What giving a selection to a courier (or taking it from its couriers) will really do, before it is done. */
import type { Courier, CourierDirectory, KassaBar } from '#src/domain/courierDirectory.ts';
import { courierOf, kassaBar } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MoveBar } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';

export type AssignPlan = {
  /** To be sent. */
  assign: DispatchOrder[];
  /** The courier has them already; nothing is to be sent. */
  already: DispatchOrder[];
  illegal: { order: DispatchOrder; why: MoveBar | KassaBar }[];
};

/** Sorts the selection by what can be given to this courier. A Kassa order needs a phone that is a login there. */
export function assignPlan(
  orders: Iterable<DispatchOrder>,
  courier: Courier,
  directory: CourierDirectory,
): AssignPlan {
  const plan: AssignPlan = { assign: [], already: [], illegal: [] };
  const bar = kassaBar(courier, directory);
  for (const order of orders) {
    const move = legalMove(order.system, order.status, 'assign');
    if (!move.legal) plan.illegal.push({ order, why: move.why });
    else if (order.system === 'kassa' && bar !== null) plan.illegal.push({ order, why: bar });
    else if (courierOf(order, directory)?.courierId === courier.courierId) plan.already.push(order);
    else plan.assign.push(order);
  }
  return plan;
}

export type UnassignPlan = { unassign: DispatchOrder[]; illegal: { order: DispatchOrder; why: MoveBar }[] };

/** Sorts the selection by what can be taken from its courier; an order that nobody has is `notAssigned`. */
export function unassignPlan(orders: Iterable<DispatchOrder>): UnassignPlan {
  const plan: UnassignPlan = { unassign: [], illegal: [] };
  for (const order of orders) {
    const move = legalMove(order.system, order.status, 'unassign');
    if (!move.legal) plan.illegal.push({ order, why: move.why });
    else if (order.courierId === null && order.courierLogin === null)
      plan.illegal.push({ order, why: 'notAssigned' });
    else plan.unassign.push(order);
  }
  return plan;
}
