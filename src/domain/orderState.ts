/** The part of an order that a command is guarded by, out of a raw upstream record. */
import type { OrderState } from '#src/contracts/command.ts';
import { onlineOrderRow } from '#src/contracts/kassa/onlineOrder.ts';
import { readOptionalId } from '#src/contracts/wire.ts';

function field(raw: unknown, name: string): string | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return readOptionalId((raw as Record<string, unknown>)[name]);
}

/** Of a raw iRECA order: `deliveryStatusId` and `courierId` as text, null where there is none. */
export function irecaState(raw: unknown): OrderState {
  return { status: field(raw, 'deliveryStatusId'), courierId: field(raw, 'courierId') };
}

/** Of a raw Kassa order, flat or wrapped: `currentStatusType` and `responsiblePersonLogin` as they stand there. */
export function kassaState(raw: unknown): OrderState {
  const order = onlineOrderRow(raw);
  return { status: field(order, 'currentStatusType'), courierId: field(order, 'responsiblePersonLogin') };
}

/** True when nothing happened to the order between the two. */
export function sameState(a: OrderState, b: OrderState): boolean {
  return a.status === b.status && a.courierId === b.courierId;
}
