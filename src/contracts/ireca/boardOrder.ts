/** The small part of an iRECA order that the board shows, and how the proxy cuts it out of the full record. */
import * as z from 'zod/mini';
import type { Row } from '#src/contracts/wire.ts';
import {
  coordinate,
  flagOr,
  gmt,
  id,
  isNothing,
  isRow,
  kopecks,
  lenient,
  listOf,
  nothing,
  readFlag,
  text,
} from '#src/contracts/wire.ts';

const addressEntity = z.object({
  city: text,
  street: text,
  home: text,
  apartment: text,
  latitude: coordinate,
  longitude: coordinate,
});

const boardWarehouse = z.object({
  warehouseId: lenient(id),
  title: text,
  latitude: coordinate,
  longitude: coordinate,
});

/**
 * Reads what `toBoardBody` made. `deliveryStatusId` and `courierId` are read strictly, for a command is guarded by
 * them: an order in which they are odd is set aside, not guessed. The rest may be odd without costing us the order.
 */
export const boardOrderSchema = z.object({
  orderId: id,
  codeAlias: text,
  statusId: lenient(id),
  deliveryStatusId: nothing(id),
  courierId: nothing(id),
  returnReasonId: lenient(id),
  client: lenient(z.object({ firstname: text, lastname: text })),
  phone: text,
  paymentId: lenient(id),
  amountToPay: lenient(kopecks),
  prePaymentSum: lenient(kopecks),
  addressTo: text,
  addressToEntity: lenient(addressEntity),
  addressFrom: text,
  addressFromEntity: lenient(addressEntity),
  deliveryTimeFrom: lenient(gmt),
  deliveryTimeTo: lenient(gmt),
  description: text,
  isRefund: flagOr(false),
  isAgreed: flagOr(false),
  /** Where goods are to be picked up: each warehouse once. Stands in `goods[].warehouses` upstream. */
  warehouses: listOf(boardWarehouse),
});
export type BoardOrder = z.output<typeof boardOrderSchema>;

/** Copies the keys that hold something; a flag that is down counts as nothing. */
function pick(from: Row, keys: readonly string[], into: Row = {}): Row {
  for (const key of keys) if (!isNothing(from[key])) into[key] = from[key];
  return into;
}

const PLAIN = [
  'orderId',
  'codeAlias',
  'statusId',
  'deliveryStatusId',
  'courierId',
  'returnReasonId',
  'phone',
  'paymentId',
  'amountToPay',
  'prePaymentSum',
  'addressTo',
  'addressFrom',
  'deliveryTimeFrom',
  'deliveryTimeTo',
  'description',
] as const;
const NAMES = ['firstname', 'lastname'] as const;
const POINT = ['latitude', 'longitude'] as const;
/** With a line of its own an address needs its city only to know where the street begins. */
const LINE = ['city', ...POINT] as const;
const PLACE = ['city', 'street', 'home', 'apartment', ...POINT] as const;
const WAREHOUSE = ['warehouseId', 'title', ...POINT] as const;

/** An address entity; its words only when there is no address in one line. */
function pickAddress(entity: unknown, line: unknown): Row | null {
  if (!isRow(entity)) return null;
  const address = pick(entity, isNothing(line) ? PLACE : LINE);
  return isNothing(address) ? null : address;
}

/** Where goods are fetched from: (0, 0), "not known", is written for most orders and says no more than nothing. */
function pickOrigin(entity: unknown, line: unknown): Row | null {
  const address = pickAddress(entity, line);
  if (!address || Number(address.latitude) !== 0 || Number(address.longitude) !== 0) return address;
  delete address.latitude;
  delete address.longitude;
  return isNothing(address) ? null : address;
}

function pickWarehouses(goods: unknown): Row[] {
  const found = new Map<string, Row>();
  if (!Array.isArray(goods)) return [];
  for (const good of goods as unknown[]) {
    const warehouses = isRow(good) ? good.warehouses : null;
    if (!Array.isArray(warehouses)) continue;
    for (const warehouse of warehouses as unknown[]) {
      if (!isRow(warehouse)) continue;
      const key = String(warehouse.warehouseId);
      if (!found.has(key)) found.set(key, pick(warehouse, WAREHOUSE));
    }
  }
  return [...found.values()];
}

/**
 * What the board needs of a raw order, and nothing else: ten thousand of these go to a browser. Values are copied as
 * they came (reading them is the schema's work), keys without a value are left out. Whatever is no order comes back
 * as it is, so that it is set aside by name further on.
 */
export function toBoardBody(raw: unknown): unknown {
  if (!isRow(raw)) return raw;
  const body = pick(raw, PLAIN);
  const client = isRow(raw.client) ? pick(raw.client, NAMES) : null;
  if (client && !isNothing(client)) body.client = client;
  const to = pickAddress(raw.addressToEntity, raw.addressTo);
  if (to) body.addressToEntity = to;
  const from = pickOrigin(raw.addressFromEntity, raw.addressFrom);
  if (from) body.addressFromEntity = from;
  if (readFlag(raw.isRefund)) body.isRefund = 1;
  if (readFlag(raw.isAgreed)) body.isAgreed = 1;
  const warehouses = pickWarehouses(raw.goods);
  if (warehouses.length > 0) body.warehouses = warehouses;
  return body;
}
