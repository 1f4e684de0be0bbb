/** The orders screen's view, held by the address bar. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { OrdersView } from './ordersView.ts';
import { paramsWith, viewFromParams } from './ordersView.ts';

/**
 * The view, the same object until the address changes, and how to change it. A choice makes a step that Back undoes;
 * `replace` is for typing. Choices that come faster than the address follows add up.
 */
export function useOrdersView() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const address = params.toString();
  const view = useMemo(() => viewFromParams(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<OrdersView>, options?: { replace?: boolean }) => {
      latest.current = paramsWith(latest.current, part);
      void navigate({ search: latest.current.toString() }, { replace: options?.replace ?? false });
    },
    [navigate],
  );
  return { view, change };
}
