/** What a dispatcher is about to command: the orders of an open dialog as they were shown, and what was typed so far. */
import type { OrderState } from '#src/contracts/command.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';
import type { HeldBack } from './commandRun.ts';

/** An order with the state that the dispatcher was shown and has taken note of. */
export type ShownOrder = { key: OrderKey; number: string; seen: OrderState };

export type AssignDraft = { kind: 'assign'; orders: ShownOrder[]; courierId: string | null; filter: string };
export type CancelDraft = { kind: 'cancel'; orders: ShownOrder[]; reasonId: string | null; comment: string };
export type CommandDraft = AssignDraft | CancelDraft;

export const shownOrder = ({ key, number, seen }: DispatchOrder): ShownOrder => ({ key, number, seen });

export type DraftOrders = {
  /** As the dispatcher knows them: only these may be sent. */
  orders: DispatchOrder[];
  /** Something else than was shown: kept back until the dispatcher has looked. `was`: the state shown. */
  changed: HeldBack[];
  /** A command for them is still in flight: whatever is shown now will not last. */
  pending: DispatchOrder[];
  /** Numbers of those that no system lists any more. */
  gone: string[];
};

/** Sorts a dialog's orders by whether they still are what was shown. */
export function draftOrders(
  shown: readonly ShownOrder[],
  records: ReadonlyMap<string, DispatchOrder>,
  inFlight: ReadonlySet<OrderKey>,
): DraftOrders {
  const sorted: DraftOrders = { orders: [], changed: [], pending: [], gone: [] };
  for (const { key, number, seen } of shown) {
    const order = records.get(key);
    if (!order) sorted.gone.push(number);
    else if (inFlight.has(key)) sorted.pending.push(order);
    else if (!sameState(order.seen, seen)) sorted.changed.push({ order, was: seen });
    else sorted.orders.push(order);
  }
  return sorted;
}
