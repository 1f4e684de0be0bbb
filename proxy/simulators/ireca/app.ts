/** The simulated iRECA Courier: every path of its API text, behind one bearer token. */
import { Hono } from 'hono';
import { isRefusal, refusal } from '../control/refusal.ts';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import { listChanged } from '../world/listChanged.ts';
import { DICTIONARIES } from './dictionaries.ts';
import { documentsApp } from './documents.ts';
import { listRoutes } from './listRoutes.ts';
import { writeOrder } from './orderRecord.ts';
import { ordersApp } from './orders.ts';
import type { IrecaServices } from './services.ts';
import { staffApp } from './staff.ts';

/** The API below `/api/v1`. Errors are written as the text writes them: `{"error": true, "message": …}`. */
export function irecaApp(services: IrecaServices, token: string) {
  const { world, now, callbacks } = services;
  world.ireca.onChange((order) => {
    callbacks.send('orders', order.state.orderId, () => ({ items: [writeOrder(world, order, false)] }));
  });

  const app = new Hono<SimulatorEnv>();
  app.use(async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) throw refusal('Неверный токен доступа', 401);
    await next();
  });
  app.route('/', ordersApp(services));
  app.route('/', staffApp(services));
  app.route('/', documentsApp(services));
  for (const list of world.lists.all()) {
    app.route(
      `/${list.spec.path}`,
      listRoutes(list, now, (path) => listChanged(world, path)),
    );
  }
  app.get('/dictionary/:name', (c) => {
    const rows = DICTIONARIES[c.req.param('name')];
    if (!rows) throw refusal('Страница не найдена', 404);
    return c.json(rows);
  });
  app.onError((error, c) => {
    const known = isRefusal(error) || error instanceof SyntaxError;
    const status = isRefusal(error) ? error.status : known ? 400 : 500;
    return c.json({ error: true, message: known ? error.message : 'Внутренняя ошибка сервера' }, status);
  });
  return app;
}
