/** One order, whole: read from its own system, with its history, receipts and errors. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError, request, send } from '#src/api/http.ts';
import type { Parser } from '#src/api/http.ts';
import { receiptListSchema } from '#src/contracts/ireca/fiscal.ts';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import { statusChangeListSchema } from '#src/contracts/ireca/orderHistory.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import type { RecordList } from '#src/contracts/records.ts';
import { oneOf, parseOneOrMany } from '#src/contracts/records.ts';
import type { Row } from '#src/contracts/wire.ts';

/** An iRECA order as read: parsed, and raw (a change keeps what we do not know of), with the tag of this very reading. */
export type ReadOrder = { order: IrecaOrder; raw: Row; etag: string };

const idQuery = (orderId: string) => `orderId=${encodeURIComponent(orderId)}`;

/**
 * Reads an iRECA order anew; null when iRECA does not know it.
 * @throws {ApiError}
 */
export async function readIrecaOrder(orderId: string, signal?: AbortSignal): Promise<ReadOrder | null> {
  const response = await notFoundAsNull(
    send(`/api/ireca/orders?${idQuery(orderId)}`, signal ? { signal } : {}),
  );
  if (!response) return null;
  try {
    const raw = oneOf((await response.json()) as unknown);
    const order = raw && parseOneOrMany(irecaOrderSchema, raw);
    return order && raw ? { order, raw, etag: response.headers.get('etag') ?? '' } : null;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('badAnswer', {
      system: 'ireca',
      message: cause instanceof Error ? cause.message : '',
    });
  }
}

async function notFoundAsNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'upstreamRefused' && error.status === 404) return null;
    throw error;
  }
}

/** The key of everything that is read of one order; invalidate it after a write. */
export const orderKey = (system: 'ireca' | 'kassa', id: string) => ['order', system, id] as const;

const irecaOrderQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey('ireca', orderId), 'whole'],
    queryFn: ({ signal }) => readIrecaOrder(orderId, signal),
  });

const kassaOrderQuery = (id: string) =>
  queryOptions({
    queryKey: [...orderKey('kassa', id), 'whole'],
    queryFn: ({ signal }): Promise<WholeOrder | null> =>
      notFoundAsNull(
        request(
          `/api/kassa/protected/online_orders/${encodeURIComponent(id)}`,
          z.nullable(wholeOrderSchema),
          {
            signal,
          },
        ),
      ),
  });

/** The whole iRECA order; `data` null = iRECA does not know it. */
export const useIrecaOrder = (orderId: string, enabled = true) =>
  useQuery({ ...irecaOrderQuery(orderId), enabled });

/** The whole Kassa order; `data` null = Kassa does not know it. */
export const useKassaOrder = (id: string, enabled = true) => useQuery({ ...kassaOrderQuery(id), enabled });

/** «No such model» here means that nothing was printed yet. */
const noneWhenMissing = async <T>(asked: Promise<RecordList<T>>): Promise<RecordList<T>> =>
  (await notFoundAsNull(asked)) ?? { records: [], setAside: [] };

const listQuery = <T>(orderId: string, name: string, path: string, parser: Parser<RecordList<T>>) =>
  queryOptions({
    queryKey: [...orderKey('ireca', orderId), name],
    queryFn: ({ signal }) => noneWhenMissing(request(path, parser, { signal })),
  });

const statusChangesQuery = (orderId: string) =>
  listQuery(
    orderId,
    'journalStatuses',
    `/api/ireca/orders/journalStatuses?${idQuery(orderId)}`,
    statusChangeListSchema,
  );

const receiptsQuery = (orderId: string) =>
  listQuery(orderId, 'orderReceipts', `/api/ireca/orderReceipts?${idQuery(orderId)}`, receiptListSchema);

const returnReceiptsQuery = (orderId: string) =>
  listQuery(
    orderId,
    'orderReturnReceipts',
    `/api/ireca/orderReturnReceipts?${idQuery(orderId)}`,
    receiptListSchema,
  );

/** When and where each delivery status was set. */
export const useStatusChanges = (orderId: string) => useQuery(statusChangesQuery(orderId));

/** Receipts of payment; an empty list = none printed. */
export const useReceipts = (orderId: string) => useQuery(receiptsQuery(orderId));

/** Receipts of refund; an empty list = none printed. */
export const useReturnReceipts = (orderId: string) => useQuery(returnReceiptsQuery(orderId));

/** For asking about several orders at once (`useQueries`): receipts of payment of one order. */
export const orderReceipts = receiptsQuery;
