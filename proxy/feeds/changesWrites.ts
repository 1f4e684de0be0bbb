/** What of an order a command writes: whatever else of it changes meanwhile was done by somebody else. */
import type { OrderGlance } from '#src/contracts/changes.ts';
import type { Action } from '#src/contracts/command.ts';
import type { System } from '#src/contracts/feed.ts';
import { stageOf } from '#src/domain/stage.ts';

export type Writes = {
  /**
   * How the order would stand had only this been written: `was` with what is written taken from `is`. Null: nothing that
   * a glance shows is written.
   */
  reach: ((system: System, was: OrderGlance, is: OrderGlance) => OrderGlance) | null;
  /** True when the order is not there any more afterwards. */
  deletes: boolean;
};

/** Kassa's orders move with their courier: given to somebody, and nobody's again (Kassa API text). */
const KASSA_GIVEN: ReadonlySet<string | null> = new Set(['DISTRIBUTED', 'ACCEPTED']);

const withCourier = (system: System, was: OrderGlance, is: OrderGlance): OrderGlance => ({
  ...was,
  courierId: is.courierId,
  courierLogin: is.courierLogin,
  status: system === 'kassa' && KASSA_GIVEN.has(is.status) ? is.status : was.status,
});

/** Addresses and reasons stand in no glance: an order of which only those changed is as it was. */
export function writesOf(action: Action): Writes {
  const writes = (reach: Writes['reach']): Writes => ({ reach, deletes: false });
  switch (action.type) {
    case 'assign':
      // In Kassa the courier is a login, which the command does not name.
      return writes((system, was, is) =>
        system === 'ireca' && is.courierId !== action.courierId ? was : withCourier(system, was, is),
      );
    case 'unassign':
      return writes((system, was, is) =>
        system === 'ireca' && is.courierId !== null ? was : withCourier(system, was, is),
      );
    case 'restore':
      return writes(withCourier);
    case 'cancel':
      return writes((system, was, is) =>
        stageOf(system, is.status) === 'cancelled' ? { ...was, status: is.status } : was,
      );
    case 'setDelivery':
      return writes((_, was, is) =>
        is.status === action.deliveryStatusId ? { ...was, status: is.status } : was,
      );
    case 'reschedule':
      return writes((_, was, is) => ({ ...was, windowFrom: is.windowFrom, windowTo: is.windowTo }));
    case 'readdress':
      return writes(null);
    case 'delete':
      return { reach: null, deletes: true };
  }
}
