/** What is wrong with an order form before it is sent, field by field. */
import type { WriteAddress } from '#src/contracts/ireca/orderWrite.ts';
import type { GoodLineErrors } from '#src/domain/goodLine.ts';
import { checkGoodLine } from '#src/domain/goodLine.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { isBlankAddress } from '#src/domain/orderForm.ts';
import { formTotals, formWindow } from '#src/domain/orderFormWrite.ts';
import { phoneDigits } from '#src/lib/phone.ts';

type AddressField = 'postindex' | 'city' | 'street' | 'home' | 'apartment' | 'latitude' | 'longitude';

/** Where an error stands. Paths of addresses and of the window end with the field inside. */
export type OrderFieldPath =
  | 'orderId'
  | 'codeAlias'
  | 'statusId'
  | 'deliveryStatusId'
  | 'courierId'
  | 'client'
  | 'supplierId'
  | 'paymentId'
  | 'prePaymentSum'
  | 'cash'
  | `addressFrom.${AddressField}`
  | `addressTo.${AddressField}`
  | 'phone'
  | 'window.day'
  | 'window.from'
  | 'window.to'
  | 'description'
  | 'goods';

/** Why; words are for the screen. */
export type OrderFieldError =
  | 'required'
  | 'malformed'
  | 'digitsOnly'
  | 'tooLarge'
  | 'taken'
  | 'negative'
  | 'overDue'
  | 'belowZero'
  | 'outOfRange'
  | 'halfPoint'
  | 'notAfterFrom';

export type OrderFormErrors = {
  fields: Partial<Record<OrderFieldPath, OrderFieldError>>;
  /** By the line's key. */
  goods: Record<string, GoodLineErrors>;
};

/** How many fields are wrong. */
export function countErrors({ fields, goods }: OrderFormErrors): number {
  const inLines = Object.values(goods).reduce((sum, errors) => sum + Object.keys(errors).length, 0);
  return Object.keys(fields).length + inLines;
}

/**
 * Checks the number of a new order: "required, number" (iRECA API text), so digits only, and one that survives being
 * held as a number (up to 2^53).
 * @param taken says whether a known order has it.
 */
export function checkOrderId(orderId: string, taken: (orderId: string) => boolean): OrderFieldError | null {
  const id = orderId.trim();
  if (id === '') return 'required';
  if (!/^\d+$/.test(id)) return 'digitsOnly';
  if (!Number.isSafeInteger(Number(id))) return 'tooLarge';
  // 0 is what iRECA writes for "nothing", and 007 would come back as 7.
  if (id.startsWith('0')) return 'malformed';
  return taken(id) ? 'taken' : null;
}

type Fields = OrderFormErrors['fields'];

function checkAddress(
  fields: Fields,
  name: 'addressFrom' | 'addressTo',
  address: WriteAddress,
  required: boolean,
): void {
  if (!required && isBlankAddress(address)) return;
  for (const part of ['city', 'street', 'home'] as const) {
    if (address[part].trim() === '') fields[`${name}.${part}`] = 'required';
  }
  if (address.isUseGoogleGeo) return;
  const { latitude, longitude } = address;
  if (latitude !== null && !(Math.abs(latitude) <= 90)) fields[`${name}.latitude`] = 'outOfRange';
  if (longitude !== null && !(Math.abs(longitude) <= 180)) fields[`${name}.longitude`] = 'outOfRange';
  if (latitude === null && longitude !== null) fields[`${name}.latitude`] = 'halfPoint';
  if (longitude === null && latitude !== null) fields[`${name}.longitude`] = 'halfPoint';
}

function checkMoney(fields: Fields, values: OrderFormValues): void {
  const { due } = formTotals(values);
  if (due < 0) fields.goods = 'belowZero';
  if (values.prePaymentSum !== null && values.prePaymentSum < 0) fields.prePaymentSum = 'negative';
  else if ((values.prePaymentSum ?? 0) > Math.max(0, due)) fields.prePaymentSum = 'overDue';
  if (values.cash !== null && values.cash < 0) fields.cash = 'negative';
}

/**
 * All that the API text requires, and what it would be a mistake to send: a prepayment above the sum, a phone that is
 * none, a point outside the globe. No courier is no error: the text shows null for it.
 * @param context.taken says whether a known order has this number; only asked for a new order.
 */
