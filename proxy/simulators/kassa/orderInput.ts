/** Reads online orders as clients send them: the wrapper `{onlineOrder, onlineOrderItems, onlineOrderStatuses, …}`. */
import { refusal } from '../control/refusal.ts';
import {
  FULL_SETTLEMENT,
  KASSA_STATUSES,
  ROLE_PERMS,
  type KassaClient,
  type KassaFields,
  type KassaItem,
  type KassaOrder,
  type KassaProperties,
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

const ITEM_TEXTS = [
  'calculationMethod',
  'contractorAddress',
  'contractorInn',
  'contractorName',
  'contractorPhone',
  'organizationPhone',
  'contractorActivityType',
  'codeForOfd',
  'barcode',
  'vendorCode',
] as const;

/** One item as it was sent. What it is, what it costs and how many there are must be said. */
function readItem(row: Body): Omit<KassaItem, 'id' | 'onlineOrderId'> {
  const description = readString(row.description);
  const price = readAmount(row.price, 'price');
  const quantity = readAmount(row.quantity, 'quantity');
  if (description === null) throw bad('Не заполнено поле description');
  if (price === null) throw bad('Не заполнено поле price');
  if (quantity === null) throw bad('Не заполнено поле quantity');
  const texts = Object.fromEntries(ITEM_TEXTS.map((field) => [field, readString(row[field])])) as Pick<
    KassaItem,
    (typeof ITEM_TEXTS)[number]
  >;
  return {
    nomenclatureId: readAmount(row.nomenclatureId, 'nomenclatureId'),
    description,
    price,
    vatValue: readAmount(row.vatValue, 'vatValue'),
    quantity,
    discount: readAmount(row.discount, 'discount') ?? 0,
    ...texts,
    paymentSubject: readString(row.paymentSubject) ?? 'PRODUCT',
    markType: readString(row.markType) ?? 'UNKNOWN',
    unitCode: readAmount(row.unitCode, 'unitCode') ?? 796,
    editable: row.editable !== false,
    total: readAmount(row.total, 'total'),
  };
}

export const readItems = (value: unknown) => rowsOf(value).map(readItem);

/** `properties` as they were sent; without them the order is settled in full when it is handed over. */
export function readProperties(value: unknown): KassaProperties {
  if (!isBody(value)) return FULL_SETTLEMENT;
  const { fullSettlement, prepayment, credit } = value;
  return {
    fullSettlement: fullSettlement === true,
    prepayment: prepayment === true,
    credit: credit === true,
  };
}

/** «Таблица систем налогообложения» (Kassa API text). */
const TAX_SYSTEMS = [
  'COMMON',
  'SIMPLIFIED',
  'SIMPLIFIED_WITH_EXPENSE',
  'ENVD',
  'COMMON_AGRICULTURAL',
  'PATENT',
];

/** COMMON when none is named. Refuses one that the table does not have. */
export function readTaxSystem(value: unknown): string {
  if (value === undefined || value === null) return 'COMMON';
  if (typeof value === 'string' && TAX_SYSTEMS.includes(value)) return value;
  throw bad('Неверное значение поля taxSystem');
}

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
  for (const field of [
    'deliveryAmount',
    'deliveryTime',
    'clientId',
    'size',
    'actualDeliveryTime',
    'substatusId',
    'shopId',
    'routeSheetDocumentId',
    'routeSheetDocumentPosition',
  ] as const) {
    if (sent[field] !== undefined) patch[field] = readAmount(sent[field], field);
  }
  for (const field of [
    'address',
    'comment',
    'cashierName',
    'clientName',
    'responsiblePersonLogin',
    'location',
    'routeSheetDocumentNumber',
  ] as const) {
    if (sent[field] !== undefined) patch[field] = readString(sent[field]);
  }
  for (const field of ['totalAmount', 'discount', 'discountType'] as const) {
    if (sent[field] !== undefined) patch[field] = readAmount(sent[field], field) ?? 0;
  }
  for (const field of ['paid', 'visible'] as const) {
    const flag = sent[field];
    if (typeof flag === 'boolean') patch[field] = flag;
  }
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
