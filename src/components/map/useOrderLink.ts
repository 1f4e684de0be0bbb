/** Where an order's number leads: over the list from the orders screen, to the card's own page from elsewhere. */
import type { LinkProps } from 'react-router';
import { useLocation } from 'react-router';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { OVER_LIST, orderAddress, paths } from '#src/lib/paths.ts';

/** For `<Link {...useOrderLink(order)}>`: the list keeps its filters, and Back leads to it. */
export function useOrderLink({
  system,
  id,
}: Pick<DispatchOrder, 'system' | 'id'>): Pick<LinkProps, 'to' | 'state' | 'replace'> {
  const { pathname, search } = useLocation();
  const address = orderAddress(system, id);
  if (!pathname.startsWith(paths.orders)) return { to: address };
  return { to: { pathname: address, search }, state: OVER_LIST, replace: pathname !== paths.orders };
}