export function checkOrderForm(
  values: OrderFormValues,
  context: { timeZone: string; taken: (orderId: string) => boolean },
): OrderFormErrors {
  const { asRead } = values;
  const fields: Fields = {};
  const wrongId = asRead ? null : checkOrderId(values.orderId, context.taken);
  if (wrongId) fields.orderId = wrongId;
  for (const field of ['statusId', 'deliveryStatusId'] as const) {
    if (values[field] === '') fields[field] = 'required';
    else if (!/^\d+$/.test(values[field])) fields[field] = 'malformed';
  }
  if (values.paymentId === null) fields.paymentId = 'required';
  const email = values.client.email.trim();
  if (values.client.id === null && email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email))
    fields.client = 'malformed';
  if (values.phone.trim() !== '' && phoneDigits(values.phone) === null) fields.phone = 'malformed';
  const times = formWindow(values, context.timeZone);
  if (!times.ok) {
    for (const [part, error] of Object.entries(times.errors)) {
      fields[`window.${part as 'day' | 'from' | 'to'}`] = error;
    }
  }
  checkAddress(fields, 'addressFrom', values.addressFrom, false);
  // An order whose address is one line only may keep it.
  checkAddress(fields, 'addressTo', values.addressTo, (asRead?.addressTo ?? '') === '');
  const goods: Record<string, GoodLineErrors> = {};
  for (const line of values.goods) {
    const errors = checkGoodLine(line);
    if (errors) goods[line.key] = errors;
  }
  // One that was read without any may stay so: the text does not mark goods as required.
  if (values.goods.length === 0 && (!asRead || asRead.lines.length > 0)) fields.goods = 'required';
  checkMoney(fields, values);
  return { fields, goods };
}

const ATTRIBUTE_FIELDS: Readonly<Record<string, OrderFieldPath>> = {
  orderId: 'orderId',
  codeAlias: 'codeAlias',
  statusId: 'statusId',
  deliveryStatusId: 'deliveryStatusId',
  courierId: 'courierId',
  clientId: 'client',
  client: 'client',
  firstname: 'client',
  lastname: 'client',
  email: 'client',
  supplierId: 'supplierId',
  paymentId: 'paymentId',
  amountToPay: 'goods',
  prePaymentSum: 'prePaymentSum',
  cash: 'cash',
  addressFrom: 'addressFrom.city',
  addressFromEntity: 'addressFrom.city',
  addressTo: 'addressTo.city',
  addressToEntity: 'addressTo.city',
  postindex: 'addressTo.postindex',
  city: 'addressTo.city',
  street: 'addressTo.street',
  home: 'addressTo.home',
  apartment: 'addressTo.apartment',
  latitude: 'addressTo.latitude',
  longitude: 'addressTo.longitude',
  isUseGoogleGeo: 'addressTo.city',
  phone: 'phone',
  deliveryTimeFrom: 'window.from',
  deliveryTimeTo: 'window.to',
  description: 'description',
  goods: 'goods',
  goodId: 'goods',
  count: 'goods',
  price: 'goods',
  total: 'goods',
  discountTotal: 'goods',
  taxId: 'goods',
  weight: 'goods',
  warehouses: 'goods',
  warehouseId: 'goods',
  specificities: 'goods',
  specificityId: 'goods',
};

/** Words by which a refusal names a field without its attribute (assumption: iRECA's text lists no refusals). */
const WORDS: readonly [RegExp, OrderFieldPath][] = [
  [/заказ.{0,40}(уже )?существует|order.{0,40}already exists/i, 'orderId'],
  [/курьер/i, 'courierId'],
  [/тип платежа|тип оплаты/i, 'paymentId'],
  [/клиент/i, 'client'],
  [/поставщик/i, 'supplierId'],
  [/товар|налог|характеристик|специфик/i, 'goods'],
  [/телефон/i, 'phone'],
];

/** Which field a refusal of iRECA is about: by an attribute's name in it («deliveryTimeFrom»), else by known words. */
export function refusedField(message: string): OrderFieldPath | null {
  for (const [, name] of message.matchAll(/[«"'`]([A-Za-z]+)[»"'`]/g)) {
    const field = name === undefined ? undefined : ATTRIBUTE_FIELDS[name];
    if (field) return field;
  }
  for (const word of message.match(/\b[a-z]+[A-Z][A-Za-z]*\b/g) ?? []) {
    const field = ATTRIBUTE_FIELDS[word];
    if (field) return field;
  }
  if (/не существует/i.test(message) && /^модель/i.test(message)) return null;
  return WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}
