/** What cancelling an order would contradict: receipts that are printed and money that is taken. */
import { useQueries } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#src/api/http.ts';
import { orderKey, orderReceipts, readIrecaOrder } from '#src/api/order.ts';
import type { Receipt } from '#src/contracts/ireca/fiscal.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import type { DispatchOrder, Stage } from '#src/domain/dispatchOrder.ts';

/** Each order costs two reads; more than this would make the dispatcher wait and iRECA work for nothing. */
export const MOST_CHECKED = 50;
/** Orders that are read at the same time. */
const AT_ONCE = 4;
/** iRECA says that a receipt is printed, and keeps its number to itself. */
export const NO_NUMBER = '—';

export type FiscalTrace = {
  order: DispatchOrder;
  /** Numbers of printed receipts, as the cash desk counts them; «—» where iRECA does not tell the number. */
  receipts: string[];
  /** Money taken, kopecks; null = none. */
  paid: number | null;
  /** How it was paid: ids for `usePaymentTypes`. */
  paymentTypeIds: string[];
};

type Found = Omit<FiscalTrace, 'order'>;

export type FiscalTraces = {
  /** Some orders are still being read. */
  pending: boolean;
  /** Could not be read: whether they have traces is not known. */
  failed: DispatchOrder[];
  /** Too many at once: these were not asked about. */
  unchecked: DispatchOrder[];
  /** Only orders that have something. */
  traces: FiscalTrace[];
  /** Asks again about those that failed. */
  retry: () => void;
};

const COURIER_HAS_IT = new Set<Stage>(['taken', 'delivered', 'closed', 'unknown']);

/**
 * True when money may have been taken or a receipt printed. The courier's app does both, having the goods in hand; a
 * shop may do so for what is paid in advance (assumption: the iRECA API text lets nobody else give `payments`, but for
 * refund orders, where they are what is to be paid back).
 */
export function mayHaveTraces(order: DispatchOrder): boolean {
  if (order.system !== 'ireca') return false;
  return order.paid !== false || (order.prepaid ?? 0) > 0 || COURIER_HAS_IT.has(order.stage);
}

const numberOf = ({ receiptNumber, fdNumber }: Receipt): string => receiptNumber || fdNumber || NO_NUMBER;

/** What an order as just read, and its receipts, tell. `order` null = iRECA does not know it. */
export function tracesOf(order: IrecaOrder | null, receipts: readonly Receipt[]): Found {
  const numbers = receipts.map(numberOf);
  if (!order) return { receipts: numbers, paid: null, paymentTypeIds: [] };
  // Its receipt may be printed while the list does not have it yet.
  if (numbers.length === 0 && order.frReceiptStatusId === '1') numbers.push(NO_NUMBER);
  const isPaid = order.statusId === '1';
  // Payments of a refund order that is not paid yet are a plan.
  const payments = order.isRefund && !isPaid ? [] : order.payments;
  const sum = payments.reduce((total, { price }) => total + (price ?? 0), 0);
  const types = payments.map(({ paymentTypeId }) => paymentTypeId).filter((id) => id !== null);
  const paid = payments.length > 0 ? sum : isPaid ? (order.amountToPay ?? 0) : null;
  return { receipts: numbers, paid, paymentTypeIds: [...new Set(types)] };
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a few jobs at a time; the others wait for their turn. */
async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const tracesQuery = (orderId: string, enabled: boolean) => ({
  queryKey: [...orderKey('ireca', orderId), 'fiscalTraces'] as const,
  enabled,
  // A dialog that names receipts must not quote an earlier one.
  gcTime: 0,
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  queryFn: ({ signal, client }: { signal: AbortSignal; client: QueryClient }): Promise<Found> =>
    inTurn(async () => {
      signal.throwIfAborted();
      const [read, receipts] = await Promise.all([
        readIrecaOrder(orderId, signal),
        client.fetchQuery({ ...orderReceipts(orderId), staleTime: 0 }),
      ]);
      // A receipt that cannot be read is a receipt all the same.
      if (receipts.setAside.length > 0) throw new ApiError('badAnswer', { system: 'ireca' });
      return tracesOf(read?.order ?? null, receipts.records);
    }),
});

/**
 * Asks iRECA about each of `orders` that may have traces (see `mayHaveTraces`); those of Kassa, and those that nobody
 * has carried or paid, are not asked about.
 * @param enabled false = nothing is read and everything is empty (the dialog is closed).
 */
export function useFiscalTraces(orders: readonly DispatchOrder[], enabled: boolean): FiscalTraces {
  const suspects = enabled ? orders.filter(mayHaveTraces) : [];
  const checked = suspects.slice(0, MOST_CHECKED);
  const answers = useQueries({ queries: checked.map(({ id }) => tracesQuery(id, enabled)) });
  const failed: DispatchOrder[] = [];
  const traces: FiscalTrace[] = [];
  checked.forEach((order, index) => {
    const answer = answers[index];
    if (answer?.isError) failed.push(order);
    else if (answer?.data && (answer.data.receipts.length > 0 || answer.data.paid !== null)) {
      traces.push({ order, ...answer.data });
    }
  });
  return {
    pending: answers.some(({ isFetching }) => isFetching),
    failed,
    unchecked: suspects.slice(MOST_CHECKED),
    traces,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}
