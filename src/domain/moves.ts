/** Which deeds a dispatcher may do to an order, by its system and status. The same rules guard the proxy and the screen. */
import type { Action } from '#src/contracts/command.ts';
import type { System } from '#src/contracts/feed.ts';

/** What will really happen. */
export type Deed =
  | 'assign'
  | 'unassign'
  | 'restore'
  | 'reschedule'
  | 'readdress'
  | 'prepare' // iRECA: 1 → 6
  | 'irecaCancel' // iRECA: → 11 with a reason
  | 'irecaDelete' // iRECA: gone for good
  | 'kassaRefuse' // Kassa: → REFUSED
  | 'kassaDelete'; // Kassa: → DELETED

/** Why a deed is not possible. */
export type MoveBar =
  | 'cancelled'
  | 'delivered'
  | 'closed'
  | 'taken' // the goods are with the courier
  | 'notAssigned' // nobody to take it from
  | 'unknownStatus' // no word for this status, so nothing irreversible is done to it
  | 'couriersMove' // only the courier's app does that
  | 'notSupported'; // this system has no such deed

export type Move = { legal: true; deed: Deed } | { legal: false; why: MoveBar };

const may = (deed: Deed): Move => ({ legal: true, deed });
const bar = (why: MoveBar): Move => ({ legal: false, why });

type IrecaStage = 'made' | 'ready' | 'taken' | 'unknown';

/**
 * Deleting (assumption: iRECA's text gives no rule): what nobody carries and nobody was handed. Not while the courier has
 * the goods, and not after delivery, when receipts hang on the order; a cancelled order may go. A status that we have no
 * word for is left alone, as with cancelling.
 */
const IRECA_DELETABLE = new Map<string | null, MoveBar | null>([
  ['1', null],
  ['6', null],
  ['7', 'taken'],
  ['9', 'delivered'],
  ['10', 'closed'],
  ['11', null],
]);

function irecaDelete(status: string | null): Move {
  const why = IRECA_DELETABLE.get(status);
  if (why === undefined) return bar('unknownStatus');
  return why === null ? may('irecaDelete') : bar(why);
}

/** Statuses after which nothing is done to an order. */
const IRECA_DONE = new Map<string | null, MoveBar>([
  ['9', 'delivered'],
  ['10', 'closed'],
  ['11', 'cancelled'],
]);
const IRECA_OPEN = new Map<string | null, IrecaStage>([
  ['1', 'made'],
  ['6', 'ready'],
  ['7', 'taken'],
]);

/**
 * iRECA (assumption: the API text does not state the moves; its journal sample goes 7 → 9 → 10): 1 → 6 and
 * 1, 6, 7 → 11 are the dispatcher's, 6 → 7 → 9 → 10 the courier app's. An order that the courier has taken may be given
 * to another courier (they meet on the road) but not to nobody. An unknown status is open: what can be put back
 * (courier, window, address) is allowed, cancelling is not.
 */
function irecaMove(status: string | null, type: Action['type'], wanted: string | null): Move {
  if (type === 'delete') return irecaDelete(status);
  const done = IRECA_DONE.get(status);
  if (done) return bar(done);
  const stage = IRECA_OPEN.get(status) ?? 'unknown';
  switch (type) {
    case 'assign':
    case 'restore':
    case 'reschedule':
    case 'readdress':
      return may(type);
    case 'unassign':
      return stage === 'taken' ? bar('taken') : may('unassign');
    case 'cancel':
      return stage === 'unknown' ? bar('unknownStatus') : may('irecaCancel');
    case 'setDelivery':
      if (wanted === '6' && stage === 'made') return may('prepare');
      if (stage === 'unknown') return bar('unknownStatus');
      if (wanted === '6' && stage === 'taken') return bar('taken');
      // Cancelling needs a reason, so it has an action of its own.
      return bar(wanted === '11' ? 'notSupported' : 'couriersMove');
  }
}

const KASSA_DONE = new Map<string | null, MoveBar>([
  ['ISSUED', 'taken'],
  ['FINISHED', 'closed'],
  ['REFUSED', 'cancelled'],
  ['DELETED', 'cancelled'],
]);
const KASSA_OPEN = new Set<string | null>(['NEW', 'ACCEPTED', 'DISTRIBUTED']);
const KASSA_CANNOT = new Set<Action['type']>(['reschedule', 'readdress', 'setDelivery', 'delete']);

/**
 * Kassa: REFUSED only from ACCEPTED or DISTRIBUTED, DELETED only from NEW (Kassa API text); assign from NEW, ACCEPTED
 * and DISTRIBUTED, unassign (back to ACCEPTED, where all staff see it) from DISTRIBUTED (assumption). Names that we do
 * not know are closed to commands. Kassa's text has no way to move a time or an address; what it calls deleting is how a new
 * order is cancelled.
 */
function kassaMove(status: string | null, type: Action['type']): Move {
  if (KASSA_CANNOT.has(type)) return bar('notSupported');
  const done = KASSA_DONE.get(status);
  if (done) return bar(done);
  if (!KASSA_OPEN.has(status)) return bar('unknownStatus');
  switch (type) {
    case 'assign':
    case 'restore':
      return may(type);
    case 'unassign':
      return status === 'DISTRIBUTED' ? may('unassign') : bar('notAssigned');
    case 'cancel':
      return may(status === 'NEW' ? 'kassaDelete' : 'kassaRefuse');
    default:
      return bar('notSupported');
  }
}

/**
 * What an action does to an order in this status, or why it may not. `status` as in `OrderState`; `wanted` is the
 * `deliveryStatusId` of a `setDelivery`.
 */
export function legalMove(
  system: System,
  status: string | null,
  type: Action['type'],
  wanted: string | null = null,
): Move {
  return system === 'ireca' ? irecaMove(status, type, wanted) : kassaMove(status, type);
}
