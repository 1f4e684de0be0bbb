/**
 * A new online order as the Kassa API text documents it for `POST /protected/online_orders`: the whole wrapper. Left out
 * is what Kassa gives out itself (ids of the order, its rows and its client) and whose it is: `organizationId` and
 * `tradeObjectId` are put in by the proxy, the browser never knows them.
 */
import * as z from 'zod/mini';
import type { Row } from '#src/contracts/wire.ts';
import { decimal, kopecks, nothing, unixMs } from '#src/contracts/wire.ts';

/** «Систем налогообложения» (Kassa API text). ENVD is in the table, but not used since 01.01.2020. */
export const TAX_SYSTEMS = [
  'COMMON',
  'SIMPLIFIED',
  'SIMPLIFIED_WITH_EXPENSE',
  'ENVD',
  'COMMON_AGRICULTURAL',
  'PATENT',
] as const;
export type TaxSystem = (typeof TAX_SYSTEMS)[number];

/** An order cannot be made in any other status; SERVICE, the third type of delivery, is not used (Kassa API text). */
export const FIRST_STATUSES = ['NEW', 'ACCEPTED'] as const;
export const DELIVERY_TYPES = ['COURIER', 'SELF'] as const;

/** Text where nothing is null, as in the sample. */
const words = z.nullable(z.string());
const none = z.null();

const newItem = z.object({
  nomenclatureId: nothing(decimal),
  description: z.string(),
  price: kopecks,
  /** Per cent. The sample shows 20; null for «без НДС» is an assumption. */
  vatValue: nothing(decimal),
  quantity: decimal,
  /** Of the whole line, in roubles (assumption: the text does not say whether it is a sum or per cent). */
  discount: kopecks,
  calculationMethod: none,
  /** The only one that the text shows. */
  paymentSubject: z.literal('PRODUCT'),
  contractorAddress: none,
  contractorInn: none,
  contractorName: none,
  contractorPhone: none,
  organizationPhone: none,
  contractorActivityType: none,
  /** The only one that the text shows: the goods carry no mark that we know of. */
  markType: z.literal('UNKNOWN'),
  codeForOfd: none,
  barcode: words,
  vendorCode: words,
  /** Code of the unit in the classifier ОКЕИ: 796 is «штука». */
  unitCode: decimal,
  editable: z.boolean(),
  total: none,
});

const newClient = z.object({
  address: z.string(),
  phone: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  patronymic: z.string(),
  organizationInn: words,
  organizationName: words,
  email: z.string(),
  comment: words,
  status: z.literal('ACTIVE'),
  /** Number of the loyalty card. */
  loyalty: words,
});

/** Kassa knows its people by login; their role and rights are its own and are not sent. */
const newPerson = z.object({
  lastName: z.string(),
  firstName: z.string(),
  patronymic: z.string(),
  phoneNumber: z.string(),
  position: none,
});

export const newKassaOrderSchema = z.object({
  onlineOrder: z.object({
    visible: z.boolean(),
    created: unixMs,
    changed: unixMs,
    taxSystem: z.enum(TAX_SYSTEMS),
    /** The order's number in the integrator's own system. */
    externalId: z.string(),
    deliveryType: z.enum(DELIVERY_TYPES),
    deliveryAmount: nothing(kopecks),
    deliveryTime: nothing(unixMs),
    paid: z.boolean(),
    orderTime: unixMs,
    clientId: none,
    /** Null for SELF: such an order has none. */
    address: words,
    /** «После создания заказа логин будет равен логину создателя заказа» (Kassa API text). */
    responsiblePersonLogin: words,
    /** Both not used by Kassa. */
    discount: z.literal(0),
    discountType: z.literal(0),
    location: none,
    totalAmount: kopecks,
    comment: words,
    currentStatusType: z.enum(FIRST_STATUSES),
    currentStatusTime: unixMs,
    substatusId: none,
    shopId: none,
    endLockTime: none,
    routeSheetDocumentId: none,
    routeSheetDocumentPosition: none,
    routeSheetDocumentNumber: none,
    size: none,
    actualDeliveryTime: none,
    cashierName: none,
    clientName: none,
  }),
  onlineOrderItems: z.array(newItem),
  /** One row: the status that the order is made in. */
  onlineOrderStatuses: z.array(
    z.object({
      statusType: z.enum(FIRST_STATUSES),
      substatusId: none,
      statusDate: unixMs,
      statusInfo: none,
    }),
  ),
  onlineOrderPayments: z.array(z.never()),
  /** Exactly one of them is true. */
  properties: z.object({ fullSettlement: z.boolean(), prepayment: z.boolean(), credit: z.boolean() }),
  onlineOrderReceipts: z.array(z.never()),
  onlineOrderReceiptsItems: z.array(z.never()),
  onlineOrderReceiptsHistories: z.array(z.never()),
  responsiblePerson: z.nullable(newPerson),
  client: z.nullable(newClient),
  cashierInfos: none,
});
export type NewKassaOrder = z.output<typeof newKassaOrderSchema>;

/** The documented request body: money as decimal roubles, times as Unix ms. */
export const newKassaOrderBody = (order: NewKassaOrder): Row => z.encode(newKassaOrderSchema, order) as Row;
