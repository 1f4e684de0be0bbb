/** Reads the parts of an order that clients send: addresses, goods and payments. */
import { refusal } from '../control/refusal.ts';
import type { OrderGood, OrderPayment, PostalAddress } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import {
  isNothing,
  isRow,
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

/** `addressToEntity` / `addressFromEntity`; null when nothing was sent. */
export function readAddress(world: World, value: unknown, field: string): PostalAddress | null {
  if (isNothing(value)) return null;
  if (!isRow(value)) throw refusal(`Неверный формат значения «${field}».`);
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

/** One position of goods; title and tax come from the catalogue where they are not sent. */
export function readGood(world: World, row: Row, position: number): OrderGood {
  requireFields(row, ['count', 'price', 'total', 'discountTotal']);
  const goodId = readId(row.goodId) ?? '';
  const known = world.lists.rows('goods').get(goodId);
  if (!known) throw refusal(`Товар с goodId «${goodId}» не существует.`);
  const list = (value: unknown) => (isNothing(value) ? [] : readRows(value));
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
    taxId: readId(row.taxId) ?? readId(known.taxId),
    calcId: readText(known.calcId) || '0',
    description: readText(row.description),
    vedCode: readText(row.vedCode),
    countryCode: readText(row.countryCode),
    customDeclarationCode: readText(row.customDeclarationCode),
    markValue: readText(row.markValue),
    markBinaryValue: readText(row.markBinaryValue),
    warehouses: list(row.warehouses).map((each) => {
      requireFields(each, ['warehouseId', 'count']);
      return { warehouseId: String(each.warehouseId), count: readNumber(each.count, 'count'), tookCount: 0 };
    }),
    specificities: list(row.specificities).map((each) => {
      requireFields(each, ['specificityId', 'price', 'count']);
      return {
        specificityId: String(each.specificityId),
        price: readNumber(each.price, 'price'),
        count: readNumber(each.count, 'count'),
      };
    }),
    canceledItems: [],
  };
}

export function readPayment(row: Row): OrderPayment {
  requireFields(row, ['paymentId', 'paymentTypeId', 'price', 'paidIn']);
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
