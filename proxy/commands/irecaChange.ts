/** What an action means in iRECA: the attributes of `multipleUpdate`, and how to see that it was done. */
import type { Action, Target } from '#src/contracts/command.ts';
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';
import { irecaState } from '#src/domain/orderState.ts';
import { formatGmt, parseGmt } from '#src/lib/dates.ts';
import type { OrderAttributes } from '#proxy/upstream/ireca.ts';
import type { Judgement } from './confirm.ts';

const CANCELLED = '11';

/**
 * Ids as strings, times in GMT, `courierId: ""` for nobody (iRECA API text). Null: iRECA has no such deed. Restoring
 * gives back the courier only: a status that moved on is not turned back.
 */
export function irecaAttributes(action: Action, target: Target): OrderAttributes | null {
  const { window } = target;
  switch (action.type) {
    case 'assign':
      return { courierId: action.courierId };
    case 'unassign':
      return { courierId: '' };
    case 'cancel':
      return { deliveryStatusId: Number(CANCELLED), returnReasonId: action.reasonId ?? '' };
    case 'reschedule':
      return window
        ? { deliveryTimeFrom: formatGmt(window.from), deliveryTimeTo: formatGmt(window.to) }
        : null;
    case 'readdress':
      return { addressTo: action.addressTo };
    case 'setDelivery':
      return { deliveryStatusId: Number(action.deliveryStatusId) };
    case 'restore':
      return target.to && target.to.status === target.seen.status
        ? { courierId: target.to.courierId ?? '' }
        : null;
    case 'delete':
      // No attribute does that: it has a call of its own.
      return null;
  }
}

const judged = (asAsked: boolean): Judgement => (asAsked ? 'asked' : 'notAsked');

/** Compares a raw order, whole or cut down for the board, with what was asked. */
export function judgeIreca(attributes: OrderAttributes, raw: unknown): Judgement {
  const state = irecaState(raw);
  const fields = raw as Record<string, unknown>;
  if (attributes.courierId !== undefined) return judged(state.courierId === (attributes.courierId || null));
  if (attributes.deliveryStatusId !== undefined)
    return judged(state.status === String(attributes.deliveryStatusId));
  if (attributes.addressTo !== undefined) {
    const line = readOptionalId(fields['addressTo']);
    if (line === null) return 'cannotTell';
    return judged(spaced(line) === spaced(attributes.addressTo));
  }
  const time = (name: string) => {
    const text = fields[name];
    return typeof text === 'string' ? parseGmt(text) : null;
  };
  const from = time('deliveryTimeFrom');
  const to = time('deliveryTimeTo');
  if (from === null || to === null) return 'cannotTell';
  return judged(
    from === parseGmt(attributes.deliveryTimeFrom ?? '') && to === parseGmt(attributes.deliveryTimeTo ?? ''),
  );
}

/** Window and address of a raw order, whole or cut down, as the board shows them; null when it cannot show the order. */
export function irecaOnBoard(raw: unknown): DispatchOrder | null {
  const body = boardOrderSchema.safeParse(toBoardBody(raw));
  return body.success ? dispatchOrderFromIreca(body.data) : null;
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
