/** The simulated BIFIT Kassa: OAuth2 and online orders. */
import { Hono } from 'hono';
import { isRefusal } from '../control/refusal.ts';
import type { SimulatorEnv } from '../control/simulatorEnv.ts';
import type { OAuth } from './oauth.ts';
import { onlineOrdersApp, type KassaServices } from './onlineOrders.ts';

/** The API below `/cashdesk-api/v1`. Errors have `message`; those of OAuth `error` and `error_description`. */
export function kassaApp(services: KassaServices, oauth: OAuth) {
  const app = new Hono<SimulatorEnv>();
  app.post('/oauth/token', async (c) => {
    const { status, body } = oauth.grant(new URLSearchParams(await c.req.text()));
    return c.json(body, status);
  });
  app.use('/protected/*', async (c, next) => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (oauth.isValid(token)) return next();
    const error_description = token ? 'Access token expired' : 'Full authentication is required';
    return c.json({ error: 'invalid_token', error_description }, 401);
  });
  app.route('/', onlineOrdersApp(services));
  app.onError((error, c) =>
    isRefusal(error)
      ? c.json({ message: error.message }, error.status)
      : c.json({ message: 'Внутренняя ошибка сервера' }, 500),
  );
  return app;
}
