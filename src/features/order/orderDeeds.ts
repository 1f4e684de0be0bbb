/** Which deeds the head of a card offers for an order, and why one is not possible. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MoveBar } from '#src/domain/moves.ts';
import { legalMove } from '#src/domain/moves.ts';

export type CardDeed =
  | 'assign'
  | 'reschedule'
  | 'readdress'
  | 'edit'
  | 'cancel'
  | 'setDelivery'
  | 'refund'
  | 'duplicate'
  | 'delete';

/** `unlisted`: the feed does not hold it, so no command could be guarded by what is on screen. `prepared`: it has the one
 * delivery status that a dispatcher sets. */
export type CardBar =
  MoveBar | 'pending' | 'selfPickUp' | 'notDelivered' | 'isRefund' | 'unlisted' | 'prepared';

/** iRECA's dictionary of delivery statuses: «Подготовлен». */
const PREPARED = '6';

type Circumstances = {
  /** The orders feed holds this order. */
  listed: boolean;
  /** A command for it is under way. */
  pending: boolean;
};

const moveBar = (
  { system, status }: DispatchOrder,
  type: Parameters<typeof legalMove>[2],
  wanted?: string,
): MoveBar | null => {
  const move = legalMove(system, status, type, wanted);
  return move.legal ? null : move.why;
};

/**
 * By deed: null = possible. Commands need the order in the feed and no other command under way. A form (`edit`) follows
 * the rule of a changed window; a refund needs something delivered (iRECA API text: a refund order names what was sold).
 */
export function cardDeeds(
  order: DispatchOrder,
  { listed, pending }: Circumstances,
): Record<CardDeed, CardBar | null> {
  const kassa = order.system === 'kassa';
  const held: CardBar | null = pending ? 'pending' : listed ? null : 'unlisted';
  const delivered = order.stage === 'delivered' || order.stage === 'closed';
  return {
    assign: moveBar(order, 'assign') ?? (order.selfPickUp ? 'selfPickUp' : held),
    reschedule: moveBar(order, 'reschedule') ?? held,
    readdress: moveBar(order, 'readdress') ?? held,
    cancel: moveBar(order, 'cancel') ?? held,
    setDelivery:
      !kassa && order.status === PREPARED ? 'prepared' : (moveBar(order, 'setDelivery', PREPARED) ?? held),
    delete: moveBar(order, 'delete') ?? held,
    edit: kassa ? 'notSupported' : (moveBar(order, 'reschedule') ?? (pending ? 'pending' : null)),
    refund: kassa ? 'notSupported' : order.isRefund ? 'isRefund' : delivered ? null : 'notDelivered',
    duplicate: kassa ? 'notSupported' : null,
  };
}
