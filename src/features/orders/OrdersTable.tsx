/** One table for the orders of both systems. What all rows share is looked up here, once, and not on every scroll. */
import { memo } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import type { OrdersGridProps } from './OrdersGrid.tsx';
import { OrdersGrid } from './OrdersGrid.tsx';
import { RowClockProvider, RowContextProvider, useRowContextValue } from './rowContext.ts';

export const OrdersTable = memo(function OrdersTable(props: OrdersGridProps) {
  const now = useNow(60_000);
  return (
    <RowContextProvider value={useRowContextValue(now)}>
      <RowClockProvider value={now}>
        <OrdersGrid {...props} />
      </RowClockProvider>
    </RowContextProvider>
  );
});
