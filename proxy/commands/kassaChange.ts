/** What an action means in Kassa: the order as just read with a new status, its history one row longer. */
import type { Action, OrderState, Target } from '#src/contracts/command.ts';
import { readOptionalId } from '#src/contracts/wire.ts';
import type { Deed } from '#src/domain/moves.ts';
import { orderFields } from '#proxy/upstream/kassa.ts';
import type { JsonObject } from '#proxy/upstream/losslessJson.ts';
import { isObject, plain } from '#proxy/upstream/losslessJson.ts';

/** Where the order is to stand. `login` undefined: as it is. `comment` goes into the history row. */
export type KassaChange = { status: string; login: string | null | undefined; comment: string | null };

/** The login that the creator of the order has: the first row of its history says so; null when there is none. */
function creatorOf(order: JsonObject): string | null {
  const rows = order['onlineOrderStatuses'];
  const first: unknown = Array.isArray(rows) ? rows[0] : null;
  return isObject(first) ? readOptionalId(plain(first['userLogin'])) : null;
}

/**
 * The change that an action makes; null: Kassa has no such deed. `responsiblePersonLogin` of an order that is nobody's
 * is its creator's (Kassa API text), so that is what unassigning gives it back.
 * @param courierLogin of an assignment.
 */
export function kassaChange(
  deed: Deed,
  action: Action,
  target: Target,
  order: JsonObject,
  courierLogin: string | null,
): KassaChange | null {
  const comment = action.type === 'cancel' ? action.comment : null;
  switch (deed) {
    case 'assign':
      return { status: 'DISTRIBUTED', login: courierLogin, comment };
    case 'unassign':
      return { status: 'ACCEPTED', login: creatorOf(order), comment };
    case 'kassaRefuse':
      return { status: 'REFUSED', login: undefined, comment };
    case 'kassaDelete':
      return { status: 'DELETED', login: undefined, comment };
    case 'restore': {
      const { to } = target;
      // Nothing goes back to NEW (Kassa API text): ACCEPTED is the nearest that is nobody's.
      if (to?.status === 'NEW' || to?.status === 'ACCEPTED')
        return { status: 'ACCEPTED', login: to.courierId, comment };
      return to?.status === 'DISTRIBUTED' ? { status: 'DISTRIBUTED', login: to.courierId, comment } : null;
    }
    default:
      return null;
  }
}

/** What stands beside `onlineOrder` in the wrapper; a flat reply has these among the order's own fields. */
const BESIDE = [
  'onlineOrderItems',
  'onlineOrderStatuses',
  'onlineOrderPayments',
  'properties',
  'onlineOrderReceipts',
  'onlineOrderReceiptsItems',
  'onlineOrderReceiptsHistories',
  'responsiblePerson',
  'client',
  'cashierInfos',
];

/** The wrapper to PUT: every field as read, digit for digit, but for those that change. `now` is epoch ms. */
export function kassaWrapper(
  order: JsonObject,
  change: KassaChange,
  userLogin: string,
  now: number,
): JsonObject {
  const fields = { ...orderFields(order) };
  const beside: JsonObject = {};
  if (isObject(order['onlineOrder'])) Object.assign(beside, order);
  for (const name of BESIDE) {
    if (!(name in fields)) continue;
    beside[name] = fields[name];
    delete fields[name];
  }
  const rows: unknown[] = Array.isArray(beside['onlineOrderStatuses']) ? beside['onlineOrderStatuses'] : [];
  const row: JsonObject = {
    onlineOrderId: fields['id'] ?? null,
    statusType: change.status,
    substatusId: null,
    statusDate: now,
    statusInfo: change.comment || null,
    userLogin,
  };
  return {
    ...beside,
    onlineOrder: {
      ...fields,
      changed: now,
      currentStatusType: change.status,
      currentStatusTime: now,
      ...(change.login !== undefined && { responsiblePersonLogin: change.login }),
    },
    onlineOrderStatuses: [...rows, row],
  };
}

/** True when the order stands as the change wanted it. */
export function kassaAsAsked(change: KassaChange, state: OrderState): boolean {
  if (state.status !== change.status) return false;
  // Where the login is not known or not asked for, the status alone tells.
  return change.login === undefined || change.login === null || state.courierId === change.login;
}
