/** Read-only dictionaries of iRECA. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { id, text } from '#src/contracts/wire.ts';

/** What a `deliveryStatusId` is called. Not every id in use is listed (1 is not). */
const deliveryStatusSchema = z.object({ statusId: id, title: text });

/** Answer of `GET /dictionary/orderDeliveryStatuses`. */
export const deliveryStatusListSchema = recordList(deliveryStatusSchema, (row) => row.statusId);

/** Answer of `GET /dictionary/orderStatuses`: what a `statusId` is called (0 not paid, 1 paid). */
export const orderStatusListSchema = recordList(deliveryStatusSchema, (row) => row.statusId);

/** Answer of `GET /dictionary/closeTypes`: how a payment type closes a receipt. 3 is in use but not listed. */
export const closeTypeListSchema = recordList(
  z.object({ closeTypeId: id, title: text }),
  (row) => row.closeTypeId,
);

/** Answer of `GET /dictionary/goodCalcTypes`: what kind of thing is paid for (`calcId`). */
export const calcTypeListSchema = recordList(z.object({ calcId: id, title: text }), (row) => row.calcId);
