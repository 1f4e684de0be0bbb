/** Numbers that iRECA's orders have, and the one that comes next. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { nextOrderId } from '#src/domain/orderForm.ts';

/** `next` is null while the list of orders is still being read, and when none of its numbers can be counted from. */
export function useIrecaNumbers(): { taken: ReadonlySet<string>; next: string | null } {
  const { data } = useOrdersFeed(useQueryClient());
  return useMemo(() => {
    const taken = new Set<string>();
    for (const { system, id } of data?.records.values() ?? []) if (system === 'ireca') taken.add(id);
    return { taken, next: data?.loading === null ? nextOrderId(taken) : null };
  }, [data]);
}
