/** The orders screen's view, held by the address bar. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { OrdersView } from './ordersView.ts';
import { paramsWith, viewFromParams } from './ordersView.ts';

/**
 * The view, the same object until the address changes, and how to change it. A choice makes a step that Back undoes;
 * `replace` is for typing.
 */
export function useOrdersView() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const view = useMemo(() => viewFromParams(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<OrdersView>, options?: { replace?: boolean }) =>
      setParams((current) => paramsWith(current, part), { replace: options?.replace ?? false }),
    [setParams],
  );
  return { view, change };
}
