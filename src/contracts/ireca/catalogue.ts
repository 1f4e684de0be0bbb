/** Reference lists of iRECA that orders point at: goods and their properties, taxes, warehouses, reasons, types of payment. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
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

/** A good of the catalogue. A deleted one (`isActive` false) stays readable, for old orders quote it. */
export const goodSchema = z.object({
  goodId: id,
  parentId: lenient(id),
  article: text,
  title: text,
  taxId: lenient(id),
  /** Of `dictionary/goodCalcTypes`. */
  calcId: lenient(id),
  unit: text,
  weight: lenient(decimal),
  /** Step by which the courier's app changes the count. */
  multiplicity: lenient(decimal),
  price: nothing(kopecks),
  description: text,
  imageUrl: text,
  imageBigUrl: text,
  isActive: flagOr(true),
  /** Stock per warehouse, where iRECA sends it. */
  warehouses: listOf(z.object({ warehouseId: id, count: lenient(decimal) })),
});
export type Good = z.output<typeof goodSchema>;

/** One page of `GET /goods`. */
export const goodListSchema = recordList(goodSchema, (row) => row.goodId);

/** A property or extra of a good («цвет: синий», «пакет»). Its price is for information only. */
export const specificitySchema = z.object({
  specificityId: id,
  parentId: lenient(id),
  title: text,
  value: text,
  price: lenient(kopecks),
  imageUrl: text,
  imageBigUrl: text,
  article: text,
  isActive: flagOr(true),
});
export type Specificity = z.output<typeof specificitySchema>;

/** One page of `GET /specificities`. */
export const specificityListSchema = recordList(specificitySchema, (row) => row.specificityId);

/** A tax rate: its title is the rate in words («20%», «БезНДС»). */
const taxSchema = z.object({ taxId: id, title: text });
export type Tax = z.output<typeof taxSchema>;

/** Answer of `GET /taxes`. */
export const taxListSchema = recordList(taxSchema, (row) => row.taxId);

/** Whose goods they are when the shop is an agent. */
const supplierSchema = z.object({
  supplierId: id,
  title: text,
  taxId: lenient(id),
  inn: text,
  phone: text,
  address: text,
  description: text,
});
export type Supplier = z.output<typeof supplierSchema>;

/** One page of `GET /suppliers`. */
export const supplierListSchema = recordList(supplierSchema, (row) => row.supplierId);
