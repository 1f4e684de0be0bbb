/** Starts both simulated upstreams over one living day: iRECA Courier and BIFIT Kassa as real HTTP servers. */
import { Hono } from 'hono';
import { parse } from 'lossless-json';
import { callbackControls } from './control/callbackControls.ts';
import { controlApp, type OrderControl } from './control/controlApp.ts';
import { createFaults } from './control/faults.ts';
import { createGatekeeper, type Dialect } from './control/gatekeeper.ts';
import { irecaOrderControl, kassaOrderControl } from './control/orderControls.ts';
import { createRequestLog } from './control/requestLog.ts';
import type { SimulatorEnv } from './control/simulatorEnv.ts';
import { irecaApp } from './ireca/app.ts';
import { createCallbacks } from './ireca/callbacks.ts';
import { picturesApp } from './ireca/pictures.ts';
import { writeAhead } from './ireca/orderRecord.ts';
import { kassaApp } from './kassa/app.ts';
import { createOAuth, type OAuth } from './kassa/oauth.ts';
import { oauthControlApp } from './kassa/oauthControl.ts';
import { listen } from './listen.ts';
import { KASSA_ADMIN } from './scenario/crew.ts';
import { REHEARSED, startDay } from './scenario/day.ts';
import { hangPictures } from './scenario/fillGoods.ts';
import { createSimulatedClock } from './simulatedClock.ts';
import { createWorld, type World } from './world/world.ts';

export type SimulatorOptions = {
  /** Size of the day: orders that it holds at the start, and couriers. */
  orders?: number;
  couriers?: number;
  /** The least size of the catalogue; what the shops of the day sell is always in it. */
  goods?: number;
  /** Same seed, same clock, same steps: same day. */
  seed?: number;
  /** Simulated seconds in a wall second. */
  speed?: number;
  host?: string;
  /** 0 = any free port. */
  irecaPort?: number;
  kassaPort?: number;
  /** Wall clock, epoch ms. */
  now?: () => number;
  /** Whether the day goes on by itself; if not, only `advance` moves it. */
  live?: boolean;
};

export type Simulators = {
  ireca: { url: string; token: string; control: string };
  kassa: {
    url: string;
    username: string;
    password: string;
    organizationId: string;
    tradeObjectId: string;
    control: string;
  };
  /** Lets `ms` of simulated time pass at once: orders, couriers, positions. */
  advance: (ms: number) => void;
  close: () => Promise<void>;
};

/** What the simulators ask for. They guard nothing: any value would do, these are the vendor's own samples. */
export const SIMULATED_TOKEN = '4066e3217dfd51753d1f52cb7d033fe1';
export const SIMULATED_KASSA_PASSWORD = 'kassa-demo';
const KASSA_CLIENT = 'cashdesk-rest-client';

const IRECA: Dialect = {
  base: '/api/v1',
  parse: JSON.parse,
  error: (message) => ({ error: true, message }),
  unauthorized: { error: true, message: 'Неверный токен доступа' },
};

const KASSA: Dialect = {
  base: '/cashdesk-api/v1',
  parse,
  error: (message) => ({ message }),
  unauthorized: { error: 'invalid_token', error_description: 'Access token expired' },
};

const TICK_MS = 1_000;

/** One upstream: its API behind the gatekeeper, and `/__sim` beside it. */
function assemble(
  dialect: Dialect,
  api: Hono<SimulatorEnv>,
  orders: OrderControl,
  shared: { world: World; now: () => number; advance: (ms: number) => void },
  oauth?: OAuth,
) {
  const [log, faults] = [createRequestLog(), createFaults()];
  const gatekeeper = createGatekeeper(dialect, log, faults, shared.now);
  const app = new Hono<SimulatorEnv>();
  if (oauth) app.route('/__sim/oauth', oauthControlApp(oauth));
  app.route('/__sim', controlApp({ ...shared, log, faults, orders }));
  app.use(`${dialect.base}/*`, gatekeeper.middleware);
  app.route(dialect.base, api);
  app.notFound((c) => c.json(dialect.error('Страница не найдена'), 404));
  return { app, release: gatekeeper.release };
}

/** Rejects when a port is taken or the city map is missing. */
export async function startSimulators(options: SimulatorOptions = {}): Promise<Simulators> {
  const { orders = 220, couriers = 18, goods = 0, seed = 7, speed = 1 } = options;
  const { host = '127.0.0.1', live = true } = options;
  const wall = options.now ?? Date.now;
  const clock = createSimulatedClock(wall, speed);
  const { now } = clock;
  const start = now();
  const world = createWorld(seed, start - REHEARSED);
  const { events } = world;
  startDay(world, { orders, couriers, goods }, start);
  const advance = (ms: number) => {
    const target = (live ? now() : events.time()) + ms;
    clock.reach(target);
    events.runTo(target);
  };

  const callbacks = createCallbacks();
  const oauth = createOAuth(
    {
      username: KASSA_ADMIN,
      password: SIMULATED_KASSA_PASSWORD,
      clientId: KASSA_CLIENT,
      clientSecret: KASSA_CLIENT,
    },
    wall,
  );
  const shared = { world, now, advance };
  const irecaApi = irecaApp({ world, now, callbacks }, SIMULATED_TOKEN);
  const kassaApi = kassaApp({ world, now, login: KASSA_ADMIN }, oauth);
  const ireca = assemble(IRECA, irecaApi, irecaOrderControl(world, now), shared);
  const kassa = assemble(KASSA, kassaApi, kassaOrderControl(world, now, KASSA_ADMIN), shared, oauth);

  ireca.app.route('/pictures', picturesApp());
  ireca.app.route('/__sim/callbacks', callbackControls(world, now, callbacks));

  const irecaServer = await listen(ireca.app, host, options.irecaPort ?? 0);
  hangPictures(world, irecaServer.origin);
  const kassaServer = await listen(kassa.app, host, options.kassaPort ?? 0).catch(async (error: unknown) => {
    await irecaServer.close();
    throw error;
  });
  const timer = live ? setInterval(() => events.runTo(now()), TICK_MS) : undefined;
  timer?.unref();
  let closed = false;
  writeAhead(world, () => closed);

  return {
    ireca: {
      url: irecaServer.origin + IRECA.base,
      token: SIMULATED_TOKEN,
      control: `${irecaServer.origin}/__sim`,
    },
    kassa: {
      url: kassaServer.origin + KASSA.base,
      username: KASSA_ADMIN,
      password: SIMULATED_KASSA_PASSWORD,
      organizationId: world.kassa.organizationId,
      tradeObjectId: world.kassa.tradeObjectId,
      control: `${kassaServer.origin}/__sim`,
    },
    advance,
    close: async () => {
      closed = true;
      clearInterval(timer);
      callbacks.close();
      ireca.release();
      kassa.release();
      await Promise.all([irecaServer.close(), kassaServer.close()]);
    },
  };
}
