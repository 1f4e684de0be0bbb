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
  /** Query of all lists: `q`, `sort` (`price` or `-price`), `deleted=1`. */
  couriers: '/couriers',
  courierNew: '/couriers/new',
  courier: '/couriers/:id',
  courierEdit: '/couriers/:id/edit',
  warehouses: '/warehouses',
  warehouseNew: '/warehouses/new',
  warehousePaste: '/warehouses/paste',
  warehouseEdit: '/warehouses/:id',
  warehouseForm: '/warehouses/:id/edit',
  references: '/references',
  /** The matrix of roles and rights. */
  rights: '/references/rights',
  reference: '/references/:slug',
  referenceNew: '/references/:slug/new',
  referencePaste: '/references/:slug/paste',
  referenceEdit: '/references/:slug/edit/:id',
  /** Receipts of an order. Query: `order` (iRECA's id), `q`. */
  receipts: '/receipts',
  /** Query: `courier`, `page`. */
  corrections: '/receipts/corrections',
  journals: '/journals',
  /** Query of the three journals: `order`, `courier`, `page`; of changes also `from` (`YYYY-MM-DD`). */
  changesJournal: '/journals/changes',
  terminalJournal: '/journals/terminal',
  recorderJournal: '/journals/recorder',
  /**
   * The feed «Ошибки кассы». Query: `courier` (or `NOBODY`), `device`, `unseen=1`, `q`; `order` is only kept for the
   * three journals.
   */
  deviceErrors: '/journals/errors',
  /** What happened since the shift began. Query: `since` (epoch ms). */
  shift: '/shift',
  settings: '/settings',
  noticesSettings: '/settings/notices',
  callbacksSettings: '/settings/callbacks',
  fiscalSettings: '/settings/fiscal',
  quality: '/settings/quality',
} as const;

/** Stands in the address of «Ошибки кассы» for errors that name no courier. */
export const NOBODY = '-';

/** The orders screen with a view, a search, a courier's or a warehouse's orders: parameter names are those of the orders feature. */
export function ordersAddress(search: {
  view?: string;
  q?: string;
  courier?: string;
  warehouse?: string;
}): string {
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

/** A courier's own page. */
export const courierAddress = (courierId: string): string => `/couriers/${encodeURIComponent(courierId)}`;

/** The form of a courier. */
export const courierEditAddress = (courierId: string): string => `${courierAddress(courierId)}/edit`;

/** A warehouse, opened beside the map. */
export const warehouseAddress = (warehouseId: string): string =>
  `/warehouses/${encodeURIComponent(warehouseId)}`;

/** The form of a warehouse, beside the map. */
export const warehouseFormAddress = (warehouseId: string): string => `${warehouseAddress(warehouseId)}/edit`;

/** A reference list, or one of its forms. */
export const referenceAddress = (slug: string, form?: 'new' | 'paste'): string =>
  form ? `/references/${slug}/${form}` : `/references/${slug}`;

/** A record of a reference list. */
export const recordAddress = (slug: string, id: string): string =>
  `/references/${slug}/edit/${encodeURIComponent(id)}`;

/** Receipts of an iRECA order. */
export const receiptsAddress = (orderId: string): string =>
  `${paths.receipts}?${new URLSearchParams({ order: orderId })}`;

/** One of the journals, of an order, a courier, or both. */
export const journalAddress = (
  journal: 'changes' | 'terminal' | 'recorder',
  of: { order?: string; courier?: string },
): string => `${paths.journals}/${journal}?${new URLSearchParams(of)}`;

/** Errors of tills of the last day: of one courier, or all. */
export const deviceErrorsAddress = (of: { courier?: string } = {}): string =>
  of.courier ? `${paths.deviceErrors}?${new URLSearchParams({ courier: of.courier })}` : paths.deviceErrors;

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
