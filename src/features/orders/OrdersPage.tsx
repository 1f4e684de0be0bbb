/** «Заказы», the main screen: counters, filters, the table of both systems' orders, the map and the couriers beside it. */
import { OrdersLayout } from './OrdersLayout.tsx';
import { OrdersBoardProvider } from './ordersBoard.ts';
import { useBoard } from './useBoard.ts';
import { useOrdersView } from './useOrdersView.ts';

/** Works out what is shown; the layout below is drawn anew only where it takes part in that. */
export function OrdersPage() {
  const { view, change } = useOrdersView();
  const board = useBoard(view);
  return (
    <OrdersBoardProvider value={{ view, change, board }}>
      <OrdersLayout />
    </OrdersBoardProvider>
  );
}
