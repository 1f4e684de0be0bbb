/**
 * The rows of the board, kept sorted, filtered and counted as orders change. After a refresh only the changed orders are
 * looked at anew; a keystroke in the search only filters; only another sort sorts.
 */
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import type { FilterContext, View } from '#src/domain/orderFilter.ts';
import { VIEWS, countViews } from '#src/domain/orderFilter.ts';
import { queryMatcher } from '#src/domain/orderSearch.ts';
import type { OrderSort } from '#src/domain/orderSort.ts';
import { sortOrders } from '#src/domain/orderSort.ts';
import { fold } from '#src/lib/text.ts';
import type { OrderTest } from './orderTest.ts';

export type BoardInput = {
  /** Unchanged orders keep their identity from one input to the next. */
  records: ReadonlyMap<string, DispatchOrder>;
  /** What the choices let through; the same function as long as they are the same. */
  test: OrderTest;
  /** What is searched for; '' = everything is found. */
  query: string;
  sort: OrderSort;
  context: FilterContext;
};

export type BoardRows = {
  /** What the filters let through, sorted. */
  rows: DispatchOrder[];
  counts: Record<View, number>;
};

/** All orders → `chosen` by the filters → `rows` found by the search; each of them sorted. */
type Held = BoardInput & BoardRows & { sorted: DispatchOrder[]; chosen: DispatchOrder[] };

/** Beyond this share of the list it is cheaper to sort it all again. */
const MANY = 0.1;

/** A function that gives the rows of an input, doing only what is new since its last call. */
export function boardRowsKeeper(): (input: BoardInput) => BoardRows {
  let held: Held | null = null;
  return (input) => {
    held = held ? advance(held, input) : fromScratch(input);
    return held;
  };
}

function fromScratch(input: BoardInput): Held {
  const sorted = sortOrders([...input.records.values()], input.sort, input.context);
  const chosen = sorted.filter((order) => input.test(order, input.context));
  return {
    ...input,
    sorted,
    chosen,
    rows: found(chosen, input),
    counts: countViews(input.records.values(), input.context),
  };
}

function found(orders: DispatchOrder[], { query }: BoardInput): DispatchOrder[] {
  const matches = queryMatcher(query);
  return matches ? orders.filter(matches) : orders;
}

/**
 * True when all that `next` finds is among what `query` found: letters were added at the end. Digits are left out: a
 * third digit begins to look in phones, so more digits may find more.
 */
export function narrows(query: string, next: string): boolean {
  const folded = fold(next);
  return query.trim() !== '' && folded.startsWith(fold(query)) && !/\d/.test(folded);
}

function advance(held: Held, input: BoardInput): Held {
  const { context } = input;
  const sameList = held.records === input.records;
  const sameClock = held.context.now === context.now;
  const sameTest = held.test === input.test && sameNames(held.context, context);
  const sameSearch = held.query === input.query;
  if (sameList && sameClock && sameTest && sameSearch && held.sort === input.sort) return held;
  const sameSort =
    held.sort === input.sort && (input.sort?.column !== 'courier' || sameNames(held.context, context));
  if (!sameSort || held.context.atRiskMinutes !== context.atRiskMinutes) return fromScratch(input);

  const moved = changedOrders(held, input);
  if (moved.before.length + moved.after.length > input.records.size * MANY) return fromScratch(input);
  const gone = new Set<OrderKey>(moved.before.map((order) => order.key));
  const sorted =
    gone.size + moved.after.length === 0 ? held.sorted : patch(held.sorted, gone, moved.after, input);
  const fits = (order: DispatchOrder) => input.test(order, context);
  const fresh = moved.after.filter(fits);
  const chosen = sameTest ? patch(held.chosen, gone, fresh, input) : sorted.filter(fits);
  const rows = () => {
    if (!sameTest) return found(chosen, input);
    if (sameSearch) return input.query === '' ? chosen : patch(held.rows, gone, found(fresh, input), input);
    const still = sameList && sameClock && narrows(held.query, input.query);
    return found(still ? held.rows : chosen, input);
  };
  return { ...input, sorted, chosen, rows: rows(), counts: recount(held, input, moved) };
}

const sameNames = (a: FilterContext, b: FilterContext) =>
  a.directory === b.directory && a.paymentKinds === b.paymentKinds;

type Moved = { before: DispatchOrder[]; after: DispatchOrder[] };

/** Orders that came, went or changed, and those that the clock took from one lateness band to the next. */
function changedOrders(held: Held, input: BoardInput): Moved {
  const before: DispatchOrder[] = [];
  const after: DispatchOrder[] = [];
  const ticked = held.context.now !== input.context.now;
  const bandAt = (order: DispatchOrder, { now, atRiskMinutes }: FilterContext) =>
    latenessOf(order, now, atRiskMinutes).band;
  let kept = 0;
  if (ticked || held.records !== input.records) {
    for (const [key, order] of input.records) {
      const old = held.records.get(key);
      if (old) kept += 1;
      if (old === order && !(ticked && bandAt(order, held.context) !== bandAt(order, input.context)))
        continue;
      if (old) before.push(old);
      after.push(order);
    }
    if (kept < held.records.size) {
      for (const [key, order] of held.records) if (!input.records.has(key)) before.push(order);
    }
  }
  return { before, after };
}

/** `rows` less `gone`, with `added` put where the sort wants them. The same array when that changes nothing. */
function patch(
  rows: DispatchOrder[],
  gone: ReadonlySet<OrderKey>,
  added: DispatchOrder[],
  input: BoardInput,
) {
  const left = gone.size === 0 ? rows : rows.filter((order) => !gone.has(order.key));
  if (left.length === rows.length && added.length === 0) return rows;
  const next = left === rows ? [...rows] : left;
  for (const order of added) next.splice(placeOf(next, order, input), 0, order);
  return next;
}

/** Behind everything that does not stand after it: binary search, asking the domain's sort about two orders at a time. */
function placeOf(
  rows: readonly DispatchOrder[],
  order: DispatchOrder,
  { sort, context }: BoardInput,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rows[middle];
    if (other && sortOrders([other, order], sort, context)[0] === other) low = middle + 1;
    else high = middle;
  }
  return low;
}

function recount(held: Held, input: BoardInput, { before, after }: Moved): Record<View, number> {
  if (before.length === 0 && after.length === 0) return held.counts;
  const minus = countViews(before, held.context);
  const plus = countViews(after, input.context);
  return Object.fromEntries(
    VIEWS.map((view) => [view, held.counts[view] - minus[view] + plus[view]]),
  ) as Record<View, number>;
}
