/** Reads online orders as clients send them: the wrapper `{onlineOrder, onlineOrderItems, onlineOrderStatuses, …}`. */
import { refusal } from '../control/refusal.ts';
import {
  KASSA_STATUSES,
  ROLE_PERMS,
  type KassaClient,
  type KassaFields,
  type KassaItem,
  type KassaOrder,
  type KassaStatus,
} from '../world/kassaOrder.ts';
import type { KassaOrders } from '../world/kassaOrders.ts';
import { digitsOf, isBody, readAmount, readString, type Body } from './losslessBody.ts';

const bad = (message: string) => refusal(message, 400);

export const readStatus = (value: unknown): KassaStatus => {
  const status = KASSA_STATUSES.find((known) => known === value);
  if (!status) throw bad(`Неизвестный статус заказа: ${String(value)}`);
  return status;
};

const rowsOf = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isBody) : []);

export function onlineOrderOf(wrapper: Body): Body {
  if (!isBody(wrapper.onlineOrder)) throw bad('Не заполнено поле onlineOrder');
  return wrapper.onlineOrder;
}

/** Long numbers that came back shorter mean that the sender's JSON lost digits: refused before harm is done. */
export function checkLongNumbers(kassa: KassaOrders, wrapper: Body): void {
  const { organizationId, tradeObjectId } = onlineOrderOf(wrapper);
  if (organizationId !== kassa.organizationId) throw bad('Неверное значение поля organizationId');
  if (tradeObjectId !== kassa.tradeObjectId) throw bad('Неверное значение поля tradeObjectId');
  const person = wrapper.responsiblePerson;
  if (isBody(person) && person.rolePerms !== undefined && digitsOf(person.rolePerms) !== ROLE_PERMS) {
    throw bad('Неверное значение поля rolePerms');
  }
}

function readItem(row: Body): Omit<KassaItem, 'id' | 'onlineOrderId'> {
  const description = readString(row.description);
  const price = readAmount(row.price, 'price');
  const quantity = readAmount(row.quantity, 'quantity');
  if (!description || price === null || quantity === null) throw bad('Неверная позиция заказа');
  return {
    nomenclatureId: readAmount(row.nomenclatureId, 'nomenclatureId') ?? 0,
    description,
    price,
    vatValue: readAmount(row.vatValue, 'vatValue') ?? 0,
    quantity,
    discount: readAmount(row.discount, 'discount') ?? 0,
    calculationMethod: null,
    paymentSubject: 'PRODUCT',
    contractorAddress: null,
    contractorInn: null,
    contractorName: null,
    contractorPhone: null,
    organizationPhone: null,
    contractorActivityType: null,
    markType: 'UNKNOWN',
    codeForOfd: null,
    barcode: null,
    vendorCode: null,
    unitCode: readAmount(row.unitCode, 'unitCode') ?? 796,
    editable: true,
    total: null,
  };
}

export const readItems = (value: unknown) => rowsOf(value).map(readItem);

/** The client beside a new order; null when none was sent. */
export function readClient(kassa: KassaOrders, value: unknown): KassaClient | null {
  if (!isBody(value)) return null;
  return {
    organizationId: kassa.organizationId,
    address: readString(value.address) ?? '',
    phone: readString(value.phone) ?? '',
    lastName: readString(value.lastName) ?? '',
    firstName: readString(value.firstName) ?? '',
    patronymic: readString(value.patronymic) ?? '',
    organizationInn: readString(value.organizationInn),
    organizationName: readString(value.organizationName),
    email: readString(value.email) ?? '',
    comment: readString(value.comment),
    status: 'ACTIVE',
    loyalty: readString(value.loyalty),
    id: readAmount(value.id, 'id') ?? 0,
  };
}

/** The fields that may be edited, as far as they were sent. */
export function readFields(sent: Body): Partial<KassaFields> {
  const patch: Partial<KassaFields> = {};
  for (const field of ['deliveryAmount', 'deliveryTime', 'clientId', 'size', 'actualDeliveryTime'] as const) {
    if (sent[field] !== undefined) patch[field] = readAmount(sent[field], field);
  }
  for (const field of [
    'address',
    'comment',
    'cashierName',
    'clientName',
    'responsiblePersonLogin',
  ] as const) {
    if (sent[field] !== undefined) patch[field] = readString(sent[field]);
  }
  if (sent.totalAmount !== undefined) patch.totalAmount = readAmount(sent.totalAmount, 'totalAmount') ?? 0;
  if (typeof sent.paid === 'boolean') patch.paid = sent.paid;
  if (sent.deliveryType === 'COURIER' || sent.deliveryType === 'SELF') patch.deliveryType = sent.deliveryType;
  else if (sent.deliveryType !== undefined) throw bad('Неверное значение поля deliveryType');
  return patch;
}

/** The row that a change of status must bring along: one that the order does not have yet, of the new status. */
export function newStatusRow(
  order: KassaOrder,
  wrapper: Body,
): { statusType: KassaStatus; info: string | null } | null {
  const known = new Set(order.statuses.map(({ id }) => String(id)));
  const added = rowsOf(wrapper.onlineOrderStatuses).filter(({ id }) => !known.has(digitsOf(id) ?? ''));
  if (added.length > 1) throw bad('За один запрос можно добавить только один статус');
  const row = added[0];
  return row ? { statusType: readStatus(row.statusType), info: readString(row.statusInfo) } : null;
}
