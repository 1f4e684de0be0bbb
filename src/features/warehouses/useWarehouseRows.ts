/** The warehouses of iRECA with what is to be picked up at each: read anew whenever the page is looked at again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { warehouses } from '#src/api/resources.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { sortOrders } from '#src/domain/orderSort.ts';
import { warehouseLoads } from '#src/domain/warehouseLoad.ts';
import { warehouseRow } from '#src/domain/warehouseRow.ts';

const MINUTE = 60_000;
const NO_ORDERS: readonly DispatchOrder[] = [];
const NO_COURIERS = courierDirectory([], null);

export function useWarehouseRows() {
  const client = useQueryClient();
  // Kept in iRECA's own cabinet too: whoever comes back to the page sees what changed there.
  const list = useQuery({
    ...warehouses.list(client),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const rows = useMemo(() => list.data?.records.map(warehouseRow), [list.data]);

  const feed = useOrdersFeed(client);
  const { directory = NO_COURIERS } = useCourierDirectory();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(MINUTE);
  const records = feed.data?.records;
  /** Open ones, those that need a decision first. */
  const orders = useMemo(() => {
    if (!records) return NO_ORDERS;
    const open = [...records.values()].filter((order) => order.open);
    return sortOrders(open, null, { now, atRiskMinutes, directory });
  }, [records, now, atRiskMinutes, directory]);
  const loads = useMemo(() => warehouseLoads(orders, now, atRiskMinutes), [orders, now, atRiskMinutes]);
  return {
    list,
    /** Undefined until anything of the list has been read. */
    rows,
    feed,
    loads,
    /** False while orders are still coming: then a count of them says too little. */
    counted: feed.data !== undefined && feed.data.loading === null,
  };
}

export type WarehouseRows = ReturnType<typeof useWarehouseRows>;
