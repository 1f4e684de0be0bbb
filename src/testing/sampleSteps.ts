/** Changes of orders as the proxy's log tells them, made of thin air, for tests. */
import type { ChangedOrder, OrderGlance, OrderStep } from '#src/contracts/changes.ts';

/** How an order stood: its status, and whatever else the test needs. */
export const glance = (status: string, more: Partial<OrderGlance> = {}): OrderGlance => ({
  status,
  courierId: null,
  courierLogin: null,
  windowFrom: null,
  windowTo: null,
  ...more,
});

/** A step noticed at once, by nobody in Pult. */
export const orderStep = (
  at: number,
  was: OrderGlance | null,
  is: OrderGlance | null,
  more: Partial<OrderStep> = {},
): OrderStep => ({ at, after: null, was, is, by: null, ...more });

/** `key`: `ireca:1`. */
export function changedOrder(key: string, ...steps: OrderStep[]): ChangedOrder {
  const system = key.startsWith('kassa') ? 'kassa' : 'ireca';
  const id = key.slice(system.length + 1);
  return { key, system, id, number: `G-${id}`, steps };
}
