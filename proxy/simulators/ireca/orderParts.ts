/** Reads the parts of an order that clients send: addresses, goods and payments. */
import { refusal } from '../control/refusal.ts';
import type { OrderGood, OrderPayment, PostalAddress } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import {
  isNothing,
  isRow,
  namedRow,
  readCoordinate,
  readFlag,
  readId,
  readNumber,
  readRows,
  readText,
  readTime,
  requireFields,
  requireNamed,
} from './looseValues.ts';

export const NO_ADDRESS: PostalAddress = {
  postindex: '',
  city: '',
  street: '',
  home: '',
  apartment: '',
  latitude: 0,
  longitude: 0,
};

/** One line, as the samples write it: «Санкт-Петербург Улица правды 24 44». */
export const addressLine = ({ city, street, home, apartment }: PostalAddress): string =>
  [city, street, home, apartment].filter(Boolean).join(' ');

/** What is known of an address given as one line; coordinates only where the city has that street. */
export function addressFromLine({ city }: World, line: string): PostalAddress {
  const found = city.addresses.read(line);
  if (!found) return NO_ADDRESS;
  const [latitude, longitude] = found.place;
  const apartment = /кв\.?\s*(\d+)/.exec(line)?.[1] ?? '';
  return {
    postindex: '',
    city: 'Санкт-Петербург',
    street: found.street,
    home: String(found.house),
    apartment,
    latitude,
    longitude,
  };
}

const WORDS = ['postindex', 'city', 'street', 'home', 'apartment'];

/** `addressToEntity` / `addressFromEntity`; null when nothing was sent, or only the empty parts that replies show. */
export function readAddress(world: World, value: unknown, field: string): PostalAddress | null {
  if (isNothing(value)) return null;
  if (!isRow(value)) throw refusal(`Неверный формат значения «${field}».`);
  if (WORDS.every((word) => isNothing(value[word])) && !readCoordinate(value.latitude)) return null;
  requireFields(value, ['city', 'street', 'home']);
  requireNamed(value, ['isUseGoogleGeo']);
  const address: PostalAddress = {
    postindex: readText(value.postindex),
    city: readText(value.city),
    street: readText(value.street),
    home: readText(value.home),
    apartment: readText(value.apartment),
    latitude: readCoordinate(value.latitude),
    longitude: readCoordinate(value.longitude),
  };
  if (!readFlag(value.isUseGoogleGeo)) return address;
  const found = world.city.addresses.read(`${address.street} ${address.home}`);
  return found ? { ...address, latitude: found.place[0], longitude: found.place[1] } : address;
}

/** «На текущий момент можно указать только один склад» (iRECA API text). */
function readWarehouses(world: World, rows: readonly Row[]): OrderGood['warehouses'] {
  if (rows.length > 1) throw refusal('В «warehouses» можно указать только один склад.');
  return rows.map((row) => {
    requireFields(row, ['warehouseId', 'count']);
    const warehouseId = String(row.warehouseId);
    namedRow(world, 'warehouses', 'warehouseId', warehouseId);
    return { warehouseId, count: readNumber(row.count, 'count'), tookCount: 0 };
  });
}

/** One position of goods; title and tax come from the catalogue where they are not sent. */
export function readGood(world: World, row: Row, position: number): OrderGood {
  requireFields(row, ['count', 'price', 'total', 'discountTotal']);
  const goodId = readId(row.goodId) ?? '';
  const known = namedRow(world, 'goods', 'goodId', goodId) ?? {};
  const taxId = readId(row.taxId);
  namedRow(world, 'taxes', 'taxId', taxId);
  const isNone = (value: unknown) => isNothing(value) || (Array.isArray(value) && value.length === 0);
  const list = (value: unknown) => (isNone(value) ? [] : readRows(value));
  return {
    goodId,
    title: readText(known.title),
    article: readText(known.article),
    count: readNumber(row.count, 'count'),
    price: readNumber(row.price, 'price'),
    total: readNumber(row.total, 'total'),
    discountTotal: readNumber(row.discountTotal, 'discountTotal'),
    position: isNothing(row.position) ? position : readNumber(row.position, 'position'),
    unit: readText(row.unit) || 'шт',
    weight: readText(row.weight ?? known.weight),
    taxId: taxId ?? readId(known.taxId),
    calcId: readText(known.calcId) || '0',
    description: readText(row.description),
    vedCode: readText(row.vedCode),
    countryCode: readText(row.countryCode),
    customDeclarationCode: readText(row.customDeclarationCode),
    markValue: readText(row.markValue),
    markBinaryValue: readText(row.markBinaryValue),
    warehouses: readWarehouses(world, list(row.warehouses)),
    specificities: list(row.specificities).map((each) => {
      requireFields(each, ['specificityId', 'price', 'count']);
      const specificityId = String(each.specificityId);
      namedRow(world, 'specificities', 'specificityId', specificityId);
      return {
        specificityId,
        price: readNumber(each.price, 'price'),
        count: readNumber(each.count, 'count'),
      };
    }),
    canceledItems: [],
  };
}

export function readPayment(world: World, row: Row): OrderPayment {
  requireFields(row, ['paymentId', 'paymentTypeId', 'price', 'paidIn']);
  namedRow(world, 'paymentTypes', 'paymentTypeId', String(row.paymentTypeId));
  return {
    paymentId: String(row.paymentId),
    paymentTypeId: String(row.paymentTypeId),
    price: readNumber(row.price, 'price'),
    paidIn: readTime(row.paidIn, 'paidIn'),
    cardMask: readText(row.cardMask),
    rrn: readText(row.rrn),
    cardAuth: readText(row.cardAuth),
  };
}

/**
 * Goods as they were sent, with what couriers did to the same positions before: a client of the API cannot send that,
 * and a change of the order must not undo it.
 */
export function keepCourierWork(sent: OrderGood[], before: readonly OrderGood[]): OrderGood[] {
  return sent.map((good) => {
    const was = before.find(({ goodId, position }) => goodId === good.goodId && position === good.position);
    if (!was) return good;
    const took = new Map(was.warehouses.map(({ warehouseId, tookCount }) => [warehouseId, tookCount]));
    const warehouses = good.warehouses.map((each) => ({
      ...each,
      tookCount: Math.min(each.count, took.get(each.warehouseId) ?? 0),
    }));
    return { ...good, warehouses, canceledItems: was.canceledItems };
  });
}
