/** An order of iRECA as its API text describes it, whole: for an order's own page and for its editor. */
import * as z from 'zod/mini';
import { specificitySchema, warehouseSchema } from './catalogue.ts';
import {
  coordinate,
  decimal,
  flagOr,
  gmt,
  id,
  kopecks,
  lenient,
  listOf,
  nothing,
  text,
} from '#src/contracts/wire.ts';

const address = z.object({
  postindex: text,
  city: text,
  street: text,
  home: text,
  apartment: text,
  latitude: coordinate,
  longitude: coordinate,
});

/** Where some of a good is to be picked up. `count`: to take, `tookCount`: taken. */
const goodWarehouse = z.extend(warehouseSchema, { count: lenient(decimal), tookCount: lenient(decimal) });

/** A part or property of a good; its price is for information, the good's price holds it already. */
const specificity = z.extend(specificitySchema, { count: lenient(decimal) });

/** What the courier struck off a position. */
const canceledItem = z.object({
  returnReasonId: lenient(id),
  count: lenient(decimal),
  createdAt: lenient(gmt),
});

const good = z.object({
  goodId: nothing(id),
  position: lenient(decimal),
  article: text,
  title: text,
  description: text,
  count: nothing(decimal),
  unit: text,
  weight: lenient(decimal),
  multiplicity: lenient(decimal),
  price: nothing(kopecks),
  /** Without the discount. */
  total: nothing(kopecks),
  /** Negative: a discount, positive: a surcharge. */
  discountTotal: nothing(kopecks),
  taxId: lenient(id),
  calcId: lenient(id),
  parentId: lenient(id),
  returnReasonId: lenient(id),
  vedCode: text,
  countryCode: text,
  customDeclarationCode: text,
  markValue: text,
  markBinaryValue: text,
  imageUrl: text,
  imageBigUrl: text,
  isActive: flagOr(true),
  warehouses: listOf(goodWarehouse),
  specificities: listOf(specificity),
  canceledItems: listOf(canceledItem),
});

const payment = z.object({
  paymentId: lenient(id),
  paymentTypeId: lenient(id),
  price: nothing(kopecks),
  paidIn: lenient(gmt),
  cardMask: text,
  rrn: text,
  cardAuth: text,
});

/** What was given back of a delivered order. */
const returnedOrder = z.object({
  returnedOrderId: lenient(id),
  returnReasonId: lenient(id),
  createdAt: lenient(gmt),
  returnedPayments: listOf(
    z.object({
      paymentId: lenient(id),
      paymentTypeId: lenient(id),
      sum: nothing(kopecks),
      createdAt: lenient(gmt),
    }),
  ),
  returnedGoods: listOf(
    z.object({
      goodId: lenient(id),
      returnReasonId: lenient(id),
      count: lenient(decimal),
      sum: nothing(kopecks),
      createdAt: lenient(gmt),
    }),
  ),
});

/** Sums and counts of goods and payments are read strictly: a wrong one would be a wrong receipt. */
export const irecaOrderSchema = z.object({
  orderId: id,
  codeAlias: text,
  /** 0 not paid, 1 paid. */
  statusId: lenient(id),
  deliveryStatusId: nothing(id),
  receiptStatusId: lenient(id),
  frReceiptStatusId: lenient(id),
  returnReasonId: lenient(id),
  courierId: nothing(id),
  clientId: lenient(id),
  supplierId: lenient(id),
  client: nothing(z.object({ firstname: text, lastname: text, inn: text, email: text })),
  /** The last one set or used; `originalPaymentId` is the one asked for, `frUsedPaymentId` the one on the receipt. */
  paymentId: lenient(id),
  originalPaymentId: lenient(id),
  frUsedPaymentId: lenient(id),
  /** Without the discount. */
  amountToPay: nothing(kopecks),
  prePaymentSum: nothing(kopecks),
  /** The note that the client will pay with. */
  cash: nothing(kopecks),
  addressFrom: text,
  addressFromEntity: nothing(address),
  addressTo: text,
  addressToEntity: nothing(address),
  phone: text,
  deliveryTimeFrom: lenient(gmt),
  deliveryTimeTo: lenient(gmt),
  description: text,
  goods: listOf(good),
  payments: listOf(payment),
  returnedOrder: nothing(returnedOrder),
  isAgreed: flagOr(false),
  isRefund: flagOr(false),
  isReturned: flagOr(false),
  isEdited: flagOr(false),
});
export type IrecaOrder = z.output<typeof irecaOrderSchema>;
