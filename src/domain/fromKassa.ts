/** An online order of Kassa as a dispatch order. */
import type { OnlineOrder } from '#src/contracts/kassa/onlineOrder.ts';
import { streetFirst } from '#src/domain/addressLine.ts';
import type { DispatchOrder, OrderProblem, PaymentKind, Stage } from '#src/domain/dispatchOrder.ts';
import { isOpenStage, stageOf } from '#src/domain/stage.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

/** Statuses that an order reaches only in somebody's hands. */
const GIVEN = new Set(['DISTRIBUTED', 'ISSUED', 'FINISHED']);
/** Statuses in which it is nobody's yet, whatever happened before. */
const NOBODYS = new Set(['NEW', 'ACCEPTED', 'DELETED']);

/**
 * Whose order it is, as comparable digits. `responsiblePersonLogin` of a new order is its creator's (Kassa API text), so
 * it names a courier only once the order was DISTRIBUTED; a refused order was, when its history says so.
 */
function courierLoginOf(order: OnlineOrder): string | null {
  const { currentStatusType: status, responsiblePersonLogin: login } = order;
  if (login === null || status === null || NOBODYS.has(status)) return null;
  const given =
    GIVEN.has(status) || order.onlineOrderStatuses.some((row) => row.statusType === 'DISTRIBUTED');
  return given ? (phoneDigits(login) ?? login) : null;
}

/**
 * Prepaid when its properties say so, or when it counts as paid before anybody could have taken money for it
 * (assumption: `paid` of an order that is still in the shop means paid online). Else not said.
 */
function paymentKindOf(order: OnlineOrder, stage: Stage): PaymentKind | null {
  const inShop = stage === 'new' || stage === 'ready' || stage === 'given';
  return order.properties?.prepayment || (order.paid && inShop) ? 'prepaid' : null;
}

function clientName(order: OnlineOrder): string {
  const { client, clientName: name } = order;
  if (client === null) return name;
  return [client.firstName, client.lastName].filter((part) => part !== '').join(' ') || name;
}

/**
 * Reads meaning into an online order. Kassa has one delivery time (the end of the window) and no coordinates of an
 * address at all, so a missing point is no problem of the record.
 */
export function dispatchOrderFromKassa(order: OnlineOrder): DispatchOrder {
  const status = order.currentStatusType;
  const stage = stageOf('kassa', status);
  const number = order.externalId === '' ? order.id : order.externalId;
  const client = clientName(order);
  const phone = order.client?.phone || null;
  const selfPickUp = order.deliveryType === 'SELF';
  const kind = paymentKindOf(order, stage);
  const problems: OrderProblem[] = [];
  if (order.deliveryTime === null) problems.push('noWindow');
  if (stage === 'unknown') problems.push('unknownStatus');
  const ownId = number === order.id ? '' : order.id;
  return {
    key: `kassa:${order.id}`,
    system: 'kassa',
    id: order.id,
    number,
    status,
    stage,
    open: isOpenStage('kassa', stage),
    seen: { status, courierId: order.responsiblePersonLogin },
    courierId: null,
    courierLogin: courierLoginOf(order),
    windowFrom: null,
    windowTo: order.deliveryTime,
    createdAt: order.created ?? order.orderTime,
    address: streetFirst(order.address),
    point: null,
    selfPickUp,
    pickUps: [],
    client,
    phone,
    amount: order.totalAmount,
    prepaid: kind === 'prepaid' ? order.totalAmount : null,
    paymentKind: kind,
    paymentTypeId: null,
    paid: order.paid,
    returnReasonId: null,
    isRefund: false,
    comment: order.comment,
    problems,
    searchText: fold(`${number} ${ownId} ${order.address} ${client}`),
    searchDigits: phoneDigits(phone) ?? digitsOf(phone ?? ''),
  };
}
