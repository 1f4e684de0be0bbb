/** Online order of BIFIT Kassa: read flat (`GET` of one) or in the wrapper that `POST` and `PUT` use. */
import * as z from 'zod/mini';
import type { Row } from '#src/contracts/wire.ts';
import {
  decimal,
  flagOr,
  id,
  isNothing,
  isRow,
  kopecks,
  lenient,
  listOf,
  nothing,
  readFlag,
  text,
  unixMs,
} from '#src/contracts/wire.ts';

/** One row of the order's history. `statusDate` is Unix ms. */
export const onlineOrderStatus = z.object({
  id: lenient(id),
  statusType: nothing(id),
  statusDate: lenient(unixMs),
  statusInfo: text,
  userLogin: lenient(id),
});

export const onlineOrderItem = z.object({
  id: lenient(id),
  nomenclatureId: lenient(id),
  description: text,
  price: lenient(kopecks),
  quantity: lenient(decimal),
  /** Per cent. */
  vatValue: lenient(decimal),
  discount: lenient(decimal),
  total: lenient(kopecks),
  paymentSubject: text,
  markType: text,
  barcode: text,
  vendorCode: text,
  unitCode: lenient(id),
});

export const onlineOrderPerson = z.object({
  id: lenient(id),
  lastName: text,
  firstName: text,
  patronymic: text,
  /** The client's phone stands in `phone`, the responsible person's in `phoneNumber`. */
  phone: text,
  phoneNumber: text,
  address: text,
  email: text,
  position: text,
  organizationName: text,
});

export const flatOnlineOrder = z.object({
  id,
  externalId: text,
  /** Longer than 2^53: kept as text (bodies are read with a lossless JSON reader). */
  organizationId: lenient(id),
  tradeObjectId: lenient(id),
  currentStatusType: nothing(id),
  currentStatusTime: lenient(unixMs),
  responsiblePersonLogin: nothing(id),
  created: lenient(unixMs),
  changed: lenient(unixMs),
  orderTime: lenient(unixMs),
  /** COURIER or SELF (the client comes for it); SERVICE is not used. */
  deliveryType: text,
  deliveryTime: lenient(unixMs),
  actualDeliveryTime: lenient(unixMs),
  address: text,
  totalAmount: lenient(kopecks),
  deliveryAmount: lenient(kopecks),
  paid: flagOr(false),
  comment: text,
  taxSystem: text,
  clientId: lenient(id),
  clientName: text,
  cashierName: text,
  routeSheetDocumentNumber: text,
  routeSheetDocumentPosition: lenient(decimal),
  properties: lenient(
    z.object({ fullSettlement: flagOr(false), prepayment: flagOr(false), credit: flagOr(false) }),
  ),
  client: lenient(onlineOrderPerson),
  responsiblePerson: lenient(onlineOrderPerson),
  onlineOrderItems: listOf(onlineOrderItem),
  onlineOrderStatuses: listOf(onlineOrderStatus),
  /** Empty in every sample; its rows are not documented. */
  onlineOrderPayments: listOf(z.unknown()),
});

/** The order's own id stands in its rows when the wrapper's `onlineOrder` leaves it out (the vendor's sample does). */
function ownId(rows: unknown): unknown {
  const first: unknown = Array.isArray(rows) ? rows[0] : null;
  return isRow(first) ? first.onlineOrderId : null;
}

/** The row that holds the order's own fields in either shape; null when it is no order. */
export function onlineOrderRow(raw: unknown): Row | null {
  if (!isRow(raw)) return null;
  return isRow(raw.onlineOrder) ? raw.onlineOrder : raw;
}

/** Id of a raw order in either shape, not yet read. */
function rawId(order: Row, around: Row): unknown {
  return isNothing(order.id)
    ? (ownId(around.onlineOrderItems) ?? ownId(around.onlineOrderStatuses))
    : order.id;
}

const ASIDE = [
  'onlineOrderItems',
  'onlineOrderStatuses',
  'onlineOrderPayments',
  'properties',
  'client',
  'responsiblePerson',
  'onlineOrderReceipts',
  'onlineOrderReceiptsItems',
  'onlineOrderReceiptsHistories',
] as const;

/** Flat form of either shape; whatever is no order comes back as it is. Knows nothing of single values. */
export function flattenOnlineOrder(raw: unknown): unknown {
  if (!isRow(raw) || !isRow(raw.onlineOrder)) return raw;
  const order: Row = { ...raw.onlineOrder };
  order.id = rawId(order, raw);
  for (const key of ASIDE) if (raw[key] !== undefined) order[key] = raw[key];
  return order;
}

/**
 * Reads both shapes to one flat record; writes the documented wrapper. A change of a live order is not made from
 * this: the proxy changes the order as just read, so that nothing unknown to us is lost.
 */
export const onlineOrderSchema = z.codec(z.unknown(), flatOnlineOrder, {
  decode: (raw) => flattenOnlineOrder(raw) as z.input<typeof flatOnlineOrder>,
  encode: (order): unknown => {
    const onlineOrder: Row = { ...order };
    const wrapper: Row = { onlineOrder };
    for (const key of ASIDE) {
      wrapper[key] = onlineOrder[key];
      delete onlineOrder[key];
    }
    return wrapper;
  },
});
export type OnlineOrder = z.output<typeof onlineOrderSchema>;

const PLAIN = [
  'externalId',
  'currentStatusType',
  'responsiblePersonLogin',
  'created',
  'orderTime',
  'deliveryType',
  'deliveryTime',
  'address',
  'totalAmount',
  'comment',
  'clientName',
] as const;
const CLIENT = ['lastName', 'firstName', 'phone'] as const;

function pick(from: Row, keys: readonly string[]): Row {
  const picked: Row = {};
  for (const key of keys) if (!isNothing(from[key])) picked[key] = from[key];
  return picked;
}

/**
 * What the board needs of a raw order of either shape, flat, for a browser gets thousands of them: values as they came,
 * keys without a value left out, of the history only that it was DISTRIBUTED once (it says whose a refused order was).
 * Whatever is no order comes back as it is.
 */
export function toBoardBody(raw: unknown): unknown {
  const order = onlineOrderRow(raw);
  if (!isRow(raw) || !order) return raw;
  const body = pick(order, PLAIN);
  body.id = rawId(order, raw);
  if (readFlag(order.paid)) body.paid = true;
  const { properties, client, onlineOrderStatuses } = raw;
  if (isRow(properties) && readFlag(properties.prepayment)) body.properties = { prepayment: true };
  const who = isRow(client) ? pick(client, CLIENT) : {};
  if (!isNothing(who)) body.client = who;
  const rows: unknown[] = Array.isArray(onlineOrderStatuses) ? onlineOrderStatuses : [];
  if (rows.some((row) => isRow(row) && row.statusType === 'DISTRIBUTED')) {
    body.onlineOrderStatuses = [{ statusType: 'DISTRIBUTED' }];
  }
  return body;
}
