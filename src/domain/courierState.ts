/** How a courier stands: how old their last position is, whether a new one can be believed, and what they carry. */
import type { IrecaLocation, LastPosition, PositionRefusal } from '#src/contracts/ireca/location.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';

export type { PositionRefusal } from '#src/contracts/ireca/location.ts';

const MINUTE = 60_000;

/** A fix that was believed. */
export type Position = {
  courierId: string;
  point: LatLon;
  /** When it was taken, epoch ms. */
  at: number;
  /** Metres. */
  accuracy: number | null;
  /** The order that the courier had in hand then. */
  orderId: string | null;
};

export type PositionBand = 'fresh' | 'pale' | 'ghost' | 'never';

/** fresh: up to 2 minutes old (positions come once a minute) · pale: up to 10 · ghost: older · never: none at all. */
export function positionBand(position: Position | null, now: number): PositionBand {
  if (position === null) return 'never';
  const age = now - position.at;
  if (age <= 2 * MINUTE) return 'fresh';
  return age <= 10 * MINUTE ? 'pale' : 'ghost';
}

export type PositionVerdict =
  { accepted: true; position: Position } | { accepted: false; why: PositionRefusal };

/** How far a device's clock may be ahead of ours. */
const AHEAD_MS = 2 * MINUTE;

/**
 * Decides on a new fix of the courier whose last believed one is `previous`. A fix dated in the future would freeze the
 * marker until that moment, (0, 0) would put the courier into the Atlantic, an older one would move them back.
 */
export function acceptPosition(
  previous: Position | null,
  next: IrecaLocation & { courierId: string },
  now: number,
): PositionVerdict {
  const { courierId, createdAt: at, latitude, longitude, accuracy, orderId } = next;
  if (at === null) return { accepted: false, why: 'noTime' };
  if (at > now + AHEAD_MS) return { accepted: false, why: 'future' };
  const point = knownPoint(latitude, longitude);
  if (point === null) {
    const missing = latitude === null || longitude === null || (latitude === 0 && longitude === 0);
    return { accepted: false, why: missing ? 'notKnown' : 'outOfRange' };
  }
  if (previous !== null && at < previous.at) return { accepted: false, why: 'older' };
  return { accepted: true, position: { courierId, point, at, accuracy, orderId } };
}

/** A position that iRECA gave and that is not believed; it moves nobody. */
export type QuarantinedPosition = {
  courierId: string;
  reason: PositionRefusal;
  /** The time that it bears, epoch ms; null = none that could be read. */
  at: number | null;
  /** Degrees as they came, also those that no place has; null = none. */
  latitude: number | null;
  longitude: number | null;
};

/** What stands set aside among the records of the positions feed, the latest first, those without a time last. */
export function quarantinedPositions(records: Iterable<LastPosition>): QuarantinedPosition[] {
  const found: QuarantinedPosition[] = [];
  for (const { courierId, quarantined } of records) {
    if (!quarantined) continue;
    const { reason, createdAt: at, latitude, longitude } = quarantined;
    found.push({ courierId, reason, at, latitude, longitude });
  }
  return found.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);
}

/** Open orders of a courier, in both systems together; late and at risk are counted within open. */
export type CourierLoad = { open: number; late: number; atRisk: number };

/** What couriers carry, by courier id, in one pass; couriers with nothing open are not in the map. */
export function courierLoads(
  orders: Iterable<DispatchOrder>,
  directory: CourierDirectory,
  now: number,
  atRiskMinutes: number,
): Map<string, CourierLoad> {
  const loads = new Map<string, CourierLoad>();
  for (const order of orders) {
    if (!order.open) continue;
    // An iRECA order counts for its courier id even when that courier is not in the list.
    const courierId = order.courierId ?? courierOf(order, directory)?.courierId ?? null;
    if (courierId === null) continue;
    let load = loads.get(courierId);
    if (!load) loads.set(courierId, (load = { open: 0, late: 0, atRisk: 0 }));
    load.open += 1;
    const { band } = latenessOf(order, now, atRiskMinutes);
    if (band === 'late') load.late += 1;
    else if (band === 'atRisk') load.atRisk += 1;
  }
  return loads;
}
