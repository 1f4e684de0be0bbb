/** An order as the target of a command. */
import type { Target } from '#src/contracts/command.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

/** Carries what the dispatcher sees, so that nothing is written over a change they have not seen. */
export function targetOf(order: Pick<DispatchOrder, 'system' | 'id' | 'seen'>): Target {
  return { system: order.system, id: order.id, seen: order.seen };
}
