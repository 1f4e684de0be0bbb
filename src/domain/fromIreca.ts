/** An iRECA order as a dispatch order. */
import type { BoardOrder } from '#src/contracts/ireca/boardOrder.ts';
import { streetFirst } from '#src/domain/addressLine.ts';
import type { DispatchOrder, OrderProblem, PickUp } from '#src/domain/dispatchOrder.ts';
import { isOpenStage, stageOf } from '#src/domain/stage.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { phoneDigits } from '#src/lib/phone.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

type Entity = BoardOrder['addressToEntity'];

/** The line is what iRECA itself shows, and what a change of address writes; the fields stand in where it is empty. */
function addressLine(line: string, entity: Entity): string {
  if (line !== '' || entity === null) return streetFirst(line, entity?.city);
  return [entity.street, entity.home, entity.apartment, entity.city].filter((part) => part !== '').join(', ');
}

const pointOf = (entity: { latitude: number | null; longitude: number | null } | null): LatLon | null =>
  entity && knownPoint(entity.latitude, entity.longitude);

const isZero = (entity: Entity): boolean => entity?.latitude === 0 && entity.longitude === 0;

/** Warehouses of the goods, then the address to carry from: where the courier goes first. */
function pickUpsOf(order: BoardOrder): PickUp[] {
  const pickUps: PickUp[] = order.warehouses.map((warehouse) => ({
    warehouseId: warehouse.warehouseId,
    title: warehouse.title,
    point: pointOf(warehouse),
  }));
  const title = addressLine(order.addressFrom, order.addressFromEntity);
  const point = pointOf(order.addressFromEntity);
  if (title !== '' || point !== null) pickUps.push({ warehouseId: null, title, point });
  return pickUps;
}

/**
 * Reads meaning into a board order. How it is paid is known here only when it is paid in advance in full; otherwise it
 * depends on the list of payment types (see `paymentKindOf`).
 */
export function dispatchOrderFromIreca(order: BoardOrder): DispatchOrder {
  const stage = stageOf('ireca', order.deliveryStatusId);
  const windowFrom = order.deliveryTimeFrom;
  const windowTo = order.deliveryTimeTo;
  const address = addressLine(order.addressTo, order.addressToEntity);
  const point = pointOf(order.addressToEntity);
  const number = order.codeAlias === '' ? order.orderId : order.codeAlias;
  const client = order.client ? `${order.client.firstname} ${order.client.lastname}`.trim() : '';
  const phone = order.phone === '' ? null : order.phone;
  const amount = order.amountToPay;
  const prepaid = order.prePaymentSum;
  const problems: OrderProblem[] = [];
  if (windowTo === null) problems.push('noWindow');
  else if (windowFrom !== null && windowTo < windowFrom) problems.push('windowReversed');
  if (point === null) problems.push(isZero(order.addressToEntity) ? 'zeroPoint' : 'noPoint');
  if (stage === 'unknown') problems.push('unknownStatus');
  const ownId = number === order.orderId ? '' : order.orderId;
  return {
    key: `ireca:${order.orderId}`,
    system: 'ireca',
    id: order.orderId,
    number,
    status: order.deliveryStatusId,
    stage,
    open: isOpenStage('ireca', stage),
    seen: { status: order.deliveryStatusId, courierId: order.courierId },
    courierId: order.courierId,
    courierLogin: null,
    windowFrom,
    windowTo,
    createdAt: null,
    address,
    point,
    selfPickUp: false,
    pickUps: pickUpsOf(order),
    client,
    phone,
    amount,
    prepaid,
    paymentKind: amount !== null && amount > 0 && prepaid !== null && prepaid >= amount ? 'prepaid' : null,
    paymentTypeId: order.paymentId,
    // Dictionary of order statuses: 0 not paid, 1 paid.
    paid: order.statusId === '1' ? true : order.statusId === '0' ? false : null,
    returnReasonId: order.returnReasonId,
    isRefund: order.isRefund,
    comment: order.description,
    problems,
    searchText: fold(`${number} ${ownId} ${address} ${client}`),
    searchDigits: phoneDigits(phone) ?? digitsOf(order.phone),
  };
}
