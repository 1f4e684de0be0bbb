/** The small iRECA of the proxy's own tests. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import { testLists } from './testLists.ts';

type Row = Record<string, unknown>;

export const IRECA_TOKEN = 'ireca-token-4066e3217dfd';

export type IrecaState = {
  url: string;
  orders: Map<string, Row>;
  /** Rows of the reference lists by path; `couriers` is one of them. */
  lists: Record<string, Row[]>;
  couriers: Row[];
  licences: Row[];
  permissions: Row[];
  /** Rows of the two error logs, in the order in which they are given out. */
  logs: { bankTerminalLogs: Row[]; fiscalRegistratorLogs: Row[] };
  locations: Map<string, unknown>;
};

const iReca = (c: Context, message: string, status: 200 | 400 | 404 = 400) =>
  c.json({ error: true, message }, status);

/** @param make an order of this id with these fields and what an order needs besides. */
export function testIreca(state: IrecaState, make: (orderId: string, fields: Row) => Row): Hono {
  const app = new Hono();
  app.use(async (c, next) =>
    c.req.header('authorization') === `Bearer ${IRECA_TOKEN}` ? next() : iReca(c, 'Токен не найден', 400),
  );
  app.get('/orders', (c) => {
    const id = c.req.query('orderId');
    if (id === undefined) return c.json([...state.orders.values()]);
    const order = state.orders.get(id);
    return order ? c.json(order) : iReca(c, 'Модель не существует');
  });
  app.put('/orders/multipleUpdate', async (c) => {
    const { orderIds, attributes } = await c.req.json<{ orderIds: string[]; attributes: Row }>();
    for (const id of orderIds) {
      const order = state.orders.get(id);
      if (order) state.orders.set(id, { ...order, ...attributes });
    }
    return c.body(null, 204);
  });
  app.put('/orders', async (c) => {
    const id = c.req.query('orderId') ?? '';
    const order = state.orders.get(id);
    if (!order) return iReca(c, 'Модель не существует', 404);
    state.orders.set(id, { ...order, ...(await c.req.json<Row>()) });
    return c.body(null, 201);
  });
  for (const path of ['/orders', '/orders/replace']) {
    app.post(path, async (c) => {
      for (const row of await c.req.json<Row[]>()) {
        if (!row['deliveryTimeFrom']) return iReca(c, 'Необходимо заполнить «deliveryTimeFrom».');
        state.orders.set(String(row['orderId']), make(String(row['orderId']), row));
      }
      return c.body(null, 201);
    });
  }
  app.delete('/orders', (c) =>
    state.orders.delete(c.req.query('orderId') ?? '')
      ? c.body(null, 204)
      : iReca(c, 'Модель не существует', 404),
  );
  app.get('/locations', (c) => c.json((state.locations.get(c.req.query('courierId') ?? '') ?? []) as Row[]));
  testLists(app, state);
  for (const path of ['bankTerminalLogs', 'fiscalRegistratorLogs'] as const) {
    app.get(`/${path}`, (c) => {
      const { courierId, page = '0', count = '20' } = c.req.query();
      const rows = state.logs[path].filter((row) => !courierId || String(row['courierId']) === courierId);
      return c.json(rows.slice(Number(page) * Number(count), (Number(page) + 1) * Number(count)));
    });
  }
  app.post('/atolOnlineSettings/replace', (c) => c.body(null, 201));
  app.get('/dictionary/orderDeliveryStatuses', (c) => c.json([{ statusId: 6, title: 'Подготовлен' }]));
  return app;
}
