/** The selected orders as they are now, and how many of them the filters hide. */
import { useCallback, useMemo } from 'react';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';

export function useSelectedOrders(
  records: ReadonlyMap<string, DispatchOrder>,
  rows: readonly DispatchOrder[],
): { orders: DispatchOrder[]; hidden: number; clear: () => void } {
  const selected = useBoardStore((state) => state.selected);
  const orders = useMemo(() => [...selected].flatMap((key) => records.get(key) ?? []), [selected, records]);
  const hidden = useMemo(() => {
    if (orders.length === 0) return 0;
    let shown = 0;
    for (const row of rows) if (selected.has(row.key)) shown += 1;
    return orders.length - shown;
  }, [orders, rows, selected]);
  const clear = useCallback(() => useBoardStore.getState().clear(), []);
  return { orders, hidden, clear };
}
