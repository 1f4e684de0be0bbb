/** Finds what a cell of an imported table names: a courier, a good, a payment type… by id, phone, article or title. */
import type { Good, PaymentType, Supplier, Tax, Warehouse } from '#src/contracts/ireca/catalogue.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import { finder, firstOf, folded, named } from '#src/domain/recordFinder.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { fold } from '#src/lib/text.ts';

export type ImportReferences = {
  courier: Finder<string>;
  client: Finder<string>;
  payment: Finder<string>;
  tax: Finder<string>;
  supplier: Finder<string>;
  warehouse: Finder<string>;
  deliveryStatus: Finder<string>;
  goodById: Finder<Good>;
  goodByArticle: Finder<Good>;
  goodByTitle: Finder<Good>;
  /** By id, else article, else exact title. */
  good: Finder<Good>;
};

export type ReferenceLists = {
  couriers: readonly { courierId: string; title: string; phone: string }[];
  clients: readonly Client[];
  paymentTypes: readonly PaymentType[];
  taxes: readonly Tax[];
  suppliers: readonly Supplier[];
  warehouses: readonly Warehouse[];
  deliveryStatuses: readonly { statusId: string; title: string }[];
  goods: readonly Good[];
};

const byPhone =
  <Found>(find: Finder<Found>): Finder<Found> =>
  (name) =>
    // A name with a digit in it is no phone.
    /\p{L}/u.test(name) ? undefined : find(phoneDigits(name) ?? '');

/** Made once per reading of the lists. Deleted goods and warehouses cannot be ordered any more and are not found. */
export function importReferences(lists: ReferenceLists): ImportReferences {
  const goods = lists.goods.filter((good) => good.isActive);
  const warehouses = lists.warehouses.filter((warehouse) => warehouse.isActive);
  const { couriers, clients } = lists;
  const itself = (good: Good) => good;
  const goodById = finder(goods, (good) => good.goodId, itself);
  const goodByArticle = folded(finder(goods, (good) => fold(good.article), itself));
  const goodByTitle = folded(finder(goods, (good) => fold(good.title), itself));
  return {
    courier: firstOf(
      named(
        couriers,
        (one) => one.courierId,
        (one) => one.title,
      ),
      byPhone(
        finder(
          couriers,
          (one) => phoneDigits(one.phone),
          (one) => one.courierId,
        ),
      ),
    ),
    client: firstOf(
      finder(
        clients,
        (one) => one.clientId,
        (one) => one.clientId,
      ),
      byPhone(
        finder(
          clients,
          (one) => phoneDigits(one.phone),
          (one) => one.clientId,
        ),
      ),
    ),
    payment: named(
      lists.paymentTypes,
      (one) => one.paymentTypeId,
      (one) => one.title,
    ),
    tax: named(
      lists.taxes,
      (one) => one.taxId,
      (one) => one.title,
    ),
    supplier: named(
      lists.suppliers,
      (one) => one.supplierId,
      (one) => one.title,
    ),
    warehouse: named(
      warehouses,
      (one) => one.warehouseId,
      (one) => one.title,
    ),
    deliveryStatus: named(
      lists.deliveryStatuses,
      (one) => one.statusId,
      (one) => one.title,
    ),
    goodById,
    goodByArticle,
    goodByTitle,
    good: firstOf(goodById, goodByArticle, goodByTitle),
  };
}
