/** In which order orders stand. Keys are worked out once per order, so that ten thousand are sorted between two frames. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder, Stage } from '#src/domain/dispatchOrder.ts';
import { latenessOf, windowEnd } from '#src/domain/lateness.ts';
import { fold } from '#src/lib/text.ts';

export const SORT_COLUMNS = [
  'number',
  'system',
  'status',
  'window',
  'address',
  'client',
  'courier',
  'amount',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** null: the default order, what needs a decision first. */
export type OrderSort = { column: SortColumn; descending: boolean } | null;

export type SortContext = { now: number; atRiskMinutes: number; directory: CourierDirectory };

/** Text that compares as people read numbers in it: «G-2» before «G-10». Each run of digits is led by its length. */
export function naturalKey(text: string): string {
  return fold(text).replace(/\d+/g, (run) => {
    const digits = run.replace(/^0+(?=\d)/, '');
    return String(digits.length).padStart(2, '0') + digits;
  });
}

const numberKeys = new WeakMap<DispatchOrder, string>();

/** Orders are replaced, never changed, so a key can be kept with its order. */
function numberKey(order: DispatchOrder): string {
  let key = numberKeys.get(order);
  if (key === undefined) numberKeys.set(order, (key = naturalKey(order.number)));
  return key;
}

const STAGE_RANK: Record<Stage, number> = {
  new: 0,
  ready: 1,
  given: 2,
  taken: 3,
  unknown: 4,
  delivered: 5,
  closed: 6,
  cancelled: 7,
};

type Key = number | string | null;

/** What a column compares; null stands last in both directions. */
function keyOf(order: DispatchOrder, column: SortColumn, context: SortContext): Key {
  switch (column) {
    case 'number':
      return numberKey(order);
    case 'system':
      return order.system;
    case 'status':
      return `${STAGE_RANK[order.stage]} ${order.status === null ? '' : naturalKey(order.status)}`;
    case 'window':
      return windowEnd(order);
    case 'address':
      return order.address === '' ? null : naturalKey(order.address);
    case 'client':
      return order.client === '' ? null : fold(order.client);
    case 'courier': {
      const courier = courierOf(order, context.directory);
      if (courier) return fold(courier.title);
      return order.courierId ?? order.courierLogin;
    }
    case 'amount':
      return order.amount;
  }
}

type Row = { order: DispatchOrder; rank: number; key: Key; number: string };

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareKeys(a: Key, b: Key, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * sign;
}

const BAND_RANK = { late: 0, atRisk: 1, fine: 2, none: 2 } as const;
const DONE_RANK = 3;

/**
 * A sorted copy. Default: late, at risk, the other open ones, each by the end of the window (none last); then what is
 * done, the latest window first. Equal ones by number in its natural order, then as they came.
 */
export function sortOrders(
  orders: readonly DispatchOrder[],
  sort: OrderSort,
  context: SortContext,
): DispatchOrder[] {
  const rows = orders.map((order): Row => {
    if (sort) return { order, rank: 0, key: keyOf(order, sort.column, context), number: numberKey(order) };
    const end = windowEnd(order);
    if (!order.open)
      return { order, rank: DONE_RANK, key: end === null ? null : -end, number: numberKey(order) };
    const { band } = latenessOf(order, context.now, context.atRiskMinutes);
    return { order, rank: BAND_RANK[band], key: end, number: numberKey(order) };
  });
  const sign = sort?.descending ? -1 : 1;
  rows.sort((a, b) => a.rank - b.rank || compareKeys(a.key, b.key, sign) || compareText(a.number, b.number));
  return rows.map((row) => row.order);
}
