/** A few records of each day that are not as they should be: real lists have them, so these have them too. */
import { DELIVERY, type IrecaOrder } from '../world/irecaOrder.ts';
import type { Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { HALF_HOUR, MINUTE } from './windows.ts';

/** A courier that no list knows (deleted long ago). */
export const UNKNOWN_COURIER = '99999';
/** A delivery status that no dictionary knows. */
export const UNKNOWN_STATUS = 5;

/** Spoils six waiting orders, one each way, from the end of the list (they are the least urgent). */
export function addOddOrders({ ireca }: World, waiting: readonly IrecaOrder[], now: number): void {
  const [noPoint, oneLine, reversed, noCourier, noStatus, noAlias] = [...waiting].reverse();
  if (noPoint?.state.addressToEntity) {
    noPoint.state.addressToEntity = { ...noPoint.state.addressToEntity, latitude: 0, longitude: 0 };
  }
  if (oneLine) oneLine.state.addressToEntity = null;
  if (reversed) {
    const { deliveryTimeTo } = reversed.state;
    reversed.state.deliveryTimeFrom = Math.max(deliveryTimeTo, now + HALF_HOUR) + 2 * HALF_HOUR;
  }
  if (noCourier) {
    const author = { source: noCourier.journal[0]?.source ?? 'API', courierId: null };
    ireca.change(
      noCourier,
      { courierId: UNKNOWN_COURIER, deliveryStatusId: DELIVERY.prepared },
      author,
      now - 5 * MINUTE,
    );
  }
  if (noStatus) noStatus.state.deliveryStatusId = UNKNOWN_STATUS;
  if (noAlias) noAlias.state.codeAlias = null;
  for (const order of [noPoint, oneLine, reversed, noStatus, noAlias]) if (order) order.listed = null;
}

/** The phone with a wrong clock has sent one fix from three hours ahead. */
export function addFutureFix(members: Iterable<Member>, now: number): void {
  for (const { wrongClock, fixes } of members) {
    const sample = fixes.at(-15);
    if (wrongClock && sample) fixes.splice(-14, 0, { ...sample, createdAt: now + 180 * MINUTE });
  }
}
