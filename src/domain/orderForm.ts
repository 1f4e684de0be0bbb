/** An iRECA order as it stands in a form: every attribute that its API text lets us write, as it is typed. */
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { WriteAddress } from '#src/contracts/ireca/orderWrite.ts';
import type { TypedWindow } from '#src/domain/deliveryWindow.ts';
import { typeWindow } from '#src/domain/deliveryWindow.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import { knownPoint } from '#src/lib/geo.ts';

/** `id` null: named on the order only (`client` instead of `clientId`). */
export type OrderFormClient = { id: string | null; firstname: string; lastname: string; email: string };

/** What a line was when it was read, where the form shows less than iRECA holds. */
export type LineAsRead = {
  key: string;
  count: number | null;
  price: number | null;
  total: number | null;
  position: number | null;
  warehouses: { warehouseId: string; count: number | null }[];
};

/**
 * What was read and cannot be typed as exactly: seconds of a window, sums that iRECA rounded its own way, an address
 * that is one line only. Whatever the dispatcher leaves alone is written back like this.
 */
export type OrderAsRead = {
  deliveryTimeFrom: number | null;
  deliveryTimeTo: number | null;
  amountToPay: number | null;
  addressFrom: string;
  addressTo: string;
  lines: LineAsRead[];
};

/** Money is kopecks; '' and null = nothing is typed. */
export type OrderFormValues = {
  orderId: string;
  codeAlias: string;
  /** 0 not paid, 1 paid. */
  statusId: string;
  deliveryStatusId: string;
  isAgreed: boolean;
  /** Not shown; kept as it was. */
  returnReasonId: string | null;
  courierId: string | null;
  client: OrderFormClient;
  supplierId: string | null;
  paymentId: string | null;
  prePaymentSum: number | null;
  cash: number | null;
  addressFrom: WriteAddress;
  addressTo: WriteAddress;
  phone: string;
  window: TypedWindow;
  description: string;
  goods: GoodLine[];
  /** Null: a new order. */
  asRead: OrderAsRead | null;
};

const BLANK_ADDRESS: WriteAddress = {
  postindex: '',
  city: '',
  street: '',
  home: '',
  apartment: '',
  latitude: null,
  longitude: null,
  isUseGoogleGeo: false,
};

/** What a new order begins as: made, not paid, nobody's. */
export function blankOrder(): OrderFormValues {
  return {
    orderId: '',
    codeAlias: '',
    statusId: '0',
    deliveryStatusId: '1',
    isAgreed: false,
    returnReasonId: null,
    courierId: null,
    client: { id: null, firstname: '', lastname: '', email: '' },
    supplierId: null,
    paymentId: null,
    prePaymentSum: null,
    cash: null,
    addressFrom: { ...BLANK_ADDRESS },
    addressTo: { ...BLANK_ADDRESS },
    phone: '',
    window: { day: '', from: '', to: '' },
    description: '',
    goods: [],
    asRead: null,
  };
}

/** True when no word of the address is typed and no point is set. */
export function isBlankAddress(address: WriteAddress): boolean {
  const { postindex, city, street, home, apartment, latitude, longitude } = address;
  return (
    [postindex, city, street, home, apartment].every((words) => words.trim() === '') &&
    knownPoint(latitude, longitude) === null
  );
}

/**
 * Names of the lines of goods: the good and how many lines of it stand before. Two readings of one order give the same
 * line the same name, whatever was changed in it.
 */
export function lineKeys(goods: readonly { goodId: string | null }[]): string[] {
  const seen = new Map<string, number>();
  return goods.map(({ goodId }) => {
    const name = goodId ?? '';
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return `${name}#${before}`;
  });
}

function readAddress(entity: IrecaOrder['addressToEntity']): WriteAddress {
  if (!entity) return { ...BLANK_ADDRESS };
  const { latitude, longitude, ...words } = entity;
  const point = knownPoint(latitude, longitude);
  return {
    ...words,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    // It does not come with an order: the point that it was found with stays.
    isUseGoogleGeo: false,
  };
}

