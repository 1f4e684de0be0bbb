/** From the order form to what iRECA is sent. */
import type { OrderWrite, WriteAddress, WriteGood } from '#src/contracts/ireca/orderWrite.ts';
import type { DeliveryWindow, TypedWindow, WindowErrors } from '#src/domain/deliveryWindow.ts';
import { readWindow, typeWindow } from '#src/domain/deliveryWindow.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import type { LineAsRead, OrderFormValues } from '#src/domain/orderForm.ts';
import { isBlankAddress } from '#src/domain/orderForm.ts';
import type { OrderTotals } from '#src/domain/orderTotals.ts';
import { lineTotal, orderTotals } from '#src/domain/orderTotals.ts';

const sameWindow = (a: TypedWindow, b: TypedWindow) => a.day === b.day && a.from === b.from && a.to === b.to;

/** The moments of the window: as read while nobody typed into it (it may have seconds, or days), else as typed. */
export function formWindow(
  { window, asRead }: Pick<OrderFormValues, 'window' | 'asRead'>,
  timeZone: string,
): { ok: true; window: DeliveryWindow } | { ok: false; errors: WindowErrors } {
  const from = asRead?.deliveryTimeFrom ?? null;
  const to = asRead?.deliveryTimeTo ?? null;
  if (from !== null && to !== null && sameWindow(window, typeWindow({ from, to }, timeZone))) {
    return { ok: true, window: { from, to } };
  }
  return readWindow(window, timeZone);
}

const readOf = ({ asRead }: OrderFormValues, line: GoodLine): LineAsRead | undefined =>
  asRead?.lines.find(({ key }) => key === line.key);

/** A line's sum: as read while price and count are, for iRECA may have rounded it its own way. */
function totalOf(values: OrderFormValues, line: GoodLine): number {
  const read = readOf(values, line);
  if (read && read.total !== null && read.count === line.count && read.price === line.price)
    return read.total;
  return lineTotal(line.price ?? 0, line.count ?? 0);
}

function goodsUntouched({ asRead, goods }: OrderFormValues): boolean {
  if (!asRead || asRead.lines.length !== goods.length) return false;
  return asRead.lines.every(({ key, count, price }, index) => {
    const line = goods[index];
    return line !== undefined && line.key === key && line.count === count && line.price === price;
  });
}

/** The sums that the foot of the form shows and iRECA is sent. `amountToPay` = all lines (iRECA API text). */
export function formTotals(values: OrderFormValues): OrderTotals {
  const lines = values.goods.map((line) => ({
    total: totalOf(values, line),
    discountTotal: line.discountTotal,
  }));
  const prepaid = values.prePaymentSum ?? 0;
  const totals = orderTotals(lines, prepaid);
  const read = values.asRead?.amountToPay ?? null;
  if (read === null || !goodsUntouched(values)) return totals;
  const due = read + totals.discount;
  return { amountToPay: read, discount: totals.discount, due, toCollect: Math.max(0, due - prepaid) };
}

/** Positions: as read while the lines are the same ones in the same order, else numbered anew from where they began. */
function positionsOf({ asRead, goods }: OrderFormValues): number[] {
  const read = asRead?.lines ?? [];
  const same = read.length === goods.length && read.every(({ key }, index) => goods[index]?.key === key);
  const first = read.some(({ position }) => position === 0) ? 0 : 1;
  return goods.map((_, index) => (same ? read[index]?.position : null) ?? first + index);
}

function warehousesOf(values: OrderFormValues, line: GoodLine): WriteGood['warehouses'] {
  const { warehouseId } = line;
  if (warehouseId === null) return [];
  const count = line.count ?? 0;
  const read = readOf(values, line);
  if (!read || read.warehouses[0]?.warehouseId !== warehouseId || read.count !== line.count) {
    return [{ warehouseId, count }];
  }
  return read.warehouses.map((one) => ({ warehouseId: one.warehouseId, count: one.count ?? count }));
}

function writeGood(values: OrderFormValues, line: GoodLine, position: number): WriteGood {
  return {
    goodId: line.goodId,
    count: line.count ?? 0,
    price: line.price ?? 0,
    total: totalOf(values, line),
    discountTotal: line.discountTotal,
    taxId: line.taxId,
    position,
    unit: line.unit.trim(),
    vedCode: line.vedCode.trim(),
    countryCode: line.countryCode.trim(),
    customDeclarationCode: line.customDeclarationCode.trim(),
    markValue: line.markValue,
    markBinaryValue: line.markBinaryValue,
    weight: line.weight,
    description: line.description.trim(),
    warehouses: warehousesOf(values, line),
    specificities: line.specificities.map(({ specificityId, price, count }) => ({
      specificityId,
      price,
      count,
    })),
  };
}

function writeAddress(address: WriteAddress): WriteAddress | undefined {
  if (isBlankAddress(address)) return undefined;
  const { latitude, longitude, isUseGoogleGeo } = address;
  return {
    postindex: address.postindex.trim(),
    city: address.city.trim(),
    street: address.street.trim(),
    home: address.home.trim(),
    apartment: address.apartment.trim(),
    // iRECA finds the point itself then; null is written as 0.
    latitude: isUseGoogleGeo ? null : latitude,
    longitude: isUseGoogleGeo ? null : longitude,
    isUseGoogleGeo,
  };
}

/**
 * The order to be sent. The form must have passed `checkOrderForm`.
 * @throws {RangeError} when it has no payment type or no readable window.
 */
export function toWrite(values: OrderFormValues, timeZone: string): OrderWrite {
  const times = formWindow(values, timeZone);
  if (!times.ok) throw new RangeError('the window cannot be read');
  if (values.paymentId === null) throw new RangeError('no payment type');
  const positions = positionsOf(values);
  const { id, firstname, lastname, email } = values.client;
  const named = [firstname, lastname, email].some((words) => words.trim() !== '');
  const addressFromEntity = writeAddress(values.addressFrom);
  const addressToEntity = writeAddress(values.addressTo);
  return {
    orderId: values.orderId.trim(),
    codeAlias: values.codeAlias.trim(),
    statusId: Number(values.statusId),
    deliveryStatusId: Number(values.deliveryStatusId),
    isAgreed: values.isAgreed,
    returnReasonId: values.returnReasonId,
    courierId: values.courierId,
    clientId: id,
    supplierId: values.supplierId,
    ...(id === null &&
      named && {
        client: { firstname: firstname.trim(), lastname: lastname.trim(), email: email.trim() },
      }),
    paymentId: values.paymentId,
    amountToPay: formTotals(values).amountToPay,
    prePaymentSum: values.prePaymentSum ?? 0,
    cash: values.cash ?? 0,
    ...(addressFromEntity && { addressFromEntity }),
    ...(addressToEntity && { addressToEntity }),
    phone: values.phone.trim(),
    deliveryTimeFrom: times.window.from,
    deliveryTimeTo: times.window.to,
    description: values.description.trim(),
    goods: values.goods.map((line, index) => writeGood(values, line, positions[index] ?? index + 1)),
  };
}
