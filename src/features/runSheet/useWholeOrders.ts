/** Reads whole orders for run sheets, four at a time; one that cannot be read does not hold up the others. */
import type { QueryClient } from '@tanstack/react-query';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { request } from '#src/api/http.ts';
import { readIrecaOrder } from '#src/api/order.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import type { DispatchOrder, OrderKey } from '#src/domain/dispatchOrder.ts';
import type { WholeReading } from '#src/domain/runSheet.ts';

const AT_ONCE = 4;
/** A sheet that is printed twice within a minute is the same sheet. */
const FRESH_MS = 60_000;

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `AT_ONCE` of the calls through at a time, in the order they came. */
function takingTurns(): Turn {
  let free = AT_ONCE;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resume) => queue.push(resume));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}

const turns = new WeakMap<QueryClient, Turn>();
function turnOf(client: QueryClient): Turn {
  const known = turns.get(client) ?? takingTurns();
  turns.set(client, known);
  return known;
}

async function readWhole(order: DispatchOrder, signal: AbortSignal): Promise<WholeReading> {
  if (order.system === 'ireca') {
    const read = await readIrecaOrder(order.id, signal);
    return read ? { system: 'ireca', order: read.order } : 'unreadable';
  }
  const path = `/api/kassa/protected/online_orders/${encodeURIComponent(order.id)}`;
  return { system: 'kassa', order: await request(path, wholeOrderSchema, { signal }) };
}

/** @returns what has been read so far, how many that is, and how to try those again that could not be read. */
export function useWholeOrders(orders: readonly DispatchOrder[]) {
  const turn = turnOf(useQueryClient());
  const queries = useQueries({
    queries: orders.map((order) => ({
      queryKey: ['runSheet', order.key],
      staleTime: FRESH_MS,
      retry: false,
      queryFn: ({ signal }: { signal: AbortSignal }) => turn(() => readWhole(order, signal)),
    })),
  });
  const readings = new Map<OrderKey, WholeReading>();
  orders.forEach((order, index) => {
    const query = queries[index];
    if (query?.data !== undefined) readings.set(order.key, query.data);
    else if (query?.isError) readings.set(order.key, 'unreadable');
  });
  const unreadable = orders.filter((order) => readings.get(order.key) === 'unreadable').length;
  const retry = () => {
    orders.forEach((order, index) => {
      if (readings.get(order.key) === 'unreadable') void queries[index]?.refetch();
    });
  };
  return { readings, done: readings.size, unreadable, retry };
}
