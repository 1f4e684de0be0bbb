/** What is wrong with an order of refund, by field: before it is sent, and in iRECA's own words. */
import type { WindowErrors } from '#src/domain/deliveryWindow.ts';
import { readWindow } from '#src/domain/deliveryWindow.ts';
import { refusedField } from '#src/domain/orderFormCheck.ts';
import type { RefundLine, RefundPayment, RefundSheet } from '#src/domain/refund.ts';
import type { RefundValues } from '#src/domain/refundForm.ts';
import { paymentParts, undivided } from '#src/domain/refundForm.ts';

export type RefundFieldError =
  'required' | 'malformed' | 'taken' | 'negative' | 'notThousandths' | 'moreThanLeft' | 'notEqual';

export type RefundErrors = {
  /** Nothing at all was chosen. */
  lines?: RefundFieldError;
  counts?: Record<string, RefundFieldError>;
  payments?: Record<string, RefundFieldError>;
  /** The payments do not make up the sum. */
  sum?: RefundFieldError;
  reasonId?: RefundFieldError;
  orderId?: RefundFieldError;
  window?: WindowErrors;
};

function checkCount(line: RefundLine, count: number): RefundFieldError | null {
  if (count < 0) return 'negative';
  if (Math.abs(count * 1000 - Math.round(count * 1000)) > 1e-6) return 'notThousandths';
  return count > line.left ? 'moreThanLeft' : null;
}

function checkPart(payment: RefundPayment, part: number): RefundFieldError | null {
  if (part < 0) return 'negative';
  return part > payment.left ? 'moreThanLeft' : null;
}

function wrongOf<Item extends { key: string }>(
  items: readonly Item[],
  values: Readonly<Record<string, number | null>>,
  check: (item: Item, value: number) => RefundFieldError | null,
): Record<string, RefundFieldError> | undefined {
  const wrong: Record<string, RefundFieldError> = {};
  for (const item of items) {
    const error = check(item, values[item.key] ?? 0);
    if (error) wrong[item.key] = error;
  }
  return Object.keys(wrong).length > 0 ? wrong : undefined;
}

/**
 * Checks a refund before it is sent: something is given back, never more than is left; the payments make up its sum to
 * the kopeck, none more than is left of it; a reason, a number of its own and a window are named.
 * @param taken ids of orders that exist already.
 * @returns null when nothing is wrong.
 */
export function checkRefund(
  values: RefundValues,
  sheet: RefundSheet,
  { taken, timeZone }: { taken: ReadonlySet<string>; timeZone: string },
): RefundErrors | null {
  const errors: RefundErrors = {};
  const counts = wrongOf(sheet.lines, values.counts, checkCount);
  if (counts) errors.counts = counts;
  else if (sheet.lines.every(({ key }) => (values.counts[key] ?? 0) === 0)) errors.lines = 'required';
  const payments = wrongOf(sheet.payments, paymentParts(values, sheet), checkPart);
  if (payments) errors.payments = payments;
  if (!counts && undivided(values, sheet) !== 0) errors.sum = 'notEqual';
  if (values.reasonId === null) errors.reasonId = 'required';
  const orderId = values.orderId.trim();
  if (orderId === '') errors.orderId = 'required';
  else if (!/^\d{1,15}$/.test(orderId)) errors.orderId = 'malformed';
  else if (taken.has(orderId)) errors.orderId = 'taken';
  const window = readWindow(values.window, timeZone);
  if (!window.ok) errors.window = window.errors;
  return Object.keys(errors).length > 0 ? errors : null;
}

const FIELDS = ['orderId', 'codeAlias', 'courierId', 'description', 'window.from', 'window.to'] as const;
export type RefundField = (typeof FIELDS)[number] | 'reasonId' | 'lines' | 'sum';

/** The form's field that iRECA's words name («Не заполнено поле orderId»), null when they name none that we have. */
export function fieldNamedByIreca(message: string): RefundField | null {
  if (/returnReasonId|причин/i.test(message)) return 'reasonId';
  if (/payments|paymentTypeId|paymentId|amountToPay|плат[её]ж/i.test(message)) return 'sum';
  const named = refusedField(message);
  return named === 'goods' ? 'lines' : (FIELDS.find((field) => field === named) ?? null);
}
