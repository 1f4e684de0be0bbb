/** Which orders are shown: the counters (views), the filters and the search of the orders screen. */
import type { System } from '#src/contracts/feed.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import type { LatenessBand } from '#src/domain/lateness.ts';
import { latenessOf, windowEnd } from '#src/domain/lateness.ts';
import { queryMatcher } from '#src/domain/orderSearch.ts';
import { paymentKindOf } from '#src/domain/paymentKind.ts';

/** In the order of the counters. `open` = `unassigned` + `inWork`. */
export const VIEWS = [
  'open',
  'unassigned',
  'late',
  'atRisk',
  'inWork',
  'delivered',
  'cancelled',
  'all',
] as const;
export type View = (typeof VIEWS)[number];

/** Never changed in place: what is worked out of a filter is kept with the object. Empty lists let everything through. */
export type OrderFilter = {
  view: View;
  query: string;
  systems: readonly System[];
  /** iRECA courier ids; Kassa orders are matched through the courier's phone. */
  courierIds: readonly string[];
  /** Epoch ms. Orders whose window touches [from, to) pass; null = not bounded on that side. */
  windowFrom: number | null;
  windowTo: number | null;
  /** Orders with a pick-up at one of these. */
  warehouseIds: readonly string[];
  payments: readonly PaymentKind[];
};

/** Everything but the open orders hidden: no search, no filter. */
export const NO_FILTER: OrderFilter = {
  view: 'open',
  query: '',
  systems: [],
  courierIds: [],
  windowFrom: null,
  windowTo: null,
  warehouseIds: [],
  payments: [],
};

export type FilterContext = {
  now: number;
  atRiskMinutes: number;
  directory: CourierDirectory;
  /** Of `paymentKinds()`: kind by payment type. */
  paymentKinds: ReadonlyMap<string, PaymentKind>;
};

/** True when somebody has the order, known to us or not. */
export function isAssigned(order: Pick<DispatchOrder, 'courierId' | 'courierLogin'>): boolean {
  return order.courierId !== null || order.courierLogin !== null;
}

/** True when a courier is still to be found; an order that the client comes for needs none. */
export function needsCourier(order: DispatchOrder): boolean {
  return order.open && !order.selfPickUp && !isAssigned(order);
}

function inView(order: DispatchOrder, view: View, band: LatenessBand): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return order.open;
    case 'unassigned':
      return needsCourier(order);
    case 'inWork':
      return order.open && !needsCourier(order);
    case 'late':
    case 'atRisk':
      return band === view;
    case 'delivered':
      return order.stage === 'delivered' || order.stage === 'closed';
    case 'cancelled':
      return order.stage === 'cancelled';
  }
}

function touchesWindow(order: DispatchOrder, from: number | null, to: number | null): boolean {
  const end = windowEnd(order);
  if (end === null) return false;
  const start =
    order.windowFrom !== null && order.windowTo !== null ? Math.min(order.windowFrom, order.windowTo) : end;
  return (from === null || end >= from) && (to === null || start < to);
}

type Test = (order: DispatchOrder, context: FilterContext) => boolean;
const made = new WeakMap<OrderFilter, readonly Test[]>();

/** Tests of everything in the filter that lets not all orders through, cheap ones first. */
function testsOf(filter: OrderFilter): readonly Test[] {
  const known = made.get(filter);
  if (known) return known;
  const tests: Test[] = [];
  const { view, windowFrom, windowTo } = filter;
  if (filter.systems.length > 0) {
    const systems = new Set(filter.systems);
    tests.push((order) => systems.has(order.system));
  }
  if (view === 'late' || view === 'atRisk') {
    tests.push((order, { now, atRiskMinutes }) => latenessOf(order, now, atRiskMinutes).band === view);
  } else if (view !== 'all') {
    tests.push((order) => inView(order, view, 'none'));
  }
  if (windowFrom !== null || windowTo !== null)
    tests.push((order) => touchesWindow(order, windowFrom, windowTo));
  if (filter.courierIds.length > 0) {
    const ids = new Set(filter.courierIds);
    tests.push((order, { directory }) => {
      const courierId = order.courierId ?? courierOf(order, directory)?.courierId;
      return courierId !== undefined && ids.has(courierId);
    });
  }
  if (filter.warehouseIds.length > 0) {
    const ids = new Set<string | null>(filter.warehouseIds);
    tests.push((order) => order.pickUps.some((pickUp) => ids.has(pickUp.warehouseId)));
  }
  if (filter.payments.length > 0) {
    const kinds = new Set<PaymentKind | null>(filter.payments);
    tests.push((order, context) => kinds.has(paymentKindOf(order, context.paymentKinds)));
  }
  const matchesText = queryMatcher(filter.query);
  if (matchesText) tests.push(matchesText);
  made.set(filter, tests);
  return tests;
}

/** True when the order is in the filter's view and passes all of the rest. */
export function matchesFilter(order: DispatchOrder, filter: OrderFilter, context: FilterContext): boolean {
  for (const test of testsOf(filter)) if (!test(order, context)) return false;
  return true;
}

/**
 * How many orders each view has, in one pass. Search and filters do not count here: a counter says how the day stands,
 * and «скрыто фильтром» is the counter of the current view less the rows that are shown.
 */
export function countViews(
  orders: Iterable<DispatchOrder>,
  context: Pick<FilterContext, 'now' | 'atRiskMinutes'>,
): Record<View, number> {
  const counts = Object.fromEntries(VIEWS.map((view) => [view, 0])) as Record<View, number>;
  for (const order of orders) {
    const { band } = latenessOf(order, context.now, context.atRiskMinutes);
    for (const view of VIEWS) if (inView(order, view, band)) counts[view] += 1;
  }
  return counts;
}
