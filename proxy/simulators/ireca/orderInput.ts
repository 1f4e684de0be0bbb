/** Reads an order as clients send it (create, edit, replace) and enforces what the text marks as required. */
import { refusal } from '../control/refusal.ts';
import type { OrderState } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';
import {
  isNothing,
  isRow,
  namedRow,
  readFlag,
  readId,
  readNumber,
  readText,
  readTime,
  requireFields,
  requireNamed,
} from './looseValues.ts';
import { addressFromLine, addressLine, readAddress, readGood, readPayment } from './orderParts.ts';

/** Required on create (iRECA API text, «Создание заказов»). */
const REQUIRED = [
  'orderId',
  'statusId',
  'deliveryStatusId',
  'paymentId',
  'amountToPay',
  'deliveryTimeFrom',
  'deliveryTimeTo',
];

const KNOWN_DELIVERY = new Set([1, 6, 7, 9, 10, 11]);

/** Refuses a courier, status, reason, supplier or way of paying that does not exist. */
function checkReferences(world: World, patch: Partial<OrderState>): void {
  const { deliveryStatusId, statusId } = patch;
  namedRow(world, 'couriers', 'courierId', patch.courierId ?? null);
  namedRow(world, 'orderReturnReasons', 'returnReasonId', patch.returnReasonId ?? null);
  namedRow(world, 'suppliers', 'supplierId', patch.supplierId ?? null);
  namedRow(world, 'paymentTypes', 'paymentId', patch.paymentId ?? null);
  if (deliveryStatusId !== undefined && !KNOWN_DELIVERY.has(deliveryStatusId)) {
    throw refusal(`Неверное значение «deliveryStatusId».`);
  }
  if (statusId !== undefined && statusId !== 0 && statusId !== 1)
    throw refusal(`Неверное значение «statusId».`);
}

/** The client named by id, or as sent. */
function readClient(world: World, row: Row): Partial<Pick<OrderState, 'client' | 'clientId'>> {
  const clientId = row.clientId === undefined ? undefined : readId(row.clientId);
  const known = namedRow(world, 'clients', 'clientId', clientId ?? null);
  const source = known ?? (isRow(row.client) ? row.client : undefined);
  const client = source && {
    firstname: readText(source.firstname),
    lastname: readText(source.lastname),
    inn: readText(source.inn),
    email: readText(source.email),
  };
  return { ...(clientId !== undefined && { clientId }), ...(client && { client }) };
}

/** The fields that a row names, read and checked. Fields that it does not name are left out. */
export function readOrderPatch(world: World, row: Row): Partial<OrderState> {
  const patch: Partial<OrderState> = readClient(world, row);
  if (row.codeAlias !== undefined) patch.codeAlias = readId(row.codeAlias);
  for (const field of ['statusId', 'deliveryStatusId', 'amountToPay', 'prePaymentSum', 'cash'] as const) {
    if (!isNothing(row[field])) patch[field] = readNumber(row[field], field);
  }
  for (const field of ['isAgreed', 'isRefund'] as const) {
    if (row[field] !== undefined) patch[field] = readFlag(row[field]);
  }
  for (const field of ['returnReasonId', 'courierId', 'supplierId'] as const) {
    if (row[field] !== undefined) patch[field] = readId(row[field]);
  }
  for (const field of ['phone', 'description', 'addressFrom'] as const) {
    if (row[field] !== undefined) patch[field] = readText(row[field]);
  }
  for (const field of ['deliveryTimeFrom', 'deliveryTimeTo'] as const) {
    if (row[field] !== undefined) patch[field] = readTime(row[field], field);
  }
  if (!isNothing(row.paymentId)) patch.paymentId = String(row.paymentId);
  if (row.addressFromEntity !== undefined) {
    patch.addressFromEntity = readAddress(world, row.addressFromEntity, 'addressFromEntity');
  }
  const to = readAddress(world, row.addressToEntity, 'addressToEntity');
  if (to) {
    patch.addressToEntity = to;
    patch.addressTo = addressLine(to);
  } else if (row.addressTo !== undefined) {
    patch.addressTo = readText(row.addressTo);
    patch.addressToEntity = addressFromLine(world, patch.addressTo);
  }
  if (row.goods !== undefined) {
    patch.goods = (Array.isArray(row.goods) ? row.goods : []).map((good, index) =>
      readGood(world, isRow(good) ? good : {}, index),
    );
  }
  if (row.payments !== undefined) {
    patch.payments = (Array.isArray(row.payments) ? row.payments : [])
      .filter(isRow)
      .map((payment) => readPayment(world, payment));
  }
  checkReferences(world, patch);
  return patch;
}

/**
 * A whole new order. Refuses, naming the field, when a required one is missing. The API has no field that ties a refund
 * to the order it refunds (iRECA API text): a refund is one more order, and the first one stays as it was.
 */
export function readNewOrder(world: World, row: Row, isRefund: boolean): OrderState {
  requireFields(row, REQUIRED);
  requireNamed(row, ['courierId']);
  readNumber(row.orderId, 'orderId');
  const patch = readOrderPatch(world, row);
  const paymentId = String(row.paymentId);
  return {
    codeAlias: null,
    statusId: 0,
    deliveryStatusId: 1,
    receiptStatusId: 0,
    frReceiptStatusId: 0,
    isAgreed: 0,
    isReturned: 0,
    isEdited: 0,
    returnReasonId: null,
    courierId: null,
    clientId: null,
    supplierId: null,
    originalPaymentId: paymentId,
    frUsedPaymentId: null,
    client: { firstname: '', lastname: '', inn: '', email: '' },
    amountToPay: 0,
    prePaymentSum: 0,
    cash: 0,
    addressFrom: '',
    addressFromEntity: null,
    addressTo: '',
    addressToEntity: null,
    phone: '',
    deliveryTimeFrom: 0,
    deliveryTimeTo: 0,
    description: '',
    goods: [],
    payments: [],
    returnedOrder: null,
    ...patch,
    paymentId,
    isRefund: isRefund ? 1 : (patch.isRefund ?? 0),
    orderId: String(row.orderId),
  };
}
