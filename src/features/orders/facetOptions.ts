/** What each filter offers, counted over the orders of the current view: worked out only when a list is opened. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import { isAssigned } from '#src/domain/orderFilter.ts';
import { paymentKindOf } from '#src/domain/paymentKind.ts';
import { hourSlot, touchesSlot } from './orderTest.ts';
import type { Facet } from './ordersView.ts';
import { NO_COURIER } from './ordersView.ts';

export type FacetSources = {
  directory: CourierDirectory;
  paymentKinds: ReadonlyMap<string, PaymentKind>;
  timeZone: string;
  /** Today there, `2026-11-21`. */
  day: string;
};

/** How many of `orders` have each value of a facet; an order with several values (two warehouses) counts for each. */
export function countFacet(
  orders: Iterable<DispatchOrder>,
  facet: Facet,
  sources: FacetSources,
): Map<string, number> {
  const counts = new Map<string, number>();
  const valuesOf = reader(facet, sources);
  for (const order of orders) {
    for (const value of valuesOf(order)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function reader(facet: Facet, sources: FacetSources): (order: DispatchOrder) => readonly string[] {
  switch (facet) {
    case 'systems':
      return (order) => [order.system];
    case 'courierIds':
      return (order) => {
        if (!isAssigned(order)) return [NO_COURIER];
        const courierId = order.courierId ?? courierOf(order, sources.directory)?.courierId;
        return courierId === undefined ? [] : [courierId];
      };
    case 'warehouseIds':
      return (order) => [...new Set(order.pickUps.flatMap((pickUp) => pickUp.warehouseId ?? []))];
    case 'payments':
      return (order) => {
        const kind = paymentKindOf(order, sources.paymentKinds);
        return kind === null ? [] : [kind];
      };
    case 'hours':
      return hourReader(sources);
  }
}

function hourReader({ timeZone, day }: FacetSources): (order: DispatchOrder) => string[] {
  const slots = Array.from({ length: 24 }, (_, hour) => ({
    hour: String(hour),
    slot: hourSlot(timeZone, day, hour),
  }));
  return (order) => slots.flatMap(({ hour, slot }) => (slot && touchesSlot(order, slot) ? [hour] : []));
}
