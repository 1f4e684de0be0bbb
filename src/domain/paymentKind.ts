/** How the money for an order comes: cash, card, or paid before. */
import type { PaymentType } from '#src/contracts/ireca/catalogue.ts';
import type { DispatchOrder, PaymentKind } from '#src/domain/dispatchOrder.ts';

/** `closeTypeId`: 1 and 2 from iRECA's dictionary, 3 («Предоплата») only from its samples. */
const BY_CLOSE_TYPE = new Map<string | null, PaymentKind>([
  ['1', 'cash'],
  ['2', 'card'],
  ['3', 'prepaid'],
]);

/** Kind of each of iRECA's payment types, by `paymentTypeId`; types that say nothing we know are left out. */
export function paymentKinds(types: readonly PaymentType[]): Map<string, PaymentKind> {
  const kinds = new Map<string, PaymentKind>();
  for (const type of types) {
    const kind = BY_CLOSE_TYPE.get(type.closeTypeId);
    if (kind) kinds.set(type.paymentTypeId, kind);
  }
  return kinds;
}

/** Kind of an order: what the order itself says (paid in full before), else what its payment type says. */
export function paymentKindOf(
  order: Pick<DispatchOrder, 'paymentKind' | 'paymentTypeId'>,
  kinds: ReadonlyMap<string, PaymentKind>,
): PaymentKind | null {
  if (order.paymentKind !== null) return order.paymentKind;
  return order.paymentTypeId === null ? null : (kinds.get(order.paymentTypeId) ?? null);
}
