/** What is to be picked up at each warehouse right now: told by the open orders that name it. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';

export type WarehouseLoad = {
  /** Open orders whose goods still stand there. */
  waiting: readonly DispatchOrder[];
  /** Open orders that a courier has taken along already: nobody comes for them any more. */
  taken: readonly DispatchOrder[];
  /** Of `waiting`: past their window, and near its end. */
  late: number;
  atRisk: number;
};

export const NO_LOAD: WarehouseLoad = { waiting: [], taken: [], late: 0, atRisk: 0 };

/**
 * By `warehouseId`; a warehouse that no open order names is not in it. Orders keep the order in which they are given.
 * An order that names several warehouses counts at each, one that names the same twice counts there once.
 * @param now epoch ms.
 */
export function warehouseLoads(
  orders: Iterable<DispatchOrder>,
  now: number,
  atRiskMinutes: number,
): ReadonlyMap<string, WarehouseLoad> {
  type Growing = { waiting: DispatchOrder[]; taken: DispatchOrder[]; late: number; atRisk: number };
  const loads = new Map<string, Growing>();
  for (const order of orders) {
    if (!order.open) continue;
    const here = new Set(order.pickUps.map(({ warehouseId }) => warehouseId));
    for (const warehouseId of here) {
      if (warehouseId === null) continue;
      const load = loads.get(warehouseId) ?? { waiting: [], taken: [], late: 0, atRisk: 0 };
      loads.set(warehouseId, load);
      if (order.stage === 'taken') {
        load.taken.push(order);
        continue;
      }
      load.waiting.push(order);
      const { band } = latenessOf(order, now, atRiskMinutes);
      if (band === 'late') load.late += 1;
      if (band === 'atRisk') load.atRisk += 1;
    }
  }
  return loads;
}
