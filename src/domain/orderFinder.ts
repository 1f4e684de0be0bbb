/** Finds orders by what somebody says on the phone: a number first of all, else anything that the orders screen finds by. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { queryMatcher } from '#src/domain/orderSearch.ts';
import { fold } from '#src/lib/text.ts';

export type FoundOrders = {
  shown: DispatchOrder[];
  /** How many match beyond those. */
  more: number;
};

const NONE: FoundOrders = { shown: [], more: 0 };

/** 0: the very number or id · 1: begins with it · 2: matches somehow. */
function rankOf({ number, id }: DispatchOrder, query: string): number {
  const names = [fold(number), fold(id)];
  if (names.includes(query)) return 0;
  return names.some((name) => name.startsWith(query)) ? 1 : 2;
}

/** What may be an id of iRECA (assumption: a number, as in all of its samples). */
const ID = /^\d{1,18}$/;

/**
 * The query as an id of iRECA that the feed does not have: iRECA may know the order all the same. Null when it is none, or
 * is listed.
 * @param listed keys of the feed, `ireca:<id>`.
 */
export const unlistedId = (
  query: string,
  listed: Pick<ReadonlyMap<string, unknown>, 'has'> | undefined,
): string | null => (ID.test(query) && !listed?.has(`ireca:${query}`) ? query : null);

/**
 * Orders that match the query: those of this very number first, then those whose number begins so, then the rest, each
 * as they came. An empty query finds nothing.
 * @param most how many to give.
 */
export function findOrders(orders: Iterable<DispatchOrder>, query: string, most: number): FoundOrders {
  const matches = queryMatcher(query);
  if (!matches) return NONE;
  const folded = fold(query);
  const ranked: DispatchOrder[][] = [[], [], []];
  for (const order of orders) {
    if (matches(order) || fold(order.id) === folded) ranked[rankOf(order, folded)]?.push(order);
  }
  const all = ranked.flat();
  return { shown: all.slice(0, most), more: Math.max(0, all.length - most) };
}
