/** Reference lists of iRECA that orders point at: goods and their properties, taxes, warehouses, reasons, types of payment. */
import * as z from 'zod/mini';
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

/** Why an order is cancelled. `type` is `standard` in all samples; other values are not documented. */
export const returnReasonSchema = z.object({ reasonId: id, title: text, type: text });

/** `closeTypeId`: 1 cash, 2 bank card (dictionary), 3 prepayment (used in samples, not in the dictionary). */
export const paymentTypeSchema = z.object({
  paymentTypeId: id,
  title: text,
  closeTypeId: lenient(id),
  updatedAt: lenient(gmt),
});
export type PaymentType = z.output<typeof paymentTypeSchema>;

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

/** A tax rate: its title is the rate in words («20%», «БезНДС»). */
export const taxSchema = z.object({ taxId: id, title: text });
export type Tax = z.output<typeof taxSchema>;

/** Whose goods they are when the shop is an agent. */
export const supplierSchema = z.object({
  supplierId: id,
  title: text,
  taxId: lenient(id),
  inn: text,
  phone: text,
  address: text,
  description: text,
});
export type Supplier = z.output<typeof supplierSchema>;
