/** The pipeline of a request, from top to bottom. Whatever is not named here is refused. */
import { Hono } from 'hono';
import type { AppConfig } from '#src/contracts/appConfig.ts';
import { originCheck } from './access/originCheck.ts';
import { signedInOnly, signInRoutes } from './access/signIn.ts';
import { callbackRoutes } from './callbacks/callbackRoutes.ts';
import { receiverRoutes } from './callbacks/receiverRoutes.ts';
import { commandRoutes } from './commands/routes.ts';
import { changesRoutes } from './feeds/changesRoutes.ts';
import { POSITIONS_POLL_SECONDS } from './feeds/positions.ts';
import { trackRoutes } from './feeds/trackRoutes.ts';
import { sendJson } from './http/body.ts';
import type { ClientFiles } from './http/clientFiles.ts';
import type { AppEnv } from './http/env.ts';
import { healthRoutes } from './http/health.ts';
import { refuse } from './http/refuse.ts';
import { requestLog } from './http/requestLog.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { errorFields } from './logger.ts';
import type { Services } from './services.ts';
import { passThroughRoutes } from './upstream/passThrough.ts';

/** @param clientFiles serves everything that is not the API. */
export function createApp(services: Services, clientFiles: ClientFiles): Hono<AppEnv> {
  const { config, logger, sessions, orders, positions, deviceErrors, hints, callbacks, kassa } = services;
  const app = new Hono<AppEnv>();

  app.use(requestLog(logger));
  app.use(securityHeaders(config));
  app.onError((error, c) => {
    logger.error({ err: errorFields(error), requestId: c.get('requestId') }, 'a request broke');
    return refuse(c, 'internal');
  });

  // Asked by machines: no session, no origin.
  healthRoutes(app, services);
  receiverRoutes(app, { ...services, ...callbacks });

  app.use(originCheck(config.publicUrl));
  signInRoutes(app, services);

  app.use('/api/*', signedInOnly(sessions));
  app.get('/api/config', (c) => {
    const answer: AppConfig = {
      timeZone: config.timeZone,
      tiles: config.tiles,
      imageHosts: config.imageHosts,
      atRiskMinutes: config.atRiskMinutes,
      shiftStarts: config.shiftStarts,
      ordersPollSeconds: config.ordersPollSeconds,
      positionsPollSeconds: POSITIONS_POLL_SECONDS,
      systems: { ireca: true, kassa: kassa !== null },
      demo: config.demo,
    };
    c.header('cache-control', 'no-store');
    return c.json(answer);
  });
  app.get('/api/feeds/orders', async (c) => sendJson(c, await orders.pull(c.req.query('since') ?? null)));
  app.get('/api/feeds/positions', async (c) =>
    sendJson(c, await positions.pull(c.req.query('since') ?? null)),
  );
  app.get('/api/feeds/deviceErrors', async (c) =>
    sendJson(c, await deviceErrors.pull(c.req.query('since') ?? null)),
  );
  app.post('/api/feeds/positions/refresh', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(await positions.refresh());
  });
  trackRoutes(app, services);
  changesRoutes(app, services);
  app.get('/api/events', (c) => hints.open(c));
  commandRoutes(app, services);
  callbackRoutes(app, {
    ...services,
    ...callbacks,
    publicUrl: config.publicUrl,
    secret: config.callbackSecret,
  });
  passThroughRoutes(app, services);
  app.all('/api/*', (c) => refuse(c, 'notAllowed'));
  app.all('/api', (c) => refuse(c, 'notAllowed'));

  app.all('*', clientFiles);
  return app;
}
