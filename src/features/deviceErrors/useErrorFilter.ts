/** What is asked of «Ошибки кассы», out of the address. What it cannot read it ignores. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ErrorFilter } from './errorRows.ts';

/** `q`, `device=terminal|recorder`, `courier=<id>|-`, `unseen=1`. The same object until the address changes. */
export function useErrorFilter(): ErrorFilter {
  const [params] = useSearchParams();
  const q = params.get('q') ?? '';
  const asked = params.get('device');
  const device = asked === 'terminal' || asked === 'recorder' ? asked : null;
  const courier = params.get('courier') ?? '';
  const unseen = params.get('unseen') === '1';
  return useMemo(() => ({ q, device, courier, unseen }), [q, device, courier, unseen]);
}
