/** Each address of the app, once. */
export const paths = {
  home: '/',
  orders: '/orders',
} as const;

/** The orders screen with a view, a search or a courier's orders: parameter names are those of the orders feature. */
export function ordersAddress(search: { view?: string; q?: string; courier?: string }): string {
  return `${paths.orders}?${new URLSearchParams(search)}`;
}
