/** Writes an order the way iRECA does: one meaning, many forms, differing between the list and a single read. */
import { toGmt } from '../gmt.ts';
import type { IrecaOrder, JournalRow, OrderGood, OrderState, PostalAddress } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import type { World } from '../world/world.ts';

/** One of four habits, by the order's number: which form of "nothing", flags, numbers and coordinates it shows. */
type Habit = 0 | 1 | 2 | 3;

const habitOf = ({ orderId }: OrderState): Habit => (Number(orderId) % 4) as Habit;

const NOTHING_LISTED: readonly unknown[] = [{}, null, '', {}];
const NOTHING_SINGLE: readonly unknown[] = [null, null, '', {}];
const NO_COURIER: readonly unknown[] = ['', null, {}, ''];

function flag(value: number, habit: Habit): unknown {
  return habit === 1 ? String(value) : habit === 2 ? value === 1 : value;
}

const numeric = (id: string): number | string => (Number.isSafeInteger(Number(id)) ? Number(id) : id);

/** `"59.92088839350768"`, `"0.00000000000000"`, or the same as numbers. */
const degrees = (value: number, habit: Habit): string | number =>
  habit < 2 ? value.toFixed(14) : Number(value.toFixed(14));

const EMPTY = { postindex: '', city: '', street: '', home: '', apartment: '', latitude: 0, longitude: 0 };

function writeAddress(address: PostalAddress | null, habit: Habit): Row {
  const { latitude, longitude, ...rest } = address ?? EMPTY;
  return { ...rest, latitude: degrees(latitude, habit), longitude: degrees(longitude, habit) };
}

function writeGood(world: World, good: OrderGood, index: number, nothing: unknown): Row {
  const warehouses = world.lists.rows('warehouses');
  const specificities = world.lists.rows('specificities');
  const none = index === 0 ? {} : nothing;
  return {
    returnReasonId: none,
    count: good.count,
    total: good.total,
    discountTotal: good.discountTotal,
    position: good.position,
    unit: good.unit,
    vedCode: good.vedCode,
    countryCode: good.countryCode,
    customDeclarationCode: good.customDeclarationCode,
    markValue: good.markValue,
    markBinaryValue: good.markBinaryValue,
    specificities: good.specificities.map(({ specificityId, count, price }) => ({
      count,
      parentId: {},
      specificityId,
      title: '',
      value: '',
      imageUrl: '',
      imageBigUrl: '',
      isActive: 1,
      article: '',
      ...specificities.get(specificityId),
      price,
    })),
    warehouses: good.warehouses.map(({ warehouseId, count, tookCount }) => ({
      ...warehouses.get(warehouseId),
      warehouseId: numeric(warehouseId),
      count,
      tookCount,
    })),
    canceledItems: good.canceledItems.map((item) => ({ ...item, createdAt: toGmt(item.createdAt) })),
    parentId: none,
    goodId: numeric(good.goodId),
    article: good.article,
    taxId: good.taxId,
    calcId: good.calcId,
    title: good.title,
    weight: good.weight,
    multiplicity: 1,
    price: good.price,
    description: good.description,
    imageUrl: '',
    imageBigUrl: '',
    isActive: 1,
  };
}

function writeReturned({ returnedOrder }: OrderState): Row | null {
  if (!returnedOrder) return null;
  const stamp = <T extends { createdAt: number }>(row: T) => ({ ...row, createdAt: toGmt(row.createdAt) });
  return {
    ...stamp(returnedOrder),
    returnedOrderId: numeric(returnedOrder.returnedOrderId),
    returnedPayments: returnedOrder.returnedPayments.map(stamp),
    returnedGoods: returnedOrder.returnedGoods.map(stamp),
  };
}

