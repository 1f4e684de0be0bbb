/** A courier's run sheet: which orders, in what order, what to bring and what to collect at each door. */
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import type { Courier, CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { orderTotals } from '#src/domain/orderTotals.ts';

/** The whole order; `unreadable` is said on the sheet, for then its goods are not on it. */
export type WholeReading =
  { system: 'ireca'; order: IrecaOrder } | { system: 'kassa'; order: WholeOrder } | 'unreadable';

export type SheetGood = { title: string; article: string; count: number; unit: string };

/** What the courier takes: nothing when it is paid, kopecks otherwise. `back`: money to be given, not taken. */
export type ToCollect = {
  kopecks: number;
  kind: PaymentKind | null;
  paymentTypeId: string | null;
  back: boolean;
  /** The goods with their discounts could not be read: the sum is without them. */
  withoutDiscount: boolean;
};

export type SheetOrder = {
  order: DispatchOrder;
  /** Null: the whole order could not be read. */
  goods: SheetGood[] | null;
  collect: ToCollect;
  /** The note that the client pays with, kopecks; 0 = not said. */
  cash: number;
  warehouses: string[];
};

export type SheetTotals = {
  orders: number;
  /** Kopecks by kind of payment; `unknown` when the order does not say. */
  cash: number;
  card: number;
  unknown: number;
  back: number;
  unreadable: number;
};

/** Open orders first by the beginning of their window, then by its end, then by number; those without one come last. */
function byWindow(a: DispatchOrder, b: DispatchOrder): number {
  const begin = (order: DispatchOrder) => order.windowFrom ?? windowEnd(order) ?? Infinity;
  const end = (order: DispatchOrder) => windowEnd(order) ?? Infinity;
  if (begin(a) !== begin(b)) return begin(a) - begin(b);
  if (end(a) !== end(b)) return end(a) - end(b);
  return a.number.localeCompare(b.number, 'ru', { numeric: true });
}

/**
 * The open orders of each courier, both systems, in the order of their windows.
 * @param until epoch ms: orders whose window begins later are for another day's sheet; null = all. Orders without a
 * window are always there.
 */
export function ordersByCourier(
  orders: Iterable<DispatchOrder>,
  directory: CourierDirectory,
  until: number | null,
): Map<string, DispatchOrder[]> {
  const found = new Map<string, DispatchOrder[]>();
  for (const order of orders) {
    if (!order.open) continue;
    const courier = courierOf(order, directory);
    const begins = order.windowFrom ?? windowEnd(order);
    if (!courier || (until !== null && begins !== null && begins >= until)) continue;
    const own = found.get(courier.courierId);
    if (own) own.push(order);
    else found.set(courier.courierId, [order]);
  }
  for (const own of found.values()) own.sort(byWindow);
  return found;
}

/** Couriers with open orders: those on shift first, then by name. */
export function couriersToPrint(
  directory: CourierDirectory,
  byCourier: ReadonlyMap<string, readonly DispatchOrder[]>,
): Courier[] {
  return directory.all
    .filter((courier) => (byCourier.get(courier.courierId)?.length ?? 0) > 0)
    .sort((a, b) => Number(b.onShift) - Number(a.onShift) || a.title.localeCompare(b.title, 'ru'));
}

function goodsOf(whole: WholeReading): SheetGood[] | null {
  if (whole === 'unreadable') return null;
  if (whole.system === 'ireca') {
    return whole.order.goods.map((good) => ({
      title: good.title || good.description,
      article: good.article,
      count: good.count ?? 0,
      unit: good.unit,
    }));
  }
  return whole.order.onlineOrderItems.map((item) => ({
    title: item.description,
    article: item.vendorCode,
    count: item.quantity ?? 0,
    unit: '',
  }));
}

/** What the goods cost with their discounts, less what was paid before; nothing of what is paid. */
function collectOf(order: DispatchOrder, whole: WholeReading, kind: PaymentKind | null): ToCollect {
  const { paymentTypeId, isRefund: back } = order;
  const as = (kopecks: number, withoutDiscount = false) => ({
    kopecks,
    kind,
    paymentTypeId,
    back,
    withoutDiscount,
  });
  if (!back && (order.paid === true || kind === 'prepaid')) return as(0);
  const amount = order.amount ?? 0;
  const prepaid = order.prepaid ?? 0;
  if (whole === 'unreadable') return as(Math.max(0, amount - prepaid), order.system === 'ireca');
  if (whole.system === 'kassa') return as(Math.max(0, amount - prepaid));
  const lines = whole.order.goods.map(({ discountTotal }) => ({
    total: 0,
    discountTotal: discountTotal ?? 0,
  }));
  const { toCollect } = orderTotals([{ total: amount, discountTotal: 0 }, ...lines], prepaid);
  return as(toCollect);
}

const titlesOf = (order: DispatchOrder) => [
  ...new Set(order.pickUps.map((pickUp) => pickUp.title).filter((title) => title !== '')),
];

/** One line of the sheet. `kind`: how it is paid (`paymentKindOf`). */
export function sheetOrder(order: DispatchOrder, whole: WholeReading, kind: PaymentKind | null): SheetOrder {
  return {
    order,
    goods: goodsOf(whole),
    collect: collectOf(order, whole, kind),
    cash: whole !== 'unreadable' && whole.system === 'ireca' ? (whole.order.cash ?? 0) : 0,
    warehouses: titlesOf(order),
  };
}

/** The foot of the sheet. */
export function sheetTotals(orders: readonly SheetOrder[]): SheetTotals {
  const totals: SheetTotals = { orders: orders.length, cash: 0, card: 0, unknown: 0, back: 0, unreadable: 0 };
  for (const { goods, collect } of orders) {
    if (goods === null) totals.unreadable += 1;
    if (collect.back) totals.back += collect.kopecks;
    else if (collect.kind === 'cash' || collect.kind === 'card') totals[collect.kind] += collect.kopecks;
    else totals.unknown += collect.kopecks;
  }
  return totals;
}
