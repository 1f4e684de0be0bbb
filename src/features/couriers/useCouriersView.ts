/** The view of the couriers page, held by the address bar. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CouriersView } from './couriersView.ts';
import { couriersParams, couriersViewFrom } from './couriersView.ts';

/** A choice makes a step that Back undoes; `replace` is for typing. Choices quicker than the address follow add up. */
export function useCouriersView() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const address = params.toString();
  const view = useMemo(() => couriersViewFrom(new URLSearchParams(address)), [address]);
  const change = useCallback(
    (part: Partial<CouriersView>, { replace = false }: { replace?: boolean } = {}) => {
      latest.current = couriersParams(latest.current, part);
      void navigate({ search: latest.current.toString() }, { replace });
    },
    [navigate],
  );
  return { view, change };
}
