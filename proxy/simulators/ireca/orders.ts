/** `/orders` with all its verbs (iRECA API text, «Заказы»). */
import { isDeepStrictEqual } from 'node:util';
import { Hono, type Context } from 'hono';
import { refusal } from '../control/refusal.ts';
import { isIgnored, type SimulatorEnv } from '../control/simulatorEnv.ts';
import { toGmt } from '../gmt.ts';
import { BY_TOKEN, isFinal, type IrecaOrder, type OrderState } from '../world/irecaOrder.ts';
import type { Row } from '../world/lists.ts';
import { doorOfState, warehouseOfState } from './orderPlace.ts';
import { isRow, readRows, requireFields } from './looseValues.ts';
import { readNewOrder, readOrderPatch } from './orderInput.ts';
import { keepCourierWork } from './orderParts.ts';
import { writeAllOrders, writeOrder } from './orderRecord.ts';
import type { IrecaServices } from './services.ts';

/** The only attributes that `multipleUpdate` may change (iRECA API text). */
const BULK_ATTRIBUTES = new Set([
  'statusId',
  'deliveryStatusId',
  'returnReasonId',
  'courierId',
  'deliveryTimeFrom',
  'deliveryTimeTo',
  'addressTo',
]);

export function ordersApp({ world, now, callbacks }: IrecaServices) {
  const { ireca } = world;

  const find = (orderId: string | undefined): IrecaOrder => {
    const order = orderId === undefined ? undefined : ireca.get(orderId);
    if (!order) throw refusal('Модель не существует', 404);
    return order;
  };

  const create = (row: Row, isRefund: boolean) => {
    const state = readNewOrder(world, row, isRefund);
    if (ireca.get(state.orderId)) throw refusal(`Заказ «${state.orderId}» уже существует.`);
    return state;
  };
  const add = (state: OrderState) =>
    ireca.add({
      state,
      at: now(),
      source: BY_TOKEN.source,
      door: doorOfState(world, state),
      warehouseId: warehouseOfState(world, state),
    });

  const apply = (order: IrecaOrder, patch: Partial<OrderState>) => {
    ireca.change(order, patch, BY_TOKEN, now());
    if (patch.addressTo !== undefined) order.door = doorOfState(world, order.state);
  };
  const edit = (order: IrecaOrder, row: Row) => {
    if (isFinal(order.state)) throw refusal(`Заказ «${order.state.orderId}» закрыт, изменить его нельзя.`);
    const patch = readOrderPatch(world, row);
    if (patch.goods) {
      patch.goods = keepCourierWork(patch.goods, order.state.goods);
      if (!isDeepStrictEqual(patch.goods, order.state.goods)) patch.isEdited = 1;
    }
    apply(order, patch);
  };
  const body = async (c: Context<SimulatorEnv>): Promise<unknown> => {
    try {
      return await c.req.json();
    } catch {
      throw refusal('Неверный формат JSON.', 400);
    }
  };
  const done = (c: Context<SimulatorEnv>, status: 201 | 204) =>
    status === 204 ? c.body(null, 204) : c.body(null, 201, { 'content-type': 'application/json' });

  return new Hono<SimulatorEnv>()
    .get('/orders', (c) => {
      const orderId = c.req.query('orderId');
      if (orderId !== undefined) return c.json(writeOrder(world, find(orderId), false));
      return c.body(writeAllOrders(world), 200, { 'content-type': 'application/json' });
    })
    .post('/orders', async (c) => {
      const isRefund = c.req.query('isRefund') === '1';
      const states = readRows(await body(c)).map((row) => create(row, isRefund));
      if (!c.var.ignored?.all) states.forEach(add);
      return done(c, 201);
    })
    .put('/orders/multipleUpdate', async (c) => {
      const sent = await body(c);
      if (!isRow(sent)) throw refusal('Неверный формат запроса.');
      requireFields(sent, ['orderIds', 'attributes']);
      const { orderIds, attributes } = sent;
      if (!Array.isArray(orderIds) || !isRow(attributes)) throw refusal('Неверный формат запроса.');
      const alien = Object.keys(attributes).find((key) => !BULK_ATTRIBUTES.has(key));
      if (alien) throw refusal(`Атрибут «${alien}» недоступен для изменения.`);
      const patch = readOrderPatch(world, attributes);
      for (const orderId of orderIds.map(String)) {
        const order = ireca.get(orderId);
        // 204 says nothing of single orders: unknown, closed and cancelled ones are passed over in silence.
        if (order && !isFinal(order.state) && !isIgnored(c.var.ignored, orderId)) apply(order, patch);
      }
      return done(c, 204);
    })
    .put('/orders', async (c) => {
      const order = find(c.req.query('orderId'));
      const row = await body(c);
      if (!isRow(row)) throw refusal('Неверный формат запроса.');
      if (!isIgnored(c.var.ignored, order.state.orderId)) edit(order, row);
      return done(c, 201);
    })
    .post('/orders/replace', async (c) => {
      for (const row of readRows(await body(c))) {
        requireFields(row, ['orderId']);
        const known = ireca.get(String(row.orderId));
        if (isIgnored(c.var.ignored, String(row.orderId))) continue;
        if (known) edit(known, row);
        else add(create(row, false));
      }
      return done(c, 201);
    })
    .delete('/orders', (c) => {
      const { orderId } = find(c.req.query('orderId')).state;
      if (!isIgnored(c.var.ignored, orderId)) ireca.remove(orderId);
      return done(c, 204);
    })
    .post('/orders/callback', async (c) => {
      callbacks.register('orders', await body(c));
      return done(c, 201);
    })
    .get('/orders/journalStatuses', (c) =>
      c.json(
        find(c.req.query('orderId')).statuses.map((row) => ({ ...row, createdAt: toGmt(row.createdAt) })),
      ),
    );
}
