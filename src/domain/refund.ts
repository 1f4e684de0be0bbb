/** Giving back goods and money of a delivered iRECA order: what may still be given back, and how much it comes to. */
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';

/** Counts are kept to a thousandth (grams of a kilogram), as cash desks do. */
const STEP = 1000;
const thousandths = (count: number) => Math.round(count * STEP);

/** One position of the original order. Counts are pieces or a weight; money is kopecks. */
export type RefundLine = {
  /** Place in the original's `goods`. */
  key: string;
  goodId: string | null;
  title: string;
  article: string;
  unit: string;
  price: number;
  /** Ordered less what the courier struck off at the door. */
  delivered: number;
  /** Given back already. */
  returned: number;
  /** What may still be given back. */
  left: number;
  ordered: number;
  /** Of all that was ordered. */
  total: number;
  discountTotal: number;
};

/** Money that came in for the order, and how much of it may still go back. Kopecks. */
export type RefundPayment = {
  key: string;
  paymentId: string;
  paymentTypeId: string;
  price: number;
  returned: number;
  left: number;
  /** Epoch ms; null = not said. */
  paidIn: number | null;
  cardMask: string;
  rrn: string;
  cardAuth: string;
  /** Not in the list of payments: what was paid in advance (`prePaymentSum`) and is not covered by them. */
  isPrepayment: boolean;
};

/** Why nothing can be given back. */
export type RefundBar = 'isRefund' | 'notDelivered' | 'nothingLeft' | 'noPayments';

export type RefundSheet = {
  lines: RefundLine[];
  payments: RefundPayment[];
  bar: RefundBar | null;
};

const DELIVERED = new Set<string | null>(['9', '10']);

/**
 * The positions with what is left of each. `returnedGoods` names goods, not positions: when one good stands in two
 * positions, the earlier one is taken as given back first.
 */
function linesOf(order: IrecaOrder): RefundLine[] {
  const returnedOf = new Map<string | null, number>();
  for (const { goodId, count } of order.returnedOrder?.returnedGoods ?? [])
    returnedOf.set(goodId, (returnedOf.get(goodId) ?? 0) + thousandths(count ?? 0));
  return order.goods.map((good, index) => {
    const ordered = thousandths(good.count ?? 0);
    const struck = good.canceledItems.reduce((sum, item) => sum + thousandths(item.count ?? 0), 0);
    const delivered = Math.max(0, ordered - struck);
    const pool = returnedOf.get(good.goodId) ?? 0;
    const returned = Math.min(delivered, pool);
    returnedOf.set(good.goodId, pool - returned);
    const price = good.price ?? 0;
    return {
      key: String(index),
      goodId: good.goodId,
      title: good.title || good.description,
      article: good.article,
      unit: good.unit,
      price,
      delivered: delivered / STEP,
      returned: returned / STEP,
      left: (delivered - returned) / STEP,
      ordered: ordered / STEP,
      total: good.total ?? Math.round((price * ordered) / STEP),
      discountTotal: good.discountTotal ?? 0,
    };
  });
}

/** A sum's part that falls on the first `count` of `ordered`, rounded: parts of one sum always make up the whole. */
const shareUpTo = (sum: number, count: number, ordered: number): number =>
  ordered === 0 ? 0 : Math.round((sum * thousandths(count)) / thousandths(ordered));

/**
 * What giving back `count` of a line comes to, kopecks. Taken as the difference of two roundings (all given back so far,
 * and all given back before), so that a line given back in parts makes up exactly what it cost, never a kopeck more.
 */
export function refundOf(line: RefundLine, count: number): { total: number; discountTotal: number } {
  const part = (sum: number) =>
    shareUpTo(sum, line.returned + count, line.ordered) - shareUpTo(sum, line.returned, line.ordered);
  return { total: part(line.total), discountTotal: part(line.discountTotal) };
}

/** What the goods that reached the client have cost, less what the given-back ones did. Kopecks. */
const worthOf = (lines: readonly RefundLine[]): number =>
  lines.reduce(
    (sum, line) =>
      sum +
      shareUpTo(line.total, line.delivered, line.ordered) +
      shareUpTo(line.discountTotal, line.delivered, line.ordered),
    0,
  );

