/** A warehouse as its list shows it, and which of them are shown. */
import type { Warehouse } from '#src/contracts/ireca/catalogue.ts';
import { naturalKey } from '#src/domain/orderSort.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';
import type { WarehouseLoad } from './warehouseLoad.ts';
import { NO_LOAD } from './warehouseLoad.ts';

export type WarehouseRow = {
  id: string;
  /** Its number, where iRECA has no title. */
  title: string;
  /** In one line, the street first; '' = none is known. */
  address: string;
  /** Who answers for it; '' = nobody is named. */
  person: string;
  phone: string;
  point: LatLon | null;
  deleted: boolean;
  warehouse: Warehouse;
  /** Folded haystack, and the digits of phone and number. */
  searchText: string;
  searchDigits: string;
};

const joined = (parts: readonly string[], by: string) =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(by);

const made = new WeakMap<Warehouse, WarehouseRow>();

/** The same object for the same warehouse. */
export function warehouseRow(warehouse: Warehouse): WarehouseRow {
  const known = made.get(warehouse);
  if (known) return known;
  const { warehouseId, street, house, apartment, city, phone } = warehouse;
  const title = warehouse.title.trim() === '' ? warehouseId : warehouse.title.trim();
  const address = joined([street, house, apartment, city], ', ');
  const person = joined([warehouse.firstname, warehouse.lastname], ' ');
  const row: WarehouseRow = {
    id: warehouseId,
    title,
    address,
    person,
    phone: phone.trim(),
    point: knownPoint(warehouse.latitude, warehouse.longitude),
    deleted: !warehouse.isActive,
    warehouse,
    searchText: fold([title, address, person, warehouse.description].join(' ')),
    searchDigits: `${warehouseId} ${phoneDigits(phone) ?? digitsOf(phone)}`,
  };
  made.set(warehouse, row);
  return row;
}

/** In which order they stand: by title, or those first where most is waiting or late. */
export type WarehouseSort = 'title' | 'waiting' | 'late';

export type WarehouseFilter = {
  query: string;
  /** Deleted ones too. */
  deleted: boolean;
  /** Only those that stand nowhere on the map. */
  pointless: boolean;
};

/** Every word of the query must be in the text; a run of digits may be part of the phone or of the number. */
function matcher(query: string): (row: WarehouseRow) => boolean {
  const words = fold(query).split(' ').filter(Boolean);
  const whole = digitsOf(query);
  // A phone as it is read out: «8 921 555…» is the same as «+7 921 555…».
  const digits = whole.length >= 5 ? whole.replace(/^8/, '7') : whole;
  const isNumber = /^[\d\s()+-]+$/.test(query.trim());
  return ({ searchText, searchDigits }) =>
    words.every((word) => searchText.includes(word)) ||
    (isNumber && digits !== '' && searchDigits.includes(digits));
}

/** Which rows pass; keeps their order. */
export function filterWarehouses(
  rows: readonly WarehouseRow[],
  { query, deleted, pointless }: WarehouseFilter,
): WarehouseRow[] {
  const matches = query.trim() === '' ? () => true : matcher(query);
  return rows.filter(
    (row) => (deleted || !row.deleted) && (!pointless || row.point === null) && matches(row),
  );
}

/** A copy in order; deleted ones come last. Equal ones stand by title («Склад 2» before «Склад 10»), then by number. */
export function sortWarehouses(
  rows: readonly WarehouseRow[],
  sort: WarehouseSort,
  loads: ReadonlyMap<string, WarehouseLoad>,
): WarehouseRow[] {
  const size = ({ id }: WarehouseRow) => {
    const { waiting, late } = loads.get(id) ?? NO_LOAD;
    return sort === 'late' ? late : waiting.length;
  };
  const keys = new Map(rows.map((row) => [row, naturalKey(row.title)]));
  const key = (row: WarehouseRow) => keys.get(row) ?? '';
  return rows.toSorted(
    (a, b) =>
      Number(a.deleted) - Number(b.deleted) ||
      (sort === 'title' ? 0 : size(b) - size(a)) ||
      key(a).localeCompare(key(b), 'ru') ||
      naturalKey(a.id).localeCompare(naturalKey(b.id)),
  );
}
