/** All orders of iRECA: every change goes through here, so that each one leaves its journal rows. */
import { isDeepStrictEqual } from 'node:util';
import type { StreetPoint } from '../city/streetGraph.ts';
import { DELIVERY, type Author, type IrecaOrder, type OrderState, type StatusRow } from './irecaOrder.ts';

/** Where the courier stood when a status changed; null when not known. */
export type Whereabouts = (
  courierId: string,
) => Pick<StatusRow, 'longitude' | 'latitude' | 'accuracy'> | null;

export type NewOrder = {
  state: OrderState;
  at: number;
  source: string;
  door: StreetPoint;
  warehouseId: string;
};

export type IrecaOrders = {
  all: () => Iterable<IrecaOrder>;
  count: () => number;
  get: (orderId: string) => IrecaOrder | undefined;
  /** Orders that the courier still has to deliver. */
  ofCourier: (courierId: string) => Iterable<IrecaOrder>;
  add: (order: NewOrder) => IrecaOrder;
  /** Writes only what differs; no difference that the journal shows, no journal row. */
  change: (order: IrecaOrder, patch: Partial<OrderState>, by: Author, at: number) => void;
  remove: (orderId: string) => boolean;
  /** Calls back after each change or addition. */
  onChange: (listener: (order: IrecaOrder, before: Partial<OrderState>) => void) => void;
  /** The written form of every order is made anew (something it quotes has changed). */
  rewrite: () => void;
};

/** Parts of an order that the journal shows (iRECA API text, «Журнал изменений заказов»). */
const JOURNALLED = new Set<keyof OrderState>([
  'statusId',
  'deliveryStatusId',
  'isAgreed',
  'returnReasonId',
  'frReceiptStatusId',
  'courierId',
  'clientId',
  'supplierId',
  'paymentId',
  'amountToPay',
  'phone',
  'deliveryTimeFrom',
  'deliveryTimeTo',
  'client',
  'addressToEntity',
  'isReturned',
  'isEdited',
  'isRefund',
  'description',
]);

export function createIrecaOrders(whereabouts: Whereabouts): IrecaOrders {
  const byId = new Map<string, IrecaOrder>();
  const byCourier = new Map<string, Set<IrecaOrder>>();
  const listeners: ((order: IrecaOrder, before: Partial<OrderState>) => void)[] = [];

  const index = (order: IrecaOrder) => {
    const { courierId } = order.state;
    if (courierId === null || !isOpen(order.state)) return;
    byCourier.set(courierId, (byCourier.get(courierId) ?? new Set()).add(order));
  };
  const unindex = (order: IrecaOrder) => {
    if (order.state.courierId !== null) byCourier.get(order.state.courierId)?.delete(order);
  };
  const tell = (order: IrecaOrder, before: Partial<OrderState>) => {
    order.listed = null;
    for (const listener of listeners) listener(order, before);
  };
  const addStatus = ({ state, statuses }: IrecaOrder, by: Author, at: number) => {
    const where = (by.courierId && whereabouts(by.courierId)) || { longitude: 0, latitude: 0, accuracy: 0 };
    statuses.push({
      statusId: state.deliveryStatusId,
      returnReasonId: state.returnReasonId,
      ...where,
      createdAt: at,
    });
  };

  const change: IrecaOrders['change'] = (order, patch, by, at) => {
    const { state } = order;
    const before: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(patch)) {
      const old = state[key as keyof OrderState];
      if (value === undefined || isDeepStrictEqual(old, value)) continue;
      before[key] = old;
      after[key] = value;
    }
    if (Object.keys(after).length === 0) return;
    unindex(order);
    Object.assign(state, after);
    index(order);
    const shown = (record: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(record).filter(([key]) => JOURNALLED.has(key as keyof OrderState)));
    // What the journal does not show (goods, payments) leaves no row of its own.
    if (Object.keys(shown(after)).length > 0) {
      order.journal.push({
        event: 'update',
        source: by.source,
        courierId: by.courierId,
        createdAt: at,
        before: shown(before),
        after: shown(after),
      });
    }
    if ('deliveryStatusId' in after) addStatus(order, by, at);
    tell(order, before);
  };

  return {
    all: () => byId.values(),
    count: () => byId.size,
    get: (orderId) => byId.get(orderId),
    ofCourier: (courierId) => byCourier.get(courierId) ?? [],
    add: ({ state, at, source, door, warehouseId }) => {
      const order: IrecaOrder = {
        state,
        createdAt: at,
        door,
        warehouseId,
        journal: [{ event: 'create', source, courierId: null, createdAt: at, before: null, after: null }],
        statuses: [],
        receipt: null,
        returnReceipt: null,
        listed: null,
      };
      byId.set(state.orderId, order);
      index(order);
      addStatus(order, { source, courierId: null }, at);
      tell(order, {});
      return order;
    },
    change,
    remove: (orderId) => {
      const order = byId.get(orderId);
      if (!order) return false;
      unindex(order);
      return byId.delete(orderId);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    rewrite: () => {
      for (const order of byId.values()) order.listed = null;
    },
  };
}

/** Whether the courier still has to do something with the order. */
export const isOpen = ({ deliveryStatusId }: OrderState): boolean =>
  deliveryStatusId !== DELIVERY.delivered &&
  deliveryStatusId !== DELIVERY.closed &&
  deliveryStatusId !== DELIVERY.cancelled;