/**
 * The payments with what is left of each. `returnedPayments` without a known id are taken off the first that has room.
 * A prepayment that the list of payments does not cover becomes one more (assumption: iRECA leaves it out of
 * `payments`, for it was not taken by the courier).
 */
function paymentsOf(order: IrecaOrder, lines: readonly RefundLine[]): RefundPayment[] {
  const payments = order.payments.map((payment, index): RefundPayment => ({
    key: String(index),
    paymentId: payment.paymentId ?? String(index + 1),
    paymentTypeId: payment.paymentTypeId ?? order.frUsedPaymentId ?? order.paymentId ?? '',
    price: payment.price ?? 0,
    returned: 0,
    left: payment.price ?? 0,
    paidIn: payment.paidIn,
    cardMask: payment.cardMask,
    rrn: payment.rrn,
    cardAuth: payment.cardAuth,
    isPrepayment: false,
  }));
  const paid = payments.reduce((sum, { price }) => sum + price, 0);
  const ahead = Math.min(order.prePaymentSum ?? 0, worthOf(lines) - paid);
  if (ahead > 0) {
    payments.push({
      key: 'prepayment',
      paymentId: `prepayment-${order.orderId}`,
      paymentTypeId: order.originalPaymentId ?? order.paymentId ?? '',
      price: ahead,
      returned: 0,
      left: ahead,
      paidIn: null,
      cardMask: '',
      rrn: '',
      cardAuth: '',
      isPrepayment: true,
    });
  }
  for (const back of order.returnedOrder?.returnedPayments ?? []) {
    const named = payments.find(({ paymentId }) => paymentId === back.paymentId);
    let rest = back.sum ?? 0;
    for (const payment of named ? [named, ...payments] : payments) {
      const taken = Math.min(payment.left, rest);
      payment.returned += taken;
      payment.left -= taken;
      rest -= taken;
    }
  }
  return payments;
}

/**
 * What may still be given back of an order. Only a delivered (9) or closed (10) one, and no refund of a refund. Never
 * more than was delivered less what was given back, in goods and in money.
 */
export function refundSheet(order: IrecaOrder): RefundSheet {
  const lines = linesOf(order);
  const payments = paymentsOf(order, lines);
  const bar = order.isRefund
    ? 'isRefund'
    : !DELIVERED.has(order.deliveryStatusId)
      ? 'notDelivered'
      : lines.every(({ left }) => left <= 0)
        ? 'nothingLeft'
        : payments.length === 0
          ? 'noPayments'
          : payments.every(({ left }) => left <= 0)
            ? 'nothingLeft'
            : null;
  return { lines, payments, bar };
}

export type RefundTotals = {
  /** iRECA's `amountToPay`: without discounts. */
  amountToPay: number;
  discount: number;
  /** What goes back to the client. */
  due: number;
};

/** The sums of the chosen counts (by the line's key), kopecks. */
export function refundTotals(
  lines: readonly RefundLine[],
  counts: Readonly<Record<string, number | null>>,
): RefundTotals {
  let amountToPay = 0;
  let discount = 0;
  for (const line of lines) {
    const count = counts[line.key] ?? 0;
    if (count <= 0) continue;
    const { total, discountTotal } = refundOf(line, count);
    amountToPay += total;
    discount += discountTotal;
  }
  return { amountToPay, discount, due: amountToPay + discount };
}

/** By card first (a bank can only give back to the card that paid), then the latest; what is not dated comes last. */
const byCardThenLatest = (a: RefundPayment, b: RefundPayment): number =>
  Number(b.rrn !== '' || b.cardMask !== '') - Number(a.rrn !== '' || a.cardMask !== '') ||
  (b.paidIn ?? 0) - (a.paidIn ?? 0);

/**
 * How the sum may go back, by the payment's key, kopecks: never more of a payment than is left of it. The parts make up
 * less than `due` when the payments do not cover it.
 */
export function suggestPayments(payments: readonly RefundPayment[], due: number): Record<string, number> {
  const parts: Record<string, number> = {};
  let rest = Math.max(0, due);
  for (const { key, left } of [...payments].sort(byCardThenLatest)) {
    parts[key] = Math.min(left, rest);
    rest -= parts[key];
  }
  return parts;
}
