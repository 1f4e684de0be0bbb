/** What each deed of the bulk bar would touch of a selection, and why it leaves the others out. */
import { useMemo } from 'react';
import { unassignPlan } from '#src/domain/assignPlan.ts';
import { cancelPlan } from '#src/domain/cancelPlan.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import type { Bar } from './barWords.ts';
import { useCommandStore } from './commandStore.ts';

export type Part = { legal: DispatchOrder[]; bars: Bar[] };

/** What of the selection each deed would touch; orders with a command in flight are left out of all. */
export function useBulkParts(
  orders: DispatchOrder[],
): Record<'assign' | 'unassign' | 'reschedule' | 'cancel', Part> {
  const inFlight = useCommandStore((state) => state.pending);
  return useMemo(() => {
    const free = orders.filter((order) => !inFlight.has(order.key));
    const pending = Array<Bar>(orders.length - free.length).fill('pending');
    const partOf = (type: 'assign' | 'reschedule') => {
      const part: Part = { legal: [], bars: [...pending] };
      for (const order of free) {
        const move = legalMove(order.system, order.status, type);
        if (move.legal) part.legal.push(order);
        else part.bars.push(move.why);
      }
      return part;
    };
    const taken = unassignPlan(free);
    const { illegal, ...groups } = cancelPlan(free);
    return {
      assign: partOf('assign'),
      reschedule: partOf('reschedule'),
      unassign: { legal: taken.unassign, bars: [...pending, ...taken.illegal.map(({ why }) => why)] },
      cancel: { legal: Object.values(groups).flat(), bars: [...pending, ...illegal.map(({ why }) => why)] },
    };
  }, [orders, inFlight]);
}
