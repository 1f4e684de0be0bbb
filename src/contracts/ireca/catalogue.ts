/** Reference lists of iRECA that orders point at: warehouses, reasons for cancelling, types of payment. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { coordinate, flagOr, gmt, id, lenient, text } from '#src/contracts/wire.ts';

export const warehouseSchema = z.object({
  warehouseId: id,
  title: text,
  firstname: text,
  lastname: text,
  phone: text,
  city: text,
  street: text,
  house: text,
  apartment: text,
  latitude: coordinate,
  longitude: coordinate,
  description: text,
  updatedAt: lenient(gmt),
  /** False: deleted. */
  isActive: flagOr(true),
});
export type Warehouse = z.output<typeof warehouseSchema>;

/** Answer of `GET /warehouses`. */
export const warehouseListSchema = recordList(warehouseSchema, (row) => row.warehouseId);

/** Why an order is cancelled. `type` is `standard` in all samples; other values are not documented. */
const returnReasonSchema = z.object({ reasonId: id, title: text, type: text });

/** Answer of `GET /orderReturnReasons`. */
export const returnReasonListSchema = recordList(returnReasonSchema, (row) => row.reasonId);

/** `closeTypeId`: 1 cash, 2 bank card (dictionary), 3 prepayment (used in samples, not in the dictionary). */
export const paymentTypeSchema = z.object({
  paymentTypeId: id,
  title: text,
  closeTypeId: lenient(id),
  updatedAt: lenient(gmt),
});
export type PaymentType = z.output<typeof paymentTypeSchema>;

/** Answer of `GET /paymentTypes`. `GET` of one leaves out `paymentTypeId`: see `parseOneOrMany`. */
export const paymentTypeListSchema = recordList(paymentTypeSchema, (row) => row.paymentTypeId);
