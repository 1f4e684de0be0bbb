/** An order as iRECA keeps it inside: one type per field. How unevenly it is written out is `ireca/orderRecord.ts`. */
import type { StreetPoint } from '../city/streetGraph.ts';

export type PostalAddress = {
  postindex: string;
  city: string;
  street: string;
  home: string;
  apartment: string;
  /** Degrees; 0 and 0 when not known. */
  latitude: number;
  longitude: number;
};

export type OrderGood = {
  goodId: string;
  title: string;
  article: string;
  count: number;
  /** Roubles. */
  price: number;
  total: number;
  discountTotal: number;
  position: number;
  unit: string;
  weight: string;
  taxId: string | null;
  calcId: string;
  description: string;
  vedCode: string;
  countryCode: string;
  customDeclarationCode: string;
  markValue: string;
  markBinaryValue: string;
  warehouses: { warehouseId: string; count: number; tookCount: number }[];
  specificities: { specificityId: string; count: number; price: number }[];
  canceledItems: { returnReasonId: string; count: number; createdAt: number }[];
};

export type OrderPayment = {
  paymentId: string;
  paymentTypeId: string;
  price: number;
  paidIn: number;
  cardMask: string;
  rrn: string;
  cardAuth: string;
};

export type ReturnedOrder = {
  returnedOrderId: string;
  returnReasonId: string;
  createdAt: number;
  returnedPayments: { paymentId: string; paymentTypeId: string; sum: number; createdAt: number }[];
  returnedGoods: { goodId: string; returnReasonId: string; count: number; sum: number; createdAt: number }[];
};

export type OrderClient = { firstname: string; lastname: string; inn: string; email: string };

/** Ids are strings, nothing is null, times are epoch ms, money is roubles, flags are 0 or 1. */
export type OrderState = {
  orderId: string;
  codeAlias: string | null;
  statusId: number;
  deliveryStatusId: number;
  receiptStatusId: number;
  frReceiptStatusId: number;
  isAgreed: number;
  isRefund: number;
  isReturned: number;
  isEdited: number;
  returnReasonId: string | null;
  courierId: string | null;
  clientId: string | null;
  supplierId: string | null;
  paymentId: string;
  originalPaymentId: string;
  frUsedPaymentId: string | null;
  client: OrderClient;
  amountToPay: number;
  prePaymentSum: number;
  cash: number;
  addressFrom: string;
  addressFromEntity: PostalAddress | null;
  addressTo: string;
  addressToEntity: PostalAddress | null;
  phone: string;
  deliveryTimeFrom: number;
  deliveryTimeTo: number;
  description: string;
  goods: OrderGood[];
  payments: OrderPayment[];
  returnedOrder: ReturnedOrder | null;
};

/** Who changed an order: a holder of a token («API») or the couriers' app with its courier. */
export type Author = { source: string; courierId: string | null };

export const BY_TOKEN: Author = { source: 'API', courierId: null };
export const byApp = (courierId: string | null): Author => ({
  source: 'Application: iRECA Courier',
  courierId,
});

export type JournalRow = {
  event: 'create' | 'update';
  source: string;
  courierId: string | null;
  createdAt: number;
  before: Partial<OrderState> | null;
  after: Partial<OrderState> | null;
};

export type StatusRow = {
  statusId: number;
  returnReasonId: string | null;
  longitude: number;
  latitude: number;
  accuracy: number;
  createdAt: number;
};

/** A fiscal receipt of an order (iRECA API text, «Фискальные документы»). */
export type Receipt = {
  serialNumber: string;
  shiftNumber: string;
  fdNumber: string;
  dateTimeReceipt: number;
};

export type IrecaOrder = {
  state: OrderState;
  createdAt: number;
  /** Where the door really is, whatever the order says of its coordinates. Simulator only. */
  door: StreetPoint;
  /** Where its goods wait. Simulator only. */
  warehouseId: string;
  journal: JournalRow[];
  statuses: StatusRow[];
  receipt: Receipt | null;
  returnReceipt: Receipt | null;
  /** The order as it stands in `GET /orders`, kept until it changes. */
  listed: Buffer | null;
};

/** Документированные состояния доставки: the dictionary, plus 1 that the samples show. */
export const DELIVERY = { made: 1, prepared: 6, taken: 7, delivered: 9, closed: 10, cancelled: 11 } as const;

/** Closed and cancelled orders take no more changes. */
export const isFinal = ({ deliveryStatusId }: OrderState): boolean =>
  deliveryStatusId === DELIVERY.closed || deliveryStatusId === DELIVERY.cancelled;
