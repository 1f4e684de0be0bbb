/** An order of refund while it is being put together: its values, and the order that is sent. */
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { OrderWrite, WriteAddress, WriteGood, WritePayment } from '#src/contracts/ireca/orderWrite.ts';
import type { TypedWindow } from '#src/domain/deliveryWindow.ts';
import { readWindow } from '#src/domain/deliveryWindow.ts';
import type { RefundLine, RefundPayment, RefundSheet } from '#src/domain/refund.ts';
import { refundOf, refundTotals, suggestPayments } from '#src/domain/refund.ts';

export type RefundValues = {
  /** To give back now, by the line's key; null = not typed. */
  counts: Record<string, number | null>;
  /** Kopecks by the payment's key; null = as suggested. */
  payments: Record<string, number | null> | null;
  reasonId: string | null;
  orderId: string;
  codeAlias: string;
  /** Who takes it back from the client; null = nobody yet. */
  courierId: string | null;
  window: TypedWindow;
  description: string;
};

/** As it is kept while typing: a number of null is the suggested one. */
export type RefundDraft = Omit<RefundValues, 'orderId'> & { orderId: string | null };

/** @param window when the courier is to come for it. */
export const blankRefund = (order: IrecaOrder, window: TypedWindow, description: string): RefundDraft => ({
  counts: {},
  payments: null,
  reasonId: null,
  orderId: null,
  codeAlias: order.codeAlias === '' ? '' : `${order.codeAlias}-В`,
  courierId: null,
  window,
  description,
});

/** What goes back by each payment: as typed, else as suggested. */
export function paymentParts(
  values: Pick<RefundValues, 'counts' | 'payments'>,
  sheet: RefundSheet,
): Record<string, number | null> {
  return values.payments ?? suggestPayments(sheet.payments, refundTotals(sheet.lines, values.counts).due);
}

/** What is still to be shared out among the payments, kopecks; below zero: too much was. */
export function undivided(values: Pick<RefundValues, 'counts' | 'payments'>, sheet: RefundSheet): number {
  const parts = paymentParts(values, sheet);
  const given = sheet.payments.reduce((sum, { key }) => sum + (parts[key] ?? 0), 0);
  return refundTotals(sheet.lines, values.counts).due - given;
}

type Good = IrecaOrder['goods'][number];

/** The good as it was sold, mark and customs data too: a receipt of refund names the same thing. Nothing is picked up. */
function goodOf(good: Good, line: RefundLine, count: number, position: number): WriteGood {
  return {
    goodId: good.goodId,
    count,
    price: line.price,
    ...refundOf(line, count),
    taxId: good.taxId,
    position,
    unit: good.unit,
    vedCode: good.vedCode,
    countryCode: good.countryCode,
    customDeclarationCode: good.customDeclarationCode,
    markValue: good.markValue,
    markBinaryValue: good.markBinaryValue,
    weight: good.weight,
    description: good.description,
    warehouses: [],
    specificities: [],
  };
}

const paymentOf = (payment: RefundPayment, price: number, now: number): WritePayment => ({
  paymentId: payment.paymentId,
  paymentTypeId: payment.paymentTypeId,
  price,
  // iRECA does not say when a prepayment came: the moment of giving it back is the only one that is known.
  paidIn: payment.paidIn ?? now,
  ...(payment.cardMask !== '' && { cardMask: payment.cardMask }),
  ...(payment.rrn !== '' && { rrn: payment.rrn }),
  ...(payment.cardAuth !== '' && { cardAuth: payment.cardAuth }),
});

/** Where it was brought to is where it is fetched. An order that has only the line has it looked up by iRECA. */
function addressOf(order: IrecaOrder): WriteAddress | undefined {
  const address = order.addressToEntity;
  if (!address || (address.street === '' && address.home === '')) return undefined;
  return { ...address, isUseGoogleGeo: address.latitude === null || address.latitude === 0 };
}

/**
 * The order of refund that `checkRefund` found nothing wrong with, for `POST /orders?isRefund=1`. It is made prepared (6)
 * and not paid (0), so that a courier can take it (assumption: the sample shows 7 and 1, an order already under way).
 * There is no prepayment in it: what was paid in advance stands among the payments.
 * @param now epoch ms.
 */
export function refundOrder(
  order: IrecaOrder,
  sheet: RefundSheet,
  values: RefundValues,
  { timeZone, now }: { timeZone: string; now: number },
): OrderWrite {
  const read = readWindow(values.window, timeZone);
  if (!read.ok) throw new TypeError('the window is not typed');
  const parts = paymentParts(values, sheet);
  const goods: WriteGood[] = [];
  sheet.lines.forEach((line, index) => {
    const good = order.goods[index];
    const count = values.counts[line.key] ?? 0;
    if (good && count > 0) goods.push(goodOf(good, line, count, goods.length + 1));
  });
  const payments = sheet.payments.filter(({ key }) => (parts[key] ?? 0) > 0);
  const address = addressOf(order);
  return {
    orderId: values.orderId.trim(),
    codeAlias: values.codeAlias.trim(),
    statusId: 0,
    deliveryStatusId: 6,
    isAgreed: false,
    returnReasonId: values.reasonId,
    courierId: values.courierId,
    clientId: order.clientId,
    supplierId: order.supplierId,
    ...(order.clientId === null &&
      order.client && {
        client: {
          firstname: order.client.firstname,
          lastname: order.client.lastname,
          email: order.client.email,
        },
      }),
    paymentId: payments[0]?.paymentTypeId ?? order.paymentId ?? '',
    amountToPay: refundTotals(sheet.lines, values.counts).amountToPay,
    prePaymentSum: 0,
    cash: 0,
    ...(address && { addressToEntity: address }),
    phone: order.phone,
    deliveryTimeFrom: read.window.from,
    deliveryTimeTo: read.window.to,
    description: values.description.trim(),
    goods,
    isRefund: true,
    payments: payments.map((payment) => paymentOf(payment, parts[payment.key] ?? 0, now)),
  };
}

/** True for a draft of today's shape; anything else is dropped. */
export function isRefundDraft(kept: unknown): kept is RefundDraft {
  if (typeof kept !== 'object' || kept === null) return false;
  const values = kept as Partial<RefundDraft>;
  return (
    [values.orderId ?? '', values.codeAlias, values.description].every(
      (value) => typeof value === 'string',
    ) &&
    typeof values.counts === 'object' &&
    typeof values.payments === 'object' &&
    typeof values.window === 'object' &&
    values.window !== null &&
    typeof values.window.day === 'string'
  );
}
