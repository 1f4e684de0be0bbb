/** `/__sim/callbacks`: which callbacks are registered with the simulated iRECA, and calls of them without any change. */
import { Hono } from 'hono';
import { toGmt } from '../gmt.ts';
import type { Callbacks } from '../ireca/callbacks.ts';
import { writeOrder } from '../ireca/orderRecord.ts';
import type { World } from '../world/world.ts';
import { isRefusal, refusal } from './refusal.ts';

const MAX_TIMES = 10_000;

export function callbackControls(world: World, now: () => number, callbacks: Callbacks) {
  const orderBody = (orderId: string | undefined) => {
    const order = orderId === undefined ? [...world.ireca.all()][0] : world.ireca.get(orderId);
    if (!order) throw refusal('No such order', 404);
    return { items: [writeOrder(world, order, false)] };
  };
  const sessionBody = () => {
    const [licence] = world.licences.values();
    const start = licence?.sessionStartAt ?? now();
    const { courierId = '27', deviceId = '3ebf391b3c596bc8', deviceTitle = 'asus ME301T' } = licence ?? {};
    const times = { sessionStartAt: toGmt(start), sessionFinishAt: toGmt(now()) };
    return { sessionId: 1, courierId: Number(courierId), deviceId, deviceTitle, ...times };
  };
  return new Hono()
    .get('/', (c) => c.json(callbacks.registered()))
    .post('/:kind', async (c) => {
      const kind = c.req.param('kind');
      if (kind !== 'orders' && kind !== 'licenses') throw refusal('No such callback', 404);
      const text = await c.req.text();
      const asked = (text === '' ? {} : JSON.parse(text)) as { orderId?: unknown; times?: unknown };
      const { orderId, times = 1 } = asked;
      if (typeof times !== 'number' || !(times >= 1 && times <= MAX_TIMES))
        throw refusal('times: a number', 400);
      const body =
        kind === 'orders'
          ? orderBody(orderId === undefined ? undefined : String(orderId as string))
          : sessionBody();
      const statuses: (number | null)[] = [];
      for (let time = 0; time < times; time += 1) statuses.push(await callbacks.fire(kind, body));
      return c.json({ statuses });
    })
    .onError((error, c) =>
      isRefusal(error)
        ? c.json({ message: error.message }, error.status)
        : c.json({ message: error.message }, error instanceof SyntaxError ? 400 : 500),
    );
}