/** The order in the documented order of fields. `listed` is the form of `GET /orders`, else that of one order. */
export function writeOrder(world: World, { state }: IrecaOrder, listed: boolean): Row {
  const habit = habitOf(state);
  const nothing = (listed ? NOTHING_LISTED : NOTHING_SINGLE)[habit];
  const courier = state.courierId === null ? NO_COURIER[habit] : state.courierId;
  return {
    ...(state.codeAlias !== null && { codeAlias: state.codeAlias }),
    orderId: listed && habit === 3 ? state.orderId : numeric(state.orderId),
    statusId: state.statusId,
    deliveryStatusId: habit === 3 ? String(state.deliveryStatusId) : state.deliveryStatusId,
    receiptStatusId: state.receiptStatusId,
    frReceiptStatusId: state.frReceiptStatusId,
    returnReasonId: state.returnReasonId ?? nothing,
    courierId: typeof courier === 'string' && courier && habit === 3 ? numeric(courier) : courier,
    clientId: state.clientId === null ? nothing : listed ? numeric(state.clientId) : state.clientId,
    paymentId: state.paymentId,
    originalPaymentId: numeric(state.originalPaymentId),
    frUsedPaymentId: state.frUsedPaymentId === null ? nothing : numeric(state.frUsedPaymentId),
    client: state.client,
    amountToPay: habit === 2 ? state.amountToPay : state.amountToPay.toFixed(2),
    prePaymentSum: state.prePaymentSum.toFixed(2),
    cash: state.cash,
    addressFrom: state.addressFrom,
    addressFromEntity: writeAddress(state.addressFromEntity, habit),
    addressTo: state.addressTo,
    addressToEntity: writeAddress(state.addressToEntity, habit),
    phone: state.phone,
    deliveryTimeFrom: toGmt(state.deliveryTimeFrom),
    deliveryTimeTo: toGmt(state.deliveryTimeTo),
    description: state.description,
    supplierId: state.supplierId ?? nothing,
    goods: state.goods.map((good, index) => writeGood(world, good, index, nothing)),
    payments: state.payments.map((payment) => ({ ...payment, paidIn: toGmt(payment.paidIn) })),
    returnedOrder: writeReturned(state),
    isAgreed: flag(state.isAgreed, habit),
    isRefund: flag(state.isRefund, habit),
    isReturned: flag(state.isReturned, habit),
    isEdited: flag(state.isEdited, habit),
  };
}

const writeListed = (world: World, order: IrecaOrder): Buffer =>
  (order.listed ??= Buffer.from(`,${JSON.stringify(writeOrder(world, order, true))}`));

/** Writes every order ahead of the first `GET /orders`, a few at a time, so that this one is not slower than the rest. */
export function writeAhead(world: World, isOver: () => boolean): void {
  const orders = world.ireca.all()[Symbol.iterator]();
  const some = () => {
    for (let left = 200; left > 0; left -= 1) {
      const { value, done } = orders.next();
      if (done || isOver()) return;
      writeListed(world, value);
    }
    setImmediate(some);
  };
  setImmediate(some);
}

/** `GET /orders`: a bare array of every order, in one buffer. Orders that have not changed are not written again. */
export function writeAllOrders(world: World): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for (const order of world.ireca.all()) {
    const part = writeListed(world, order);
    parts.push(part);
    length += part.length;
  }
  if (parts.length === 0) return new TextEncoder().encode('[]');
  const whole = new Uint8Array(length + 1);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  whole[0] = 0x5b;
  whole[length] = 0x5d;
  return whole;
}

/** Part of an order in a journal row: times as text, ids and flags as numbers where the text shows numbers. */
function writeChanged(part: Partial<OrderState> | null): Row | null {
  if (!part) return null;
  const row: Row = {};
  for (const [key, value] of Object.entries(part)) {
    if (key === 'deliveryTimeFrom' || key === 'deliveryTimeTo') row[key] = toGmt(value as number);
    else if (key === 'addressToEntity') row[key] = writeAddress(value as PostalAddress | null, 2);
    else row[key] = key.endsWith('Id') && typeof value === 'string' ? numeric(value) : value;
  }
  return row;
}

export const writeJournalRow = (row: JournalRow): Row => ({
  event: row.event,
  source: row.source,
  courierId: row.courierId,
  createdAt: toGmt(row.createdAt),
  beforeItem: writeChanged(row.before),
  afterItem: writeChanged(row.after),
});

/** The order as it is inside, for tests: ids as strings, nothing as null, times as GMT text, receipts as yes or no. */
export function writeRawOrder({ state, createdAt, receipt, returnReceipt }: IrecaOrder): Row {
  return {
    ...state,
    hasReceipt: receipt !== null,
    hasReturnReceipt: returnReceipt !== null,
    deliveryTimeFrom: toGmt(state.deliveryTimeFrom),
    deliveryTimeTo: toGmt(state.deliveryTimeTo),
    createdAt: toGmt(createdAt),
  };
}
