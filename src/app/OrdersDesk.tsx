/** The orders screen with an order's card over it; or the card alone, when its link was opened by itself. */
import { Outlet, useLocation, useMatch } from 'react-router';
import { OrdersPage } from '#src/features/orders/OrdersPage.tsx';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { paths } from '#src/lib/paths.ts';

/** The list stays mounted under a card, so that its scroll, selection and filters are found again. */
export function OrdersDesk() {
  const card = useMatch(paths.order);
  const state = useLocation().state as OrderLinkState;
  if (card && state?.over !== 'list') return <Outlet />;
  return (
    <>
      <OrdersPage />
      <Outlet />
    </>
  );
}
