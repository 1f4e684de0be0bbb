/** Finds what a cell of an imported table names: a courier, a good, a payment type… by id, phone, article or title. */
import type { Good, PaymentType, Supplier, Tax, Warehouse } from '#src/contracts/ireca/catalogue.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { fold } from '#src/lib/text.ts';

/** Two records go by the same name: it names neither. */
export const AMBIGUOUS = 'ambiguous';

/** By what a record may be named; `undefined` = nothing is. */
export type Finder<T> = (name: string) => T | typeof AMBIGUOUS | undefined;

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

type Key<T> = (record: T) => string | null;

/** A finder by one key; a blank key names nothing. */
function finder<T, Found>(records: readonly T[], key: Key<T>, found: (record: T) => Found): Finder<Found> {
  const known = new Map<string, Found | typeof AMBIGUOUS>();
  for (const record of records) {
    const name = key(record);
    if (name === null || name === '') continue;
    known.set(name, known.has(name) ? AMBIGUOUS : found(record));
  }
  return (name) => known.get(name);
}

/** Tries one after another: an id goes before a title that looks like one. */
const firstOf =
  <Found>(...finders: Finder<Found>[]): Finder<Found> =>
  (name) => {
    for (const find of finders) {
      const found = find(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

const folded =
  <Found>(find: Finder<Found>): Finder<Found> =>
  (name) =>
    find(fold(name));

const byPhone =
  <Found>(find: Finder<Found>): Finder<Found> =>
  (name) =>
    // A name with a digit in it is no phone.
    /\p{L}/u.test(name) ? undefined : find(phoneDigits(name) ?? '');

function named<T>(
  records: readonly T[],
  id: (record: T) => string,
  title: (record: T) => string,
): Finder<string> {
  return firstOf(finder(records, id, id), folded(finder(records, (record) => fold(title(record)), id)));
}

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
