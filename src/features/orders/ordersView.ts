/** What the address bar holds of the orders screen. A link reproduces it; what it cannot read it ignores. */
import type { System } from '#src/contracts/feed.ts';
import type { PaymentKind } from '#src/domain/dispatchOrder.ts';
import type { View } from '#src/domain/orderFilter.ts';
import { VIEWS } from '#src/domain/orderFilter.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { SORT_COLUMNS } from '#src/domain/orderSort.ts';

/** Stands among courier ids for «без курьера». */
export const NO_COURIER = 'none';

export type OrdersView = {
  view: View;
  query: string;
  systems: readonly System[];
  /** iRECA courier ids, and `NO_COURIER`. */
  courierIds: readonly string[];
  /** Hours of today's clock in the configured zone: 14 = 14:00–15:00. */
  hours: readonly number[];
  warehouseIds: readonly string[];
  payments: readonly PaymentKind[];
  sort: OrderSort;
};

/** The choices that narrow a view; each is a list of values. */
export type Facet = 'systems' | 'courierIds' | 'hours' | 'warehouseIds' | 'payments';

export const PLAIN_VIEW: OrdersView = {
  view: 'open',
  query: '',
  systems: [],
  courierIds: [],
  hours: [],
  warehouseIds: [],
  payments: [],
  sort: null,
};

/** Names in the address. `q` is also written by the search box of the header. */
const PARAM = {
  view: 'view',
  query: 'q',
  systems: 'system',
  courierIds: 'courier',
  hours: 'hour',
  warehouseIds: 'warehouse',
  payments: 'pay',
  sort: 'sort',
} as const satisfies Record<keyof OrdersView, string>;

const SYSTEMS: readonly System[] = ['ireca', 'kassa'];
export const PAYMENTS: readonly PaymentKind[] = ['cash', 'card', 'prepaid'];
const ID = /^[\p{L}\p{N}_-]{1,64}$/u;
const HOUR = /^(?:\d|1\d|2[0-3])$/;
const LONGEST_QUERY = 200;

function listOf<T>(params: URLSearchParams, name: string, read: (text: string) => T | null): T[] {
  const values = (params.get(name) ?? '').split(',').map(read);
  return [...new Set(values.filter((value) => value !== null))];
}

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (text: string): T | null =>
    known.find((value) => value === text) ?? null;

function sortFrom(text: string | null): OrderSort {
  if (text === null) return null;
  const descending = text.startsWith('-');
  const column = oneOf(SORT_COLUMNS)(descending ? text.slice(1) : text);
  return column && { column, descending };
}

/** Reads the view out of the address. Values that are unknown or malformed are left out. */
export function viewFromParams(params: URLSearchParams): OrdersView {
  const id = (text: string) => (ID.test(text) ? text : null);
  return {
    view: oneOf(VIEWS)(params.get(PARAM.view) ?? '') ?? PLAIN_VIEW.view,
    query: (params.get(PARAM.query) ?? '').slice(0, LONGEST_QUERY),
    systems: listOf(params, PARAM.systems, oneOf(SYSTEMS)),
    courierIds: listOf(params, PARAM.courierIds, id),
    hours: listOf(params, PARAM.hours, (text) => (HOUR.test(text) ? Number(text) : null)).sort(
      (a, b) => a - b,
    ),
    warehouseIds: listOf(params, PARAM.warehouseIds, id),
    payments: listOf(params, PARAM.payments, oneOf(PAYMENTS)),
    sort: sortFrom(params.get(PARAM.sort)),
  };
}

/** Writes a change into the address; what is as plain as can be leaves no trace, other screens' words stay. */
export function paramsWith(params: URLSearchParams, change: Partial<OrdersView>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [field, name] of Object.entries(PARAM) as [keyof OrdersView, string][]) {
    if (!(field in change)) continue;
    const text = textOf(field, { ...PLAIN_VIEW, ...change });
    if (text === '') next.delete(name);
    else next.set(name, text);
  }
  return next;
}

function textOf(field: keyof OrdersView, view: OrdersView): string {
  if (field === 'sort') return view.sort ? `${view.sort.descending ? '-' : ''}${view.sort.column}` : '';
  if (field === 'view') return view.view === PLAIN_VIEW.view ? '' : view.view;
  if (field === 'query') return view.query;
  return view[field].join(',');
}

export const FACETS: readonly Facet[] = ['systems', 'courierIds', 'hours', 'warehouseIds', 'payments'];

/** The change that takes away search and filters, and keeps the counter and the order of rows. */
export const CLEARED: Partial<OrdersView> = {
  query: '',
  systems: [],
  courierIds: [],
  hours: [],
  warehouseIds: [],
  payments: [],
};

/** True when search or filters may hide something of the view. */
export function isNarrowed(view: OrdersView): boolean {
  return view.query.trim() !== '' || FACETS.some((facet) => view[facet].length > 0);
}
