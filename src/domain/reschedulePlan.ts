/** What giving a selection another delivery window will really do, before it is done. */
import type { DeliveryWindow } from '#src/domain/deliveryWindow.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { PlanBar } from '#src/domain/movePlan.ts';
import { legalMove } from '#src/domain/moves.ts';

/** One window for all (null: not known yet), or each order's own one moved by so many minutes. */
export type WindowAsked =
  { way: 'window'; window: DeliveryWindow | null } | { way: 'shift'; minutes: number };

export type RescheduleBar =
  | PlanBar
  | 'noWindow' // nothing to move
  | 'windowReversed'; // ends before it begins: to be set anew, not moved

export type ReschedulePlan = {
  /** To be sent, each with its own window; `window` null as long as none is known. */
  legal: { order: DispatchOrder; window: DeliveryWindow | null }[];
  illegal: { order: DispatchOrder; why: RescheduleBar }[];
};

const MINUTE = 60_000;

function planned(order: DispatchOrder, asked: WindowAsked): DeliveryWindow | RescheduleBar | null {
  const move = legalMove(order.system, order.status, 'reschedule');
  if (!move.legal) return move.why;
  const { windowFrom, windowTo } = order;
  if (asked.way === 'window') {
    const { window } = asked;
    return window && window.from === windowFrom && window.to === windowTo ? 'same' : window;
  }
  if (windowFrom === null || windowTo === null) return 'noWindow';
  if (windowTo < windowFrom) return 'windowReversed';
  if (asked.minutes === 0) return 'same';
  const by = asked.minutes * MINUTE;
  return { from: windowFrom + by, to: windowTo + by };
}

/** Sorts the selection by what can be moved, and says where to. Kassa has no way to move a time. */
export function reschedulePlan(orders: Iterable<DispatchOrder>, asked: WindowAsked): ReschedulePlan {
  const plan: ReschedulePlan = { legal: [], illegal: [] };
  for (const order of orders) {
    const result = planned(order, asked);
    if (typeof result === 'string') plan.illegal.push({ order, why: result });
    else plan.legal.push({ order, window: result });
  }
  return plan;
}

/** The window that all of these orders have; of none, or of different ones: nothing is known. */
export function commonWindow(orders: readonly Pick<DispatchOrder, 'windowFrom' | 'windowTo'>[]): {
  from: number | null;
  to: number | null;
} {
  const [first, ...rest] = orders;
  const same = rest.every(
    ({ windowFrom, windowTo }) => windowFrom === first?.windowFrom && windowTo === first.windowTo,
  );
  return first && same ? { from: first.windowFrom, to: first.windowTo } : { from: null, to: null };
}