function readLine(good: IrecaOrder['goods'][number], key: string): GoodLine {
  return {
    key,
    goodId: good.goodId,
    title: good.title,
    article: good.article,
    count: good.count,
    price: good.price,
    discountTotal: good.discountTotal ?? 0,
    taxId: good.taxId,
    unit: good.unit,
    weight: good.weight,
    description: good.description,
    vedCode: good.vedCode,
    countryCode: good.countryCode,
    customDeclarationCode: good.customDeclarationCode,
    markValue: good.markValue,
    markBinaryValue: good.markBinaryValue,
    warehouseId: good.warehouses[0]?.warehouseId ?? null,
    specificities: good.specificities.map(({ specificityId, title, value, price, count }) => ({
      specificityId,
      title: value === '' ? title : `${title}: ${value}`,
      price: price ?? 0,
      count: count ?? 1,
    })),
  };
}

/** The form of an order that was read. Times are typed in `timeZone`. */
export function fromOrder(order: IrecaOrder, timeZone: string): OrderFormValues {
  const keys = lineKeys(order.goods);
  const keyAt = (index: number) => keys[index] ?? String(index);
  return {
    orderId: order.orderId,
    codeAlias: order.codeAlias,
    statusId: order.statusId ?? '',
    deliveryStatusId: order.deliveryStatusId ?? '',
    isAgreed: order.isAgreed,
    returnReasonId: order.returnReasonId,
    courierId: order.courierId,
    client: {
      id: order.clientId,
      firstname: order.client?.firstname ?? '',
      lastname: order.client?.lastname ?? '',
      email: order.client?.email ?? '',
    },
    supplierId: order.supplierId,
    paymentId: order.paymentId,
    prePaymentSum: order.prePaymentSum,
    cash: order.cash,
    addressFrom: readAddress(order.addressFromEntity),
    addressTo: readAddress(order.addressToEntity),
    phone: order.phone,
    window: typeWindow({ from: order.deliveryTimeFrom, to: order.deliveryTimeTo }, timeZone),
    description: order.description,
    goods: order.goods.map((good, index) => readLine(good, keyAt(index))),
    asRead: {
      deliveryTimeFrom: order.deliveryTimeFrom,
      deliveryTimeTo: order.deliveryTimeTo,
      amountToPay: order.amountToPay,
      addressFrom: order.addressFrom,
      addressTo: order.addressTo,
      lines: order.goods.map(({ count, price, total, position, warehouses }, index) => ({
        key: keyAt(index),
        count,
        price,
        total,
        position,
        warehouses: warehouses.map(({ warehouseId, count: take }) => ({ warehouseId, count: take })),
      })),
    },
  };
}

/** An address that is one line only, in fields: the line stands as the street until somebody parts it. */
const inFields = (address: WriteAddress, line: string): WriteAddress =>
  isBlankAddress(address) && line !== '' ? { ...BLANK_ADDRESS, street: line } : address;

/**
 * A new order like this one: all but its number (and the one people call it by), state, courier, payments and window,
 * which are its own.
 */
export function copyOf(values: OrderFormValues): OrderFormValues {
  const blank = blankOrder();
  return {
    ...values,
    orderId: blank.orderId,
    codeAlias: blank.codeAlias,
    statusId: blank.statusId,
    deliveryStatusId: blank.deliveryStatusId,
    isAgreed: blank.isAgreed,
    returnReasonId: null,
    courierId: null,
    prePaymentSum: null,
    addressFrom: inFields(values.addressFrom, values.asRead?.addressFrom ?? ''),
    addressTo: inFields(values.addressTo, values.asRead?.addressTo ?? ''),
    window: blank.window,
    // Marks are of the very pieces that were sold.
    goods: values.goods.map((line) => ({ ...line, markValue: '', markBinaryValue: '' })),
    asRead: null,
  };
}

/**
 * The next free number: one above the highest of the orders that are known (assumption: iRECA's text only asks that it
 * is unique in our system). Null when none of them can be counted from.
 */
export function nextOrderId(known: Iterable<string>): string | null {
  let highest: number | null = null;
  for (const id of known) {
    if (!/^\d+$/.test(id)) continue;
    const number = Number(id);
    if (Number.isSafeInteger(number) && number > (highest ?? -1)) highest = number;
  }
  return highest === null || highest === Number.MAX_SAFE_INTEGER ? null : String(highest + 1);
}
