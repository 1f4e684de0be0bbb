/** Read-only dictionaries of iRECA. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { id, text } from '#src/contracts/wire.ts';

/** What a `deliveryStatusId` is called. Not every id in use is listed (1 is not). */
const deliveryStatusSchema = z.object({ statusId: id, title: text });

/** Answer of `GET /dictionary/orderDeliveryStatuses`. */
export const deliveryStatusListSchema = recordList(deliveryStatusSchema, (row) => row.statusId);
