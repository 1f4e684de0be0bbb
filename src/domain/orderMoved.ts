/** What another one changed of an order while somebody has a form open over it, as far as the board shows it. */
import { boardOrderSchema, toBoardBody } from '#src/contracts/ireca/boardOrder.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { dispatchOrderFromIreca } from '#src/domain/fromIreca.ts';

/** What a form is about and the board knows, the weightiest first. */
const CORES = {
  status: ({ status }: DispatchOrder) => status,
  courier: ({ courierId, courierLogin }: DispatchOrder) => `${courierId} ${courierLogin}`,
  window: ({ windowFrom, windowTo }: DispatchOrder) => `${windowFrom} ${windowTo}`,
  address: ({ address }: DispatchOrder) => address,
  client: ({ client }: DispatchOrder) => client,
  phone: ({ phone }: DispatchOrder) => phone,
  sum: ({ amount, prepaid }: DispatchOrder) => `${amount} ${prepaid}`,
  payment: ({ paymentTypeId, paid }: DispatchOrder) => `${paymentTypeId} ${paid}`,
  reason: ({ returnReasonId }: DispatchOrder) => returnReasonId,
  comment: ({ comment }: DispatchOrder) => comment,
} as const;

export type MovedField = keyof typeof CORES;

const FIELDS = Object.keys(CORES) as MovedField[];

const differing = (a: DispatchOrder, b: DispatchOrder): MovedField[] =>
  a === b ? [] : FIELDS.filter((field) => CORES[field](a) !== CORES[field](b));

/** A raw iRECA order, whole, as the board would show it; null when it cannot. */
export function onBoard(raw: unknown): DispatchOrder | null {
  const body = boardOrderSchema.safeParse(toBoardBody(raw));
  return body.success ? dispatchOrderFromIreca(body.data) : null;
}

/** `now`: how it stands. Empty `fields`: nothing is to be said. */
export type OrderMove = { fields: MovedField[]; now: DispatchOrder };

/**
 * A field counts when it stands otherwise than in the form's reading, and came to it since: the board may lag behind the
 * reading, and iRECA's list may write an order otherwise than it writes one alone.
 * @param opened the reading that the form is based on.
 * @param latest the newest reading of the order alone: later than `opened` when the form is a draft of yesterday.
 * @param begun the board's record when the form was begun.
 * @param record the board's record now.
 */
export function orderMove(moments: {
  opened: DispatchOrder;
  latest: DispatchOrder;
  begun: DispatchOrder | undefined;
  record: DispatchOrder | undefined;
}): OrderMove {
  const { opened, latest, begun, record } = moments;
  const before = differing(opened, latest);
  if (!begun || !record || begun === record) return { fields: before, now: latest };
  const since = new Set([...before, ...differing(begun, record)]);
  return { fields: differing(opened, record).filter((field) => since.has(field)), now: record };
}
