/** Each address of the app, once. It stands this far left because every layer above makes links. */

/** As the route table has them. */
export const paths = {
  home: '/',
  orders: '/orders',
  /** Query: `view`, `q`, `courier` (chosen), `day`, `from`, `to` (of the courier's track). */
  map: '/map',
  /** `system`: `ireca` or `kassa`. */
  order: '/orders/:system/:id',
  /** Query: `system`, and `copy=<orderId>` for a duplicate. */
  orderNew: '/orders/new',
  orderEdit: '/orders/ireca/:id/edit',
  orderRefund: '/orders/ireca/:id/refund',
  orderImport: '/orders/import',
  /** Query: `courier`, one or several iRECA courier ids parted by commas. */
  runSheet: '/orders/run-sheet',
} as const;

/** The orders screen with a view, a search or a courier's orders: parameter names are those of the orders feature. */
export function ordersAddress(search: { view?: string; q?: string; courier?: string }): string {
  return `${paths.orders}?${new URLSearchParams(search)}`;
}

/** The map with this courier chosen. */
export const mapAddress = (courierId: string): string =>
  `${paths.map}?${new URLSearchParams({ courier: courierId })}`;

/** An order's card. */
export const orderAddress = (system: 'ireca' | 'kassa', id: string): string =>
  `/orders/${system}/${encodeURIComponent(id)}`;

/** The form for a new order; `copyOf`: an iRECA order to begin with. */
export function newOrderAddress(system?: 'ireca' | 'kassa', copyOf?: string): string {
  const search = new URLSearchParams({ ...(system && { system }), ...(copyOf && { copy: copyOf }) });
  return search.size === 0 ? paths.orderNew : `${paths.orderNew}?${search}`;
}

/** The form of an iRECA order. */
export const editOrderAddress = (id: string): string => `/orders/ireca/${encodeURIComponent(id)}/edit`;

/** The form for giving back goods and money of a delivered iRECA order. */
export const refundAddress = (id: string): string => `/orders/ireca/${encodeURIComponent(id)}/refund`;

/** Printable run sheets of these couriers (iRECA courier ids). */
export const runSheetAddress = (courierIds: readonly string[]): string =>
  `${paths.runSheet}?${new URLSearchParams({ courier: courierIds.join(',') })}`;

/**
 * Kept in the history entry: this card was opened from the list and lies over it. A link that is opened by itself has
 * none and shows the card as a page.
 */
export type OrderLinkState = {
  over: 'list';
  /** One of several quick steps along the list: the card is passed rather than read. */
  leafing?: boolean;
} | null;
export const OVER_LIST = { over: 'list' } as const satisfies OrderLinkState;
