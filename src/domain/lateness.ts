/** How an order stands against the end of its window. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

export type LatenessBand = 'late' | 'atRisk' | 'fine' | 'none';

/** `slackMinutes`: whole minutes to the end of the window, negative when it is past (half a minute past is −1). */
export type Lateness = { band: LatenessBand; slackMinutes: number | null };

type Windowed = Pick<DispatchOrder, 'open' | 'windowFrom' | 'windowTo'>;

const NONE: Lateness = { band: 'none', slackMinutes: null };

/**
 * When the order is due, epoch ms; null when nothing says so. A window that ends before it starts was most likely typed
 * the wrong way round: its later time counts (and the order carries the problem `windowReversed`).
 */
export function windowEnd(order: Pick<DispatchOrder, 'windowFrom' | 'windowTo'>): number | null {
  if (order.windowTo === null || order.windowFrom === null) return order.windowTo;
  return Math.max(order.windowFrom, order.windowTo);
}

/** late: the window is over · atRisk: at most `atRiskMinutes` are left · none: nothing is due (any more). */
export function latenessOf(order: Windowed, now: number, atRiskMinutes: number): Lateness {
  const end = order.open ? windowEnd(order) : null;
  if (end === null) return NONE;
  const slackMinutes = Math.floor((end - now) / 60_000);
  if (end < now) return { band: 'late', slackMinutes };
  return { band: end - now <= atRiskMinutes * 60_000 ? 'atRisk' : 'fine', slackMinutes };
}
