/** Why an order has no point on the map. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

export type WhyWithout = 'kassa' | 'selfPickUp' | 'noAddress' | 'zero' | 'none';

/** Kassa knows no coordinates at all (Kassa API text); iRECA writes (0, 0) where it knows none (iRECA API text). */
export function whyWithout(
  order: Pick<DispatchOrder, 'system' | 'selfPickUp' | 'address' | 'problems'>,
): WhyWithout {
  if (order.selfPickUp) return 'selfPickUp';
  if (order.address === '') return 'noAddress';
  if (order.system === 'kassa') return 'kassa';
  return order.problems.includes('zeroPoint') ? 'zero' : 'none';
}
