/** What the parts of the orders screen share: the view of the address bar and what it shows. */
import { createContext, use } from 'react';
import type { useBoard } from './useBoard.ts';
import type { useOrdersView } from './useOrdersView.ts';

export type OrdersBoard = ReturnType<typeof useOrdersView> & { board: ReturnType<typeof useBoard> };

const Context = createContext<OrdersBoard | null>(null);
export const OrdersBoardProvider = Context.Provider;

/** Only below `OrdersPage`. */
export function useOrdersBoard(): OrdersBoard {
  const value = use(Context);
  if (!value) throw new Error('the parts of the orders screen stand inside OrdersPage');
  return value;
}
