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

/**
 * Entries of `GET /locations`: a bare array (sample), `{ locations: […] }` (attributes), or nothing at all.
 * Throws TypeError for any other body.
 */
export function parseLocations(body: unknown): RecordList<IrecaLocation> {
  if (isNothing(body)) return { records: [], setAside: [] };
  const wrapped = typeof body === 'object' && body !== null && 'locations' in body ? body.locations : body;
  return parseRecords(locationSchema, isNothing(wrapped) ? [] : wrapped);
}

/** Body of a record of the positions feed: an entry of `/locations`, with whose it is (entries do not say). */
export const lastPositionSchema = z.codec(z.unknown(), z.extend(location, { courierId: id }), {
  decode: (row) => oneStatusName(row) as z.input<typeof location> & { courierId: unknown },
  encode: (row): unknown => row,
});
export type LastPosition = z.output<typeof lastPositionSchema>;
