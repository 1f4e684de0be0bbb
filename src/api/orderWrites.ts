/** Writing orders: what the browser sends, through the proxy, to the systems. Nothing here repeats a call by itself. */
import { request, send } from '#src/api/http.ts';
import type { NewClient } from '#src/contracts/ireca/clients.ts';
import { newClientSchema } from '#src/contracts/ireca/clients.ts';
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import { orderBody } from '#src/contracts/ireca/orderWrite.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';
import type { Row } from '#src/contracts/wire.ts';
import * as z from 'zod/mini';

/**
 * `POST /orders`: creates iRECA orders. Resolves when iRECA accepted all; its answer says nothing of single orders.
 * @throws {ApiError} `upstreamRefused` with iRECA's words; `upstreamTimeout` and `upstreamUnreachable` leave it open
 * whether the orders exist: read them by their ids.
 */
export async function createIrecaOrders(orders: readonly OrderWrite[]): Promise<void> {
  await send('/api/ireca/orders', { method: 'POST', body: orders.map(orderBody) });
}

/** `POST /orders?isRefund=1`: creates an order of refund. Errors as `createIrecaOrders`. */
export async function createRefund(order: OrderWrite): Promise<void> {
  await send('/api/ireca/orders?isRefund=1', { method: 'POST', body: [orderBody(order)] });
}

/**
 * `PUT /orders?orderId=`: writes the whole order over the reading that `etag` names.
 * @param body the documented fields and whatever else stood in the reading.
 * @throws {ApiError} `stale` when the order was changed since that reading; nothing was written then.
 */
export async function updateIrecaOrder(orderId: string, body: Row, etag: string): Promise<void> {
  await send(`/api/ireca/orders?orderId=${encodeURIComponent(orderId)}`, {
    method: 'PUT',
    body,
    ifMatch: etag,
  });
}

/** `POST /orders/replace`: creates those that are new and overwrites those that exist. Errors as `createIrecaOrders`. */
export async function replaceIrecaOrders(orders: readonly OrderWrite[]): Promise<void> {
  await send('/api/ireca/orders/replace', { method: 'POST', body: orders.map(orderBody) });
}

/** `POST /clients`: creates one client. Errors as `createIrecaOrders`. */
export async function createClient(client: NewClient): Promise<void> {
  await send('/api/ireca/clients', { method: 'POST', body: [z.encode(newClientSchema, client)] });
}

/**
 * `POST /protected/online_orders`: creates an order of the cash desk. The proxy fills in whose it is
 * (`organizationId`, `tradeObjectId`): the browser never knows them.
 * @param wrapper `{onlineOrder, onlineOrderItems, onlineOrderStatuses, properties, client, …}` (Kassa API text).
 * @returns the order as Kassa made it.
 */
export function createKassaOrder(wrapper: Row): Promise<WholeOrder> {
  return request('/api/kassa/protected/online_orders', wholeOrderSchema, { method: 'POST', body: wrapper });
}
