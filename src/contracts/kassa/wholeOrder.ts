/** An online order of BIFIT Kassa with everything that its API text shows: for the order's own card. */
import * as z from 'zod/mini';
import {
  flatOnlineOrder,
  flattenOnlineOrder,
  onlineOrderItem,
  onlineOrderPerson,
  onlineOrderStatus,
} from '#src/contracts/kassa/onlineOrder.ts';
import { decimal, flagOr, id, kopecks, lenient, listOf, text, unixMs } from '#src/contracts/wire.ts';

const wholeItem = z.extend(onlineOrderItem, {
  calculationMethod: text,
  contractorAddress: text,
  contractorInn: text,
  contractorName: text,
  contractorPhone: text,
  organizationPhone: text,
  contractorActivityType: text,
  codeForOfd: text,
  editable: flagOr(true),
});

const wholeStatus = z.extend(onlineOrderStatus, { substatusId: lenient(id) });

const wholePerson = z.extend(onlineOrderPerson, {
  organizationId: lenient(id),
  organizationInn: text,
  comment: text,
  /** Number of the loyalty card. */
  loyalty: text,
  status: text,
  userRole: text,
  /** Longer than 2^53: text by the time it is here. */
  rolePerms: text,
});

const flat = z.extend(flatOnlineOrder, {
  visible: flagOr(true),
  /** Not used by the vendor. */
  discount: lenient(kopecks),
  discountType: lenient(id),
  /** Where the courier is, as text. */
  location: text,
  substatusId: lenient(id),
  shopId: lenient(id),
  endLockTime: lenient(unixMs),
  routeSheetDocumentId: lenient(id),
  size: lenient(decimal),
  client: lenient(wholePerson),
  responsiblePerson: lenient(wholePerson),
  onlineOrderItems: listOf(wholeItem),
  onlineOrderStatuses: listOf(wholeStatus),
  /** Empty in every sample; their rows are not documented, so they are shown as they came. */
  onlineOrderReceipts: listOf(z.unknown()),
  onlineOrderReceiptsItems: listOf(z.unknown()),
  onlineOrderReceiptsHistories: listOf(z.unknown()),
  /** Null in the sample, not documented. */
  cashierInfos: z.optional(z.unknown()),
});

/** Reads both shapes (flat, or the wrapper of `POST`); for reading only. */
export const wholeOrderSchema = z.pipe(
  z.transform((raw: unknown) => flattenOnlineOrder(raw) as z.input<typeof flat>),
  flat,
);
export type WholeOrder = z.output<typeof wholeOrderSchema>;
