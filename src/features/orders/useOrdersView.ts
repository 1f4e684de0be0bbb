/** The orders screen's view, held by the address bar. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { OrdersView } from './ordersView.ts';
import { paramsWith, viewFromParams } from './ordersView.ts';

/**
 * The view, the same object until the address changes, and how to change it. A choice makes a step that Back undoes;
 * `replace` is for typing. Choices that come faster than the address follows add up.
 */
export function useOrdersView() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { state } = useLocation();
  const latest = useRef({ params, state: state as unknown });
  useEffect(() => {
    latest.current = { params, state };
  }, [params, state]);
  const address = params.toString();
  const view = useMemo(() => viewFromParams(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<OrdersView>, options?: { replace?: boolean }) => {
      latest.current.params = paramsWith(latest.current.params, part);
      // A card that lies over the list stays over it.
      const { params: next, state: held } = latest.current;
      void navigate({ search: next.toString() }, { replace: options?.replace ?? false, state: held });
    },
    [navigate],
  );
  return { view, change };
}
