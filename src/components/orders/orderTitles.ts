/** Titles for the ids of an order, out of iRECA's reference lists. Pure: see `useOrderTitles` for where lists come from. */
import type { PaymentType, Supplier, Warehouse } from '#src/contracts/ireca/catalogue.ts';
import type { Courier } from '#src/domain/courierDirectory.ts';

export type TitleLists = {
  paymentTypes: readonly PaymentType[];
  closeTypes: readonly { closeTypeId: string; title: string }[];
  taxes: readonly { taxId: string; title: string }[];
  calcTypes: readonly { calcId: string; title: string }[];
  suppliers: readonly Supplier[];
  reasons: readonly { reasonId: string; title: string }[];
  couriers: readonly Courier[];
  warehouses: readonly Warehouse[];
  deliveryStatuses: readonly { statusId: string; title: string }[];
  orderStatuses: readonly { statusId: string; title: string }[];
};
export type TitleListName = keyof TitleLists;

type Title = (id: string) => string;

export type OrderTitles = {
  paymentType: Title;
  closeType: Title;
  /** How a payment type closes a receipt, in words; null when that is not known. */
  closingOf: (paymentTypeId: string) => string | null;
  tax: Title;
  calcType: Title;
  supplier: Title;
  reason: Title;
  courier: Title;
  warehouse: Title;
  deliveryStatus: Title;
  orderStatus: Title;
  supplierOf: (id: string) => Supplier | null;
  courierOf: (id: string) => Courier | null;
  warehouseOf: (id: string) => Warehouse | null;
};

/** Used in samples, missing in the dictionary of close types (iRECA API text). */
const PREPAID_CLOSE_TYPE = '3';
/** Used in samples, missing in the dictionary of delivery statuses (assumption: just made). */
const JUST_MADE = '1';

/** Our own words for what the lists leave out. */
export type TitleWords = { number: (id: string) => string; prepaid: string; formed: string };

/** Titles by id; an id that its list does not name is shown as a number, never hidden. */
export function orderTitles(lists: TitleLists, words: TitleWords): OrderTitles {
  const titled = <T extends { title: string }>(rows: readonly T[], idOf: (row: T) => string) => {
    const byId = new Map(rows.map((row) => [idOf(row), row] as const));
    const title: Title = (id) => byId.get(id)?.title || words.number(id);
    return { title, of: (id: string): T | null => byId.get(id) ?? null };
  };
  const paymentTypes = titled(lists.paymentTypes, (row) => row.paymentTypeId);
  const closeTypes = titled(lists.closeTypes, (row) => row.closeTypeId);
  const suppliers = titled(lists.suppliers, (row) => row.supplierId);
  const couriers = titled(lists.couriers, (row) => row.courierId);
  const warehouses = titled(lists.warehouses, (row) => row.warehouseId);
  const deliveryStatuses = titled(lists.deliveryStatuses, (row) => row.statusId);
  const closeType: Title = (id) =>
    closeTypes.of(id) === null && id === PREPAID_CLOSE_TYPE ? words.prepaid : closeTypes.title(id);
  return {
    paymentType: paymentTypes.title,
    closeType,
    closingOf: (id) => {
      const closing = paymentTypes.of(id)?.closeTypeId ?? null;
      return closing === null ? null : closeType(closing);
    },
    tax: titled(lists.taxes, (row) => row.taxId).title,
    calcType: titled(lists.calcTypes, (row) => row.calcId).title,
    supplier: suppliers.title,
    reason: titled(lists.reasons, (row) => row.reasonId).title,
    courier: couriers.title,
    warehouse: warehouses.title,
    deliveryStatus: (id) =>
      deliveryStatuses.of(id) === null && id === JUST_MADE ? words.formed : deliveryStatuses.title(id),
    orderStatus: titled(lists.orderStatuses, (row) => row.statusId).title,
    supplierOf: suppliers.of,
    courierOf: couriers.of,
    warehouseOf: warehouses.of,
  };
}
