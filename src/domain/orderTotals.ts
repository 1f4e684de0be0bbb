/** Sums of an order in whole kopecks: they always add up, whatever the counts are. */

/** Counts are kept to a thousandth (grams of a kilogram), as cash desks do. */
const COUNT_STEP = 1000;

/**
 * Price times count, rounded half up to a kopeck: the line's `total`, without its discount (iRECA API text).
 * @param price kopecks.
 * @param count pieces or a weight, to a thousandth.
 */
export function lineTotal(price: number, count: number): number {
  return Math.round((price * Math.round(count * COUNT_STEP)) / COUNT_STEP);
}

export type LineSums = { total: number; discountTotal: number };

export type OrderTotals = {
  /** iRECA's `amountToPay`: all lines without their discounts. */
  amountToPay: number;
  /** Below zero: a discount; above: a surcharge. */
  discount: number;
  /** What the goods cost the client. */
  due: number;
  /** What is left to pay at the door. */
  toCollect: number;
};

/** All in kopecks. `toCollect` is never below zero: a prepayment that is too large is for the form to refuse. */
export function orderTotals(lines: readonly LineSums[], prePaymentSum: number): OrderTotals {
  let amountToPay = 0;
  let discount = 0;
  for (const line of lines) {
    amountToPay += line.total;
    discount += line.discountTotal;
  }
  const due = amountToPay + discount;
  return { amountToPay, discount, due, toCollect: Math.max(0, due - prePaymentSum) };
}
