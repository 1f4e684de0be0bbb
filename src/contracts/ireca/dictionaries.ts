/** Read-only dictionaries of iRECA. */
import * as z from 'zod/mini';
import { id, text } from '#src/contracts/wire.ts';

/** What a `statusId` (0 not paid, 1 paid) or a `deliveryStatusId` is called. Not every id in use is listed (1 is not). */
export const statusSchema = z.object({ statusId: id, title: text });

/** How a payment type closes a receipt. 3 is in use but not listed. */
export const closeTypeSchema = z.object({ closeTypeId: id, title: text });

/** What kind of thing is paid for (`calcId`). */
export const calcTypeSchema = z.object({ calcId: id, title: text });

/** A rate that a tax may be called by: it has nothing but its words. */
export const taxTypeSchema = z.object({ title: id });
