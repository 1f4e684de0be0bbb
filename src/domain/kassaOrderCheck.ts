/** What is wrong with a new order of the cash desk, by field: before it is sent, and in Kassa's own words. */
import type { KassaClientValues, KassaItemValues, KassaOrderValues } from '#src/domain/kassaOrderForm.ts';
import { kassaItemTotal } from '#src/domain/kassaOrderForm.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { phoneDigits } from '#src/lib/phone.ts';

/** What is wrong with a field; words are for the screen. */
export type KassaFieldError =
  'required' | 'malformed' | 'taken' | 'notPositive' | 'negative' | 'notThousandths' | 'discountTooLarge';

type ItemField = Exclude<keyof KassaItemValues, 'key' | 'barcode' | 'vendorCode'>;
export type KassaItemErrors = Partial<Record<ItemField, KassaFieldError>>;
export type KassaOrderErrors = Partial<
  Record<'externalId' | 'day' | 'time' | 'address' | 'deliveryAmount' | 'items', KassaFieldError>
> & {
  client?: Partial<Record<'phone' | 'email' | 'organizationInn', KassaFieldError>>;
  /** By the line's `key`. */
  byItem?: Record<string, KassaItemErrors>;
};

const hasMoreThanThousandths = (count: number) => Math.abs(count * 1000 - Math.round(count * 1000)) > 1e-6;

function checkItem(item: KassaItemValues): KassaItemErrors {
  const errors: KassaItemErrors = {};
  const { price, quantity } = item;
  if (item.description.trim() === '') errors.description = 'required';
  if (!/^\d{0,15}$/.test(item.nomenclatureId.trim())) errors.nomenclatureId = 'malformed';
  if (price === null) errors.price = 'required';
  else if (price < 0) errors.price = 'negative';
  if (quantity === null) errors.quantity = 'required';
  else if (quantity <= 0) errors.quantity = 'notPositive';
  else if (hasMoreThanThousandths(quantity)) errors.quantity = 'notThousandths';
  if ((item.discount ?? 0) < 0) errors.discount = 'negative';
  else if ((kassaItemTotal(item) ?? 0) < 0) errors.discount = 'discountTooLarge';
  if (!/^\d{1,4}$/.test(item.unitCode.trim())) errors.unitCode = 'malformed';
  if (item.vat !== 'none' && !/^\d{1,2}$/.test(item.vat)) errors.vat = 'malformed';
  return errors;
}

function checkTime(values: KassaOrderValues, timeZone: string): Pick<KassaOrderErrors, 'day' | 'time'> {
  const { day, time } = values;
  if (day === '' && time === '') return {};
  if (day === '') return { day: 'required' };
  if (zonedTime(timeZone, day, '00:00') === null) return { day: 'malformed' };
  if (time === '') return { time: 'required' };
  return zonedTime(timeZone, day, time) === null ? { time: 'malformed' } : {};
}

function checkClient(client: KassaClientValues): NonNullable<KassaOrderErrors['client']> {
  const errors: NonNullable<KassaOrderErrors['client']> = {};
  const { phone, email, organizationInn: inn } = client;
  if (phone.trim() !== '' && phoneDigits(phone) === null) errors.phone = 'malformed';
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) errors.email = 'malformed';
  if (inn.trim() !== '' && !/^(\d{10}|\d{12})$/.test(inn.trim())) errors.organizationInn = 'malformed';
  return errors;
}

/**
 * Checks an order before it is sent. Required: a number of our own (by it the order is found again when Kassa's answer
 * is lost, so it must be new), an address for a courier, at least one line with its name, price and quantity.
 * @param taken numbers that Kassa's orders have already.
 * @returns null when nothing is wrong.
 */
export function checkKassaOrder(
  values: KassaOrderValues,
  { taken, timeZone }: { taken: ReadonlySet<string>; timeZone: string },
): KassaOrderErrors | null {
  const errors: KassaOrderErrors = checkTime(values, timeZone);
  const externalId = values.externalId.trim();
  if (externalId === '') errors.externalId = 'required';
  else if (taken.has(externalId)) errors.externalId = 'taken';
  if (values.deliveryType === 'COURIER' && values.address.trim() === '') errors.address = 'required';
  if ((values.deliveryAmount ?? 0) < 0) errors.deliveryAmount = 'negative';
  if (values.items.length === 0) errors.items = 'required';
  const client = checkClient(values.client);
  if (Object.keys(client).length > 0) errors.client = client;
  const byItem: Record<string, KassaItemErrors> = {};
  for (const item of values.items) {
    const wrong = checkItem(item);
    if (Object.keys(wrong).length > 0) byItem[item.key] = wrong;
  }
  if (Object.keys(byItem).length > 0) errors.byItem = byItem;
  return Object.keys(errors).length > 0 ? errors : null;
}

/** Fields of the wrapper that Kassa may name when it refuses, and where they stand in the form. */
const NAMED: Readonly<Record<string, string>> = {
  externalId: 'externalId',
  deliveryType: 'deliveryType',
  deliveryTime: 'day',
  deliveryAmount: 'deliveryAmount',
  address: 'address',
  taxSystem: 'taxSystem',
  comment: 'comment',
  paid: 'paid',
  currentStatusType: 'status',
  responsiblePersonLogin: 'responsible',
  phone: 'client.phone',
  email: 'client.email',
  organizationInn: 'client.organizationInn',
  totalAmount: 'items',
  onlineOrderItems: 'items',
  description: 'items',
  price: 'items',
  quantity: 'items',
  vatValue: 'items',
  unitCode: 'items',
};

/** The form's field that Kassa's words name («Не заполнено поле address»), null when they name none that we have. */
export function fieldNamedByKassa(message: string): string | null {
  for (const word of message.match(/[A-Za-z]+/g) ?? []) {
    const field = NAMED[word];
    if (field) return field;
  }
  return null;
}

/** How many fields are wrong. */
export function countKassaErrors({ client = {}, byItem = {}, ...own }: KassaOrderErrors): number {
  const inItems = Object.values(byItem).reduce((sum, wrong) => sum + Object.keys(wrong).length, 0);
  return Object.keys(own).length + Object.keys(client).length + inItems;
}
