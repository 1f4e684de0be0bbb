/** What happened to one order: its status journal and its change journal. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import type { Row } from '#src/contracts/wire.ts';
import { coordinate, decimal, gmt, id, isRow, lenient, text } from '#src/contracts/wire.ts';

/**
 * One row of `GET /orders/journalStatuses`: a delivery status, when it was set, and where. `statusId` holds a
 * `deliveryStatusId` (assumption: the sample shows 1 only, the section is about delivery statuses).
 */
const statusChangeSchema = z.object({
  statusId: lenient(id),
  returnReasonId: lenient(id),
  latitude: coordinate,
  longitude: coordinate,
  /** Metres. */
  accuracy: lenient(decimal),
  createdAt: gmt,
});
export type StatusChange = z.output<typeof statusChangeSchema>;

export const statusChangeListSchema = recordList(statusChangeSchema);

/** Only the fields that changed, as they came: what each means is for the reader of the story to say. */
const changedFields = z.codec(z.optional(z.unknown()), z.nullable(z.record(z.string(), z.unknown())), {
  decode: (value): Row | null => (isRow(value) && Object.keys(value).length > 0 ? value : null),
  encode: (value): unknown => value,
});

/** One row of `GET /journal`. `event` is `create` or `update`; other words are shown as they came. */
const journalRowSchema = z.object({
  event: text,
  /** Which program made the change («Application: iRECA Courier», a site's address). */
  source: text,
  courierId: lenient(id),
  createdAt: gmt,
  beforeItem: changedFields,
  afterItem: changedFields,
});
export type JournalRow = z.output<typeof journalRowSchema>;

/** One page of `GET /journal?entityId=`. */
export const journalListSchema = recordList(journalRowSchema);
