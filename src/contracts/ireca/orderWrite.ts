/**
 * An order as iRECA documents it for writing: `POST /orders`, `POST /orders?isRefund=1`, `PUT /orders?orderId=` and
 * `POST /orders/replace`. What is read and never written (titles, receipt states, `originalPaymentId`, …) is not here.
 */
import * as z from 'zod/mini';
import { coordinate, decimal, flag, gmt, id, kopecks, nothing, text } from '#src/contracts/wire.ts';

/** `isUseGoogleGeo`: iRECA shall find the point by the words, so latitude and longitude are sent as 0. */
export const writeAddressSchema = z.object({
  postindex: text,
  city: text,
  street: text,
  home: text,
  apartment: text,
  latitude: coordinate,
  longitude: coordinate,
  /** The documented requests send true/false here, not 0/1. */
  isUseGoogleGeo: z.boolean(),
});
export type WriteAddress = z.output<typeof writeAddressSchema>;

const writeSpecificity = z.object({ specificityId: id, price: kopecks, count: decimal });

/** At most one can be named for now (iRECA API text). */
const writeWarehouse = z.object({ warehouseId: id, count: decimal });

export const writeGoodSchema = z.object({
  goodId: nothing(id),
  count: decimal,
  price: kopecks,
  /** Without the discount. */
  total: kopecks,
  /** Negative: a discount, positive: a surcharge. */
  discountTotal: kopecks,
  /** Null: the good's own. */
  taxId: nothing(id),
  position: decimal,
  unit: text,
  vedCode: text,
  countryCode: text,
  customDeclarationCode: text,
  markValue: text,
  markBinaryValue: text,
  weight: nothing(decimal),
  description: text,
  warehouses: z.array(writeWarehouse),
  specificities: z.array(writeSpecificity),
});
export type WriteGood = z.output<typeof writeGoodSchema>;

/** A payment to give back; only in an order of refund. */
export const writePaymentSchema = z.object({
  paymentId: id,
  paymentTypeId: id,
  price: kopecks,
  paidIn: gmt,
  cardMask: z.optional(text),
  rrn: z.optional(text),
  cardAuth: z.optional(text),
});
export type WritePayment = z.output<typeof writePaymentSchema>;

export const orderWriteSchema = z.object({
  orderId: id,
  codeAlias: text,
  statusId: decimal,
  deliveryStatusId: decimal,
  isAgreed: flag,
  returnReasonId: nothing(id),
  /** «Required», yet null is documented for an order without a courier. */
  courierId: nothing(id),
  clientId: nothing(id),
  supplierId: nothing(id),
  /** Only without `clientId`. */
  client: z.optional(z.object({ firstname: text, lastname: text, email: text })),
  paymentId: id,
  /** Without the discount. */
  amountToPay: kopecks,
  prePaymentSum: kopecks,
  cash: kopecks,
  addressFromEntity: z.optional(writeAddressSchema),
  addressToEntity: z.optional(writeAddressSchema),
  phone: text,
  deliveryTimeFrom: gmt,
  deliveryTimeTo: gmt,
  description: text,
  goods: z.array(writeGoodSchema),
  /** Both only in an order of refund. */
  isRefund: z.optional(z.boolean()),
  payments: z.optional(z.array(writePaymentSchema)),
});
export type OrderWrite = z.output<typeof orderWriteSchema>;

/** The documented request body of one order: money as numbers, flags as 0/1, times as GMT text, ids as strings. */
export const orderBody = (order: OrderWrite): Record<string, unknown> =>
  z.encode(orderWriteSchema, order) as Record<string, unknown>;
