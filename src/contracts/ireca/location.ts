/** Where couriers are: entries of `GET /locations`, and the last position per courier that the positions feed carries. */
import * as z from 'zod/mini';
import { parseRecords } from '#src/contracts/records.ts';
import type { RecordList } from '#src/contracts/records.ts';
import { coordinate, decimal, gmt, id, isNothing, lenient } from '#src/contracts/wire.ts';

const location = z.object({
  orderId: lenient(id),
  deliveryStatusId: lenient(id),
  returnReasonId: lenient(id),
  latitude: coordinate,
  longitude: coordinate,
  /** Metres. */
  accuracy: lenient(decimal),
  createdAt: lenient(gmt),
});

/** The attribute list of the iRECA API text says `orderStatusId`, its sample `deliveryStatusId`: the same thing. */
function oneStatusName(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('orderStatusId' in row)) return row;
  const { orderStatusId, ...rest } = row;
  return { deliveryStatusId: orderStatusId, ...rest };
}

/** A fix whose point or time is odd is still read; whether it may be shown is for `acceptPosition` to say. */
export const locationSchema = z.codec(z.unknown(), location, {
  decode: (row) => oneStatusName(row) as z.input<typeof location>,
  encode: (row): unknown => row,
});
export type IrecaLocation = z.output<typeof locationSchema>;

/** The rows of an answer of `GET /locations`: a bare array (sample), `{ locations: […] }` (attributes), or nothing at all. */
export function locationRows(body: unknown): unknown {
  if (isNothing(body)) return [];
  const wrapped = typeof body === 'object' && body !== null && 'locations' in body ? body.locations : body;
  return isNothing(wrapped) ? [] : wrapped;
}

/** Entries of `GET /locations`. Throws TypeError for a body that holds no list. */
export function parseLocations(body: unknown): RecordList<IrecaLocation> {
  return parseRecords(locationSchema, locationRows(body));
}

/**
 * Why a fix is not believed: no time · dated in the future · the point is missing or (0, 0) · degrees that do not exist ·
 * older than what was already known.
 */
const refusals = z.enum(['noTime', 'future', 'notKnown', 'outOfRange', 'older']);
export type PositionRefusal = z.output<typeof refusals>;

/** A fix that was set aside: why, and what iRECA said, as far as it said anything. */
const quarantined = z.object({
  reason: refusals,
  createdAt: lenient(gmt),
  latitude: coordinate,
  longitude: coordinate,
});

/**
 * Body of a record of the positions feed: an entry of `/locations`, with whose it is (entries do not say) and, while it
 * matters, the newest entry that was not believed. Without a believed one its time and point are null.
 */
const lastPosition = z.extend(location, { courierId: id, quarantined: z.optional(lenient(quarantined)) });

export const lastPositionSchema = z.codec(z.unknown(), lastPosition, {
  decode: (row) => oneStatusName(row) as z.input<typeof lastPosition>,
  encode: (row): unknown => row,
});
export type LastPosition = z.output<typeof lastPositionSchema>;
