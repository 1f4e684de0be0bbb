/** Sums of an order of iRECA, in roubles. */
import type { OrderGood, OrderState } from '../world/irecaOrder.ts';

/** To whole kopecks. */
export const rounded = (roubles: number): number => Math.round(roubles * 100) / 100;

/** What a position costs with its discount or surcharge, less what the courier struck out of it. */
export function costOf({ total, discountTotal, count, canceledItems }: OrderGood): number {
  const left = count - canceledItems.reduce((sum, item) => sum + item.count, 0);
  return count > 0 ? rounded(((total + discountTotal) * left) / count) : 0;
}

/** What the client owes; an order that lists no goods says it itself. */
export const dueOf = ({ goods, amountToPay }: Pick<OrderState, 'goods' | 'amountToPay'>): number =>
  goods.length > 0 ? rounded(goods.reduce((sum, good) => sum + costOf(good), 0)) : amountToPay;
