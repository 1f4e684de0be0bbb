/** Numbers that Kassa's orders have, and the one that comes next. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { suggestExternalId } from '#src/domain/kassaOrderForm.ts';

/** `next` is '' while the list of orders is still being read, and when no number of it can be counted from. */
export function useKassaNumbers(): { taken: ReadonlySet<string>; next: string } {
  const { data } = useOrdersFeed(useQueryClient());
  return useMemo(() => {
    const taken = new Set<string>();
    for (const { system, number, id } of data?.records.values() ?? [])
      if (system === 'kassa' && number !== id) taken.add(number);
    return { taken, next: data?.loading === null ? suggestExternalId(taken) : '' };
  }, [data]);
}
