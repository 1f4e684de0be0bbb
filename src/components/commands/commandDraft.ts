/** What a dispatcher is about to command: the orders of an open dialog as they were shown, and what was typed so far. */
import type { TypedWindow } from '#src/domain/deliveryWindow.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';

/** An order as the dispatcher was shown it and has taken note of it. */
export type ShownOrder = Pick<
  DispatchOrder,
  'key' | 'number' | 'seen' | 'windowFrom' | 'windowTo' | 'address'
>;

/** An order that is no longer what was shown. */
export type ChangedOrder = { order: DispatchOrder; was: ShownOrder };

type Draft<Kind extends string, Typed> = { kind: Kind; orders: ShownOrder[] } & Typed;

export type AssignDraft = Draft<'assign', { courierId: string | null; filter: string }>;
export type CancelDraft = Draft<'cancel', { reasonId: string | null; comment: string }>;
export type RescheduleDraft = Draft<
  'reschedule',
  {
    /** One window for all, or each order's own window moved. */
    way: 'window' | 'shift';
    /** Null: nothing typed yet, so the fields show the orders' own window. */
    window: TypedWindow | null;
    shiftMinutes: number;
  }
>;
/** `address` null: nothing typed yet, so the field of a single order shows its own. */
export type ReaddressDraft = Draft<'readdress', { address: string | null }>;
export type SetDeliveryDraft = Draft<'setDelivery', { deliveryStatusId: string }>;
/** `confirmation`: the number or the count that must be typed before anything is deleted. */
export type DeleteDraft = Draft<'delete', { confirmation: string }>;

export type CommandDraft =
  AssignDraft | CancelDraft | RescheduleDraft | ReaddressDraft | SetDeliveryDraft | DeleteDraft;

type TypedOf<D> = D extends CommandDraft ? Partial<Omit<D, 'kind' | 'orders'>> : never;
/** What a dialog writes into its draft. */
export type DraftPatch = TypedOf<CommandDraft>;

export const shownOrder = ({
  key,
  number,
  seen,
  windowFrom,
  windowTo,
  address,
}: DispatchOrder): ShownOrder => ({ key, number, seen, windowFrom, windowTo, address });

/** A moved window most often goes half an hour on: the courier is late. */
const USUAL_SHIFT = 30;

const PREPARED = '6';

/** Drafts as dialogs begin with them. */
export const newDraft = {
  assign: (orders: DispatchOrder[], courierId: string | null = null): AssignDraft => ({
    kind: 'assign',
    orders: orders.map(shownOrder),
    courierId,
    filter: '',
  }),
  cancel: (orders: DispatchOrder[]): CancelDraft => ({
    kind: 'cancel',
    orders: orders.map(shownOrder),
    reasonId: null,
    comment: '',
  }),
  reschedule: (orders: DispatchOrder[]): RescheduleDraft => ({
    kind: 'reschedule',
    orders: orders.map(shownOrder),
    way: orders.length > 1 ? 'shift' : 'window',
    window: null,
    shiftMinutes: USUAL_SHIFT,
  }),
  readdress: (orders: DispatchOrder[]): ReaddressDraft => ({
    kind: 'readdress',
    orders: orders.map(shownOrder),
    address: null,
  }),
  setDelivery: (orders: DispatchOrder[]): SetDeliveryDraft => ({
    kind: 'setDelivery',
    orders: orders.map(shownOrder),
    deliveryStatusId: PREPARED,
  }),
  delete: (orders: DispatchOrder[]): DeleteDraft => ({
    kind: 'delete',
    orders: orders.map(shownOrder),
    confirmation: '',
  }),
};

export type DraftOrders = {
  /** As the dispatcher knows them: only these may be sent. */
  orders: DispatchOrder[];
  /** Kept back until the dispatcher has looked. */
  changed: ChangedOrder[];
  /** A command for them is still in flight: whatever is shown now will not last. */
  pending: DispatchOrder[];
  /** Numbers of those that no system lists any more. */
  gone: string[];
};

/** True when nothing changed of that which the deed is decided by: whoever moves a window has looked at the window. */
function asShown(kind: CommandDraft['kind'], order: DispatchOrder, shown: ShownOrder): boolean {
  if (!sameState(order.seen, shown.seen)) return false;
  if (kind === 'reschedule') {
    return order.windowFrom === shown.windowFrom && order.windowTo === shown.windowTo;
  }
  return kind !== 'readdress' || order.address === shown.address;
}

/** Sorts a dialog's orders by whether they still are what was shown. */
export function draftOrders(
  { kind, orders }: Pick<CommandDraft, 'kind' | 'orders'>,
  records: ReadonlyMap<string, DispatchOrder>,
  inFlight: ReadonlySet<OrderKey>,
): DraftOrders {
  const sorted: DraftOrders = { orders: [], changed: [], pending: [], gone: [] };
  for (const shown of orders) {
    const order = records.get(shown.key);
    if (!order) sorted.gone.push(shown.number);
    else if (inFlight.has(shown.key)) sorted.pending.push(order);
    else if (!asShown(kind, order, shown)) sorted.changed.push({ order, was: shown });
    else sorted.orders.push(order);
  }
  return sorted;
}
