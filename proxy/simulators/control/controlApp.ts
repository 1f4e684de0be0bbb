/** `/__sim/…`: how tests and the demo look into a simulated upstream and steer it. No sign-in: simulators only. */
import { Hono, type Context } from 'hono';
import { parse, stringify } from 'lossless-json';
import type { World } from '../world/world.ts';
import type { Faults } from './faults.ts';
import { fiscalControls } from './fiscalControls.ts';
import { listControls } from './listControls.ts';
import { positionControls } from './positionControls.ts';
import { isRefusal, refusal } from './refusal.ts';
import type { RequestLog } from './requestLog.ts';

/** What differs between the two upstreams: their orders. */
export type OrderControl = {
  count: () => number;
  /** JSON text of one order as it is inside, or null. */
  read: (id: string) => string | null;
  readAll: () => string;
  /**
   * Changes an order the way the couriers' app or the cash desk does, or some other program (`source`, as the journal
   * names it). Refuses an unknown order.
   */
  patch: (id: string, fields: Record<string, unknown>, source?: string) => void;
};

export type ControlServices = {
  world: World;
  now: () => number;
  advance: (ms: number) => void;
  log: RequestLog;
  faults: Faults;
  orders: OrderControl;
};

export function controlApp({ world, now, advance, log, faults, orders }: ControlServices) {
  const sendText = (c: Context, text: string | null) => {
    if (text === null) throw refusal('No such order', 404);
    return c.body(text, 200, { 'content-type': 'application/json' });
  };
  const app = new Hono();
  app
    .get('/state', (c) =>
      c.json({ now: now(), orders: orders.count(), couriers: world.crew.size, seed: world.seed }),
    )
    .get('/requests', (c) => sendText(c, stringify(log.all()) ?? '[]'))
    .delete('/requests', (c) => {
      log.clear();
      return c.body(null, 204);
    })
    .get('/faults', (c) => c.json(faults.all()))
    .post('/faults', async (c) => c.json(faults.add(await c.req.json()), 201))
    .delete('/faults', (c) => {
      faults.clear();
      return c.body(null, 204);
    })
    .post('/advance', async (c) => {
      const { ms } = (await c.req.json()) as { ms?: unknown };
      if (typeof ms !== 'number' || !(ms >= 0)) throw refusal('ms: a number of milliseconds', 400);
      advance(ms);
      return c.json({ now: now() });
    })
    .get('/orders', (c) => sendText(c, orders.readAll()))
    .get('/orders/:id', (c) => sendText(c, orders.read(c.req.param('id'))))
    .patch('/orders/:id', async (c) => {
      const id = c.req.param('id');
      const fields = parse(await c.req.text()) as Record<string, unknown>;
      orders.patch(id, fields, c.req.query('source'));
      return sendText(c, orders.read(id));
    })
    .get('/couriers', (c) =>
      c.json(
        [...world.crew.values()].map((member) => ({
          courierId: member.courierId,
          login: member.login,
          hasEmployee: world.kassa.employees.has(member.login),
          onShift: member.onShift,
          doing: member.doing,
          lastFix: member.fixes.at(-1) ?? null,
        })),
      ),
    );
  positionControls(app, world, now);
  listControls(app, world, now);
  fiscalControls(app, world, now);
  app.onError((error, c) =>
    isRefusal(error)
      ? c.json({ message: error.message }, error.status)
      : c.json({ message: error.message }, error instanceof SyntaxError ? 400 : 500),
  );
  return app;
}
