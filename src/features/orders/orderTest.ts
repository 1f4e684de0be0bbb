/** The view of the address bar as a test over orders: composed of the domain's filters. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { FilterContext, OrderFilter } from '#src/domain/orderFilter.ts';
import { NO_FILTER, isAssigned, matchesFilter } from '#src/domain/orderFilter.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { zonedTime } from '#src/lib/dates.ts';
import type { OrdersView } from './ordersView.ts';
import { NO_COURIER } from './ordersView.ts';

export type OrderTest = (order: DispatchOrder, context: FilterContext) => boolean;

const HOUR_MS = 60 * 60_000;

/** Epoch ms. */
export type Slot = { from: number; to: number };

/** The hour of a day (`2026-11-21`) in a zone; null when that day has no such hour. */
export function hourSlot(timeZone: string, day: string, hour: number): Slot | null {
  const from = zonedTime(timeZone, day, `${String(hour).padStart(2, '0')}:00`);
  return from === null ? null : { from, to: from + HOUR_MS };
}

/**
 * True when some of the order's window lies in the slot. A window that ends as the slot begins is not in it; «до 15:00»
 * (one time only, as in Kassa) belongs to the hour before 15:00.
 */
export function touchesSlot(
  order: Pick<DispatchOrder, 'windowFrom' | 'windowTo'>,
  { from, to }: Slot,
): boolean {
  const end = windowEnd(order);
  if (end === null) return false;
  const start =
    order.windowFrom === null || order.windowTo === null ? end : Math.min(order.windowFrom, order.windowTo);
  return end > from && (start === end ? end <= to : start < to);
}

/** The part of a view that choices make: typing in the search leaves it as it is. */
export type Choices = Omit<OrdersView, 'query' | 'sort'>;

/**
 * The test of a view's choices on a given day of the configured zone. Couriers and «без курьера» add up, and so do hours: an
 * order passes when it fits any of those chosen.
 */
export function orderTest(view: Choices, timeZone: string, day: string): OrderTest {
  const courierIds = view.courierIds.filter((id) => id !== NO_COURIER);
  const orNobody = view.courierIds.includes(NO_COURIER);
  const filter: OrderFilter = {
    ...NO_FILTER,
    view: view.view,
    systems: view.systems,
    warehouseIds: view.warehouseIds,
    payments: view.payments,
  };
  const byCourier: OrderFilter | null =
    courierIds.length > 0 ? { ...NO_FILTER, view: 'all', courierIds } : null;
  const slots = view.hours.map((hour) => hourSlot(timeZone, day, hour)).filter((slot) => slot !== null);

  return (order, context) => {
    if (view.courierIds.length > 0) {
      const nobodys = orNobody && !isAssigned(order);
      if (!nobodys && !(byCourier && matchesFilter(order, byCourier, context))) return false;
    }
    if (view.hours.length > 0 && !slots.some((slot) => touchesSlot(order, slot))) return false;
    return matchesFilter(order, filter, context);
  };
}
