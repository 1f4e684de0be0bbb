/** Opens an order's card over the list; the list's view stays in the address. */
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { OVER_LIST, orderAddress, paths } from '#src/lib/paths.ts';

/** From one card to the next the entry is replaced: Back leads to the list, not through all that was looked at. */
export function useOpenOrder(): (order: DispatchOrder) => void {
  const navigate = useNavigate();
  return useCallback(
    (order: DispatchOrder) => {
      const { pathname, search } = window.location;
      const to = { pathname: orderAddress(order.system, order.id), search };
      void navigate(to, { state: OVER_LIST satisfies OrderLinkState, replace: pathname !== paths.orders });
    },
    [navigate],
  );
}
